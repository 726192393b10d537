using OpenData.Rules.Scanning;

namespace OpenData.Rules;

/// <summary>Counts every finding and keeps the first of each code and column.</summary>
/// <param name="keep">How many are kept per code and column.</param>
public sealed class Findings(int keep)
{
    private readonly List<Finding> kept = [];
    private readonly Dictionary<(string Code, Severity Severity), (long Count, int Kept)> totals = [];
    private readonly Dictionary<Clause, (long Errors, long Warnings)> clauses = [];
    private readonly Dictionary<(string Code, int Column), int> keptPerColumn = [];

    /// <summary>The cells of the row that the rules look at, or null between rows.</summary>
    internal IReadOnlyList<string>? CurrentCells { get; set; }

    /// <summary>The findings that were kept.</summary>
    public IReadOnlyList<Finding> Kept => kept;

    /// <summary>How often each rule was broken with which severity, and how many of those are kept.</summary>
    public IReadOnlyDictionary<(string Code, Severity Severity), (long Count, int Kept)> Totals => totals;

    /// <summary>Errors and warnings of a clause.</summary>
    public (long Errors, long Warnings) Of(Clause clause) => clauses.GetValueOrDefault(clause);

    /// <summary>True where one more finding of this rule in this column would be kept.</summary>
    public bool Keeps(Rule rule, int? column = null) => keptPerColumn.GetValueOrDefault((rule.Code, column ?? 0)) < keep;

    /// <summary>A finding about the file as a whole.</summary>
    public void Add(Rule rule, params ReadOnlySpan<Fact> facts) => Add(rule, rule.Severity, null, null, null, null, null, facts);

    /// <summary>A finding about a row.</summary>
    public void Add(Rule rule, long row, long line, string? value, params ReadOnlySpan<Fact> facts) => Add(rule, rule.Severity, row, line, null, null, value, facts);

    /// <summary>A finding about a column, or about a cell of it.</summary>
    public void Add(Rule rule, ColumnProfile column, CellSample? cell, params ReadOnlySpan<Fact> facts) => Add(rule, rule.Severity, column, cell, facts);

    /// <summary>A finding about a column with another severity than the rule's own.</summary>
    public void Add(Rule rule, Severity severity, ColumnProfile column, CellSample? cell, params ReadOnlySpan<Fact> facts) =>
        Add(rule, severity, cell?.Row, cell?.Line, column.Index + 1, column.Header, cell?.Value, facts);

    /// <summary>All cells of a column that break a rule: all are counted, the first are kept.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="column">The column.</param>
    /// <param name="tallies">The cells.</param>
    /// <param name="facts">Makes the facts of a cell that is kept, or null for none.</param>
    public void AddCells(Rule rule, ColumnProfile column, IEnumerable<Tally> tallies, Func<CellSample, Fact[]>? facts = null)
    {
        long total = 0;
        var samples = new List<CellSample>();
        foreach (var tally in tallies)
        {
            total += tally.Count;
            samples.AddRange(tally.Samples);
        }

        var first = samples.OrderBy(s => s.Row).Take(keep).ToList();
        foreach (var sample in first)
        {
            Add(rule, column, sample, facts?.Invoke(sample) ?? []);
        }

        Count(rule, rule.Severity, total - first.Count);
    }

    /// <summary>A finding in full.</summary>
    public void Add(Rule rule, Severity severity, long? row, long? line, int? column, string? header, string? value, params ReadOnlySpan<Fact> facts)
    {
        Count(rule, severity, 1);
        var place = (rule.Code, column ?? 0);
        var before = keptPerColumn.GetValueOrDefault(place);
        if (before >= keep)
        {
            return;
        }

        keptPerColumn[place] = before + 1;
        var (count, held) = totals[(rule.Code, severity)];
        totals[(rule.Code, severity)] = (count, held + 1);
        kept.Add(new Finding
        {
            Code = rule.Code,
            Severity = severity,
            Clause = rule.Clause,
            Row = row,
            Line = line,
            Column = column,
            Header = header is null ? null : CellText.Cut(header),
            Value = value is null ? null : CellText.Cut(value),
            Facts = facts.ToArray(),
            Cells = row is null ? null : CurrentCells,
        });
    }

    /// <summary>Puts others in the place of the findings that were kept; nothing is counted anew.</summary>
    internal void Rewrite(Func<Finding, Finding> change)
    {
        for (var i = 0; i < kept.Count; i++)
        {
            kept[i] = change(kept[i]) with { Cells = null };
        }
    }

    /// <summary>Counts findings that are not kept.</summary>
    internal void Count(Rule rule, Severity severity, long more)
    {
        if (more == 0)
        {
            return;
        }

        var (count, held) = totals.GetValueOrDefault((rule.Code, severity));
        totals[(rule.Code, severity)] = (count + more, held);
        var (errors, warnings) = clauses.GetValueOrDefault(rule.Clause);
        clauses[rule.Clause] = severity switch
        {
            Severity.Error => (errors + more, warnings),
            Severity.Warning => (errors, warnings + more),
            _ => (errors, warnings),
        };
    }
}
