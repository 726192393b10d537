using OpenData.Schemas;
using OpenData.Schemas.Values;
using OpenData.Tables;

namespace OpenData.Rules.Scanning;

/// <summary>The one pass over the rows: every cell is read once, ordinary rows feed the columns, the others go to the rules.</summary>
internal sealed class TableScan
{
    /// <summary>Rows between two looks at the clock and the caller.</summary>
    private const int ProgressRows = 1 << 14;

    private readonly Inspection inspection;
    private readonly IReadOnlyList<Rule> rules;
    private readonly TableReader reader;
    private readonly ColumnProfile[] columns;
    private readonly CellReading[] readings;
    private readonly byte[][] missingValues;
    private readonly byte[] firstLabel;
    private readonly TotalRows totals;
    private readonly Fingerprints rowsSeen = new(CheckLimits.UniqueKeys);
    private readonly Fingerprints keysSeen = new(CheckLimits.UniqueKeys);
    private readonly int[] keyColumns;

    public TableScan(Inspection inspection, IReadOnlyList<Rule> rules, TableReader reader)
    {
        this.inspection = inspection;
        this.rules = rules;
        this.reader = reader;
        columns = [.. inspection.Columns];
        readings = new CellReading[columns.Length];
        totals = new TotalRows(columns.Length);
        firstLabel = System.Text.Encoding.UTF8.GetBytes(columns.Length > 0 ? columns[0].Header : "");
        var dictionary = inspection.Submission.Dictionary;
        missingValues = [.. (dictionary?.MissingValues ?? []).Where(v => v.Length > 0).Select(System.Text.Encoding.UTF8.GetBytes)];
        keyColumns = KeyColumns(dictionary);
    }

    public void Run(IProgress<CheckProgress>? progress, CancellationToken cancellation)
    {
        var lastHead = inspection.Layout!.LastRowBeforeData;
        while (reader.Read())
        {
            inspection.AllRows = reader.Row;
            if (reader.Row > lastHead)
            {
                ReadRow();
            }

            if (reader.Row % ProgressRows == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(new CheckProgress(reader.Offset, reader.Row));
            }
        }

        inspection.ReachedUniquenessBound = rowsSeen.IsFull || keysSeen.IsFull;
    }

    private void ReadRow()
    {
        var filled = ReadCells(out var extraFilled);
        var marks = reader.Fault == RowFault.None ? RowMarks.None : RowMarks.Malformed;
        marks |= filled + extraFilled == 0 && reader.Fault == RowFault.None ? RowMarks.Blank : Marks(filled);
        if ((marks & (RowMarks.Blank | RowMarks.Note | RowMarks.Total | RowMarks.RepeatedHeader)) == 0)
        {
            inspection.DataRows++;
            if ((marks & RowMarks.Long) == 0 && reader.Fault != RowFault.TooLong)
            {
                marks |= Repeats();
                AddToColumns();
            }
        }

        if (marks != RowMarks.None)
        {
            var isBlank = (marks & RowMarks.Blank) != 0;
            var row = new OddRow(marks, reader.Row, reader.Line, reader.FieldCount, isBlank ? [] : Cells(), isBlank ? [] : Quoted(), reader.Fault, inspection.LastDataRow);
            foreach (var rule in rules)
            {
                rule.Check(row, inspection.Findings);
            }

            if (isBlank)
            {
                return;
            }
        }

        inspection.LastDataRow = reader.Row;
    }

    private int ReadCells(out int extraFilled)
    {
        var filled = 0;
        var present = Math.Min(reader.FieldCount, readings.Length);
        for (var i = 0; i < present; i++)
        {
            var cell = reader.Field(i);
            readings[i] = missingValues.Length > 0 && IsMissing(cell) ? default : CellReader.Read(cell);
            filled += readings[i].Shape == Shape.Empty ? 0 : 1;
        }

        readings.AsSpan(present).Clear();
        extraFilled = 0;
        for (var i = readings.Length; i < reader.FieldCount; i++)
        {
            extraFilled += WhiteSpace.Trim(reader.Field(i)).IsEmpty ? 0 : 1;
        }

        return filled;
    }

