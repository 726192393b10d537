using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using OpenData.Schemas;

namespace OpenData.Server.Rest.Problems;

/// <summary>Writes a problem as <c>application/problem+json</c> (RFC 9457).</summary>
internal static class ProblemJson
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static ReadOnlyMemory<byte> Write(Problem problem, Language language, string requestId)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, Readable);
        json.WriteStartObject();
        json.WriteString("type", "/about#" + problem.Kind.Code);
        json.WriteString("title", problem.Kind.Title.In(language));
        json.WriteNumber("status", problem.Kind.Status);
        json.WriteString("detail", problem.Detail.In(language));
        json.WriteString("code", problem.Kind.Code);
        json.WriteString("requestId", requestId);
        WriteErrors(json, problem.Errors, language);
        if (problem.Report is { } report)
        {
            json.WritePropertyName("report");
            json.WriteRawValue(report);
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static void WriteErrors(Utf8JsonWriter json, IReadOnlyList<ProblemError> errors, Language language)
    {
        json.WriteStartArray("errors");
        foreach (var error in errors.Take(ServerLimits.ProblemErrors))
        {
            json.WriteStartObject();
            WriteWhere(json, "pointer", error.Pointer);
            WriteWhere(json, "parameter", error.Parameter);
            json.WriteString("code", error.Code);
            json.WriteString("message", error.Message.In(language));
            json.WriteString("fix", error.Fix.In(language));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteWhere(Utf8JsonWriter json, string name, string? where)
    {
        if (where is not null)
        {
            json.WriteString(name, where);
        }
    }
}
