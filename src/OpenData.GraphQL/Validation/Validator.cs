using OpenData.GraphQL.Language;
using OpenData.GraphQL.Types;
using OpenData.GraphQL.Validation.Rules;

namespace OpenData.GraphQL.Validation;

/// <summary>What validation found.</summary>
/// <param name="Errors">Empty for a valid document.</param>
/// <param name="Rests">The modules whose types the document mentions.</param>
/// <param name="MeetsAbstractTypes">Whether an interface or a union is among them.</param>
internal sealed record ValidationResult(IReadOnlyList<GraphQLError> Errors, IReadOnlySet<ModuleEntry> Rests, bool MeetsAbstractTypes);

/// <summary>Proves a document against a schema. Specification 5 (Validation).</summary>
public static class Validator
{
    /// <summary>Every rule, in the order their errors are told: that of graphql-js.</summary>
    internal static readonly IReadOnlyList<Func<ValidationContext, ValidationRule>> Rules =
    [
        c => new ExecutableDefinitions(c),
        c => new KnownOperationTypes(c),
        c => new UniqueOperationNames(c),
        c => new LoneAnonymousOperation(c),
        c => new SingleFieldSubscriptions(c),
        c => new KnownTypeNames(c),
        c => new FragmentsOnCompositeTypes(c),
        c => new VariablesAreInputTypes(c),
        c => new ScalarLeafs(c),
        c => new FieldsOnCorrectType(c),
        c => new UniqueFragmentNames(c),
        c => new KnownFragmentNames(c),
        c => new NoUnusedFragments(c),
        c => new PossibleFragmentSpreads(c),
        c => new NoFragmentCycles(c),
        c => new UniqueVariableNames(c),
        c => new NoUndefinedVariables(c),
        c => new NoUnusedVariables(c),
        c => new KnownDirectives(c),
        c => new UniqueDirectivesPerLocation(c),
        c => new KnownArgumentNames(c),
        c => new UniqueArgumentNames(c),
        c => new ValuesOfCorrectType(c),
        c => new ProvidedRequiredArguments(c),
        c => new VariablesInAllowedPosition(c),
        c => new OverlappingFieldsCanBeMerged(c),
        c => new UniqueInputFieldNames(c),
        c => new MaxIntrospectionDepth(c),
    ];

    /// <summary>The errors of a document; none when it is valid.</summary>
    public static IReadOnlyList<GraphQLError> Validate(Schema schema, DocumentNode document, ValidationOptions? options = null) =>
        Run(schema, document, options ?? new ValidationOptions(GraphQLLimits.Default)).Errors;

    internal static ValidationResult Run(Schema schema, DocumentNode document, ValidationOptions options, IReadOnlyList<Func<ValidationContext, ValidationRule>>? rules = null)
    {
        var context = new ValidationContext(schema, document, options);
        var footing = new Footing(schema);
        var walk = new ParallelWalk(context, [.. (rules ?? Rules).Select(make => make(context))], footing);
        try
        {
            walk.Visit(document);
        }
        catch (ValidationStoppedException stopped)
        {
            context.Stop(stopped.Error);
        }
        return new ValidationResult(context.Errors, footing.Modules, footing.MeetsAbstractTypes);
    }

    /// <summary>Walks all rules through the document together; a rule that does not look below a node is left out until the walk leaves it.</summary>
    sealed class ParallelWalk : INodeWalker
    {
        const int Kinds = 36;
        readonly ValidationContext context;
        readonly Footing footing;
        readonly ValidationRule[] rules;
        readonly Node?[] skipping;
        readonly int[][] entering = new int[Kinds][];
        readonly int[][] leaving = new int[Kinds][];

        public ParallelWalk(ValidationContext context, ValidationRule[] rules, Footing footing)
        {
            (this.context, this.rules, this.footing) = (context, rules, footing);
            skipping = new Node?[rules.Length];
            var all = Enumerable.Range(0, rules.Length).ToArray();
            for (var kind = 0; kind < Kinds; kind++)
            {
                var bit = (NodeKinds)(1L << kind);
                entering[kind] = [.. all.Where(i => (rules[i].Enters & bit) != 0)];
                leaving[kind] = [.. all.Where(i => (rules[i].Leaves & bit) != 0)];
            }
        }

        public void Visit(Node? node)
        {
            if (node is null) return;
            var kind = System.Numerics.BitOperations.TrailingZeroCount((long)node.Kind);
            context.Types.Enter(node);
            footing.Note(node, context.Types);
            var skips = false;
            foreach (var i in entering[kind])
                if (skipping[i] is null && !rules[i].Enter(node))
                {
                    skipping[i] = node;
                    skips = true;
                }
            context.Push(node);
            node.Walk(this);
            context.Pop();
            foreach (var i in leaving[kind])
                if (skipping[i] is null) rules[i].Leave(node);
            if (skips)
                for (var i = 0; i < skipping.Length; i++)
                    if (skipping[i] == node) skipping[i] = null;
            context.Types.Leave(node);
        }

        public void Visit(IReadOnlyList<Node> nodes)
        {
            foreach (var node in nodes) Visit(node);
        }
    }
}
