namespace OpenData.GraphQL.Language;

/// <summary>How much the parser will read before it stops.</summary>
/// <param name="MaxTokens">The most lexical tokens a document may have; comments are not tokens.</param>
/// <param name="MaxDepth">The deepest that selection sets, values and types may be nested; it also keeps the parser's own stack small.</param>
public sealed record ParserOptions(int MaxTokens, int MaxDepth)
{
    /// <summary>For documents of the program itself, such as schemas: nesting alone is bounded.</summary>
    public static readonly ParserOptions Trusted = new(int.MaxValue, 500);
}
