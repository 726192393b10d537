using System.Text.Encodings.Web;
using System.Text.Json;
using OpenData.Registry;
using OpenData.Store;

namespace OpenData.Publishing.Comparison;

/// <summary>A comparison as JSON (<c>comparison.schema.json</c>).</summary>
public static class ComparisonJson
{
    private static readonly JsonWriterOptions Layout = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The comparison as UTF-8 JSON; two releases give the same bytes for ever.</summary>
    public static byte[] Write(ReleaseComparison comparison)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Layout))
        {
            json.WriteStartObject();
            WriteRelease(json, "from", comparison.From);
            WriteRelease(json, "to", comparison.To);
            WriteTexts(json, "key", comparison.Key);
            WriteRows(json, comparison);
            json.WriteStartObject("columns");
            WriteTexts(json, "added", comparison.ColumnsAdded);
            WriteTexts(json, "removed", comparison.ColumnsRemoved);
            json.WriteEndObject();
            WriteDictionary(json, comparison);
            WriteFindings(json, comparison);
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static void WriteRelease(Utf8JsonWriter json, string name, Release release)
    {
        json.WriteStartObject(name);
        json.WriteNumber("release", release.Number);
        json.WriteString("sha256", release.Sha256);
        json.WriteNumber("rows", release.Rows);
        json.WriteEndObject();
    }

    private static void WriteRows(Utf8JsonWriter json, ReleaseComparison comparison)
    {
        json.WriteStartObject("rows");
        json.WriteNumber("added", comparison.Added);
        json.WriteNumber("removed", comparison.Removed);
        json.WriteNumber("changed", comparison.Changed);
        json.WriteNumber("same", comparison.Same);
        json.WriteStartArray("shown");
        foreach (var row in comparison.Rows)
        {
            json.WriteStartObject();
            json.WriteString("change", row.Change.ToString().ToLowerInvariant());
            WriteNumber(json, "fromRow", row.FromRow);
            WriteNumber(json, "toRow", row.ToRow);
            json.WriteStartArray("cells");
            foreach (var cell in row.Cells)
            {
                json.WriteStartObject();
                json.WriteString("column", cell.Column);
                WriteValue(json, "before", cell.Before);
                WriteValue(json, "after", cell.After);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteDictionary(Utf8JsonWriter json, ReleaseComparison comparison)
    {
        json.WriteStartArray("dictionary");
        foreach (var difference in comparison.Dictionary)
        {
            json.WriteStartObject();
            json.WriteString("column", difference.Column);
            json.WriteString("item", difference.Item);
            json.WriteString("before", difference.Before);
            json.WriteString("after", difference.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFindings(Utf8JsonWriter json, ReleaseComparison comparison)
    {
        json.WriteStartArray("findings");
        foreach (var difference in comparison.Findings)
        {
            json.WriteStartObject();
            json.WriteString("code", difference.Code);
            json.WriteNumber("before", difference.Before);
            json.WriteNumber("after", difference.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter json, string name, RowValue value)
    {
        json.WritePropertyName(name);
        switch (value.Kind)
        {
            case RowValueKind.Integer:
                json.WriteNumberValue(value.Integer);
                break;
            case RowValueKind.Float:
                json.WriteNumberValue(value.Float);
                break;
            case RowValueKind.Text:
                json.WriteStringValue(value.Text);
                break;
            default:
                json.WriteNullValue();
                break;
        }
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
