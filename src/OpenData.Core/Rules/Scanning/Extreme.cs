using OpenData.Schemas.Values;

namespace OpenData.Rules.Scanning;

/// <summary>The least or the greatest value so far, with the text that the file has for it. Its memory is used again: in a sorted column every row is a new extreme.</summary>
internal sealed class Extreme(double none)
{
    private byte[] text = [];
    private int length = -1;

    public double Value { get; private set; } = none;

    /// <summary>The row it stands in.</summary>
    public long Row { get; private set; } = long.MaxValue;

    /// <summary>The cell's text, or null where there is none.</summary>
    public string? Text => length < 0 ? null : CellText.Of(text.AsSpan(0, length));

    public void Set(double value, long row, ReadOnlySpan<byte> cell)
    {
        var trimmed = WhiteSpace.Trim(cell);
        if (trimmed.Length > text.Length)
        {
            text = new byte[Math.Max(32, trimmed.Length)];
        }

        trimmed.CopyTo(text);
        (Value, Row, length) = (value, row, trimmed.Length);
    }
}
