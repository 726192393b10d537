using System.Globalization;
using OpenData.Publishing.Comparison;
using OpenData.Store;

namespace OpenData.Cli.Output;

/// <summary>A comparison for people: the counts, then what changed, one line each.</summary>
internal static class ComparisonText
{
    public static IEnumerable<string> Lines(ReleaseComparison comparison, Terminal terminal)
    {
        var by = comparison.Key.Count > 0
            ? terminal.Say($"ตามคีย์ {string.Join(", ", comparison.Key)}", $"by the key {string.Join(", ", comparison.Key)}")
            : terminal.Say("ทั้งแถว (ไม่มีคีย์)", "by whole rows (there is no key)");
        yield return terminal.Say(
            $"รุ่น {comparison.From.Number} → {comparison.To.Number} {by}: เพิ่ม {Number(comparison.Added)} ลบ {Number(comparison.Removed)} เปลี่ยน {Number(comparison.Changed)} เหมือนเดิม {Number(comparison.Same)} แถว",
            $"release {comparison.From.Number} → {comparison.To.Number} {by}: {Number(comparison.Added)} rows added, {Number(comparison.Removed)} removed, {Number(comparison.Changed)} changed, {Number(comparison.Same)} the same");
        foreach (var column in comparison.ColumnsAdded)
        {
            yield return terminal.Say($"+ คอลัมน์ {column}", $"+ column {column}");
        }

        foreach (var column in comparison.ColumnsRemoved)
        {
            yield return terminal.Say($"- คอลัมน์ {column}", $"- column {column}");
        }

        foreach (var item in comparison.Dictionary)
        {
            yield return $"~ {terminal.Say("พจนานุกรม", "dictionary")} {item.Column} {item.Item}: {item.Before ?? "—"} → {item.After ?? "—"}";
        }

        foreach (var finding in comparison.Findings)
        {
            yield return $"{(finding.After > finding.Before ? '+' : '-')} {finding.Code}: {Number(finding.Before)} → {Number(finding.After)}";
        }

        foreach (var row in comparison.Rows)
        {
            yield return Row(row, terminal);
        }

        var shown = comparison.Rows.Count;
        if (comparison.Added + comparison.Removed + comparison.Changed > shown)
        {
            yield return terminal.Say($"แสดง {shown} แถวแรก", $"the first {shown} rows are shown");
        }
    }

    private static string Row(RowDifference row, Terminal terminal)
    {
        var sign = row.Change switch { RowChange.Added => '+', RowChange.Removed => '-', _ => '~' };
        var place = (row.ToRow ?? row.FromRow)!.Value.ToString(CultureInfo.InvariantCulture);
        var cells = row.Cells.Select(c => row.Change switch
        {
            RowChange.Added => $"{c.Column}={Value(c.After)}",
            RowChange.Removed => $"{c.Column}={Value(c.Before)}",
            _ when c.Before == c.After => $"{c.Column}={Value(c.After)}",
            _ => $"{c.Column}: {Value(c.Before)} → {Value(c.After)}",
        });
        return $"{sign} {terminal.Say("แถว", "row")} {place}: {string.Join(", ", cells)}".ReplaceLineEndings(" ");
    }

    private static string Value(RowValue value) => value.ToString();

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
