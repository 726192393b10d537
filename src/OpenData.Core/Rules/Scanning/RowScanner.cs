using System.Text;
using OpenData.Schemas;
using OpenData.Schemas.Values;
using OpenData.Tables;

namespace OpenData.Rules.Scanning;

/// <summary>
/// Reads the cells of one row after the other and says what the row itself tells: whether it is blank, short, long, a note or the header
/// again. What only the rows before it tell (totals, duplicates) is for the scan that uses it. One thread uses one scanner.
/// </summary>
internal sealed class RowScanner
{
    /// <summary>In place of where a cell is remembered: one of which nothing is to be told.</summary>
    private const int Quiet = -2;

    private readonly ColumnProfile[] columns;
    private readonly CellReading[] readings;
    private readonly CellMemo?[] memos;
    private readonly int[] known;
    private readonly MissingValues missingValues;
    private readonly int firstLabelAt;
    private readonly byte[] firstLabel;
    private readonly int[] keyColumns;
    private readonly int uniqueColumn;
    private bool saysTotal;

    public RowScanner(ColumnProfile[] columns, DataDictionary? dictionary)
    {
        this.columns = columns;
        readings = new CellReading[columns.Length];
        known = new int[columns.Length];
        memos = [.. columns.Select(c => c.RemembersCells ? null : new CellMemo(Math.Min(CheckLimits.CellsRememberedOfColumn, CheckLimits.CellsRemembered / columns.Length)))];
        missingValues = new MissingValues(dictionary);
        firstLabelAt = Array.FindIndex(columns, c => c.Header.Length > 0);
        firstLabel = Encoding.UTF8.GetBytes(firstLabelAt >= 0 ? columns[firstLabelAt].Header : "");
        keyColumns = KeyColumns(dictionary);
        uniqueColumn = Array.FindIndex(columns, c => c.RemembersCells) is var unique && keyColumns is [var key] && key == unique ? -1 : unique;
    }

    /// <summary>What the cells of the row look like, one per column; what the row lacks is empty.</summary>
    public ReadOnlySpan<CellReading> Readings => readings;

    /// <summary>The columns that the rows are counted into.</summary>
    public ColumnProfile[] Columns => columns;

    /// <summary>True where the dictionary's key is in the file.</summary>
    public bool HasKey => keyColumns.Length > 0;

    /// <summary>True where the row says that it is a total, or is nothing but a few numbers: a sum is to be tried.</summary>
    public bool MayBeTotal { get; private set; }

    /// <summary>True where the row says so.</summary>
    public bool SaysItIsTotal { get; private set; }

    /// <summary>Reads the row.</summary>
    public RowMarks Read(in TableRow row)
    {
        (MayBeTotal, SaysItIsTotal, saysTotal) = (false, false, false);
        var filled = ReadCells(row);
        var marks = row.Fault == RowFault.None ? RowMarks.None : RowMarks.Malformed;
        if (filled == 0 && row.Fault == RowFault.None && !HasExtraInk(row))
        {
            return RowMarks.Blank;
        }

        marks |= row.FieldCount < columns.Length ? RowMarks.Short : row.FieldCount > columns.Length ? RowMarks.Long : RowMarks.None;
        if (IsHeaderAgain(row))
        {
            return marks | RowMarks.RepeatedHeader;
        }

        if (columns.Length >= 3 && filled <= Math.Max(1, columns.Length / 3))
        {
            if (NoteRows.IsNote(row.Texts(), columns.Length))
            {
                // A note is told as a note, not also for the cells that it lacks.
                return (marks & ~RowMarks.Short) | RowMarks.Note;
            }

            MayBeTotal = Array.TrueForAll(readings, r => r.Shape == Shape.Empty || r.Shape.IsNumeric());
        }

        SaysItIsTotal = saysTotal;
        MayBeTotal = MayBeTotal || SaysItIsTotal;
        return marks;
    }

