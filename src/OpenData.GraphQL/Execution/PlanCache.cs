using System.Collections.Concurrent;
using System.Security.Cryptography;
using OpenData.GraphQL.Language;
using OpenData.GraphQL.Types;

namespace OpenData.GraphQL.Execution;

/// <summary>The documents a schema snapshot has read, proved and planned; the oldest make room for new ones.</summary>
/// <remarks>It belongs to its snapshot and dies with it, so that replaced modules can be collected.</remarks>
internal sealed class PlanCache
{
    readonly ConcurrentDictionary<string, CachedDocument> documents = new(StringComparer.Ordinal);
    readonly ConcurrentQueue<string> order = new();
    long weight;

    /// <summary>Tokens and planned fields of all documents kept.</summary>
    public long Weight => Interlocked.Read(ref weight);

    public static string KeyOf(Source source) => Convert.ToHexString(SHA256.HashData(source.Body.Span));

    public CachedDocument? Find(string key) => documents.GetValueOrDefault(key);

    /// <summary>Keeps a document; the oldest make room.</summary>
    public void Keep(string key, CachedDocument document, int mostWeight)
    {
        if (!documents.TryAdd(key, document)) return;
        document.Cache = this;
        order.Enqueue(key);
        Grow(document.Document.TokenCount);
        while (Interlocked.Read(ref weight) > mostWeight && order.TryDequeue(out var oldest))
            if (documents.TryRemove(oldest, out var removed))
            {
                removed.Cache = null;
                Grow(-removed.Weight);
            }
    }

    public void Grow(long by) => Interlocked.Add(ref weight, by);

    /// <summary>The cache of the next snapshot: the documents that rest on modules it still holds, to be planned anew, for a plan knows its snapshot's root types.</summary>
    public PlanCache CarryOver(Func<ModuleEntry, bool> isHeld)
    {
        var next = new PlanCache();
        foreach (var key in order)
            if (documents.TryGetValue(key, out var document) && document.Rests.All(isHeld) && !document.MeetsAbstractTypes)
                next.Keep(key, new CachedDocument(document.Document, document.Rests, MeetsAbstractTypes: false), int.MaxValue);
        return next;
    }
}

/// <summary>A document found valid, with the plans of its operations.</summary>
/// <param name="Document">The tree.</param>
/// <param name="Rests">The modules whose types it mentions.</param>
/// <param name="MeetsAbstractTypes">Whether what it selects depends on which types implement an interface.</param>
internal sealed record CachedDocument(DocumentNode Document, IReadOnlySet<ModuleEntry> Rests, bool MeetsAbstractTypes)
{
    /// <summary>More plans than this are made by someone who tries all combinations of conditions: they are made, but not kept.</summary>
    const int MostPlans = 64;

    readonly ConcurrentDictionary<string, OperationPlan> plans = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<OperationDefinitionNode, string[]> conditionVariables = new();
    long planned;

    /// <summary>The cache the document is in, which reckons with its plans.</summary>
    public PlanCache? Cache { get; set; }

    /// <summary>Tokens and planned fields.</summary>
    public long Weight => Document.TokenCount + Interlocked.Read(ref planned);

    public IReadOnlyDictionary<string, FragmentDefinitionNode> Fragments { get; } = FragmentsOf(Document);

    /// <summary>Specification 6.1 (Executing Requests): GetOperation().</summary>
    public (OperationDefinitionNode? Operation, GraphQLError? Error) Operation(string? name)
    {
        var operations = Document.Definitions.OfType<OperationDefinitionNode>().ToArray();
        if (name is not null)
            return operations.LastOrDefault(o => o.Name?.Value == name) is { } named ? (named, null) : (null, Request($"Unknown operation named \"{name}\"."));
        return operations.Length switch
        {
            0 => (null, Request("Must provide an operation.")),
            1 => (operations[0], null),
            _ => (null, Request("Must provide operation name if query contains multiple operations.")),
        };
    }

    public OperationPlan Plan(Schema schema, OperationDefinitionNode operation, ObjectType root, VariableValues variables, GraphQLLimits limits)
    {
        var names = conditionVariables.GetOrAdd(operation, o => [.. ConditionVariables(o)]);
        var conditions = new Dictionary<string, object?>(StringComparer.Ordinal);
        var key = operation.Name?.Value + ":";
        foreach (var name in names)
        {
            if (variables.Coerced.TryGetValue(name, out var value)) conditions[name] = value;
            key += value switch { true => '1', false => '0', _ => conditions.ContainsKey(name) ? 'n' : 'u' };
        }
        if (plans.TryGetValue(key, out var plan)) return plan;
        var planner = new Planner(Fragments, conditions, limits.MaxPlannedFields);
        plan = new OperationPlan(operation, planner.Plan(schema, root, [operation.SelectionSet]));
        if (plans.Count >= MostPlans || !plans.TryAdd(key, plan)) return plan;
        Interlocked.Add(ref planned, planner.Planned);
        Cache?.Grow(planner.Planned);
        return plan;
    }

    IEnumerable<string> ConditionVariables(OperationDefinitionNode operation)
    {
        var finder = new ConditionFinder();
        finder.Visit(operation.SelectionSet);
        foreach (var fragment in Fragments.Values) finder.Visit(fragment.SelectionSet);
        return operation.VariableDefinitions.Select(v => v.Variable.Name.Value).Where(finder.Found.Contains);
    }

    static Dictionary<string, FragmentDefinitionNode> FragmentsOf(DocumentNode document)
    {
        var fragments = new Dictionary<string, FragmentDefinitionNode>(StringComparer.Ordinal);
        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>()) fragments[fragment.Name.Value] = fragment;
        return fragments;
    }

    static GraphQLError Request(string message) => new(message, Array.Empty<SourceLocation>());

    /// <summary>Finds the variables that @skip and @include ask.</summary>
    sealed class ConditionFinder : INodeWalker
    {
        public HashSet<string> Found { get; } = new(StringComparer.Ordinal);

        public void Visit(Node? node)
        {
            if (node is DirectiveNode { Name.Value: "skip" or "include" } directive)
                foreach (var argument in directive.Arguments)
                    if (argument.Value is VariableNode variable) Found.Add(variable.Name.Value);
            node?.Walk(this);
        }

        public void Visit(IReadOnlyList<Node> nodes)
        {
            foreach (var node in nodes) Visit(node);
        }
    }
}
