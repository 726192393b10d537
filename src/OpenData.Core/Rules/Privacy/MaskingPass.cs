using OpenData.Rules.Scanning;

namespace OpenData.Rules.Privacy;

/// <summary>
/// Hides personal data in all findings that are kept, once the columns are known that hold it: no face of the report ever gets to see it,
/// whichever rule quoted the cell.
/// </summary>
/// <param name="inspection">The inspection, its rules finished.</param>
internal sealed class MaskingPass(Inspection inspection)
{
    /// <summary>Facts that repeat the data; the others are the program's own words or the dictionary's.</summary>
    private static readonly HashSet<string> FactsOfData = ["plain", "arabic", "becomes", "names", "suggestion", "dayFirst", "monthFirst"];

    /// <summary>A shorter value is not looked for in longer ones: it would be found everywhere.</summary>
    private const int ShortestLookedFor = 2;

    private readonly bool hasPersonalColumns = inspection.Columns.Any(c => c.IsPersonal);

    public void Run() => inspection.Findings.Rewrite(Mask);

    private Finding Mask(Finding finding)
    {
        if (finding.Code == PersonalDataRule.PublicCode)
        {
            return finding with { Header = Label(finding.Header) };
        }

        Func<string, string> hide = finding.Column is { } column && column <= inspection.Columns.Count ? text => OfColumn(inspection.Columns[column - 1], text) : text => OfRow(finding, text);
        var isAboutLabel = finding.Row is { } row && row <= inspection.Layout?.LastRowBeforeData;
        return finding with
        {
            Header = Label(finding.Header),
            Value = finding.Value is null ? null : isAboutLabel ? Masks.InText(finding.Value) : hide(finding.Value),
            Facts = [.. finding.Facts.Select(f => f.Text is { } text && FactsOfData.Contains(f.Name) ? Fact.Of(f.Name, isAboutLabel ? Names(finding, text) : hide(text)) : f)],
        };
    }

    private static string? Label(string? header) => header is null ? null : Masks.InText(header);

    private string Names(Finding finding, string text) => finding.Column is { } column ? inspection.Columns[column - 1].ShownName : Masks.InText(text);

    private static string OfColumn(ColumnProfile column, string text) => !column.IsPersonal ? text : column.IsMostlyPersonal ? Masks.Whole(text) : Masks.InText(text, isCareful: true);

    /// <summary>A value that quotes a row or one of its cells: what its personal columns hold is hidden wherever it stands.</summary>
    private string OfRow(Finding finding, string text)
    {
        if (!hasPersonalColumns)
        {
            return Masks.InText(text);
        }

        if (finding.Cells is not { } cells)
        {
            // Which cell is of which column is not known any more, so that all are hidden.
            return string.Join(Masks.Bar, text.Split(Masks.Bar).Select(Masks.Whole));
        }

        var masked = text;
        foreach (var column in inspection.Columns.Where(c => c.IsMostlyPersonal && c.Index < cells.Count))
        {
            var cell = cells[column.Index].Trim();
            if (cell.Length >= ShortestLookedFor)
            {
                masked = WithoutStart(masked.Replace(cell, Masks.Whole(cell), StringComparison.Ordinal), cell);
            }
        }

        return Masks.InText(masked, isCareful: true);
    }

    /// <summary>A cut value may end in the middle of a cell.</summary>
    private static string WithoutStart(string text, string cell)
    {
        if (text is not [.., '…'])
        {
            return text;
        }

        for (var length = Math.Min(cell.Length, text.Length - 1); length >= ShortestLookedFor; length--)
        {
            if (text.AsSpan(0, text.Length - 1).EndsWith(cell.AsSpan(0, length), StringComparison.Ordinal))
            {
                return string.Concat(text.AsSpan(0, text.Length - 1 - length), "…");
            }
        }

        return text;
    }
}
