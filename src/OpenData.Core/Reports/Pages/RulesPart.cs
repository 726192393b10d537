using OpenData.Rules;
using static OpenData.Reports.Pages.HtmlText;

namespace OpenData.Reports.Pages;

/// <summary>Each rule that was broken: why it is one, where it was broken, and how to mend it in Excel.</summary>
internal static class RulesPart
{
    /// <summary>Findings of one code that are told in words; the JSON and CSV faces hold all that were kept.</summary>
    private const int ShownPerCode = 10;

    public static void Write(ReportPage page, HtmlText text)
    {
        foreach (var code in page.Report.Summary.Select(s => s.Code).Distinct())
        {
            WriteRule(page, code, text);
        }
    }

    private static void WriteRule(ReportPage page, string code, HtmlText text)
    {
        var report = page.Report;
        var findings = report.Findings.Where(f => f.Code == code).ToList();
        var lines = report.Summary.Where(s => s.Code == code).ToList();
        var rule = RuleBook.Find(code);
        text.Write($"<section id=\"{Html(code)}\">\n<h2>{Html(rule?.In(text.Language).Title ?? code)} <code>{Html(code)}</code></h2>\n<p class=\"weight\">");
        text.Write(string.Join(" · ", lines.Select(l => $"<span class=\"{ReportNames.NameOf(l.Severity)}\">{FoundPart.SignOf(l.Severity)} {ReportNames.TitleOf(l.Severity).In(text.Language)} {Number(l.Count)}</span>")));
        text.Write(rule is { Clause: not Clause.None } ? $" · {text.Say("ข้อ", "clause")} {(int)rule.Clause} {Html(ReportNames.TitleOf(rule.Clause).In(text.Language))}</p>\n" : "</p>\n");
        if (rule is not null)
        {
            text.Write($"<p>{Html(rule.In(text.Language).Why)}</p>\n");
        }

        WriteMessages(findings, lines.Sum(l => l.Count), text);
        GridPart.Write(page, code, text);
        WriteRemedy(code, rule, text);
        WriteMore(page, code, rule, text);
        text.Write("</section>\n");
    }

    private static void WriteMessages(List<Finding> findings, long count, HtmlText text)
    {
        text.Write("<ul>\n");
        foreach (var finding in findings.Take(ShownPerCode))
        {
            text.Write($"<li>{Html(Sentences.Message(finding, text.Language))}</li>\n");
        }

        text.Write("</ul>\n");
        var rest = count - Math.Min(findings.Count, ShownPerCode);
        if (rest > 0)
        {
            text.Write($"<p class=\"more\">{text.Say($"และอีก {Number(rest)} รายการ", $"and {Number(rest)} more")}</p>\n");
        }
    }

    private static void WriteRemedy(string code, Rule? rule, HtmlText text)
    {
        if (rule is null)
        {
            return;
        }

        text.Write($"<div class=\"fix\"><p><strong>{text.Say("วิธีแก้ไข", "How to mend it")}:</strong> {Html(rule.In(text.Language).Fix)}</p>\n");
        if (ExcelSteps.Of(code) is { Count: > 0 } steps)
        {
            text.Write($"<p><strong>{text.Say("ใน Excel", "In Excel")}:</strong></p>\n<ol>\n");
            foreach (var step in steps)
            {
                text.Write($"<li>{Html(step.In(text.Language))}</li>\n");
            }

            text.Write("</ol>\n");
        }

        text.Write("</div>\n");
    }

    /// <summary>The rule's page where there is one; else its examples, folded.</summary>
    private static void WriteMore(ReportPage page, string code, Rule? rule, HtmlText text)
    {
        if (rule is null)
        {
            return;
        }

        if (page.RulePages is { } pages)
        {
            text.Write($"<p class=\"screen\"><a href=\"{Html(pages + code)}\">{text.Say("อ่านเพิ่มเติมเกี่ยวกับกฎนี้ พร้อมตัวอย่าง", "More about this rule, with examples")}</a></p>\n");
            return;
        }

        var words = rule.In(text.Language);
        text.Write($"<details class=\"screen\"><summary>{text.Say("ตัวอย่างที่ผิดและที่ถูก", "A bad and a good example")}</summary>\n<div class=\"examples\"><div><p>✗ {text.Say("ผิด", "Bad")}</p><pre tabindex=\"0\">{HtmlLines(words.Bad)}</pre></div><div><p>✓ {text.Say("ถูก", "Good")}</p><pre tabindex=\"0\">{HtmlLines(words.Good)}</pre></div></div></details>\n");
    }
}
