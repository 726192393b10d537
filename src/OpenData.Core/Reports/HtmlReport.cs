using OpenData.Reports.Pages;
using OpenData.Schemas;

namespace OpenData.Reports;

/// <summary>The report as one HTML page that needs nothing beside itself, prints on A4 and can be signed.</summary>
public static class HtmlReport
{
    /// <summary>Writes the page in a language, from the report alone.</summary>
    public static void Write(Report report, Language language, TextWriter writer) => Write(new ReportPage(report), language, writer);

    /// <summary>Writes the page in a language.</summary>
    public static void Write(ReportPage page, Language language, TextWriter writer)
    {
        var text = new HtmlText(writer, language);
        var title = $"{text.Say("รายงานผลการตรวจสอบ", "Compliance report")}: {page.Report.File.Name}";
        Begin(text, title);
        SummaryPart.Write(page, text);
        FoundPart.Write(page.Report, text);
        HeatMapPart.Write(page.Report, text);
        RulesPart.Write(page, text);
        FilePart.Write(page.Report, text);
        End(text);
    }

    /// <summary>A page's start, for the report and for the index of several reports.</summary>
    internal static void Begin(HtmlText text, string title) =>
        text.Write($"<!doctype html>\n<html lang=\"{text.Say("th", "en")}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{HtmlText.Html(title)}</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>{HtmlReportStyle.Css}</style>\n</head>\n<body>\n<main>\n");

    internal static void End(HtmlText text) => text.Write("</main>\n</body>\n</html>\n");
}
