using System.Globalization;
using OpenData.Rules;
using static OpenData.Reports.Pages.HtmlText;

namespace OpenData.Reports.Pages;

/// <summary>What the columns hold, and what the file is: the ground that the verdict stands on.</summary>
internal static class FilePart
{
    public static void Write(Report report, HtmlText text)
    {
        WriteColumns(report, text);
        WriteFile(report, text);
    }

    private static void WriteColumns(Report report, HtmlText text)
    {
        if (report.Columns.Count == 0)
        {
            return;
        }

        text.BeginTable(text.Say("คอลัมน์", "Columns"), "columns", "#", text.Say("หัวคอลัมน์", "Header"), text.Say("ชื่อ", "Name"), text.Say("ชนิด", "Type"), text.Say("มีค่า", "Values"), text.Say("ว่าง", "Empty"), text.Say("ค่าน้อยที่สุด", "Least"), text.Say("ค่ามากที่สุด", "Greatest"), text.Say("ค่าที่ต่างกัน", "Distinct"));
        foreach (var column in report.Columns)
        {
            text.Write($"<tr><td class=\"number\">{column.Index}</td><td>{Html(column.Header)}</td><td><code>{Html(column.Name)}</code></td><td>{Html(column.Type)}</td><td class=\"number\">{Number(column.Values)}</td><td class=\"number\">{Number(column.Empty)}</td><td>{Html(column.Min ?? "")}</td><td>{Html(column.Max ?? "")}</td><td class=\"number\">{(column.Distinct is { } distinct ? Number(distinct) : $"&gt; {Number(CheckLimits.Distinct)}")}</td></tr>\n");
        }

        text.EndTable();
    }

    private static void WriteFile(Report report, HtmlText text)
    {
        var file = report.File;
        text.BeginTable(text.Say("ไฟล์ที่ตรวจสอบ", "The file"), "file", text.Say("รายการ", "Item"), text.Say("ค่า", "Value"));
        text.Row(text.Say("ชื่อไฟล์", "Name"), file.Name);
        text.Row("SHA-256", file.Sha256);
        text.Row(text.Say("ขนาด (ไบต์)", "Size (bytes)"), Number(file.Bytes));
        text.Row(text.Say("ชนิดไฟล์", "Kind"), file.Kind);
        text.Row(text.Say("รหัสอักขระ", "Encoding"), file.Encoding ?? "–");
        text.Row(text.Say("ตัวคั่น", "Separator"), file.Separator switch { "\t" => "TAB", null => "–", var separator => separator });
        text.Row(text.Say("การขึ้นบรรทัดใหม่", "Line ending"), file.LineEnding ?? "–");
        text.Row(text.Say("แถวหัวคอลัมน์", "Header row"), file.HeaderRow?.ToString(CultureInfo.InvariantCulture) ?? "–");
        text.Row(text.Say("พจนานุกรมข้อมูล", "Data dictionary"), report.Dictionary?.Sha256 ?? text.Say("ไม่ได้ใช้", "none"));
        text.Row(text.Say("รุ่นของชุดกฎ", "Rule book"), report.RuleBook);
        text.EndTable();
    }
}
