using OpenData.Intake;
using OpenData.Registry;
using OpenData.Rules;
using OpenData.Rules.Scanning;
using OpenData.Schemas;
using OpenData.Schemas.Values;

namespace OpenData.Reports;

/// <summary>Makes the report of an inspection: the same inspection gives the same report.</summary>
public static class ReportBuilder
{
    private static readonly Clause[] Clauses =
    [
        Clause.HeaderNames, Clause.SingleHeader, Clause.NoMergedCells, Clause.ConsistentTypes, Clause.ValidDates, Clause.SingleTable,
    ];

    /// <summary>The report of a finished inspection.</summary>
    public static Report Build(Inspection inspection)
    {
        var findings = inspection.Findings;
        return new Report
        {
            RuleBook = Rules.RuleBook.Version,
            File = File(inspection),
            Dictionary = inspection.Submission.Dictionary is { } dictionary ? new ReportDictionary(dictionary.Sha256, dictionary.Columns.Count) : null,
            Clauses = [.. Clauses.Select(c => new ReportClause(c, findings.Of(c).Errors, findings.Of(c).Warnings))],
            Counts = new FindingCounts(Count(findings, Severity.Error), Count(findings, Severity.Warning), Count(findings, Severity.Info)),
            Summary =
            [
                .. findings.Totals
                    .OrderBy(t => t.Key.Severity)
                    .ThenBy(t => RuleBook.PlaceOf(t.Key.Code))
                    .Select(t => new ReportSummary(t.Key.Code, t.Key.Severity, t.Value.Count, t.Value.Kept)),
            ],
            Columns = [.. inspection.Columns.Select(Column)],
            Findings =
            [
                .. findings.Kept
                    .OrderBy(f => f.Row ?? 0)
                    .ThenBy(f => f.Column ?? 0)
                    .ThenBy(f => RuleBook.PlaceOf(f.Code)),
            ],
        };
    }

    private static long Count(Findings findings, Severity severity) => findings.Totals.Where(t => t.Key.Severity == severity).Sum(t => t.Value.Count);

    private static ReportFile File(Inspection inspection)
    {
        var upload = inspection.Submission.Upload;
        return new ReportFile(
            upload.Name,
            upload.Sha256,
            upload.Bytes,
            FileKinds.NameOf(upload.Kind),
            upload.Text is { } text ? Decoders.NameOf(text.Encoding) : null,
            inspection.Table?.Separator.ToString(),
            upload.Text is { } endings ? LineEnding(endings, inspection.AllRows) : null,
            Sheet: null,
            inspection.Layout?.HeaderRow,
            inspection.DataRows,
            inspection.Columns.Count);
    }

    /// <summary>Line breaks inside quoted cells end no row: what ends nearly all rows is the file's line ending.</summary>
    internal static string? LineEnding(TextFacts text, long rows) => (text.CrLf, text.Lf, text.Cr) switch
    {
        (0, 0, 0) => null,
        var (crLf, lf, cr) when crLf >= rows - 1 && crLf >= Math.Max(lf, cr) => "crlf",
        var (crLf, lf, cr) when lf >= rows - 1 && lf >= Math.Max(crLf, cr) => "lf",
        var (crLf, lf, cr) when cr >= rows - 1 && cr >= Math.Max(crLf, lf) => "cr",
        _ => "mixed",
    };

    private static ReportColumn Column(ColumnProfile column)
    {
        var hasOrder = !column.Type.IsTextual() && column.Type != ColumnType.Boolean;
        return new ReportColumn(
            column.Index + 1,
            column.Header,
            column.Name,
            ColumnTypes.NameOf(column.Type),
            column.Values,
            column.Empty,
            hasOrder ? column.Least : null,
            hasOrder ? column.Greatest : null,
            column.DistinctValues);
    }
}
