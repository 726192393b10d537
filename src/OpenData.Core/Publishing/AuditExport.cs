using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using OpenData.Registry;

namespace OpenData.Publishing;

/// <summary>Writes entries of the audit log for people who check it with other tools: JSON lines or CSV, the same columns in the same order.</summary>
public static class AuditExport
{
    /// <summary>The columns of both forms.</summary>
    public static readonly IReadOnlyList<string> Columns =
        ["sequence", "time", "actorKind", "actor", "action", "object", "before", "after", "detail", "previous", "hash"];

    private static readonly JsonWriterOptions Layout = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An entry as one line of JSON, with its line feed.</summary>
    public static byte[] JsonLine(AuditEntry entry)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Layout))
        {
            json.WriteStartObject();
            json.WriteNumber(Columns[0], entry.Sequence);
            foreach (var (name, value) in Columns.Skip(1).Zip(Texts(entry)))
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    /// <summary>The header of the CSV.</summary>
    public static byte[] CsvHeader() => Encoding.UTF8.GetBytes(string.Join(',', Columns) + "\r\n");

    /// <summary>An entry as one line of CSV (RFC 4180).</summary>
    public static byte[] CsvLine(AuditEntry entry) =>
        Encoding.UTF8.GetBytes(string.Join(',', Texts(entry).Select(Quote).Prepend(entry.Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture))) + "\r\n");

    private static string?[] Texts(AuditEntry entry) =>
        [entry.Time, entry.Actor.Kind, entry.Actor.Name, entry.Action, entry.Object, entry.Before, entry.After, entry.Detail, entry.Previous, entry.Hash];

    /// <summary>Quoted where CSV asks for it. The values are left as they are, since their hashes are to be computed from them.</summary>
    private static string Quote(string? value) =>
        value.AsSpan().ContainsAny("\",\r\n") ? $"\"{value!.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value ?? "";
}
