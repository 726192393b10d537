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

    /// <summary>The positions of the columns in which a cell was empty.</summary>
    public IEnumerable<int> Empty => Enumerable.Range(0, empty.Length).Where(c => empty[c]);

    /// <summary>The positions of the columns whose texts were all plain.</summary>
    public IEnumerable<int> Plain => plain.Positions;

    /// <summary>How many rows were inserted.</summary>
    public long Count { get; private set; }

    public void Insert(RowReader row)
    {
        for (var column = 0; column < kinds.Length; column++)
        {
            Bind(row, column);
        }

        if (raw.sqlite3_step(insert) is var stepped and not raw.SQLITE_DONE)
        {
            UnitLoader.Check(file, stepped);
        }

        _ = raw.sqlite3_reset(insert);
        Count++;
    }

    private void Bind(RowReader row, int column)
    {
        var kind = row.Kind(column);
        if (kind != RowValueKind.Null && kind != kinds[column])
        {
            throw Misfit(column, $"is of kind {kind}");
        }

        empty[column] |= kind == RowValueKind.Null;
        var code = kind switch
        {
            RowValueKind.Integer => raw.sqlite3_bind_int64(insert, column + 1, row.Integer(column)),
            RowValueKind.Float => raw.sqlite3_bind_double(insert, column + 1, row.Float(column)),
            RowValueKind.Text => BindText(row.Utf8(column), column),
            _ => raw.sqlite3_bind_null(insert, column + 1),
        };
        if (code != raw.SQLITE_OK)
        {
            UnitLoader.Check(file, code);
        }
    }

    private int BindText(ReadOnlySpan<byte> text, int column)
    {
        // Compared as numbers, texts that are none would have no place in the order, and an index over them no bottom.
        if (decimals[column] && !DecimalText.IsValid(text))
        {
            throw Misfit(column, "is no decimal number");
        }

        plain.See(column, text);
        return UnitConnection.BindText(insert, column + 1, text);
    }

    private InvalidDataException Misfit(int column, string what) =>
        new($"Row {Count + 1}: the cell of column '{dictionary.Columns[column].Name}' ({dictionary.Columns[column].Type}) {what}.");
}
