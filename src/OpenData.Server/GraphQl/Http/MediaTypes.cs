using OpenData.Server.Rest.Rows;

namespace OpenData.Server.GraphQl.Http;

/// <summary>What a GraphQL address answers with (GraphQL over HTTP, section 4: Media Types).</summary>
/// <param name="Name">The media type.</param>
internal sealed record AnswerType(string Name)
{
    /// <summary>The older one: a request that was refused is a 200 too, for clients that look no further than the status.</summary>
    public static readonly AnswerType Json = new("application/json");

    /// <summary>The newer one: the status tells whether the operation was run.</summary>
    public static readonly AnswerType GraphQlResponse = new("application/graphql-response+json");

    /// <summary>The console, for a browser.</summary>
    public static readonly AnswerType Html = new("text/html");

    private static readonly AnswerType[] OfPrograms = [Json, GraphQlResponse];
    private static readonly AnswerType[] OfReading = [Json, GraphQlResponse, Html];

    /// <summary>As the header <c>Content-Type</c> gives it.</summary>
    public string ContentType => Name + "; charset=utf-8";

    /// <summary>What the client likes best; null where it accepts nothing we have.</summary>
    public static AnswerType? Of(HttpRequest request) =>
        Accepted.Best(request, HttpMethods.IsPost(request.Method) ? OfPrograms : OfReading, t => t.ContentType);
}
