using System.Text.Encodings.Web;
using System.Text.Json;
using OpenData.Registry;
using OpenData.Rules;
using OpenData.Schemas;

namespace OpenData.Reports;

/// <summary>The report as JSON (<c>report.schema.json</c>): fixed order of fields, the same report gives the same bytes.</summary>
public static class JsonReport
{
    private static readonly JsonWriterOptions Layout = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The report as UTF-8 JSON, with sentences in a language.</summary>
    public static byte[] Write(Report report, Language language)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Layout))
        {
            json.WriteStartObject();
            json.WriteNumber("reportVersion", Report.Version);
            json.WriteString("ruleBook", report.RuleBook);
            json.WriteString("verdict", report.Complies ? "complies" : "does-not-comply");
            WriteFile(json, report.File);
            WriteDictionary(json, report.Dictionary);
            WriteArray(json, "clauses", report.Clauses, WriteClause);
            json.WriteStartObject("counts");
            json.WriteNumber("error", report.Counts.Error);
            json.WriteNumber("warning", report.Counts.Warning);
            json.WriteNumber("info", report.Counts.Info);
            json.WriteEndObject();
            WriteArray(json, "summary", report.Summary, WriteSummary);
            WriteArray(json, "columns", report.Columns, WriteColumn);
            WriteArray(json, "findings", report.Findings, (j, finding) => WriteFinding(j, finding, language));
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    /// <summary>Reads a report that <see cref="Write"/> wrote; its sentences are left, since any face makes them anew.</summary>
    /// <exception cref="JsonException">The text is no such report.</exception>
    public static Report Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var file = root.GetProperty("file");
        var counts = root.GetProperty("counts");
        return new Report
        {
            RuleBook = Text(root, "ruleBook")!,
            File = new ReportFile(
                Text(file, "name")!, Text(file, "sha256")!, file.GetProperty("bytes").GetInt64(), Text(file, "kind")!, Text(file, "encoding"), Text(file, "separator"),
                Text(file, "lineEnding"), Text(file, "sheet"), Number(file, "headerRow"), file.GetProperty("rows").GetInt64(), file.GetProperty("columns").GetInt32()),
            Dictionary = root.GetProperty("dictionary") is { ValueKind: JsonValueKind.Object } dictionary
                ? new ReportDictionary(Text(dictionary, "sha256")!, dictionary.GetProperty("columns").GetInt32())
                : null,
            Clauses = [.. root.GetProperty("clauses").EnumerateArray().Select(c => new ReportClause(ReportNames.ClauseOf(Text(c, "id")), c.GetProperty("errors").GetInt64(), c.GetProperty("warnings").GetInt64()))],
            Counts = new FindingCounts(counts.GetProperty("error").GetInt64(), counts.GetProperty("warning").GetInt64(), counts.GetProperty("info").GetInt64()),
            Summary = [.. root.GetProperty("summary").EnumerateArray().Select(s => new ReportSummary(Text(s, "code")!, ReportNames.SeverityOf(Text(s, "severity")!), s.GetProperty("count").GetInt64(), s.GetProperty("kept").GetInt32()))],
            Columns =
            [
                .. root.GetProperty("columns").EnumerateArray().Select(c => new ReportColumn(
                    c.GetProperty("index").GetInt32(), Text(c, "header")!, Text(c, "name")!, Text(c, "type")!, c.GetProperty("values").GetInt64(), c.GetProperty("empty").GetInt64(),
                    Text(c, "min"), Text(c, "max"), Number(c, "distinct"))),
            ],
            Findings = [.. root.GetProperty("findings").EnumerateArray().Select(ReadFinding)],
        };
    }

    private static Finding ReadFinding(JsonElement finding) => new()
    {
        Code = Text(finding, "code")!,
        Severity = ReportNames.SeverityOf(Text(finding, "severity")!),
        Clause = ReportNames.ClauseOf(Text(finding, "clause")),
        Row = Number(finding, "row"),
        Line = Number(finding, "line"),
        Column = (int?)Number(finding, "column"),
        Header = Text(finding, "header"),
        Value = Text(finding, "value"),
        Facts = [.. finding.GetProperty("facts").EnumerateObject().Select(f => f.Value.ValueKind == JsonValueKind.Number ? Fact.Of(f.Name, f.Value.GetInt64()) : Fact.Of(f.Name, f.Value.GetString()!))],
    };

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static long? Number(JsonElement element, string name) => element.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt64() : null;

    private static void WriteArray<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFile(Utf8JsonWriter json, ReportFile file)
    {
        json.WriteStartObject("file");
        json.WriteString("name", file.Name);
        json.WriteString("sha256", file.Sha256);
        json.WriteNumber("bytes", file.Bytes);
        json.WriteString("kind", file.Kind);
        json.WriteString("encoding", file.Encoding);
        json.WriteString("separator", file.Separator);
        json.WriteString("lineEnding", file.LineEnding);
        json.WriteString("sheet", file.Sheet);
        WriteNumber(json, "headerRow", file.HeaderRow);
        json.WriteNumber("rows", file.Rows);
        json.WriteNumber("columns", file.Columns);
        json.WriteEndObject();
    }

    private static void WriteDictionary(Utf8JsonWriter json, ReportDictionary? dictionary)
    {
        if (dictionary is null)
        {
            json.WriteNull("dictionary");
            return;
        }

        json.WriteStartObject("dictionary");
        json.WriteString("sha256", dictionary.Sha256);
        json.WriteNumber("columns", dictionary.Columns);
        json.WriteEndObject();
    }

    private static void WriteClause(Utf8JsonWriter json, ReportClause clause)
    {
        json.WriteString("id", ReportNames.IdOf(clause.Clause));
        json.WriteString("verdict", clause.Met ? "met" : "not-met");
        json.WriteNumber("errors", clause.Errors);
        json.WriteNumber("warnings", clause.Warnings);
    }

    private static void WriteSummary(Utf8JsonWriter json, ReportSummary summary)
    {
        json.WriteString("code", summary.Code);
        json.WriteString("severity", ReportNames.NameOf(summary.Severity));
        json.WriteNumber("count", summary.Count);
        json.WriteNumber("kept", summary.Kept);
    }

    private static void WriteColumn(Utf8JsonWriter json, ReportColumn column)
    {
        json.WriteNumber("index", column.Index);
        json.WriteString("header", column.Header);
        json.WriteString("name", column.Name);
        json.WriteString("type", column.Type);
        json.WriteNumber("values", column.Values);
        json.WriteNumber("empty", column.Empty);
        json.WriteString("min", column.Min);
        json.WriteString("max", column.Max);
        WriteNumber(json, "distinct", column.Distinct);
    }

    private static void WriteFinding(Utf8JsonWriter json, Finding finding, Language language)
    {
        json.WriteString("code", finding.Code);
        json.WriteString("severity", ReportNames.NameOf(finding.Severity));
        json.WriteString("clause", ReportNames.IdOf(finding.Clause));
        WriteNumber(json, "row", finding.Row);
        WriteNumber(json, "line", finding.Line);
        WriteNumber(json, "column", finding.Column);
        json.WriteString("header", finding.Header);
        json.WriteString("value", finding.Value);
        json.WriteStartObject("facts");
        foreach (var fact in finding.Facts)
        {
            if (fact.Number is { } number)
            {
                json.WriteNumber(fact.Name, number);
            }
            else
            {
                json.WriteString(fact.Name, fact.Text);
            }
        }

        json.WriteEndObject();
        json.WriteString("message", Sentences.Message(finding, language));
        json.WriteString("fix", Sentences.Fix(finding, language));
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
