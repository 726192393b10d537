using System.Globalization;
using System.Net;
using OpenData.Rules;
using OpenData.Schemas;

namespace OpenData.Reports;

/// <summary>The report as one HTML page that needs nothing beside itself and prints on A4.</summary>
public static class HtmlReport
{
    /// <summary>Findings of one code shown on the page; the JSON and CSV faces hold all that were kept.</summary>
    private const int ShownPerCode = 10;

    /// <summary>Writes the page in a language.</summary>
    public static void Write(Report report, Language language, TextWriter writer) => new Page(report, language, writer).Write();

    private sealed class Page(Report report, Language language, TextWriter writer)
    {
        public void Write()
        {
            var title = $"{Say("รายงานผลการตรวจสอบ", "Compliance report")}: {report.File.Name}";
            writer.Write($"<!doctype html>\n<html lang=\"{Say("th", "en")}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{Html(title)}</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>{HtmlReportStyle.Css}</style>\n</head>\n<body>\n<main>\n<h1>{Html(title)}</h1>\n");
            WriteVerdict();
            WriteClauses();
            WriteSummary();
            WriteFindings();
            WriteColumns();
            WriteFile();
            writer.Write("</main>\n</body>\n</html>\n");
        }

        private void WriteVerdict() =>
            writer.Write($"<p class=\"verdict {(report.Complies ? "met" : "not-met")}\">{(report.Complies ? Say("✓ ผ่าน — ไฟล์เป็นไปตามข้อกำหนด", "✓ Complies — the file meets the rules") : Say("✗ ไม่ผ่าน — ต้องแก้ไขไฟล์ก่อนเผยแพร่", "✗ Does not comply — mend the file before it is published"))}</p>\n"
                + $"<p>{Number(report.Counts.Error)} {Say("ข้อที่ต้องแก้ไข", "errors")} · {Number(report.Counts.Warning)} {Say("ข้อที่ควรแก้ไข", "warnings")} · {Number(report.Counts.Info)} {Say("ข้อสังเกต", "notes")} · {Number(report.File.Rows)} {Say("แถว", "rows")} · {Number(report.File.Columns)} {Say("คอลัมน์", "columns")}</p>\n");

        private void WriteClauses()
        {
            BeginTable(Say("ข้อกำหนดข้อมูลที่เครื่องอ่านได้ ๖ ข้อ", "The six machine-readable clauses"), Say("ข้อ", "Clause"), Say("ข้อกำหนด", "What it asks"), Say("ผล", "Verdict"), Say("ต้องแก้ไข", "Errors"), Say("ควรแก้ไข", "Warnings"));
            foreach (var (clause, number) in report.Clauses.Select((c, i) => (c, i + 1)))
            {
                writer.Write($"<tr><td class=\"number\">{number}</td><td>{Html(ReportNames.TitleOf(clause.Clause).In(language))}</td><td class=\"{(clause.Met ? "met" : "not-met")}\">{(clause.Met ? Say("✓ ผ่าน", "✓ met") : Say("✗ ไม่ผ่าน", "✗ not met"))}</td><td class=\"number\">{Number(clause.Errors)}</td><td class=\"number\">{Number(clause.Warnings)}</td></tr>\n");
            }

            EndTable();
        }

        private void WriteSummary()
        {
            if (report.Summary.Count == 0)
            {
                writer.Write($"<p>{Say("ไม่พบข้อผิดพลาด", "No fault was found.")}</p>\n");
                return;
            }

            BeginTable(Say("สรุปสิ่งที่พบ", "What was found"), Say("ระดับ", "Severity"), Say("รหัส", "Code"), Say("สิ่งที่พบ", "Fault"), Say("จำนวน", "Count"));
            foreach (var line in report.Summary)
            {
                writer.Write($"<tr><td class=\"{ReportNames.NameOf(line.Severity)}\">{ReportNames.TitleOf(line.Severity).In(language)}</td><td><a href=\"#{line.Code}\">{line.Code}</a></td><td>{Html(RuleBook.Find(line.Code)?.In(language).Title ?? line.Code)}</td><td class=\"number\">{Number(line.Count)}</td></tr>\n");
            }

            EndTable();
        }

