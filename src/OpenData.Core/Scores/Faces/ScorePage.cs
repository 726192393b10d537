using OpenData.Reports;
using OpenData.Reports.Pages;
using OpenData.Schemas;
using static OpenData.Reports.Pages.HtmlText;

namespace OpenData.Scores.Faces;

/// <summary>The evidence page: every score with its parts, on one HTML page that prints on A4 and can be signed.</summary>
public static class ScorePage
{
    /// <summary>Writes the page in a language.</summary>
    public static void Write(ScoreReport report, Language language, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new HtmlText(writer, language);
        HtmlReport.Begin(text, $"{text.Say("หลักฐานคะแนน", "Evidence of scores")}: {report.Organization.Title.In(language)} {report.Year.Number}");
        Cover(report, text);
        foreach (var score in report.Indicators)
        {
            ScorePart.Write(score, text);
        }

        QualityPart.Write(report, text);
        MetadataPart.Write(report, text);
        History(report, text);
        HtmlReport.End(text);
    }

    private static void Cover(ScoreReport report, HtmlText text)
    {
        var language = text.Language;
        text.Write($"<section class=\"cover\" id=\"summary\">\n<p class=\"kind\">{text.Say("หลักฐานคะแนนตัวชี้วัดข้อมูลเปิด", "Evidence of open-data scores")}</p>\n<h1>{Html(report.Organization.Title.In(language))}</h1>\n<dl>\n");
        Item(text, text.Say("ปีงบประมาณ", "Fiscal year"), FormattableString.Invariant($"{report.Year.Number} ({report.Year.First:yyyy-MM-dd} – {report.Year.Last:yyyy-MM-dd})"));
        Item(text, text.Say("หน่วยงานที่รวม", "Units"), string.Join(", ", report.Units));
        Item(text, text.Say("คำนวณเมื่อ", "Computed"), FormattableString.Invariant($"{report.Computed.UtcDateTime:yyyy-MM-dd HH:mm} UTC"));
        Item(text, text.Say("ขอบเขต", "Scope"), report.PublishedOnly ? text.Say("เฉพาะที่เผยแพร่แล้ว", "what is published only") : text.Say("ทะเบียนทั้งหมดของหน่วยงาน", "the organization's whole registry"));
        text.Write("</dl>\n");
        text.BeginTable(text.Say("คะแนน", "Scores"), "scores", text.Say("ตัวชี้วัด", "Indicator"), text.Say("คะแนน", "Score"), text.Say("เต็ม", "Full"), text.Say("เมื่อแนบหลักฐานครบ", "Once evidence is attached"));
        foreach (var score in report.Indicators.Where(i => i.Definition.Full > 0))
        {
            text.Write($"<tr><td><a href=\"#{score.Definition.Id}\">{Html(score.Definition.Title.In(language))}</a></td><td class=\"number\">{ScoreFormulas.Shown(score.Score, language)}</td><td class=\"number\">{Number4(score.Definition.Full)}</td><td class=\"number\">{(score.WithEvidence is { } hoped ? ScoreFormulas.Shown(hoped) : "–")}</td></tr>\n");
        }

        text.EndTable();
        SummaryPart.WriteSignatures(text);
        text.Write("</section>\n");
    }

    private static void History(ScoreReport report, HtmlText text)
    {
        if (report.History.Count == 0)
        {
            return;
        }

        text.Write("<section id=\"history\">\n");
        text.BeginTable(text.Say("ประวัติคะแนนที่เก็บไว้", "Scores that were kept"), "scores", text.Say("เมื่อ (UTC)", "When (UTC)"), text.Say("ตัวชี้วัด", "Indicator"), text.Say("คะแนน", "Score"), "SHA-256");
        foreach (var kept in report.History)
        {
            text.Write($"<tr><td>{kept.Computed.UtcDateTime:yyyy-MM-dd HH:mm}</td><td>{Html(kept.Indicator)}</td><td class=\"number\">{ScoreFormulas.Shown(kept.Score, text.Language)}</td><td>{kept.Definition[..12]}</td></tr>\n");
        }

        text.EndTable();
        text.Write("</section>\n");
    }

    internal static string Number4(decimal number) => number.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture);

    private static void Item(HtmlText text, string name, string value) => text.Write($"<div><dt>{Html(name)}</dt><dd>{Html(value)}</dd></div>\n");
}