    private bool IsMissing(ReadOnlySpan<byte> cell)
    {
        foreach (var missing in missingValues)
        {
            if (cell.SequenceEqual(missing))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What sets a row with ink apart.</summary>
    private RowMarks Marks(int filled)
    {
        var marks = reader.FieldCount < columns.Length ? RowMarks.Short : reader.FieldCount > columns.Length ? RowMarks.Long : RowMarks.None;
        if (IsHeaderAgain())
        {
            return marks | RowMarks.RepeatedHeader;
        }

        if (columns.Length >= 3 && filled <= Math.Max(1, columns.Length / 3) && NoteRows.IsNote(Cells(), columns.Length))
        {
            // A note is told as a note, not also for the cells that it lacks.
            return (marks & ~RowMarks.Short) | RowMarks.Note;
        }

        var isLabelled = MaySayTotal();
        return (isLabelled || IsLoneNumbers(filled)) && totals.IsTotal(readings, isLabelled) ? marks | RowMarks.Total : marks;
    }

    private bool IsHeaderAgain()
    {
        if (firstLabel.Length == 0 || reader.FieldCount < columns.Length || !reader.Field(0).SequenceEqual(firstLabel))
        {
            return false;
        }

        var same = 0;
        for (var i = 0; i < columns.Length; i++)
        {
            same += reader.Text(i) == columns[i].Header ? 1 : 0;
        }

        return same == columns.Length || (columns.Length > 2 && same * 10 >= columns.Length * 8);
    }

    /// <summary>True for a row of which nothing is filled but a few numbers, as totals without a label are.</summary>
    private bool IsLoneNumbers(int filled) =>
        columns.Length >= 3 && filled <= Math.Max(1, columns.Length / 3) && inspection.DataRows > 1 && Array.TrueForAll(readings, r => r.Shape == Shape.Empty || r.Shape.IsNumeric());

    private bool MaySayTotal()
    {
        for (var i = 0; i < Math.Min(reader.FieldCount, columns.Length); i++)
        {
            // Total words begin with ร, ผ, ย, ท or t, g, s, o, a.
            if (readings[i].Shape == Shape.Text
                && WhiteSpace.Trim(reader.Field(i)) is [0xE0, 0xB8, 0xA3 or 0x9C or 0xA2 or 0x97, ..] or [(byte)'t' or (byte)'T' or (byte)'g' or (byte)'G' or (byte)'s' or (byte)'S' or (byte)'o' or (byte)'O' or (byte)'a' or (byte)'A', ..]
                && reader.Field(i).Length < 120
                && TotalRows.SaysTotal(reader.Text(i)))
            {
                return true;
            }
        }

        return false;
    }

    private RowMarks Repeats()
    {
        var marks = rowsSeen.Add(Fingerprints.Of(reader.RawRow)) ? RowMarks.None : RowMarks.Duplicate;
        if (keyColumns.Length == 0)
        {
            return marks;
        }

        ulong key = 1;
        foreach (var column in keyColumns)
        {
            key = Fingerprints.Of(column < reader.FieldCount ? reader.Field(column) : [], key);
        }

        return keysSeen.Add(key) ? marks : marks | RowMarks.DuplicateKey;
    }

    private void AddToColumns()
    {
        totals.Add(readings);
        var present = Math.Min(reader.FieldCount, columns.Length);
        for (var i = 0; i < present; i++)
        {
            columns[i].Add(reader.Row, reader.Line, reader.Field(i), readings[i]);
        }
    }

    private string[] Cells()
    {
        var cells = new string[reader.FieldCount];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = reader.Text(i);
        }

        return cells;
    }

    private bool[] Quoted()
    {
        var quoted = new bool[reader.FieldCount];
        for (var i = 0; i < quoted.Length; i++)
        {
            quoted[i] = reader.RawField(i) is [(byte)'"', ..];
        }

        return quoted;
    }

    /// <summary>Where the dictionary's key is in the file; nowhere unless all of it is there.</summary>
    private int[] KeyColumns(DataDictionary? dictionary)
    {
        if (dictionary is null || dictionary.Key.Count == 0)
        {
            return [];
        }

        var positions = dictionary.Key.Select(name => Array.FindIndex(columns, c => c.Dictionary?.Name == name)).ToArray();
        return Array.TrueForAll(positions, p => p >= 0) ? positions : [];
    }
}
