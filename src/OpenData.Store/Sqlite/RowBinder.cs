using OpenData.Schemas;
using SQLitePCL;

namespace OpenData.Store.Sqlite;

/// <summary>Puts one row after another into a prepared insert, cell by cell, without making strings.</summary>
internal sealed class RowBinder(sqlite3 file, sqlite3_stmt insert, DataDictionary dictionary)
{
    private readonly RowValueKind[] kinds = [.. dictionary.Columns.Select(c => ColumnStorage.KindOf(c.Type))];
    private readonly bool[] decimals = [.. dictionary.Columns.Select(c => c.Type == ColumnType.Decimal)];

    private readonly bool[] empty = new bool[dictionary.Columns.Count];
    private readonly PlainColumns plain = new(dictionary);
    private readonly int[] lengths = new int[dictionary.Columns.Count];
    private byte[] texts = GC.AllocateUninitializedArray<byte>(StoreLimits.TextsOfRow, pinned: true);

    /// <summary>The positions of the columns in which a cell was empty.</summary>
    public IEnumerable<int> Empty => Enumerable.Range(0, empty.Length).Where(c => empty[c]);

    /// <summary>The positions of the columns whose texts were all plain.</summary>
    public IEnumerable<int> Plain => plain.Positions;

    /// <summary>How many rows were inserted.</summary>
    public long Count { get; private set; }

    public void Insert(RowReader row)
    {
        var statement = insert.DangerousGetHandle();
        Gather(row);
        var at = 0;
        for (var column = 0; column < kinds.Length; column++)
        {
            var code = row.Kind(column) switch
            {
                RowValueKind.Integer => NativeInsert.Bind(statement, column + 1, row.Integer(column)),
                RowValueKind.Float => NativeInsert.Bind(statement, column + 1, row.Float(column)),
                RowValueKind.Text => NativeInsert.Bind(statement, column + 1, texts.AsSpan(at, lengths[column])),
                _ => NativeInsert.Bind(statement, column + 1),
            };
            at += lengths[column];
            if (code != raw.SQLITE_OK)
            {
                UnitLoader.Check(file, code);
            }
        }

        if (NativeInsert.Step(statement) is var stepped and not raw.SQLITE_DONE)
        {
            UnitLoader.Check(file, stepped);
        }

        GC.KeepAlive(insert);
        Count++;
    }

    /// <summary>Looks at the row, and puts its texts one behind the other where they stay while SQLite reads them.</summary>
    private void Gather(RowReader row)
    {
        var used = 0;
        for (var column = 0; column < kinds.Length; column++)
        {
            var kind = row.Kind(column);
            if (kind != RowValueKind.Null && kind != kinds[column])
            {
                throw Misfit(column, $"is of kind {kind}");
            }

            empty[column] |= kind == RowValueKind.Null;
            lengths[column] = kind == RowValueKind.Text ? Gather(row.Utf8(column), column, used) : 0;
            used += lengths[column];
        }
    }

    private int Gather(ReadOnlySpan<byte> text, int column, int used)
    {
        // Compared as numbers, texts that are none would have no place in the order, and an index over them no bottom.
        if (decimals[column] && !DecimalText.IsValid(text))
        {
            throw Misfit(column, "is no decimal number");
        }

        plain.See(column, text);
        if (texts.Length - used < text.Length)
        {
            var larger = GC.AllocateUninitializedArray<byte>(Math.Max(texts.Length * 2, used + text.Length), pinned: true);
            texts.AsSpan(0, used).CopyTo(larger);
            texts = larger;
        }

        text.CopyTo(texts.AsSpan(used));
        return text.Length;
    }

    private InvalidDataException Misfit(int column, string what) =>
        new($"Row {Count + 1}: the cell of column '{dictionary.Columns[column].Name}' ({dictionary.Columns[column].Type}) {what}.");
}
