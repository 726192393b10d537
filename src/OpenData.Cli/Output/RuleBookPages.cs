using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using OpenData.Reports;
using OpenData.Rules;
using OpenData.Schemas;
using Spectre.Console;
using Rule = OpenData.Rules.Rule;

namespace OpenData.Cli.Output;

/// <summary>The rule book as a table, as JSON and as a page of the manual: all from the rules themselves.</summary>
internal static class RuleBookPages
{
    public static void WriteText(Terminal terminal)
    {
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumns(
            terminal.Say("กฎ", "Rule"),
            terminal.Say("ระดับ", "Severity"),
            terminal.Say("ข้อกำหนด", "Clause"),
            terminal.Say("สิ่งที่พบ", "Fault"));
        foreach (var rule in RuleBook.Rules)
        {
            table.AddRow(
                new Text(rule.Code),
                new Text(ReportNames.TitleOf(rule.Severity).In(terminal.Language)),
                new Text(ClauseTitles.Of(rule.Clause, terminal.Language)),
                new Text(TextOf(rule, terminal.Language).Title));
        }

        terminal.Results.Write(table);
        terminal.Line(terminal.Say(
            $"ชุดกฎรุ่น {RuleBook.Version} จำนวน {RuleBook.Rules.Count} กฎ",
            $"Rule book {RuleBook.Version}: {RuleBook.Rules.Count} rules"));
    }

    public static byte[] Json()
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        }))
        {
            writer.WriteStartObject();
            writer.WriteString("ruleBook", RuleBook.Version);
            writer.WriteStartArray("rules");
            foreach (var rule in RuleBook.Rules)
            {
                writer.WriteStartObject();
                writer.WriteString("code", rule.Code);
                writer.WriteString("severity", ReportNames.NameOf(rule.Severity));
                writer.WriteString("clause", ReportNames.IdOf(rule.Clause));
                WriteText(writer, "th", rule.Thai);
                WriteText(writer, "en", rule.English);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    public static byte[] Markdown(Language language)
    {
        var thai = language == Language.Thai;
        var page = new StringBuilder();
        page.Append(thai ? "# ชุดกฎ " : "# Rule book ").Append(RuleBook.Version).Append("\n\n");
        page.Append(thai
            ? "หน้านี้พิมพ์โดย `opendata rules --format markdown --lang th` ห้ามแก้ด้วยมือ\n"
            : "This page is printed by `opendata rules --format markdown --lang en`; do not edit it by hand.\n");
        foreach (var chapter in RuleBook.Rules.GroupBy(rule => rule.Clause))
        {
            page.Append("\n## ").Append(ClauseTitles.Of(chapter.Key, language)).Append('\n');
            foreach (var rule in chapter)
            {
                var text = TextOf(rule, language);
                page.Append(CultureInfo.InvariantCulture, $"\n### {rule.Code}\n\n");
                page.Append(CultureInfo.InvariantCulture, $"**{text.Title}** ({ReportNames.TitleOf(rule.Severity).In(language)})\n\n");
                page.Append(text.Why).Append("\n\n");
                page.Append(thai ? "วิธีแก้: " : "To mend it: ").Append(text.Fix).Append("\n\n");
                Example(page, thai ? "ผิด" : "Bad", text.Bad);
                Example(page, thai ? "ถูก" : "Good", text.Good);
            }
        }

        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static void Example(StringBuilder page, string title, string lines)
    {
        // Four spaces hold whatever the lines contain, backticks too.
        page.Append(title).Append(":\n\n");
        foreach (var line in lines.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            page.Append(line.Length == 0 ? "" : "    ").Append(line).Append('\n');
        }

        page.Append('\n');
    }

    private static void WriteText(Utf8JsonWriter writer, string language, RuleText text)
    {
        writer.WriteStartObject(language);
        writer.WriteString("title", text.Title);
        writer.WriteString("message", text.Message);
        writer.WriteString("why", text.Why);
        writer.WriteString("fix", text.Fix);
        writer.WriteString("bad", text.Bad);
        writer.WriteString("good", text.Good);
        writer.WriteEndObject();
    }

    private static RuleText TextOf(Rule rule, Language language) => language == Language.Thai ? rule.Thai : rule.English;
}
