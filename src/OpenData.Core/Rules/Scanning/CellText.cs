using System.Text;

namespace OpenData.Rules.Scanning;

/// <summary>Cells as they are shown to people.</summary>
internal static class CellText
{
    /// <summary>A character takes four bytes at most; what lies beyond is cut off unread.</summary>
    private const int LongestBytes = CheckLimits.ValueLength * 4;

    /// <summary>The cell's text, cut at <see cref="CheckLimits.ValueLength"/> characters.</summary>
    public static string Of(ReadOnlySpan<byte> cell)
    {
        var isCut = cell.Length > LongestBytes;
        var text = Encoding.UTF8.GetString(isCut ? cell[..LongestBytes] : cell);
        return Cut(text);
    }

    /// <summary>The text, cut at <see cref="CheckLimits.ValueLength"/> characters with an ellipsis; never between the halves of a pair.</summary>
    public static string Cut(string text) => Cut(text, CheckLimits.ValueLength);

    /// <summary>The text, cut at <paramref name="longest"/> characters, the ellipsis among them.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var length = longest - 1;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[length - 1]) ? length - 1 : length), "…");
    }
}
