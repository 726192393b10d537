using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using OpenData.Schemas;
using OpenData.Server.Rest.Parameters;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.GraphQl.Http;

/// <summary>Reads what a request asks, from its body or from its address (GraphQL over HTTP, section 5).</summary>
internal static class OperationReader
{
    private static readonly LocalText AnObject = new("ออบเจ็กต์ JSON", "a JSON object");
    private static readonly LocalText AText = new("ข้อความ", "a string");

    /// <summary>What is asked, or why it cannot be read.</summary>
    public static Task<(SentOperation? Sent, HttpRefusal? Refusal)> ReadAsync(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) ? FromBodyAsync(request) : Task.FromResult(FromAddress(request));

    private static async Task<(SentOperation?, HttpRefusal?)> FromBodyAsync(HttpRequest request)
    {
        if (!IsPlainJson(request))
        {
            return (null, HttpTexts.WrongType(request.ContentType));
        }

        var (body, tooLarge) = await BytesAsync(request);
        if (tooLarge is not null)
        {
            return (null, tooLarge);
        }

        if (body.IsEmpty)
        {
            return (null, HttpTexts.EmptyBody);
        }

        if (IsArray(body.Span))
        {
            return (null, HttpTexts.Batch);
        }

        var (document, refusal) = RequestJson.Parse(body);
        if (document is null)
        {
            return (null, refusal);
        }

        request.HttpContext.Response.RegisterForDispose(document);
        var sent = document.RootElement;
        return sent.ValueKind == JsonValueKind.Object
            ? Of(Value(sent, "query"), Value(sent, "operationName"), Value(sent, "variables"), Value(sent, "extensions"))
            : (null, HttpTexts.NotObject);
    }

    private static (SentOperation?, HttpRefusal?) FromAddress(HttpRequest request)
    {
        var faults = new List<ProblemError>();
        var parameters = QueryParameters.Read(request, faults, "query", "operationName", "variables", "extensions");
        if (faults.Count > 0)
        {
            return (null, HttpTexts.OfQuery(faults[0]));
        }

        var (variables, wrongVariables) = Json(request, parameters["variables"]);
        var (extensions, wrongExtensions) = Json(request, parameters["extensions"]);
        return (wrongVariables ?? wrongExtensions) is { } wrong
            ? (null, wrong)
            : Of(Text(parameters["query"]), Text(parameters["operationName"]), variables, extensions);
    }

    private static (SentOperation?, HttpRefusal?) Of(JsonElement? query, JsonElement? operationName, JsonElement? variables, JsonElement? extensions)
    {
        var refusal = Wrong("query", query, JsonValueKind.String, AText)
            ?? Wrong("operationName", operationName, JsonValueKind.String, AText)
            ?? Wrong("variables", variables, JsonValueKind.Object, AnObject)
            ?? Wrong("extensions", extensions, JsonValueKind.Object, AnObject);
        if (refusal is not null)
        {
            return (null, refusal);
        }

        var (sha256, wrongHash) = Hash(extensions);
        if (wrongHash is not null || (query is null && sha256 is null))
        {
            return (null, wrongHash ?? HttpTexts.NoQuery);
        }

        return (new SentOperation
        {
            Document = query is { } text ? Encoding.UTF8.GetBytes(text.GetString()!) : (ReadOnlyMemory<byte>?)null,
            OperationName = operationName?.GetString(),
            Variables = variables,
            Sha256 = sha256,
        }, null);
    }

    private static HttpRefusal? Wrong(string name, JsonElement? value, JsonValueKind wanted, LocalText inWords) =>
        value is { } given && given.ValueKind != wanted ? HttpTexts.WrongParameter(name, inWords) : null;

    /// <summary>The hash of the protocol of automatic persisted queries: <c>extensions.persistedQuery: { version: 1, sha256Hash }</c>.</summary>
    private static (string? Sha256, HttpRefusal? Refusal) Hash(JsonElement? extensions)
    {
        if (extensions is not { } all || Value(all, "persistedQuery") is not { } persisted)
        {
            return (null, null);
        }

        var known = persisted.ValueKind == JsonValueKind.Object
            && Value(persisted, "version") is { ValueKind: JsonValueKind.Number } version && version.TryGetInt32(out var number) && number == 1;
        var hash = known && Value(persisted, "sha256Hash") is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        return hash is { Length: 64 } && hash.All(char.IsAsciiHexDigit) ? (hash.ToLowerInvariant(), null) : (null, HttpTexts.OtherVersion);
    }

    /// <summary>A member; null where it is not there, or is null.</summary>
    private static JsonElement? Value(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static JsonElement? Text(string? text) => string.IsNullOrEmpty(text) ? null : JsonSerializer.SerializeToElement(text);

    private static (JsonElement? Value, HttpRefusal? Refusal) Json(HttpRequest request, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return (null, null);
        }

        var (document, refusal) = RequestJson.Parse(Encoding.UTF8.GetBytes(text));
        if (document is null)
        {
            return (null, refusal);
        }

        request.HttpContext.Response.RegisterForDispose(document);
        return document.RootElement.ValueKind == JsonValueKind.Null ? (null, null) : (document.RootElement, null);
    }

    /// <summary>Told by its first sign: a batch of thousands is not worth reading.</summary>
    private static bool IsArray(ReadOnlySpan<byte> json) => json.TrimStart(" \t\r\n"u8) is [(byte)'[', ..];

    private static bool IsPlainJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType == "application/json"
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        && request.Headers.ContentEncoding.Count == 0;

    /// <summary>The body, read no further than a byte past the limit.</summary>
    private static async Task<(ReadOnlyMemory<byte> Body, HttpRefusal? Refusal)> BytesAsync(HttpRequest request)
    {
        const int most = GraphQlServerLimits.RequestBytes;
        if (request.ContentLength > most)
        {
            return (default, HttpTexts.TooLarge(request.ContentLength.Value));
        }

        var body = new ArrayBufferWriter<byte>((int)(request.ContentLength ?? 4096) + 1);
        int read;
        while ((read = await request.Body.ReadAsync(body.GetMemory(1), request.HttpContext.RequestAborted)) > 0)
        {
            body.Advance(read);
            if (body.WrittenCount > most)
            {
                return (default, HttpTexts.TooLarge(body.WrittenCount));
            }
        }

        return (body.WrittenMemory, null);
    }
}
