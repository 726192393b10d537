using OpenData.Schemas;

namespace OpenData.Store;

/// <summary>Notes, while rows are loaded, in which columns of texts all are plain: an index, which has the order of bytes, then has the order of the language too.</summary>
internal sealed class PlainColumns(DataDictionary dictionary)
{
    private readonly bool[] plain = [.. dictionary.Columns.Select(c => c.Type == ColumnType.Text)];

    /// <summary>The positions of those columns.</summary>
    public IEnumerable<int> Positions => Enumerable.Range(0, plain.Length).Where(c => plain[c]);

    /// <summary>Looks at a text, unless another one of its column has told already.</summary>
    public void See(int column, ReadOnlySpan<byte> utf8)
    {
        if (plain[column] && !TextOrder.IsPlain(utf8))
        {
            plain[column] = false;
        }
    }
}