        private void WriteFindings()
        {
            foreach (var code in report.Summary.Select(s => s.Code).Distinct())
            {
                var findings = report.Findings.Where(f => f.Code == code).ToList();
                var count = report.Summary.Where(s => s.Code == code).Sum(s => s.Count);
                writer.Write($"<section id=\"{code}\">\n<h2>{Html(RuleBook.Find(code)?.In(language).Title ?? code)} <code>{code}</code></h2>\n");
                if (RuleBook.Find(code)?.In(language) is { } text)
                {
                    writer.Write($"<p>{Html(text.Why)}</p>\n");
                }

                writer.Write("<ul>\n");
                foreach (var finding in findings.Take(ShownPerCode))
                {
                    writer.Write($"<li class=\"{ReportNames.NameOf(finding.Severity)}\">{Html(Sentences.Message(finding, language))}</li>\n");
                }

                writer.Write("</ul>\n");
                if (count > ShownPerCode)
                {
                    writer.Write($"<p class=\"more\">{Say($"และอีก {Number(count - Math.Min(findings.Count, ShownPerCode))} รายการ", $"and {Number(count - Math.Min(findings.Count, ShownPerCode))} more")}</p>\n");
                }

                if (findings.Count > 0)
                {
                    writer.Write($"<p class=\"fix\"><strong>{Say("วิธีแก้ไข", "How to mend it")}:</strong> {Html(Sentences.Fix(findings[0], language))}</p>\n");
                }

                writer.Write("</section>\n");
            }
        }

        private void WriteColumns()
        {
            if (report.Columns.Count == 0)
            {
                return;
            }

            BeginTable(Say("คอลัมน์", "Columns"), "#", Say("หัวคอลัมน์", "Header"), Say("ชื่อ", "Name"), Say("ชนิด", "Type"), Say("มีค่า", "Values"), Say("ว่าง", "Empty"), Say("ค่าน้อยที่สุด", "Least"), Say("ค่ามากที่สุด", "Greatest"), Say("ค่าที่ต่างกัน", "Distinct"));
            foreach (var column in report.Columns)
            {
                writer.Write($"<tr><td class=\"number\">{column.Index}</td><td>{Html(column.Header)}</td><td><code>{Html(column.Name)}</code></td><td>{column.Type}</td><td class=\"number\">{Number(column.Values)}</td><td class=\"number\">{Number(column.Empty)}</td><td>{Html(column.Min ?? "")}</td><td>{Html(column.Max ?? "")}</td><td class=\"number\">{(column.Distinct is { } distinct ? Number(distinct) : $"&gt; {Number(CheckLimits.Distinct)}")}</td></tr>\n");
            }

            EndTable();
        }

        private void WriteFile()
        {
            BeginTable(Say("ไฟล์ที่ตรวจสอบ", "The file"), Say("รายการ", "Item"), Say("ค่า", "Value"));
            Row(Say("ชื่อไฟล์", "Name"), report.File.Name);
            Row("SHA-256", report.File.Sha256);
            Row(Say("ขนาด (ไบต์)", "Size (bytes)"), Number(report.File.Bytes));
            Row(Say("ชนิดไฟล์", "Kind"), report.File.Kind);
            Row(Say("รหัสอักขระ", "Encoding"), report.File.Encoding ?? "–");
            Row(Say("ตัวคั่น", "Separator"), report.File.Separator switch { "\t" => "TAB", null => "–", var separator => separator });
            Row(Say("การขึ้นบรรทัดใหม่", "Line ending"), report.File.LineEnding ?? "–");
            Row(Say("แถวหัวคอลัมน์", "Header row"), report.File.HeaderRow?.ToString(CultureInfo.InvariantCulture) ?? "–");
            Row(Say("พจนานุกรมข้อมูล", "Data dictionary"), report.Dictionary?.Sha256 ?? Say("ไม่ได้ใช้", "none"));
            Row(Say("รุ่นของข้อกำหนด", "Rule book"), report.RuleBook);
            EndTable();
        }

        private void Row(string name, string value) => writer.Write($"<tr><th scope=\"row\">{Html(name)}</th><td>{Html(value)}</td></tr>\n");

        private void BeginTable(string caption, params string[] heads)
        {
            writer.Write($"<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{Html(caption)}\"><table>\n<caption>{Html(caption)}</caption>\n<thead><tr>");
            foreach (var head in heads)
            {
                writer.Write($"<th scope=\"col\">{Html(head)}</th>");
            }

            writer.Write("</tr></thead>\n<tbody>\n");
        }

        private void EndTable() => writer.Write("</tbody>\n</table></div>\n");

        private string Say(string thai, string english) => language == Language.Thai ? thai : english;

        private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

        private static string Html(string text) => WebUtility.HtmlEncode(Sentences.OneLine(text));
    }
}
