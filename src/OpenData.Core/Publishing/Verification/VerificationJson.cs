using System.Text.Encodings.Web;
using System.Text.Json;
using OpenData.Schemas;

namespace OpenData.Publishing.Verification;

/// <summary>A verification as JSON (<c>verification.schema.json</c>), for programs and for the file.</summary>
public static class VerificationJson
{
    private static readonly JsonWriterOptions Layout = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The verification as UTF-8 JSON, with sentences in a language.</summary>
    public static byte[] Write(Verification verification, Language language)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Layout))
        {
            json.WriteStartObject();
            json.WriteString("verdict", verification.Proved ? "proved" : "not-proved");
            json.WriteStartObject("head");
            json.WriteNumber("entries", verification.Head.Entries);
            json.WriteString("hash", verification.Head.Hash);
            json.WriteEndObject();
            json.WriteNumber("objects", verification.Objects);
            json.WriteNumber("releases", verification.Releases);
            json.WriteNumber("rows", verification.Rows);
            json.WriteStartArray("found");
            foreach (var found in verification.Found)
            {
                Write(json, found, language);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Discrepancy found, Language language)
    {
        json.WriteStartObject();
        json.WriteString("code", found.Code);
        json.WriteBoolean("note", found.IsNote);
        json.WriteString("object", found.Object);
        WriteNumber(json, "entry", found.Entry);
        WriteNumber(json, "row", found.Row);
        json.WriteString("column", found.Column);
        json.WriteString("expected", found.Expected);
        json.WriteString("found", found.Found);
        json.WriteString("message", found.In(language));
        json.WriteEndObject();
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
