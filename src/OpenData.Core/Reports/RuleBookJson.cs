using System.Text.Encodings.Web;
using System.Text.Json;
using OpenData.Rules;
using OpenData.Schemas;

namespace OpenData.Reports;

/// <summary>The rule book as JSON, in both languages.</summary>
public static class RuleBookJson
{
    private static readonly JsonWriterOptions Layout = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The whole book as UTF-8 JSON; the same for every reader of a version.</summary>
    public static byte[] Write()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Layout))
        {
            json.WriteStartObject();
            json.WriteString("ruleBook", RuleBook.Version);
            json.WriteString("date", RuleBook.Date);
            json.WriteStartArray("rules");
            foreach (var rule in RuleBook.Rules)
            {
                json.WriteStartObject();
                json.WriteString("code", rule.Code);
                json.WriteString("severity", ReportNames.NameOf(rule.Severity));
                json.WriteString("clause", ReportNames.IdOf(rule.Clause));
                WriteText(json, "th", rule, Language.Thai);
                WriteText(json, "en", rule, Language.English);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    private static void WriteText(Utf8JsonWriter json, string name, Rule rule, Language language)
    {
        var text = rule.In(language);
        json.WriteStartObject(name);
        json.WriteString("title", text.Title);
        json.WriteString("appliesTo", RuleScope.Of(rule).In(language));
        json.WriteString("message", text.Message);
        json.WriteString("why", text.Why);
        json.WriteString("fix", text.Fix);
        json.WriteStartArray("steps");
        foreach (var step in ExcelSteps.Of(rule.Code))
        {
            json.WriteStringValue(step.In(language));
        }

        json.WriteEndArray();
        json.WriteString("bad", text.Bad);
        json.WriteString("good", text.Good);
        json.WriteEndObject();
    }
}
