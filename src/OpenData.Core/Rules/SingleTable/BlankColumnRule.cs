using OpenData.Rules.Scanning;
using OpenData.Schemas;

namespace OpenData.Rules.SingleTable;

/// <summary>The rule <c>blank-column</c>.</summary>
public sealed class BlankColumnRule() : Rule(
    "blank-column",
    Clause.SingleTable,
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
        Message: "Column {column} (\"{header}\") has no value",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns.Where(c => c.Values == 0 && c.Empty > 0))
        {
            // A column with a name may be waiting for its first value; one without is left over from a sheet.
            findings.Add(this, HeaderMatch.Fold(column.Header).Length == 0 ? Severity.Error : Severity.Warning, column, null, Fact.Of("rows", inspection.DataRows));
        }
    }
}
