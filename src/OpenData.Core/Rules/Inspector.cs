using OpenData.Intake;
using OpenData.Rules.Layouts;
using OpenData.Rules.Privacy;
using OpenData.Rules.Scanning;
using OpenData.Schemas;
using OpenData.Tables;

namespace OpenData.Rules;

/// <summary>Reads a submission once and lets every rule look at it. Whatever the file is, the answer is findings, never an exception.</summary>
public static class Inspector
{
    /// <summary>Checks a file against the rule book.</summary>
    /// <param name="submission">The file and its dictionary.</param>
    /// <param name="options">What the caller chose.</param>
    /// <param name="progress">Told how far the check has come, or null.</param>
    /// <param name="cancellation">Stops the check.</param>
    public static Inspection Inspect(Submission submission, CheckOptions options, IProgress<CheckProgress>? progress = null, CancellationToken cancellation = default) =>
        Inspect(submission, options, sink: null, prepared: null, progress, cancellation);

    /// <summary>Checks a file, and tells <paramref name="prepared"/> when its head is read and its rows are about to be.</summary>
    internal static Inspection Inspect(Submission submission, CheckOptions options, Action<Inspection> prepared, IProgress<CheckProgress>? progress, CancellationToken cancellation) =>
        Inspect(submission, options, sink: null, prepared, progress, cancellation);

    /// <summary>Checks a file, and gives every row to <paramref name="sink"/> as it is classified.</summary>
    internal static Inspection Inspect(Submission submission, CheckOptions options, RowSink sink, IProgress<CheckProgress>? progress, CancellationToken cancellation) =>
        Inspect(submission, options, sink, prepared: null, progress, cancellation);

    private static Inspection Inspect(Submission submission, CheckOptions options, RowSink? sink, Action<Inspection>? prepared, IProgress<CheckProgress>? progress, CancellationToken cancellation)
    {
        var inspection = new Inspection(submission, options);
        var rules = RuleBook.NewRules();
        if (submission.Upload.Kind != FileKind.Csv)
        {
            Conclude(inspection, rules);
            return inspection;
        }

        var table = Table.Open(submission.Upload);
        inspection.Table = table;
        using var reader = table.Read();
        var head = Head(reader);
        inspection.Layout = HeaderFinder.Find(head, submission.Dictionary);
        inspection.Unread = [.. head.Where(r => r.Fault == RowFault.TooLong && (inspection.Layout is null || r.Row <= inspection.Layout.LastRowBeforeData))];
        if (inspection.Layout is null)
        {
            Conclude(inspection, rules);
            return inspection;
        }

        Prepare(inspection, rules);
        prepared?.Invoke(inspection);
        if (sink is not null || !MayBeShared(inspection))
        {
            ScanInOrder(inspection, rules, reader, sink, progress, cancellation);
        }
        else if (!ParallelScan.TryRun(inspection, rules, progress, cancellation))
        {
            // What has been told until then is of no use: everything begins anew.
            inspection = inspection.Anew();
            rules = RuleBook.NewRules();
            Prepare(inspection, rules);
            ScanInOrder(inspection, rules, reader, sink, progress, cancellation);
        }

        foreach (var column in inspection.Columns.Where(c => c.Dictionary is null))
        {
            TypeInference.Infer(column, options.TypeThreshold);
        }

        foreach (var rule in rules)
        {
            rule.Finish(inspection, inspection.Findings);
        }

        new MaskingPass(inspection).Run();
        return inspection;
    }

    private static void ScanInOrder(Inspection inspection, IReadOnlyList<Rule> rules, TableReader reader, RowSink? sink, IProgress<CheckProgress>? progress, CancellationToken cancellation)
    {
        reader.Rewind();
        new TableScan(inspection, rules, reader, sink).Run(progress, cancellation);
    }

    /// <summary>Reads the rows of an inspected file once more: the same rows get the same marks, because the same scan gives them.</summary>
    internal static void Replay(Inspection inspection, RowSink sink, IProgress<CheckProgress>? progress, CancellationToken cancellation)
    {
        var again = inspection.Anew(inspection.Options with { Keep = 0 });
        Prepare(again, []);
        using var reader = inspection.Table!.Read();
        new TableScan(again, [], reader, sink).Run(progress, cancellation);
    }

    /// <summary>True where several threads may read the file: it is large enough, and at most one column's values are to be unique.</summary>
    private static bool MayBeShared(Inspection inspection) =>
        inspection.Options.Threads > 1
        && inspection.Options.DistinctLimit <= CheckLimits.Distinct
        && inspection.Submission.Upload.Bytes >= CheckLimits.ParallelBytes
        && inspection.Columns.Count(c => c.RemembersCells) <= 1;

    /// <summary>A file without a table is told by the rules that look at the file alone.</summary>
    private static void Conclude(Inspection inspection, IReadOnlyList<Rule> rules)
    {
        foreach (var rule in rules)
        {
            rule.Start(inspection, inspection.Findings);
        }

        new MaskingPass(inspection).Run();
    }

    private static List<HeadRow> Head(TableReader reader)
    {
        var rows = new List<HeadRow>();
        while (rows.Count < CheckLimits.PreambleRows && reader.Read())
        {
            var cells = new string[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = reader.Text(i);
            }

            rows.Add(new HeadRow(reader.Row, reader.Line, cells, reader.Fault));
        }

        return rows;
    }

    private static void Prepare(Inspection inspection, IReadOnlyList<Rule> rules)
    {
        var labels = inspection.Layout!.Labels;
        var dictionary = inspection.Submission.Dictionary;
        var matches = dictionary is null ? null : HeaderMatch.Match(labels, dictionary);
        var names = Identifiers.For(labels);
        inspection.Columns =
        [
            .. labels.Select((label, i) => matches is not null && matches[i] >= 0
                ? new ColumnProfile(i, label, dictionary!.Columns[matches[i]].Name, dictionary.Columns[matches[i]], inspection.Options.Keep, inspection.Options.DistinctLimit)
                : new ColumnProfile(i, label, names[i], null, inspection.Options.Keep, inspection.Options.DistinctLimit)),
        ];
        inspection.MissingColumns = dictionary is null ? [] : [.. dictionary.Columns.Where((_, i) => !matches!.Contains(i)).Select(c => c.Name)];
        foreach (var rule in rules)
        {
            rule.Start(inspection, inspection.Findings);
            foreach (var column in inspection.Columns)
            {
                if (rule.TestFor(column, inspection) is { } test)
                {
                    column.AddTest(rule, test);
                }
            }
        }
    }
}
