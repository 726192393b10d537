using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace OpenData.Server.Ckan;

/// <summary>Reads the arguments of a call where CKAN reads them: the address, a form, or a JSON body.</summary>
internal static class ArgumentReader
{
    private const string Form = "application/x-www-form-urlencoded";

    /// <summary>The arguments, or what is wrong with them.</summary>
    public static async Task<(JObject? Arguments, string? Fault)> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method))
        {
            return (Mixed(request.Query), null);
        }

        if (request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true)
        {
            return await PartsAsync(context);
        }

        var text = await TextAsync(request, context.RequestAborted);
        if (text is null)
        {
            return (null, $"the arguments must be UTF-8 and at most {CkanLimits.ArgumentBytes} bytes");
        }

        if (request.ContentType?.StartsWith(Form, StringComparison.OrdinalIgnoreCase) == true && text.Length > 0)
        {
            return OfForm(text);
        }

        // As CKAN does: arguments in the address go before a body.
        return request.Query.Count > 0 ? (Mixed(request.Query), null) : text.Length == 0 ? ([], null) : Parse(text);
    }

    /// <summary>JSON, with numbers and texts as they stand.</summary>
    public static bool TryParse(string text, out JToken? parsed)
    {
        parsed = null;
        try
        {
            using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, MaxDepth = CkanLimits.Depth };
            parsed = JToken.ReadFrom(reader);
            while (reader.Read())
            {
                if (reader.TokenType != JsonToken.Comment)
                {
                    return false;
                }
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static (JObject? Arguments, string? Fault) Parse(string text) => !TryParse(text, out var parsed)
        ? (null, "Error decoding JSON data.")
        : parsed is JObject arguments
            ? (arguments, null)
            : (null, $"Request data JSON decoded to {Shown(parsed)} but it needs to be a dictionary.");

    /// <summary>A form; one whose only name is JSON is that JSON, which is what curl sends where nobody says another type.</summary>
    private static (JObject? Arguments, string? Fault) OfForm(string text)
    {
        if (text.TrimStart().StartsWith('{'))
        {
            return Parse(text);
        }

        var fields = QueryHelpers.ParseQuery(text);
        return fields.Count == 1 && fields.Single() is { Value: ["" or "1"], Key: ['{', ..] only } ? Parse(only) : (Mixed(fields), null);
    }

    private static async Task<(JObject? Arguments, string? Fault)> PartsAsync(HttpContext context)
    {
        try
        {
            return (Mixed(await context.Request.ReadFormAsync(context.RequestAborted)), null);
        }
        catch (InvalidDataException fault)
        {
            return (null, fault.Message);
        }
    }

    /// <summary>One value is a text, several are a list of texts.</summary>
    private static JObject Mixed(IEnumerable<KeyValuePair<string, StringValues>> fields)
    {
        var arguments = new JObject();
        foreach (var (name, values) in fields)
        {
            arguments[name] = values.Count == 1 ? new JValue(values[0] ?? "") : new JArray(values.Select(v => v ?? ""));
        }

        return arguments;
    }

    private static async Task<string?> TextAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > CkanLimits.ArgumentBytes)
        {
            return null;
        }

        using var held = new MemoryStream();
        var buffer = new byte[16 << 10];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellation)) > 0)
        {
            if (held.Length + read > CkanLimits.ArgumentBytes)
            {
                return null;
            }

            held.Write(buffer, 0, read);
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(held.GetBuffer(), 0, (int)held.Length).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string Shown(JToken? value)
    {
        var text = value?.ToString(Formatting.None) ?? "null";
        return text.Length <= ServerLimits.ShownValue ? text : text[..ServerLimits.ShownValue] + "…";
    }
}
