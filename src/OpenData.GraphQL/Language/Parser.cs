using System.Text;

namespace OpenData.GraphQL.Language;

/// <summary>Reads GraphQL documents: executable ones and the schema definition language.</summary>
/// <remarks>Specification appendix C (Grammar Summary), September 2025. This part holds the tokens; the grammar is in the other parts.</remarks>
public sealed partial class Parser
{
    readonly Source source;
    readonly Lexer lexer;
    readonly ParserOptions options;
    readonly NamePool names = new();
    Token token;
    int lastEnd;
    int tokenCount;
    int depth;

    Parser(Source source, ParserOptions? options)
    {
        this.source = source;
        this.options = options ?? ParserOptions.Trusted;
        lexer = new Lexer(source);
        token = new Token(TokenKind.StartOfFile, 0, 0);
        var invalid = source.FirstInvalidByte();
        if (invalid >= 0) throw new GraphQLSyntaxException(source, invalid, "The document is not UTF-8.");
    }

    /// <summary>Reads a document.</summary>
    /// <exception cref="GraphQLSyntaxException">The document is not GraphQL, or goes over a limit.</exception>
    public static DocumentNode Parse(Source source, ParserOptions? options = null)
    {
        var parser = new Parser(source, options);
        var definitions = parser.Many(TokenKind.StartOfFile, parser.Definition, TokenKind.EndOfFile);
        return parser.At(new DocumentNode(definitions) { TokenCount = parser.tokenCount }, 0);
    }

    /// <inheritdoc cref="Parse(Source, ParserOptions?)"/>
    public static DocumentNode Parse(string text, ParserOptions? options = null) => Parse(new Source(text), options);

    /// <summary>Reads one value, such as <c>{ a: [1, "b"] }</c>.</summary>
    public static ValueNode ParseValue(string text) => Single(text, p => p.Value(isConst: false));

    /// <summary>Reads one type reference, such as <c>[String!]!</c>.</summary>
    public static TypeNode ParseType(string text) => Single(text, p => p.TypeReference());

    static T Single<T>(string text, Func<Parser, T> read) where T : Node
    {
        var parser = new Parser(new Source(text), null);
        parser.Expect(TokenKind.StartOfFile);
        var node = read(parser);
        parser.Expect(TokenKind.EndOfFile);
        return node;
    }

    T At<T>(T node, int start) where T : Node
    {
        node.Source = source;
        node.Start = start;
        node.End = lastEnd;
        return node;
    }

    bool Peek(TokenKind kind) => token.Kind == kind;

    bool PeekDescription() => token.Kind is TokenKind.String or TokenKind.BlockString;

    bool PeekKeyword(ReadOnlySpan<byte> word) => IsKeyword(token, word);

    bool IsKeyword(Token at, ReadOnlySpan<byte> word) => at.Kind == TokenKind.Name && Bytes(at).SequenceEqual(word);

    ReadOnlySpan<byte> Bytes(Token of) => source.Body.Span[of.Start..of.End];

    string Text(Token of) => names.Get(Bytes(of));

    void Advance()
    {
        lastEnd = token.End;
        token = lexer.Next(token.End);
        if (token.Kind == TokenKind.EndOfFile || ++tokenCount <= options.MaxTokens) return;
        throw new GraphQLSyntaxException(source, token.Start, $"Document contains more than {options.MaxTokens} tokens. Parsing aborted.",
            new RefusedLimit("tokens", tokenCount, options.MaxTokens));
    }

    Token Expect(TokenKind kind)
    {
        var found = token;
        if (found.Kind != kind) throw Error(found, $"Expected {kind.Describe()}, found {Describe(found)}.");
        Advance();
        return found;
    }

    bool Optional(TokenKind kind)
    {
        if (token.Kind != kind) return false;
        Advance();
        return true;
    }

    void ExpectKeyword(string word)
    {
        if (!OptionalKeyword(word)) throw Error(token, $"Expected \"{word}\", found {Describe(token)}.");
    }

    bool OptionalKeyword(string word)
    {
        if (token.Kind != TokenKind.Name || !Ascii.Equals(Bytes(token), word)) return false;
        Advance();
        return true;
    }

    GraphQLSyntaxException Unexpected(Token at) => Error(at, $"Unexpected {Describe(at)}.");

    GraphQLSyntaxException Error(Token at, string description) => new(source, at.Start, description);

    string Describe(Token at) => at.Kind switch
    {
        TokenKind.Name or TokenKind.Int or TokenKind.Float => $"{at.Kind.Describe()} \"{Text(at)}\"",
        TokenKind.String or TokenKind.BlockString => $"{at.Kind.Describe()} \"{StringText.Of(source, at)}\"",
        _ => at.Kind.Describe(),
    };

    void Deeper()
    {
        if (++depth <= options.MaxDepth) return;
        throw new GraphQLSyntaxException(source, token.Start, $"Document is nested deeper than {options.MaxDepth} levels. Parsing aborted.",
            new RefusedLimit("nesting", depth, options.MaxDepth));
    }

    List<T> Any<T>(TokenKind open, Func<T> read, TokenKind close)
    {
        Expect(open);
        var nodes = new List<T>();
        while (!Optional(close)) nodes.Add(read());
        return nodes;
    }

    List<T> Many<T>(TokenKind open, Func<T> read, TokenKind close)
    {
        Expect(open);
        var nodes = new List<T>();
        do nodes.Add(read()); while (!Optional(close));
        return nodes;
    }

    IReadOnlyList<T> OptionalMany<T>(TokenKind open, Func<T> read, TokenKind close) => Peek(open) ? Many(open, read, close) : [];

    List<T> Delimited<T>(TokenKind delimiter, Func<T> read)
    {
        Optional(delimiter);
        var nodes = new List<T>();
        do nodes.Add(read()); while (Optional(delimiter));
        return nodes;
    }
}
