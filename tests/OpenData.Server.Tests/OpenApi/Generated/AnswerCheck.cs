using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace OpenData.Server.Tests.OpenApi;

/// <summary>Holds answers to the document: status, media type, shape; and keeps account of what was tried.</summary>
internal sealed class AnswerCheck
{
    /// <summary>Answers of one operation and status whose bodies are all validated; of the others every tenth is.</summary>
    private const int First = 10;

    /// <summary>Refusals of what was sent; a valid request meets none of them.</summary>
    private static readonly string[] OfForm =
    [
        "invalid-query", "unknown-parameter", "duplicate-parameter", "conflicting-parameters", "too-many-parameters", "malformed-query", "unknown-column", "unknown-operator", "operator-not-for-type", "invalid-value", "invalid-cursor", "stale-cursor", "bad-request",
    ];

    private readonly Dictionary<JObject, JsonSchema> schemas = [];
    private readonly ConcurrentDictionary<string, int> seen = new(StringComparer.Ordinal);

    public ConcurrentQueue<string> Faults { get; } = [];

    /// <summary>Each <c>operation parameter</c> that was accepted with a valid value, and each that was refused by its name with another.</summary>
    public ConcurrentDictionary<string, byte> Accepted { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, byte> Refused { get; } = new(StringComparer.Ordinal);

    public int Count => seen.Values.Sum();

    /// <summary>Reads the shapes of a document.</summary>
    public async Task ReadAsync(JObject document)
    {
        var text = document["components"]!["schemas"]!.ToString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal);
        schemas[document] = await JsonSchema.FromJsonAsync($$"""{ "definitions": {{text}} }""");
    }

    public void Check(GeneratedRequest request, HttpResponseMessage answer, byte[] body)
    {
        var status = (int)answer.StatusCode;
        var number = seen.AddOrUpdate($"{request.Operation.Path} {request.Operation.Id} {status}", 1, (_, n) => n + 1);
        if (request.Operation.Response(status) is not { } response)
        {
            Fault(request, status, body, "the status is not documented");
            return;
        }

        if (status is 500 or 503)
        {
            Fault(request, status, body, "the server failed");
        }

        Expect(request, status, body);
        if (request.IsHead || body.Length == 0)
        {
            return;
        }

        var mediaType = answer.Content.Headers.ContentType?.MediaType ?? "";
        if ((response["content"] as JObject)?[mediaType] is not { } form)
        {
            Fault(request, status, body, $"the media type {mediaType} is not documented");
        }
        else if (form["schema"] is { } schema && mediaType.EndsWith("json", StringComparison.Ordinal) && (number <= First || number % 10 == 0))
        {
            Validate(request, status, body, schema);
        }

        if (mediaType == "application/problem+json" && !Codes(response).Contains((string?)Parse(body)["code"]))
        {
            Fault(request, status, body, $"the code is not among those documented: {string.Join(", ", Codes(response))}");
        }
    }

    private void Expect(GeneratedRequest request, int status, byte[] body)
    {
        var problem = status >= 400 && !request.IsHead ? TryParse(body) as JObject : null;
        if (request.Expected == Expected.Refused)
        {
            if (status < 400)
            {
                Fault(request, status, body, "it was not refused");
            }
            else if (status == 404 || request.Faulty == "body" || Names(problem, request.Faulty!))
            {
                Refused[$"{request.Operation.Path} {request.Operation.Id} {request.Faulty}"] = 1;
            }
        }
        else if (request.Expected == Expected.Accepted && status >= 400 && OfForm.Contains((string?)problem?["code"]))
        {
            Fault(request, status, body, "it was refused, and is valid");
        }
        else if (status < 400)
        {
            foreach (var name in request.Valid.Append("operation"))
            {
                Accepted[$"{request.Operation.Path} {request.Operation.Id} {name}"] = 1;
            }
        }
    }

    private static bool Names(JObject? problem, string parameter) => problem?["errors"]?.Any(e => parameter == "conditions" || ((string?)e["parameter"])?.StartsWith(parameter, StringComparison.Ordinal) == true) == true;

    private void Validate(GeneratedRequest request, int status, byte[] body, JToken schema)
    {
        if (TryParse(body) is not { } json)
        {
            Fault(request, status, body, "it is no JSON");
            return;
        }

        if ((string?)schema["$ref"] is { } reference)
        {
            JsonSchema shape;
            ICollection<NJsonSchema.Validation.ValidationError> errors;
            lock (schemas)
            {
                shape = schemas[request.Operation.Document].Definitions[reference[(reference.LastIndexOf('/') + 1)..]];
                errors = shape.Validate(json);
            }

            if (errors.Count > 0)
            {
                Fault(request, status, body, $"its shape is not {reference}: {string.Join("; ", errors.Take(3).Select(e => $"{e.Kind} at {e.Path}"))}");
            }
        }
    }

    private static IEnumerable<string?> Codes(JObject response) => Regex.Matches((string)response["description"]!, "`([a-z0-9-]+)`").Select(m => m.Groups[1].Value);

    private static JToken Parse(byte[] body) => TryParse(body)!;

    private static JToken? TryParse(byte[] body)
    {
        try
        {
            using var reader = new JsonTextReader(new StreamReader(new MemoryStream(body))) { DateParseHandling = DateParseHandling.None };
            return JToken.Load(reader);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Fault(GeneratedRequest request, int status, byte[] body, string what) =>
        Faults.Enqueue($"{status} {what}\n    {request}\n    {System.Text.Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 400)))}");
}
