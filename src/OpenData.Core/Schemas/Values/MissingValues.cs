using System.Text;

namespace OpenData.Schemas.Values;

/// <summary>The texts by which a dictionary says that a cell holds no value; the empty cell always holds none, and is not asked for here.</summary>
public readonly struct MissingValues
{
    private readonly byte[][] texts;

    /// <summary>Takes them from a dictionary; without one there are none.</summary>
    public MissingValues(DataDictionary? dictionary) =>
        texts = [.. (dictionary?.MissingValues ?? []).Where(v => v.Length > 0).Select(Encoding.UTF8.GetBytes)];

    /// <summary>True where there are none.</summary>
    public bool IsEmpty => texts.Length == 0;

    /// <summary>True where the cell is one of them, to the letter.</summary>
    public bool Contains(ReadOnlySpan<byte> cell)
    {
        foreach (var text in texts)
        {
            if (cell.SequenceEqual(text))
            {
                return true;
            }
        }

        return false;
    }
}
