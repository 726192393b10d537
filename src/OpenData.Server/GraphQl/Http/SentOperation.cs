using System.Text.Json;

namespace OpenData.Server.GraphQl.Http;

/// <summary>The parameters of a request (GraphQL over HTTP, section 5: Request).</summary>
internal sealed record SentOperation
{
    /// <summary>The document's UTF-8, or null where only its hash was sent.</summary>
    public ReadOnlyMemory<byte>? Document { get; init; }

    public string? OperationName { get; init; }

    /// <summary>A JSON object, or null.</summary>
    public JsonElement? Variables { get; init; }

    /// <summary>The SHA-256 by which a document is called, in lower-case hex, or null.</summary>
    public string? Sha256 { get; init; }
}
