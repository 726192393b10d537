using OpenData.Rules;
using static OpenData.Reports.Pages.HtmlText;

namespace OpenData.Reports.Pages;

/// <summary>The first page: what was checked, by which rules, the verdict, the six clauses, and room for two signatures.</summary>
internal static class SummaryPart
{
    public static void Write(ReportPage page, HtmlText text)
    {
        var report = page.Report;
        text.Write($"<section class=\"cover\" id=\"summary\">\n<p class=\"kind\">{text.Say("รายงานผลการตรวจสอบข้อมูลที่เครื่องอ่านได้", "Report on machine-readable data")}</p>\n<h1>{Html(report.File.Name)}</h1>\n");
        WriteVerdict(report, text);
        WriteFile(page, text);
        WriteClauses(report, text);
        WriteSignatures(text);
        text.Write("</section>\n");
    }

    private static void WriteVerdict(Report report, HtmlText text)
    {
        var verdict = report.Complies
            ? text.Say("✓ ผ่าน — ไฟล์เป็นไปตามข้อกำหนด", "✓ Complies — the file meets the rules")
            : text.Say("✗ ไม่ผ่าน — ต้องแก้ไขไฟล์ก่อนเผยแพร่", "✗ Does not comply — mend the file before it is published");
        text.Write($"<p class=\"verdict {(report.Complies ? "met" : "not-met")}\">{verdict}</p>\n");
        text.Write($"<p>{Number(report.Counts.Error)} {text.Say("ข้อที่ต้องแก้ไข", "errors")} · {Number(report.Counts.Warning)} {text.Say("ข้อที่ควรแก้ไข", "warnings")} · {Number(report.Counts.Info)} {text.Say("ข้อสังเกต", "notes")}</p>\n");
    }

    private static void WriteFile(ReportPage page, HtmlText text)
    {
        var report = page.Report;
        text.Write("<dl>\n");
        if (page.Dataset is { IsEmpty: false } dataset)
        {
            Item(text, text.Say("ชุดข้อมูล", "Dataset"), dataset.In(text.Language));
        }

        Item(text, text.Say("ขนาดข้อมูล", "Size"), $"{Number(report.File.Rows)} {text.Say("แถว", "rows")} × {Number(report.File.Columns)} {text.Say("คอลัมน์", "columns")} · {Number(report.File.Bytes)} {text.Say("ไบต์", "bytes")}");
        Item(text, "SHA-256", report.File.Sha256);
        var date = report.RuleBook == RuleBook.Version ? text.Say($" ลงวันที่ {RuleBook.Date}", $" of {RuleBook.Date}") : "";
        Item(text, text.Say("ชุดกฎที่ใช้", "Rule book"), text.Say("รุ่น ", "version ") + report.RuleBook + date);
        Item(text, text.Say("พจนานุกรมข้อมูล", "Data dictionary"), report.Dictionary is { } dictionary ? text.Say($"ใช้ ({Number(dictionary.Columns)} ตัวแปร)", $"used ({Number(dictionary.Columns)} columns)") : text.Say("ไม่ได้ใช้", "none"));
        if (page.Score is { IsEmpty: false } score)
        {
            Item(text, text.Say("คะแนน", "Score"), score.In(text.Language));
        }

        text.Write("</dl>\n");
    }

    private static void WriteClauses(Report report, HtmlText text)
    {
        text.BeginTable(text.Say("ข้อกำหนดข้อมูลที่เครื่องอ่านได้ ๖ ข้อ", "The six machine-readable clauses"), "clauses", text.Say("ข้อ", "Clause"), text.Say("ข้อกำหนด", "What it asks"), text.Say("ผล", "Verdict"), text.Say("ต้องแก้ไข", "Errors"), text.Say("ควรแก้ไข", "Warnings"));
        foreach (var (clause, number) in report.Clauses.Select((c, i) => (c, i + 1)))
        {
            var (style, verdict) = report.File.Columns == 0 && clause.Met
                ? ("none", text.Say("– ไม่มีตารางให้ตรวจ", "– no table to check"))
                : clause.Met ? ("met", text.Say("✓ ผ่าน", "✓ met")) : ("not-met", text.Say("✗ ไม่ผ่าน", "✗ not met"));
            text.Write($"<tr><td class=\"number\">{number}</td><td>{Html(ReportNames.TitleOf(clause.Clause).In(text.Language))}</td><td class=\"{style}\">{verdict}</td><td class=\"number\">{Number(clause.Errors)}</td><td class=\"number\">{Number(clause.Warnings)}</td></tr>\n");
        }

        text.EndTable();
    }

    /// <summary>Lines to sign on; on a screen nobody can, so they are there on paper only.</summary>
    internal static void WriteSignatures(HtmlText text)
    {
        text.Write("<div class=\"signatures\" aria-hidden=\"true\">\n");
        foreach (var role in new[] { text.Say("ผู้ตรวจสอบ", "Checked by"), text.Say("ผู้อนุมัติ", "Approved by") })
        {
            text.Write($"<div><p>{text.Say("ลงชื่อ", "Signature")} <span class=\"line\"></span></p><p>( <span class=\"line\"></span> )</p><p>{role}</p><p>{text.Say("ตำแหน่ง", "Position")} <span class=\"line\"></span></p><p>{text.Say("วันที่", "Date")} <span class=\"line\"></span></p></div>\n");
        }

        text.Write("</div>\n");
    }

    private static void Item(HtmlText text, string name, string value) => text.Write($"<div><dt>{Html(name)}</dt><dd>{Html(value)}</dd></div>\n");
}
