using System.Text;
using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;

namespace OpenData.Rules.Conformity;

/// <summary>The rule <c>not-in-code-list</c>.</summary>
public sealed class NotInCodeListRule() : Rule(
    "not-in-code-list",
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
        Message: "Row {row}, column \"{header}\": \"{value}\" is not in the code list ({codes})",
        Why: "",
        Fix: "",
        Bad: "",
        Good: ""))
{
    /// <inheritdoc/>
    public override CellTest? TestFor(ColumnProfile column, Inspection inspection)
    {
        if (column.Dictionary is not { Codes: { Count: > 0 } codes })
        {
            return null;
        }

        var known = codes.Select(c => c.Code).ToHashSet(StringComparer.Ordinal);
        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        var longest = known.Max(c => c.Length);
        return (ReadOnlySpan<byte> cell, in CellReading reading) => reading.Shape != Shape.Empty && !Contains(lookup, longest, WhiteSpace.Trim(cell));
    }

    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns)
        {
            if (column.ResultOf(this) is { } tally)
            {
                findings.AddCells(this, column, [tally], _ => [Fact.Of("codes", Shown(column))]);
            }
        }
    }

    private static bool Contains(HashSet<string>.AlternateLookup<ReadOnlySpan<char>> codes, int longest, ReadOnlySpan<byte> cell)
    {
        if (cell.Length > longest * 3)
        {
            return false;
        }

        Span<char> text = cell.Length <= 256 ? stackalloc char[256] : new char[cell.Length];
        return Encoding.UTF8.TryGetChars(cell, text, out var length) && codes.Contains(text[..length]);
    }

    private static string Shown(ColumnProfile column)
    {
        var codes = column.Dictionary!.Codes;
        return string.Join(", ", codes.Take(10).Select(c => c.Code)) + (codes.Count > 10 ? ", …" : "");
    }
}
