using System.Text.Json;
using OpenData.GraphQL.Language;

namespace OpenData.GraphQL.Execution;

/// <summary>The variables of one request: coerced, and as they came, for scalars that read literals with variables inside.</summary>
internal sealed class VariableValues
{
    public static readonly VariableValues None = new();

    public Dictionary<string, object?> Coerced { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, (VariableDefinitionNode Definition, JsonElement? Value)> Sources { get; } = new(StringComparer.Ordinal);

    public bool IsMissing(VariableNode variable) => !Coerced.ContainsKey(variable.Name.Value);

    /// <summary>The literal with every variable in it replaced by its value; fields of missing variables are left out.</summary>
    public ValueNode Replace(ValueNode node) => node switch
    {
        VariableNode variable => Literal(variable),
        ListValueNode list => At(new ListValueNode([.. list.Values.Select(Replace)]), list),
        ObjectValueNode map => At(new ObjectValueNode([.. map.Fields.Where(f => f.Value is not VariableNode v || IsGiven(v)).Select(f => new ObjectFieldNode(f.Name, Replace(f.Value)))]), map),
        _ => node,
    };

    bool IsGiven(VariableNode variable) =>
        Sources.TryGetValue(variable.Name.Value, out var source) && (source.Value is not null || source.Definition.DefaultValue is not null);

    ValueNode Literal(VariableNode variable)
    {
        if (!Sources.TryGetValue(variable.Name.Value, out var source)) return new NullValueNode();
        if (source.Value is null) return source.Definition.DefaultValue ?? new NullValueNode();
        return Literal(source.Value.Value);
    }

    static ValueNode Literal(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => new StringValueNode(value.GetString()!),
        JsonValueKind.Number => value.GetRawText().AsSpan().IndexOfAny('.', 'e', 'E') < 0 ? new IntValueNode(value.GetRawText()) : new FloatValueNode(value.GetRawText()),
        JsonValueKind.True or JsonValueKind.False => new BooleanValueNode(value.GetBoolean()),
        JsonValueKind.Array => new ListValueNode([.. value.EnumerateArray().Select(Literal)]),
        JsonValueKind.Object => new ObjectValueNode([.. value.EnumerateObject().Select(p => new ObjectFieldNode(new NameNode(p.Name), Literal(p.Value)))]),
        _ => new NullValueNode(),
    };

    static T At<T>(T made, Node from) where T : Node
    {
        (made.Source, made.Start, made.End) = (from.Source, from.Start, from.End);
        return made;
    }
}
