using OpenData.Rules;
using OpenData.Rules.Layouts;
using OpenData.Schemas.Values;
using OpenData.Tables;

namespace OpenData.Publishing.Repair;

/// <summary>Makes the first rows of the new file: title rows go, and under repair one line of clean labels stays.</summary>
internal sealed class HeaderRepair(Inspection inspection, RepairTally changes)
{
    private readonly Layout layout = inspection.Layout!;

    /// <summary>The rows above the data as they are to be written: header rows, or what stands above data that have no header.</summary>
    /// <param name="repairs">True to join header rows and to clean labels.</param>
    /// <param name="isDropped">Which columns are left out.</param>
    public IEnumerable<IReadOnlyList<string>> Rows(bool repairs, IReadOnlyList<bool> isDropped)
    {
        var hasHeader = layout.Headers.Count > 0;
        foreach (var row in layout.Above.Where(r => hasHeader || r.Filled == 0))
        {
            changes.Add(new RepairChange(row.Row, row.Line, null, null, row.Filled == 0 ? RepairKind.BlankRow : RepairKind.TitleRow, string.Join(",", row.Cells), null));
        }

        if (!hasHeader)
        {
            return layout.Above.Where(r => r.Filled > 0).Select(r => r.Cells);
        }

        TellBlankRowsBetween();
        return repairs ? [[.. Labels().Where((_, i) => !isDropped[i])]] : layout.Headers.Select(h => h.Cells);
    }

    private void TellBlankRowsBetween()
    {
        for (var row = layout.Headers[0].Row; row < layout.Headers[^1].Row; row++)
        {
            if (layout.Headers.All(h => h.Row != row))
            {
                changes.Add(new RepairChange(row, null, null, null, RepairKind.BlankRow, null, null));
            }
        }
    }

    private List<string> Labels()
    {
        foreach (var header in layout.Headers.Skip(1))
        {
            changes.Add(new RepairChange(header.Row, header.Line, null, null, RepairKind.MultiRowHeader, string.Join(",", header.Cells), string.Join(",", layout.Labels)));
        }

        var labels = new List<string>();
        for (var i = 0; i < layout.Labels.Count; i++)
        {
            var label = layout.Labels[i];
            var clean = LabelText.Clean(label);
            if (IsQuotedAfterSpace(clean))
            {
                changes.Add(new RepairChange(layout.HeaderRow, layout.HeaderLine, i + 1, label, RepairKind.Quoting, label, clean[1..^1]));
                clean = LabelText.Clean(clean[1..^1]);
            }
            else if (clean != label)
            {
                var kind = label.AsSpan().Trim().ContainsAny('\n', '\r') ? RepairKind.LineBreakInLabel : RepairKind.LabelSpaces;
                changes.Add(new RepairChange(layout.HeaderRow, layout.HeaderLine, i + 1, label, kind, label, clean));
            }

            labels.Add(clean);
        }

        return labels;
    }

    /// <summary>A space before the quote makes the quotes a part of the label; where the row is told for it, they are none.</summary>
    private bool IsQuotedAfterSpace(string label) =>
        layout.Headers[0].Fault == RowFault.StrayQuote && label is ['"', _, .., '"'] && label.AsSpan(1, label.Length - 2).IndexOf('"') < 0;
}
