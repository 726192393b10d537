using OpenData.Tables;

namespace OpenData.Rules.Scanning;

/// <summary>The one pass over the rows: every cell is read once, ordinary rows feed the columns, the others go to the rules.</summary>
internal sealed class TableScan
{
    /// <summary>Rows between two looks at the clock and the caller.</summary>
    public const int ProgressRows = 1 << 14;

    private readonly Inspection inspection;
    private readonly IReadOnlyList<Rule> rules;
    private readonly TableReader reader;
    private readonly RowSink? sink;
    private readonly RowScanner scanner;
    private readonly TotalRows totals;
    private readonly Fingerprints rowsSeen = new(CheckLimits.UniqueKeys);
    private readonly Fingerprints keysSeen = new(CheckLimits.UniqueKeys);

    public TableScan(Inspection inspection, IReadOnlyList<Rule> rules, TableReader reader, RowSink? sink = null)
    {
        this.inspection = inspection;
        this.rules = rules;
        this.reader = reader;
        this.sink = sink;
        scanner = new RowScanner([.. inspection.Columns], inspection.Submission.Dictionary);
        totals = new TotalRows(inspection.Columns.Count);
    }

    public void Run(IProgress<CheckProgress>? progress, CancellationToken cancellation)
    {
        var lastHead = inspection.Layout!.LastRowBeforeData;
        while (reader.Read())
        {
            inspection.AllRows = reader.Row;
            if (reader.Row > lastHead)
            {
                ReadRow(reader.Current);
            }

            if (reader.Row % ProgressRows == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(new CheckProgress(reader.Offset, reader.Row));
            }
        }

        scanner.Settle();
        inspection.ReachedUniquenessBound = rowsSeen.IsFull || keysSeen.IsFull;
    }

    private void ReadRow(in TableRow row)
    {
        var marks = scanner.Read(row);
        if (scanner.MayBeTotal && totals.IsTotal(scanner.Readings, scanner.SaysItIsTotal) && inspection.DataRows > 1)
        {
            marks |= RowMarks.Total;
        }

        if ((marks & RowMarks.NoData) == 0)
        {
            inspection.DataRows++;
            if ((marks & RowMarks.Long) == 0 && row.Fault != RowFault.TooLong)
            {
                marks |= inspection.Options.Uniqueness ? Repeats(row) : RowMarks.None;
                totals.Add(scanner.Readings);
                scanner.Count(row);
            }
        }

        sink?.Invoke(reader, scanner.Readings, marks);
        if (marks != RowMarks.None)
        {
            var isBlank = (marks & RowMarks.Blank) != 0;
            inspection.Tell(rules, new OddRow(marks, row.Row, row.Line, row.FieldCount, isBlank ? [] : row.Texts(), isBlank ? [] : row.Quoted(), row.Fault, inspection.LastDataRow));
            if (isBlank)
            {
                return;
            }
        }

        inspection.LastDataRow = row.Row;
    }

    private RowMarks Repeats(in TableRow row)
    {
        var marks = rowsSeen.Add(RowScanner.RowPrint(row)) ? RowMarks.None : RowMarks.Duplicate;
        return !scanner.HasKey || keysSeen.Add(scanner.KeyPrint(row)) ? marks : marks | RowMarks.DuplicateKey;
    }
}