    /// <summary>Counts an ordinary row into the columns. What is counted of cells met before reaches the columns by <see cref="Settle"/>.</summary>
    public void Count(in TableRow row)
    {
        var present = Math.Min(row.FieldCount, columns.Length);
        for (var i = 0; i < present; i++)
        {
            if (known[i] >= 0)
            {
                memos[i]!.Count(known[i]);
            }
            else if (known[i] == Quiet)
            {
                columns[i].AddQuiet(readings[i].Shape);
            }
            else
            {
                var cell = row.Field(i);
                if (columns[i].Add(row.Row, row.Line, cell, readings[i]) && !saysTotal)
                {
                    memos[i]?.Keep(cell, readings[i]);
                }
            }
        }
    }

    /// <summary>Adds to the columns what was counted of cells met before; to be called after the last row.</summary>
    public void Settle()
    {
        for (var i = 0; i < columns.Length; i++)
        {
            memos[i]?.Settle(columns[i]);
        }
    }

    /// <summary>The fingerprint of all cells.</summary>
    public static ulong RowPrint(in TableRow row)
    {
        ulong print = 1;
        for (var i = 0; i < row.FieldCount; i++)
        {
            print = Fingerprints.Of(row.Field(i), print);
        }

        return print;
    }

    /// <summary>The fingerprint of the key's cells.</summary>
    public ulong KeyPrint(in TableRow row)
    {
        ulong print = 1;
        foreach (var column in keyColumns)
        {
            print = column < row.FieldCount ? KeyValues.FingerprintOf(row.Field(column), readings[column], columns[column].Type, print) : Fingerprints.Of([], print);
        }

        return print;
    }

    /// <summary>The fingerprint of the value of the column that is to be unique, beside the key; 0 where there is none.</summary>
    public ulong UniquePrint(in TableRow row) => uniqueColumn < 0 || uniqueColumn >= row.FieldCount || readings[uniqueColumn].Shape == Shape.Empty
        ? 0
        : KeyValues.FingerprintOf(row.Field(uniqueColumn), readings[uniqueColumn], columns[uniqueColumn].Type, 1);

    private int ReadCells(in TableRow row)
    {
        var filled = 0;
        var present = Math.Min(row.FieldCount, readings.Length);
        for (var i = 0; i < present; i++)
        {
            var cell = row.Field(i);
            ref var reading = ref readings[i];
            known[i] = memos[i] is { IsUseful: true } memo ? memo.Find(cell) : -1;
            if (known[i] >= 0)
            {
                reading = memos[i]!.ReadingAt(known[i]);
            }
            else
            {
                ReadCell(cell, out reading);
                known[i] = columns[i].IsQuiet(cell, reading) ? Quiet : known[i];
                saysTotal = saysTotal || (reading.Shape == Shape.Text && TotalRows.MayBegin(cell) && TotalRows.SaysTotal(row.Text(i)));
            }

            filled += reading.Shape == Shape.Empty ? 0 : 1;
        }

        readings.AsSpan(present).Clear();
        return filled;
    }

    private void ReadCell(ReadOnlySpan<byte> cell, out CellReading reading)
    {
        CellReader.Read(cell, out reading);
        if (!missingValues.IsEmpty && missingValues.Contains(cell))
        {
            reading = default;
        }
    }

    private bool HasExtraInk(in TableRow row)
    {
        for (var i = readings.Length; i < row.FieldCount; i++)
        {
            if (!WhiteSpace.Trim(row.Field(i)).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsHeaderAgain(in TableRow row)
    {
        if (firstLabel.Length == 0 || row.FieldCount < columns.Length || !row.Field(firstLabelAt).SequenceEqual(firstLabel))
        {
            return false;
        }

        var same = 0;
        for (var i = 0; i < columns.Length; i++)
        {
            same += row.Text(i) == columns[i].Header ? 1 : 0;
        }

        return same == columns.Length || (columns.Length > 2 && same * 10 >= columns.Length * 8);
    }

    /// <summary>Where the dictionary's key is in the file; nowhere unless all of it is there.</summary>
    private int[] KeyColumns(DataDictionary? dictionary)
    {
        var positions = (dictionary?.Key ?? []).Select(name => Array.FindIndex(columns, c => c.Dictionary?.Name == name)).ToArray();
        return Array.TrueForAll(positions, p => p >= 0) ? positions : [];
    }
}
