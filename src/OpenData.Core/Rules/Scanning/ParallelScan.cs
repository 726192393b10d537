using OpenData.Tables;

namespace OpenData.Rules.Scanning;

/// <summary>
/// The pass over the rows on several threads, for files in which no row depends on the rows before it. Each thread counts into columns of
/// its own, which are added up in the end; rows that are not ordinary reach the rules in order. Where a row needs its forerunners (a
/// total to be proved, a duplicate to be shown, bad quoting) the pass gives up, and <see cref="TableScan"/>, which defines what is right,
/// begins anew. So a report is the same for any number of threads.
/// </summary>
internal sealed class ParallelScan : IDisposable
{
    private readonly Inspection inspection;
    private readonly long lastHead;
    private readonly ThreadLocal<RowScanner> scanners;
    private readonly Fingerprints rowsSeen = new(CheckLimits.UniqueKeys);
    private readonly Fingerprints keysSeen = new(CheckLimits.UniqueKeys);
    private readonly Fingerprints valuesSeen = new(CheckLimits.UniqueKeys);
    private volatile bool needsOrder;

    private ParallelScan(Inspection inspection)
    {
        this.inspection = inspection;
        lastHead = inspection.Layout!.LastRowBeforeData;
        scanners = new ThreadLocal<RowScanner>(
            () => new RowScanner([.. inspection.Columns.Select(c => c.Fork())], inspection.Submission.Dictionary),
            trackAllValues: true);
    }

    /// <summary>What a thread says of a row.</summary>
    private readonly record struct Result(OddRow? Odd, bool IsHead, ulong RowPrint, ulong KeyPrint, ulong UniquePrint);

    /// <summary>Reads all rows; false where the file is not one for several threads: what was told until then is to be thrown away.</summary>
    public static bool TryRun(Inspection inspection, IReadOnlyList<Rule> rules, IProgress<CheckProgress>? progress, CancellationToken cancellation)
    {
        using var scan = new ParallelScan(inspection);
        return scan.Run(rules, progress, cancellation);
    }

    public void Dispose() => scanners.Dispose();

    private bool Run(IReadOnlyList<Rule> rules, IProgress<CheckProgress>? progress, CancellationToken cancellation)
    {
        var (all, data, last) = (0L, 0L, 0L);
        var results = ParallelRows.Read(inspection.Table!, inspection.Options.Threads, Read, out var isWhole);
        foreach (var result in results)
        {
            if (needsOrder || !IsNew(result))
            {
                return false;
            }

            all++;
            data += result.IsHead || result.Odd is { } row && (row.Marks & RowMarks.NoData) != 0 ? 0 : 1;
            if (result.Odd is not null)
            {
                inspection.Tell(rules, result.Odd with { LastDataRow = last });
            }

            last = result.IsHead || result.Odd?.Marks == RowMarks.Blank ? last : all;
            if (all % TableScan.ProgressRows == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(new CheckProgress((long)(inspection.Submission.Upload.Bytes * 0.99), all));
            }
        }

        if (!isWhole() || needsOrder)
        {
            return false;
        }

        Conclude(all, data, last);
        return true;
    }

    private Result Read(in TableRow row)
    {
        if (row.Row <= lastHead || needsOrder)
        {
            return new Result(null, IsHead: true, 0, 0, 0);
        }

        var scanner = scanners.Value!;
        var marks = scanner.Read(row);
        if (scanner.MayBeTotal)
        {
            needsOrder = true;
        }

        var (rowPrint, keyPrint, uniquePrint) = (0UL, 0UL, 0UL);
        if ((marks & (RowMarks.NoData | RowMarks.Long)) == 0)
        {
            scanner.Count(row);
            if (inspection.Options.Uniqueness)
            {
                rowPrint = RowScanner.RowPrint(row);
                keyPrint = scanner.HasKey ? scanner.KeyPrint(row) : 0;
                uniquePrint = scanner.UniquePrint(row);
            }
        }

        return new Result(
            marks == RowMarks.None ? null : new OddRow(marks, row.Row, row.Line, row.FieldCount, marks == RowMarks.Blank ? [] : row.Texts(), marks == RowMarks.Blank ? [] : row.Quoted(), row.Fault, 0),
            IsHead: false,
            rowPrint,
            keyPrint,
            uniquePrint);
    }

    private bool IsNew(in Result result) =>
        (result.RowPrint == 0 || rowsSeen.Add(result.RowPrint))
        && (result.KeyPrint == 0 || keysSeen.Add(result.KeyPrint))
        && (result.UniquePrint == 0 || valuesSeen.Add(result.UniquePrint));

    private void Conclude(long all, long data, long last)
    {
        foreach (var part in scanners.Values)
        {
            part.Settle();
            for (var i = 0; i < part.Columns.Length; i++)
            {
                inspection.Columns[i].Add(part.Columns[i]);
            }
        }

        (inspection.AllRows, inspection.DataRows, inspection.LastDataRow) = (all, data, last);
        inspection.ReachedUniquenessBound = rowsSeen.IsFull || keysSeen.IsFull;
    }
}
