using OpenData.Rules;

namespace OpenData.Reports;

/// <summary>How many findings a column has of a clause.</summary>
/// <param name="Errors">Errors.</param>
/// <param name="Warnings">Warnings.</param>
/// <param name="Infos">Notes.</param>
/// <param name="AtLeast">True where there may be more, which the report has counted but not kept by column.</param>
public readonly record struct HeatCell(long Errors, long Warnings, long Infos, bool AtLeast)
{
    public bool IsEmpty => Errors + Warnings + Infos == 0;

    internal HeatCell Plus(Severity severity, long more, bool atLeast) => new(
        Errors + (severity == Severity.Error ? more : 0),
        Warnings + (severity == Severity.Warning ? more : 0),
        Infos + (severity == Severity.Info ? more : 0),
        AtLeast || atLeast);
}

/// <summary>A column's findings by clause: the six clauses, then all that lies beside them.</summary>
/// <param name="Column">The column, 1 for the first; null for findings about rows or the file.</param>
/// <param name="Cells">A cell per clause.</param>
public sealed record HeatRow(int? Column, IReadOnlyList<HeatCell> Cells)
{
    public bool IsEmpty => Cells.All(c => c.IsEmpty);
}

/// <summary>Where the findings are: columns by clauses.</summary>
/// <param name="Rows">A row per column of the file, then the findings about rows or the file, if any.</param>
/// <param name="Totals">All findings by clause, whether kept or not.</param>
public sealed record HeatMap(IReadOnlyList<HeatRow> Rows, HeatRow Totals)
{
    /// <summary>The clauses in the order of the cells.</summary>
    public static readonly IReadOnlyList<Clause> Clauses =
    [
        Clause.HeaderNames, Clause.SingleHeader, Clause.NoMergedCells, Clause.ConsistentTypes, Clause.ValidDates, Clause.SingleTable, Clause.None,
    ];

    /// <summary>Counts a report's findings by column and clause.</summary>
    public static HeatMap Of(Report report)
    {
        var cells = new Dictionary<(int Column, Clause Clause), HeatCell>();
        foreach (var line in report.Summary)
        {
            AddLine(report, line, cells);
        }

        var totals = new Dictionary<(int Column, Clause Clause), HeatCell>();
        foreach (var line in report.Summary)
        {
            Add(totals, 0, ClauseOf(line.Code), line.Severity, line.Count, atLeast: false);
        }

        var rows = report.Columns.Select(c => Row(c.Index, cells)).ToList();
        if (Row(null, cells) is { IsEmpty: false } rest)
        {
            rows.Add(rest);
        }

        return new HeatMap(rows, Row(null, totals));
    }

    /// <summary>
    /// A report keeps the first findings of each column and counts all. What was not kept belongs to a column whose share is full:
    /// to the only one, or to one of several, which are then known to have at least what was kept.
    /// </summary>
    private static void AddLine(Report report, ReportSummary line, Dictionary<(int Column, Clause Clause), HeatCell> cells)
    {
        var clause = ClauseOf(line.Code);
        var kept = report.Findings.Where(f => f.Code == line.Code).GroupBy(f => f.Column ?? 0).ToList();
        var missing = line.Count - line.Kept;
        var share = kept.Count == 0 ? 0 : kept.Max(c => c.Count());
        var full = missing == 0 ? [] : kept.Where(c => c.Count() == share).Select(c => c.Key).ToList();
        foreach (var column in kept)
        {
            var count = column.LongCount(f => f.Severity == line.Severity);
            var more = full is [var only] && only == column.Key ? missing : 0;
            Add(cells, column.Key, clause, line.Severity, count + more, full.Count > 1 && full.Contains(column.Key));
        }
    }

    private static void Add(Dictionary<(int Column, Clause Clause), HeatCell> cells, int column, Clause clause, Severity severity, long count, bool atLeast)
    {
        if (count > 0)
        {
            cells[(column, clause)] = cells.GetValueOrDefault((column, clause)).Plus(severity, count, atLeast);
        }
    }

    private static HeatRow Row(int? column, Dictionary<(int Column, Clause Clause), HeatCell> cells) =>
        new(column, [.. Clauses.Select(clause => cells.GetValueOrDefault((column ?? 0, clause)))]);

    private static Clause ClauseOf(string code) => RuleBook.Find(code)?.Clause ?? Clause.None;
}
