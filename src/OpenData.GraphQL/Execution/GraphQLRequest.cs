using System.Text.Json;
using OpenData.GraphQL.Language;

namespace OpenData.GraphQL.Execution;

/// <summary>What a client asks. Specification 6.1 (Executing Requests).</summary>
/// <param name="Document">The document's text.</param>
/// <param name="OperationName">Which operation of the document to run; needed when there are several.</param>
/// <param name="Variables">A JSON object, or nothing.</param>
public sealed record GraphQLRequest(Source Document, string? OperationName = null, JsonElement? Variables = null)
{
    public GraphQLRequest(string document, string? operationName = null, JsonElement? variables = null)
        : this(new Source(document), operationName, variables) { }
}
