using OpenData.GraphQL.Language;

namespace OpenData.GraphQL;

/// <summary>One entry of a response's <c>errors</c>: a sentence, the places in the document, and the place in the response.</summary>
/// <remarks>Specification 7.1.2 (Errors).</remarks>
public sealed class GraphQLError(string message, IReadOnlyList<SourceLocation> locations)
{
    public GraphQLError(string message, params IReadOnlyList<Node> nodes)
        : this(message, nodes.Where(n => n.Source is not null).Select(n => n.Location).ToArray()) { }

    public string Message { get; } = message;

    public IReadOnlyList<SourceLocation> Locations { get; } = locations;

    /// <summary>Response names (string) and list indexes (int) from the root of the response; null for a request error.</summary>
    public IReadOnlyList<object>? Path { get; init; }

    /// <summary>Facts for programs, such as a code; written as the error's <c>extensions</c>.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }

    public override string ToString() => Message;
}

/// <summary>A limit that a request went over: which, by how much, and how much there may be.</summary>
public sealed record RefusedLimit(string Name, long Value, long Maximum)
{
    public IReadOnlyDictionary<string, object?> ToExtensions() => new Dictionary<string, object?>
    {
        ["code"] = "LIMIT_EXCEEDED", ["limit"] = Name, ["value"] = Value, ["maximum"] = Maximum,
    };
}

/// <summary>An error a resolver or a scalar raises on purpose: its sentence is shown to the client as it is.</summary>
/// <remarks>Specification 6.4.4 (Handling Execution Errors). Any other exception is shown as it would be by graphql-js only when the executor is told so.</remarks>
public sealed class GraphQLException : Exception
{
    public GraphQLException() { }

    public GraphQLException(string message) : base(message) { }

    public GraphQLException(string message, Exception inner) : base(message, inner) { }

    public GraphQLException(string message, params IReadOnlyList<Node> nodes) : base(message) => Nodes = nodes;

    /// <summary>The document nodes the error is about; empty means the field that was resolved.</summary>
    public IReadOnlyList<Node> Nodes { get; } = [];

    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }
}
