using System.Text.RegularExpressions;
using System.Text;
using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;

namespace OpenData.Rules.Conformity;

/// <summary>The rule <c>pattern-mismatch</c>.</summary>
public sealed class PatternMismatchRule() : Rule(
    "pattern-mismatch",
    Clause.None,
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
        Message: "Row {row}, column \"{header}\": \"{value}\" does not match the pattern {pattern}",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    /// <inheritdoc/>
    public override CellTest? TestFor(ColumnProfile column, Inspection inspection)
    {
        if (column.Dictionary is not { Pattern: { } pattern })
        {
            return null;
        }

        var regex = new Regex($"^(?:{pattern})$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        return (ReadOnlySpan<byte> cell, in CellReading reading) => reading.Shape != Shape.Empty && !IsMatch(regex, cell);
    }

    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns)
        {
            if (column.ResultOf(this) is { } tally)
            {
                findings.AddCells(this, column, [tally], _ => [Fact.Of("pattern", column.Dictionary!.Pattern!)]);
            }
        }
    }

    private static bool IsMatch(Regex regex, ReadOnlySpan<byte> cell)
    {
        Span<char> text = cell.Length <= 256 ? stackalloc char[256] : new char[cell.Length];

        // In .NET a $ also matches before a last line feed, which is no end of a value.
        return Encoding.UTF8.TryGetChars(cell, text, out var length) && text[..length] is not [.., '\n'] && regex.IsMatch(text[..length]);
    }
}
