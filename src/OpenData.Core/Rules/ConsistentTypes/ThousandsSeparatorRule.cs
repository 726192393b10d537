using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;

namespace OpenData.Rules.ConsistentTypes;

/// <summary>The rule <c>thousands-separator</c>.</summary>
public sealed class ThousandsSeparatorRule() : Rule(
    "thousands-separator",
    Clause.ConsistentTypes,
    Severity.Error,
    thai: new RuleText(
        Title: "",
        Message: "",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""),
    english: new RuleText(
        Title: "",
        Message: "Row {row}: \"{value}\" has thousands separators; it should be {plain}",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    private IReadOnlyList<ColumnProfile> columns = [];

    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        columns = inspection.Columns;
    }

    /// <summary>A number such as 1,234 without quotes falls apart at its comma: a row that is too long by as many fields as it has such pairs.</summary>
    public override void Check(OddRow row, Findings findings)
    {
        if (!row.Is(RowMarks.Long))
        {
            return;
        }

        var pairs = new List<string>();
        for (var i = 0; i + 1 < row.Cells.Count; i++)
        {
            if (!row.Quoted[i] && !row.Quoted[i + 1] && IsHead(row.Cells[i]) && IsTail(row.Cells[i + 1]))
            {
                pairs.Add(row.Cells[i].Trim() + "," + row.Cells[i + 1].Trim());
            }
        }

        if (pairs.Count > 0 && pairs.Count >= row.FieldCount - columns.Count)
        {
            findings.Add(this, row.Row, row.Line, pairs[0], Fact.Of("plain", pairs[0].Replace(",", "", StringComparison.Ordinal)), Fact.Of("unquoted", pairs.Count));
        }
    }

    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns.Where(c => c.Type.IsNumeric()))
        {
            var cells = column.Tallies().Where(t => t.Shape == Shape.Thousands).Select(t => t.Tally);
            findings.AddCells(this, column, cells, sample => [Fact.Of("plain", FormattedNumbers.Plain(ThaiDigits.ToArabic(sample.Value)) ?? "?")]);
        }
    }

    private static bool IsHead(string text) => text.Trim().TrimStart('-', '฿', '$') is { Length: >= 1 and <= 3 } head && head.All(char.IsAsciiDigit);

    private static bool IsTail(string text)
    {
        var tail = text.Trim();
        return tail.Length >= 3 && tail.AsSpan(0, 3).IndexOfAnyExceptInRange('0', '9') < 0 && (tail.Length == 3 || tail[3] == '.');
    }
}
