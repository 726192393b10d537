namespace OpenData.GraphQL.Language;

/// <summary>A document that the grammar refuses, with the place where it does.</summary>
/// <remarks>Specification 2 (Language) and appendix C (Grammar Summary); the words are those of graphql-js.</remarks>
public sealed class GraphQLSyntaxException : Exception
{
    public GraphQLSyntaxException() : this("The document is not GraphQL.") { }

    public GraphQLSyntaxException(string message) : base(message) { }

    public GraphQLSyntaxException(string message, Exception inner) : base(message, inner) { }

    internal GraphQLSyntaxException(Source source, int offset, string description, RefusedLimit? limit = null)
        : base("Syntax Error: " + description)
    {
        Location = source.LocationOf(offset);
        Limit = limit;
    }

    public SourceLocation Location { get; }

    /// <summary>The limit that was met, when the document was refused for its size and not for its grammar.</summary>
    public RefusedLimit? Limit { get; }

    public GraphQLError ToError() => new(Message, [Location]) { Extensions = Limit?.ToExtensions() };
}
