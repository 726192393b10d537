using OpenData.Intake;
using OpenData.Rules.Layouts;
using OpenData.Schemas;
using OpenData.Schemas.Values;
using OpenData.Store;
using OpenData.Tables;

namespace OpenData.Publishing;

/// <summary>The rows of a file that a check has accepted, in the dictionary's order of columns and in the one form of each type.</summary>
public sealed class AcceptedRows : RowReader
{
    private readonly TableReader reader;
    private readonly DataDictionary dictionary;
    private readonly int[] fields;
    private readonly MissingValues missingValues;
    private readonly ConvertedKind[] kinds;
    private readonly long[] integers;
    private readonly double[] floats;
    private readonly byte[][] texts;
    private readonly int[] lengths;
    private readonly long lastHead;
    private readonly Task accepted;
    private long row;

    /// <summary>Opens the file anew.</summary>
    /// <param name="upload">The file.</param>
    /// <param name="dictionary">The dictionary it was checked against.</param>
    /// <param name="layout">Where its header is.</param>
    /// <param name="accepted">Ends when the check has accepted the rows, which do not end before; null where it has.</param>
    public AcceptedRows(Upload upload, DataDictionary dictionary, Layout layout, Task? accepted = null)
    {
        this.dictionary = dictionary;
        this.accepted = accepted ?? Task.CompletedTask;
        var matches = HeaderMatch.Match(layout.Labels, dictionary);
        var count = dictionary.Columns.Count;
        fields = [.. Enumerable.Range(0, count).Select(i => Array.IndexOf(matches, i))];
        missingValues = new MissingValues(dictionary);
        (kinds, integers, floats, texts, lengths) = (new ConvertedKind[count], new long[count], new double[count], new byte[count][], new int[count]);
        Array.Fill(texts, []);
        lastHead = layout.LastRowBeforeData;
        reader = Table.Open(upload).Read();
    }

    /// <inheritdoc/>
    public override int ColumnCount => fields.Length;

    /// <inheritdoc/>
    public override long Row => row;

    /// <inheritdoc/>
    public override ValueTask<bool> ReadAsync(CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        while (reader.Read())
        {
            if (reader.Row > lastHead && Convert())
            {
                row++;
                return ValueTask.FromResult(true);
            }
        }

        return accepted.IsCompletedSuccessfully ? ValueTask.FromResult(false) : EndAsync(cancellation);
    }

    /// <inheritdoc/>
    public override RowValueKind Kind(int column) => kinds[column] switch
    {
        ConvertedKind.Integer => RowValueKind.Integer,
        ConvertedKind.Float => RowValueKind.Float,
        ConvertedKind.Text => RowValueKind.Text,
        _ => RowValueKind.Null,
    };

    /// <inheritdoc/>
    public override long Integer(int column) => integers[column];

    /// <inheritdoc/>
    public override double Float(int column) => floats[column];

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Utf8(int column) => texts[column].AsSpan(0, lengths[column]);

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        reader.Dispose();
        return base.DisposeAsync();
    }

    private async ValueTask<bool> EndAsync(CancellationToken cancellation)
    {
        await accepted.WaitAsync(cancellation);
        return false;
    }

    /// <summary>Converts the row; false for a blank one, which is no row of data (a file may end with some).</summary>
    private bool Convert()
    {
        var hasInk = false;
        for (var i = 0; i < fields.Length; i++)
        {
            var cell = fields[i] >= 0 && fields[i] < reader.FieldCount ? reader.Field(fields[i]) : [];
            hasInk |= !WhiteSpace.Trim(cell).IsEmpty;
            var converted = missingValues.Contains(cell) ? default : CellConverter.Convert(cell, dictionary.Columns[i]);
            kinds[i] = converted.Kind;
            integers[i] = converted.Integer;
            floats[i] = converted.Float;
            Keep(i, converted.Text);
        }

        return hasInk;
    }

    /// <summary>Texts are copied, because a converted one may not outlive the next cell; the buffers stay.</summary>
    private void Keep(int column, ReadOnlySpan<byte> text)
    {
        if (texts[column].Length < text.Length)
        {
            texts[column] = new byte[Math.Max(text.Length, 32)];
        }

        text.CopyTo(texts[column]);
        lengths[column] = text.Length;
    }
}
