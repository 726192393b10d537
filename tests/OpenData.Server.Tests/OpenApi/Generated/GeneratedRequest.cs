using System.Text;
using Newtonsoft.Json.Linq;

namespace OpenData.Server.Tests.OpenApi;

/// <summary>What a generated request is to meet.</summary>
internal enum Expected
{
    /// <summary>Any answer that the document has.</summary>
    Documented,

    /// <summary>Everything sent is valid: it is accepted, or refused for the state of things.</summary>
    Accepted,

    /// <summary>Something sent is not valid: it is refused.</summary>
    Refused,
}

/// <summary>An operation of a document, by a path and a method.</summary>
internal sealed record DocumentedOperation(JObject Document, string Path, string Method, JObject Json)
{
    private static readonly string[] Others = ["/api/3", "/api/action", "/datastore", "/sdmx", "/graphql"];

    public string Id => (string)Json["operationId"]!;

    public IReadOnlyList<JObject> Parameters => [.. (Json["parameters"] ?? new JArray()).Select(p => Resolve((JObject)p))];

    public JObject? Body => (JObject?)Json["requestBody"];

    /// <summary>True where its parameters and bodies are another standard's, which takes whatever comes.</summary>
    public bool IsForeign => !Path.EndsWith("schema.graphql", StringComparison.Ordinal) && (Path == "/api" || Others.Any(o => Path == o || Path.StartsWith(o + "/", StringComparison.Ordinal)));

    public bool NeedsCaller => Json["security"] is JArray ways && ways.All(w => w.HasValues);

    /// <summary>What the document says of a status, or null.</summary>
    public JObject? Response(int status) => Json["responses"]![$"{status}"] is JObject response ? Resolve(response) : null;

    public static IEnumerable<DocumentedOperation> Of(JObject document) =>
        from path in ((JObject)document["paths"]!).Properties()
        from operation in ((JObject)path.Value).Properties()
        select new DocumentedOperation(document, path.Name, operation.Name.ToUpperInvariant(), (JObject)operation.Value);

    private JObject Resolve(JObject part) => (string?)part["$ref"] is { } reference ? (JObject)Document.SelectToken(string.Concat(reference[2..].Split('/').Select(p => $"['{p}']")))! : part;
}

/// <summary>A request made of an operation.</summary>
internal sealed record GeneratedRequest(DocumentedOperation Operation, string Address, string Caller, Expected Expected)
{
    /// <summary>The parameters with a valid value, and the one without, for the account of what was tried.</summary>
    public IReadOnlyList<string> Valid { get; init; } = [];

    public string? Faulty { get; init; }
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];
    public byte[]? Body { get; init; }
    public string? BodyType { get; init; }
    public bool IsHead { get; init; }

    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(IsHead ? HttpMethod.Head : new HttpMethod(Operation.Method), Address);
        foreach (var (name, value) in Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", BodyType);
        }

        return message;
    }

    public override string ToString() =>
        $"{Caller}: {(IsHead ? "HEAD" : Operation.Method)} {Address}{(Faulty is null ? "" : $" (faulty: {Faulty})")}{string.Concat(Headers.Select(h => $" {h.Name}: {h.Value}"))}{(Body is null ? "" : " " + BodyType + " " + Encoding.UTF8.GetString(Body.AsSpan(0, Math.Min(Body.Length, 300))))}";
}
