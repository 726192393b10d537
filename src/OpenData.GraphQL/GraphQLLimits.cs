using OpenData.GraphQL.Language;

namespace OpenData.GraphQL;

/// <summary>How much one request may ask for. Every refusal names the limit, the value found and the most there may be.</summary>
/// <remarks>Specification 6.4 leaves limits to the service; these are for a public API that answers anyone.</remarks>
public sealed record GraphQLLimits
{
    /// <summary>Bytes of a document. The largest introspection query of today's clients has 3 kB; 100 kB is a page of hand-written text.</summary>
    public int MaxDocumentBytes { get; init; } = 100_000;

    /// <summary>Tokens of a document. A generated query of 500 fields with aliases has 2,000; ten thousand parse in 2 ms.</summary>
    public int MaxTokens { get; init; } = 10_000;

    /// <summary>Nesting of selection sets, values and types while parsing: what keeps the parser's stack small. Introspection has 13.</summary>
    public int MaxNesting { get; init; } = 64;

    /// <summary>Fields inside fields, fragments spread. Introspection asks for 13; a dataset is 5 deep.</summary>
    public int MaxDepth { get; init; } = 25;

    /// <summary>Aliases of an operation, fragments spread once each: an alias repeats the work of a field under another name.</summary>
    public int MaxAliases { get; init; } = 200;

    /// <summary>Root fields of an operation: each is a statement of its own in the store.</summary>
    public int MaxRootFields { get; init; } = 50;

    /// <summary>Directives written in a document: none does more than leave something out.</summary>
    public int MaxDirectives { get; init; } = 500;

    /// <summary>Fields of the plan, once all fragments are spread: fragments that spread others twice double with each level. The largest introspection has 150; five thousand are planned in 15 ms.</summary>
    public int MaxPlannedFields { get; init; } = 5_000;

    /// <summary>Values inside the variables. A filter of a thousand keys has a thousand.</summary>
    public int MaxVariableValues { get; init; } = 20_000;

    /// <summary>Cost of the operation: rows asked for times fields that need work. Ten thousand rows of ten such fields.</summary>
    public long MaxCost { get; init; } = 100_000;

    /// <summary>Bytes of the response: 10,000 rows of 36 kB per hundred come to 4 MB, and memory is held until the last byte is sent.</summary>
    public int MaxResponseBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Validation errors told: after a hundred the document is not a slip of the pen.</summary>
    public int MaxErrors { get; init; } = 100;

    /// <summary>Errors told of an execution: a page of ten thousand rows in which each fails would otherwise be answered by ten thousand sentences. What they make null is null all the same.</summary>
    public int MaxExecutionErrors { get; init; } = 200;

    /// <summary>Errors told of variables, as in graphql-js.</summary>
    public int MaxCoercionErrors { get; init; } = 50;

    /// <summary>Steps of the check whether fields can be merged, which would otherwise grow with the square of the document.</summary>
    public int MaxMergeSteps { get; init; } = 100_000;

    /// <summary>Fragments and variables walked for each operation, which would otherwise grow with operations times fragments.</summary>
    public int MaxFragmentSteps { get; init; } = 50_000;

    /// <summary>Names compared to say "Did you mean": a schema may have thousands of root fields.</summary>
    public int MaxNameComparisons { get; init; } = 20_000;

    /// <summary>Lists inside lists that introspection may be asked for, as graphql-js counts: fields of types of fields … grow by a hundredfold each.</summary>
    public int MaxIntrospectionLists { get; init; } = 3;

    /// <summary>The longest an operation may run: behind most proxies the client is gone after 30 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>What is kept parsed, proved and planned, counted in tokens and planned fields, each about 300 bytes: 60 MB, whoever fills it.</summary>
    public int MaxCachedWeight { get; init; } = 200_000;

    public static readonly GraphQLLimits Default = new();

    internal ParserOptions Parsing => new(MaxTokens, MaxNesting);

    internal static GraphQLError Refuse(string name, string what, long value, long maximum)
    {
        var limit = new RefusedLimit(name, value, maximum);
        return new GraphQLError($"{what}: {value}, the most is {maximum}.", Array.Empty<SourceLocation>()) { Extensions = limit.ToExtensions() };
    }
}
