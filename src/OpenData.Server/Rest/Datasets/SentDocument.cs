using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Rest.Datasets;

/// <summary>Reads the JSON text of a form or dictionary from a request's body.</summary>
internal static class SentDocument
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text, or the refusal of a body that is something else.</summary>
    public static async Task<(string? Text, Problem? Refusal)> ReadAsync(HttpRequest request, long most = ServerLimits.DocumentBytes)
    {
        var isJson = MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && (type.MediaType == "application/json" || type.Suffix == "json");
        if (!isJson)
        {
            return (null, DatasetTexts.NotJson(request.ContentType));
        }

        SizeLimit(request, most);
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, request.HttpContext.RequestAborted);
        return Text(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    /// <summary>True of a request that sends nothing.</summary>
    public static bool IsEmpty(HttpRequest request) => request.ContentLength == 0 || (request.ContentLength is null && request.ContentType is null);

    /// <summary>The one JSON object that a text is, no member twice and nothing behind it; null where it is anything else.</summary>
    public static JObject? Object(string text, int depth)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, MaxDepth = depth };
            var json = JObject.Load(reader, new JsonLoadSettings { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error });
            return reader.Read() ? null : json;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The text of UTF-8 bytes, without a byte order mark.</summary>
    public static (string? Text, Problem? Refusal) Text(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return (Strict.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes), null);
        }
        catch (DecoderFallbackException)
        {
            return (null, DatasetTexts.NotUtf8);
        }
    }

    /// <summary>Bounds the body of one request; the web server refuses a longer one with 413.</summary>
    public static void SizeLimit(HttpRequest request, long bytes)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = bytes;
        }
    }
}
