using OpenData.Reports.Pages;
using OpenData.Schemas;
using static OpenData.Reports.Pages.HtmlText;

namespace OpenData.Reports;

/// <summary>A line of the index: a file, and its report where it could be read.</summary>
/// <param name="Name">The file's name as it was asked for.</param>
/// <param name="Page">The address of its report, relative to the index; null where there is none.</param>
/// <param name="File">What the report says of the file; null where it could not be read.</param>
/// <param name="Counts">Its counts.</param>
public sealed record HtmlIndexLine(string Name, string? Page, ReportFile? File, Registry.FindingCounts Counts);

/// <summary>The reports of several files as one page that leads to each.</summary>
public static class HtmlIndex
{
    /// <summary>Writes the page in a language.</summary>
    public static void Write(IReadOnlyList<HtmlIndexLine> lines, Language language, TextWriter writer)
    {
        var text = new HtmlText(writer, language);
        var title = text.Say("รายงานผลการตรวจสอบหลายไฟล์", "Compliance reports of several files");
        HtmlReport.Begin(text, title);
        var met = lines.Count(l => l is { File: not null, Counts.Error: 0 });
        text.Write($"<h1>{Html(title)}</h1>\n<p>{text.Say($"ผ่าน {Number(met)} จาก {Number(lines.Count)} ไฟล์", $"{Number(met)} of {Number(lines.Count)} files comply")}</p>\n");
        text.BeginTable(text.Say("ไฟล์ที่ตรวจสอบ", "The files"), "index", text.Say("ไฟล์", "File"), text.Say("ผล", "Verdict"), text.Say("แถว", "Rows"), text.Say("คอลัมน์", "Columns"), text.Say("ต้องแก้ไข", "Errors"), text.Say("ควรแก้ไข", "Warnings"), text.Say("ข้อสังเกต", "Notes"));
        foreach (var line in lines)
        {
            WriteLine(line, text);
        }

        text.EndTable();
        HtmlReport.End(text);
    }

    private static void WriteLine(HtmlIndexLine line, HtmlText text)
    {
        var name = line.Page is { } page ? $"<a href=\"{Html(page)}\">{Html(line.Name)}</a>" : Html(line.Name);
        if (line.File is not { } file)
        {
            text.Write($"<tr><th scope=\"row\">{name}</th><td class=\"not-met\">✗ {text.Say("อ่านไม่ได้", "could not be read")}</td><td></td><td></td><td></td><td></td><td></td></tr>\n");
            return;
        }

        var (style, verdict) = line.Counts.Error == 0 ? ("met", text.Say("✓ ผ่าน", "✓ complies")) : ("not-met", text.Say("✗ ไม่ผ่าน", "✗ does not comply"));
        text.Write($"<tr><th scope=\"row\">{name}</th><td class=\"{style}\">{verdict}</td>");
        foreach (var number in new[] { file.Rows, file.Columns, line.Counts.Error, line.Counts.Warning, line.Counts.Info })
        {
            text.Write($"<td class=\"number\">{Number(number)}</td>");
        }

        text.Write("</tr>\n");
    }
}
