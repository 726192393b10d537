using OpenData.GraphQL.Language;
using OpenData.GraphQL.Text;
using OpenData.GraphQL.Types;

namespace OpenData.GraphQL.Validation;

/// <summary>How far validation goes.</summary>
public sealed record ValidationOptions(GraphQLLimits Limits)
{
    /// <summary>Whether messages say "Did you mean …?".</summary>
    public bool Suggests { get; init; } = true;
}

/// <summary>What the rules share: the schema, the document, the types at the place of the walk, and the errors found.</summary>
public sealed class ValidationContext
{
    readonly ValidationOptions options;
    readonly List<GraphQLError> errors = [];
    readonly List<Node> ancestors = [];
    int fragmentSteps;

    internal ValidationContext(Schema schema, DocumentNode document, ValidationOptions options)
    {
        (Schema, Document, this.options) = (schema, document, options);
        Types = new TypeInfo(schema);
        Suggestions = new SuggestionBudget(options.Suggests ? options.Limits.MaxNameComparisons : 0);
        Fragments = new DocumentFragments(document, this);
    }

    public Schema Schema { get; }

    public DocumentNode Document { get; }

    public GraphQLLimits Limits => options.Limits;

    public SuggestionBudget Suggestions { get; }

    public IReadOnlyList<GraphQLError> Errors => errors;

    /// <summary>The types at the node the walk is at.</summary>
    internal TypeInfo Types { get; }

    internal DocumentFragments Fragments { get; }

    /// <summary>The node the current one stands in.</summary>
    internal Node? Parent => ancestors.Count > 0 ? ancestors[^1] : null;

    /// <summary>The definition the current node stands in, or is.</summary>
    internal Node? Definition => ancestors.Count > 1 ? ancestors[1] : null;

    internal NamedType? TypeOf(NamedTypeNode? node) => node is null ? null : Schema.Type(node.Name.Value);

    internal void Push(Node node) => ancestors.Add(node);

    internal void Pop() => ancestors.RemoveAt(ancestors.Count - 1);

    internal void Report(string message, IReadOnlyList<Node> nodes)
    {
        if (errors.Count >= Limits.MaxErrors)
            throw new ValidationStoppedException(new GraphQLError("Too many validation errors, error limit reached. Validation aborted.", Array.Empty<SourceLocation>()));
        errors.Add(new GraphQLError(message, nodes));
    }

    internal void Stop(GraphQLError error) => errors.Add(error);

    /// <summary>Counts work that can grow with operations times fragments.</summary>
    internal void SpendFragmentSteps(int steps)
    {
        if ((fragmentSteps += steps) > Limits.MaxFragmentSteps)
            throw new ValidationStoppedException(GraphQLLimits.Refuse("fragmentSteps", "The document has too many fragments in too many operations", fragmentSteps, Limits.MaxFragmentSteps));
    }
}

/// <summary>Validation ends early: there are too many errors, or it would take too long.</summary>
internal sealed class ValidationStoppedException(GraphQLError error) : Exception(error.Message)
{
    public GraphQLError Error => error;
}
