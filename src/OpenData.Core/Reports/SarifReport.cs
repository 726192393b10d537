using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using OpenData.Rules;
using OpenData.Schemas;

namespace OpenData.Reports;

/// <summary>The report as SARIF 2.1.0, which code hosts and editors show beside the file.</summary>
public static class SarifReport
{
    /// <summary>What is said of each rule of the book: the same in every report.</summary>
    private static readonly ConcurrentDictionary<(string Code, Language Language), string> Markdown = new();

    /// <summary>The name of our fingerprints; it changes when they are made in another way.</summary>
    private const string Fingerprint = "openDataFinding/v1";

    private static readonly JsonWriterOptions Layout = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The report as UTF-8 JSON, with messages in a language; the rules explain themselves in both.</summary>
    public static byte[] Write(Report report, Language language)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Layout))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            var codes = report.Summary.Select(s => s.Code).Distinct().ToList();
            WriteTool(json, report, codes, language);
            WriteArtifact(json, report.File);
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteString("language", Tag(language));
            WriteResults(json, report, codes, language);
            WriteProperties(json, report);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static void WriteTool(Utf8JsonWriter json, Report report, List<string> codes, Language language)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "OpenData");
        json.WriteString("semanticVersion", report.RuleBook);
        json.WriteString("language", Tag(language));
        json.WriteStartArray("rules");
        foreach (var code in codes)
        {
            json.WriteStartObject();
            json.WriteString("id", code);
            if (RuleBook.Find(code) is { } rule)
            {
                WriteRule(json, rule, language);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, Rule rule, Language language)
    {
        var other = language == Language.Thai ? Language.English : Language.Thai;
        WriteText(json, "shortDescription", rule.In(language).Title, null);
        WriteText(json, "fullDescription", rule.In(language).Why, null);
        WriteText(json, "help", $"{HelpOf(rule, language)}\n\n{HelpOf(rule, other)}", Markdown.GetOrAdd((rule.Code, language), _ => $"{MarkdownOf(rule, language)}\n\n---\n\n{MarkdownOf(rule, other)}"));
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", LevelOf(rule.Severity));
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteStartArray("tags");
        json.WriteStringValue(ReportNames.IdOf(rule.Clause) ?? "beside-the-clauses");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteArtifact(Utf8JsonWriter json, ReportFile file)
    {
        json.WriteStartArray("artifacts");
        json.WriteStartObject();
        json.WriteStartObject("location");
        json.WriteString("uri", Uri.EscapeDataString(file.Name));
        json.WriteEndObject();
        json.WriteNumber("length", file.Bytes);
        json.WriteStartObject("hashes");
        json.WriteString("sha-256", file.Sha256);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteResults(Utf8JsonWriter json, Report report, List<string> codes, Language language)
    {
        var seen = new Dictionary<string, int>();
        json.WriteStartArray("results");
        foreach (var finding in report.Findings)
        {
            json.WriteStartObject();
            json.WriteString("ruleId", finding.Code);
            json.WriteNumber("ruleIndex", codes.IndexOf(finding.Code));
            json.WriteString("level", LevelOf(finding.Severity));
            WriteText(json, "message", Sentences.Message(finding, language), null);
            json.WriteStartArray("locations");
            WriteLocation(json, report.File, finding);
            json.WriteEndArray();
            json.WriteStartObject("partialFingerprints");
            json.WriteString(Fingerprint, FingerprintOf(finding, seen));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLocation(Utf8JsonWriter json, ReportFile file, Finding finding)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", Uri.EscapeDataString(file.Name));
        json.WriteNumber("index", 0);
        json.WriteEndObject();
        if (finding.Line is { } line)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", line);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        if (finding.Column is { } column)
        {
            // A column is a member of the table; its number tells apart what shares a name.
            json.WriteStartArray("logicalLocations");
            json.WriteStartObject();
            json.WriteString("name", Sentences.OneLine(finding.Header ?? ""));
            json.WriteString("fullyQualifiedName", string.Create(CultureInfo.InvariantCulture, $"column {column}"));
            json.WriteString("kind", "member");
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteProperties(Utf8JsonWriter json, Report report)
    {
        json.WriteStartObject("properties");
        json.WriteString("verdict", report.Complies ? "complies" : "does-not-comply");
        json.WriteNumber("errors", report.Counts.Error);
        json.WriteNumber("warnings", report.Counts.Warning);
        json.WriteNumber("notes", report.Counts.Info);
        json.WriteEndObject();
    }

    /// <summary>The same for the same fault however many rows are put above it: rule, column and value, and the how-manieth of them it is.</summary>
    private static string FingerprintOf(Finding finding, Dictionary<string, int> seen)
    {
        var identity = string.Join('\u001F', finding.Code, finding.Header, finding.Value);
        var turn = seen[identity] = seen.GetValueOrDefault(identity) + 1;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{identity}\u001F{turn}")));
        return Convert.ToHexStringLower(hash.AsSpan(0, 16));
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text, string? markdown)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        if (markdown is not null)
        {
            json.WriteString("markdown", markdown);
        }

        json.WriteEndObject();
    }

    private static string HelpOf(Rule rule, Language language) => $"{rule.In(language).Why}\n{rule.In(language).Fix}";

    private static string MarkdownOf(Rule rule, Language language)
    {
        var (text, thai) = (rule.In(language), language == Language.Thai);
        return $"**{RuleBookMarkdown.Escape(text.Title)}**\n\n{RuleBookMarkdown.Escape(text.Why)}\n\n{(thai ? "วิธีแก้ไข" : "To mend it")}: {RuleBookMarkdown.Escape(text.Fix)}\n\n{(thai ? "ผิด" : "Bad")}\n\n{RuleBookMarkdown.Fence(text.Bad)}\n\n{(thai ? "ถูก" : "Good")}\n\n{RuleBookMarkdown.Fence(text.Good)}";
    }

    private static string LevelOf(Severity severity) => severity == Severity.Info ? "note" : ReportNames.NameOf(severity);

    private static string Tag(Language language) => language == Language.Thai ? "th" : "en";
}
