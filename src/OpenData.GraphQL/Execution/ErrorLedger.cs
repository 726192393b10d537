using OpenData.GraphQL.Language;

namespace OpenData.GraphQL.Execution;

/// <summary>The errors of one execution and the places they make null. Specification 6.4.4 (Handling Execution Errors).</summary>
/// <remarks>
/// Errors are told in the order of the response, whenever they happened, and an error inside a place that an earlier one
/// already made null is not told: so the answer is the same however resolvers race.
/// </remarks>
internal sealed class ErrorLedger(int mostTold)
{
    readonly record struct Failure(ResultNode Container, int Place, string Message, IReadOnlyList<Node> Nodes, IReadOnlyDictionary<string, object?>? Extensions);

    readonly Lock adding = new();
    readonly List<Failure> failures = [];
    readonly HashSet<(ResultNode, int)> nulled = [];

    public bool IsEmpty => failures.Count == 0;

    /// <summary>Whether an error has reached the root: the whole of <c>data</c> is null.</summary>
    public bool RootIsNull { get; private set; }

    public IReadOnlyList<GraphQLError> Told { get; private set; } = [];

    public void Add(ResultNode container, int place, string message, IReadOnlyList<Node> nodes, IReadOnlyDictionary<string, object?>? extensions = null)
    {
        lock (adding) failures.Add(new Failure(container, place, message, nodes, extensions));
    }

    public bool IsNull(ResultNode container, int place) => nulled.Count > 0 && nulled.Contains((container, place));

    /// <summary>Works out which errors are told and which places are null, from all failures known so far.</summary>
    public void Settle()
    {
        nulled.Clear();
        RootIsNull = false;
        var told = new List<GraphQLError>();
        var count = 0;
        foreach (var failure in failures.Select(f => (Failure: f, Position: f.Container.PositionOf(f.Place))).OrderBy(f => f.Position, PositionOrder.Instance).Select(f => f.Failure))
        {
            if (RootIsNull || IsInsideNull(failure.Container, failure.Place)) continue;
            if (count++ < mostTold) told.Add(new GraphQLError(failure.Message, failure.Nodes) { Path = failure.Container.PathOf(failure.Place), Extensions = failure.Extensions });
            Propagate(failure.Container, failure.Place);
        }
        if (count > mostTold) told.Add(GraphQLLimits.Refuse("executionErrors", "There are more errors than are told", count, mostTold));
        Told = told;
    }

    void Propagate(ResultNode container, int place)
    {
        while (container.TypeAt(place).IsNonNull)
        {
            if (container.Parent is null)
            {
                RootIsNull = true;
                return;
            }
            (container, place) = (container.Parent, container.Index);
        }
        nulled.Add((container, place));
    }

    bool IsInsideNull(ResultNode container, int place)
    {
        for (ResultNode? node = container; node is not null; (place, node) = (node.Index, node.Parent))
            if (nulled.Contains((node, place))) return true;
        return false;
    }

    sealed class PositionOrder : IComparer<int[]>
    {
        public static readonly PositionOrder Instance = new();

        public int Compare(int[]? x, int[]? y) => x.AsSpan().SequenceCompareTo(y);
    }
}
