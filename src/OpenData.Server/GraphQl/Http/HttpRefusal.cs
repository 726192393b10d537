using OpenData.GraphQL;
using OpenData.GraphQL.Language;
using OpenData.Schemas;

namespace OpenData.Server.GraphQl.Http;

/// <summary>A request refused before any document was read: its status and its one error.</summary>
/// <param name="Status">The HTTP status, whatever the media type.</param>
/// <param name="Code">The error's <c>extensions.code</c>; the same as that of the REST interface's problem.</param>
/// <param name="Message">What is wrong and how to mend it.</param>
internal sealed record HttpRefusal(int Status, string Code, LocalText Message)
{
    /// <summary>The limit that was met, or null.</summary>
    public RefusedLimit? Limit { get; init; }

    /// <summary>True where the status is 200 for clients that ask for <c>application/json</c>, as for any document that is not run.</summary>
    public bool IsOfDocument { get; init; }

    /// <summary>The error in a language.</summary>
    public GraphQLError ToError(Language language) => new(Message.In(language), Array.Empty<SourceLocation>())
    {
        Extensions = new Dictionary<string, object?>(Limit?.ToExtensions() ?? new Dictionary<string, object?>()) { ["code"] = Code },
    };
}
