using OpenData.Rules;
using static OpenData.Reports.Pages.HtmlText;

namespace OpenData.Reports.Pages;

/// <summary>The rules that were broken, each in a line that leads to its section.</summary>
internal static class FoundPart
{
    public static void Write(Report report, HtmlText text)
    {
        if (report.Summary.Count == 0)
        {
            text.Write($"<p>{text.Say("ไม่พบข้อผิดพลาด", "No fault was found.")}</p>\n");
            return;
        }

        text.BeginTable(text.Say("สรุปสิ่งที่พบ", "What was found"), "found", text.Say("ระดับ", "Severity"), text.Say("สิ่งที่พบ", "Fault"), text.Say("รหัส", "Code"), text.Say("จำนวน", "Count"));
        foreach (var line in report.Summary)
        {
            text.Write($"<tr><td class=\"{ReportNames.NameOf(line.Severity)}\">{SignOf(line.Severity)} {ReportNames.TitleOf(line.Severity).In(text.Language)}</td><td><a href=\"#{Html(line.Code)}\">{Html(RuleBook.Find(line.Code)?.In(text.Language).Title ?? line.Code)}</a></td><td><code>{Html(line.Code)}</code></td><td class=\"number\">{Number(line.Count)}</td></tr>\n");
        }

        text.EndTable();
    }

    /// <summary>A sign that says the severity where colours do not.</summary>
    public static string SignOf(Severity severity) => severity switch
    {
        Severity.Error => "✗",
        Severity.Warning => "▲",
        _ => "○",
    };
}
