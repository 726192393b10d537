using OpenData.GraphQL.Types;

namespace OpenData.GraphQL.Execution;

/// <summary>A place in the response that holds other places: an object or a list.</summary>
internal abstract class ResultNode(ResultNode? parent, int index)
{
    public ResultNode? Parent => parent;

    /// <summary>Which place of the parent this stands in.</summary>
    public int Index => index;

    public abstract TypeRef TypeAt(int place);

    protected abstract object KeyAt(int place);

    public IReadOnlyList<object> PathOf(int place)
    {
        var path = new List<object>();
        for (ResultNode? node = this; node is not null; (place, node) = (node.Index, node.Parent)) path.Add(node.KeyAt(place));
        path.Reverse();
        return path;
    }

    /// <summary>The places from the root down, to order errors as the response is ordered.</summary>
    public int[] PositionOf(int place)
    {
        var position = new List<int>();
        for (ResultNode? node = this; node is not null; (place, node) = (node.Index, node.Parent)) position.Add(place);
        position.Reverse();
        return [.. position];
    }
}

/// <summary>An object of the response: its plan, the value it is read from, and what its resolvers gave.</summary>
internal sealed class ResultObject(SelectionPlan plan, object? source, ResultNode? parent, int index) : ResultNode(parent, index)
{
    object?[]? values;

    public SelectionPlan Plan => plan;

    public object? Source => source;

    /// <summary>Null, a leaf's serialized value, or a node; one place for each field of the plan.</summary>
    public object? this[int field]
    {
        get => values?[field];
        set => (values ?? Interlocked.CompareExchange(ref values, new object?[plan.Fields.Count], null) ?? values)[field] = value;
    }

    public override TypeRef TypeAt(int place) => plan.Fields[place].Type;

    protected override object KeyAt(int place) => plan.Fields[place].ResponseName;
}

/// <summary>A list of the response.</summary>
internal sealed class ResultList(TypeRef itemType, object?[] items, ResultNode parent, int index) : ResultNode(parent, index)
{
    public object?[] Items => items;

    public override TypeRef TypeAt(int place) => itemType;

    protected override object KeyAt(int place) => place;
}
