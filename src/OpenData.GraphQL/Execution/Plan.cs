using System.Collections.Concurrent;
using System.Text.Json;
using OpenData.GraphQL.Language;
using OpenData.GraphQL.Types;

namespace OpenData.GraphQL.Execution;

/// <summary>The fields asked of one object type at one place of an operation, merged and in the order of the response.</summary>
/// <remarks>Specification 6.3.2 (Field Collection). Conditions on variables are already decided: another value of such a variable is another plan.</remarks>
public sealed class SelectionPlan
{
    readonly Dictionary<string, FieldPlan> byResponseName;

    internal SelectionPlan(ObjectType type, IReadOnlyList<FieldPlan> fields, GraphQLException? failure)
    {
        (Type, Fields, Failure) = (type, fields, failure);
        byResponseName = fields.ToDictionary(f => f.ResponseName, StringComparer.Ordinal);
    }

    public ObjectType Type { get; }

    public IReadOnlyList<FieldPlan> Fields { get; }

    /// <summary>Why the fields could not be collected: a condition's variable had no value.</summary>
    internal GraphQLException? Failure { get; }

    /// <summary>The field that stands under a response name.</summary>
    public FieldPlan? this[string responseName] => byResponseName.GetValueOrDefault(responseName);

    /// <summary>The places where a field of the type is asked for; several when it has aliases.</summary>
    public IEnumerable<FieldPlan> FieldsNamed(string name) => Fields.Where(f => f.Name == name);
}

/// <summary>One field of a plan.</summary>
public sealed class FieldPlan
{
    readonly Planner planner;
    readonly ConcurrentDictionary<string, SelectionPlan>? byRuntimeType;
    Arguments? constantArguments;

    internal FieldPlan(Planner planner, Schema schema, ObjectType parentType, int index, FieldDefinition definition, IReadOnlyList<FieldNode> nodes)
    {
        this.planner = planner;
        (ParentType, Index, Definition, Nodes) = (parentType, index, definition, nodes);
        ResponseName = nodes[0].ResponseName;
        Encoded = JsonEncodedText.Encode(ResponseName);
        ReturnType = schema.Type(definition.Type.Name) ?? throw new InvalidOperationException($"Type \"{definition.Type.Name}\" of field \"{parentType.Name}.{definition.Name}\" is not in the schema.");
        IsTypeName = ReferenceEquals(definition, Introspection.TypeNameField);
        if (definition.WriteLeaf is not null && !ReturnType.IsLeaf)
            throw new InvalidOperationException($"Field \"{parentType.Name}.{definition.Name}\" is written as a leaf, but its type is \"{definition.Type}\".");
        if (ReturnType.IsAbstract) byRuntimeType = new(StringComparer.Ordinal);
        else if (ReturnType is ObjectType type) Selection = planner.Plan(schema, type, nodes);
    }

    /// <summary>The alias, or the name: the key in the response.</summary>
    public string ResponseName { get; }

    public string Name => Definition.Name;

    public FieldDefinition Definition { get; }

    public TypeRef Type => Definition.Type;

    public ObjectType ParentType { get; }

    /// <summary>The type's definition without lists and non-nulls.</summary>
    public NamedType ReturnType { get; }

    /// <summary>What is asked of the field's objects, when the field's type is an object type.</summary>
    public SelectionPlan? Selection { get; }

    internal int Index { get; }

    internal JsonEncodedText Encoded { get; }

    internal IReadOnlyList<FieldNode> Nodes { get; }

    internal bool IsTypeName { get; }

    /// <summary>Whether the value is written straight from the parent while the response is written.</summary>
    internal bool IsWrittenLate => IsTypeName || Definition.WriteLeaf is not null;

    /// <summary>What is asked of an object of a concrete type; for abstract types, planned when the first such object is met.</summary>
    public SelectionPlan SelectionFor(Schema schema, ObjectType runtimeType) => byRuntimeType is null
        ? Selection!
        : byRuntimeType.TryGetValue(runtimeType.Name, out var plan) && plan.Type == runtimeType ? plan
        : byRuntimeType[runtimeType.Name] = planner.Plan(schema, runtimeType, Nodes);

    /// <summary>The coerced arguments; kept when no variable takes part in them.</summary>
    internal Arguments Arguments(Schema schema, VariableValues variables)
    {
        if (constantArguments is { } kept) return kept;
        var coerced = ArgumentCoercion.Coerce(schema, $"{(Definition.Name.StartsWith("__", StringComparison.Ordinal) ? "<meta>" : ParentType.Name)}.{Definition.Name}", Definition.Arguments, Nodes[0], Nodes[0].Arguments, variables);
        if (!Nodes[0].Arguments.Any(a => HasVariable(a.Value))) constantArguments = coerced;
        return coerced;
    }

    static bool HasVariable(ValueNode value) => value switch
    {
        VariableNode => true,
        ListValueNode list => list.Values.Any(HasVariable),
        ObjectValueNode map => map.Fields.Any(f => HasVariable(f.Value)),
        _ => false,
    };
}

/// <summary>An operation ready to run, for one set of values of the variables its conditions use.</summary>
internal sealed record OperationPlan(OperationDefinitionNode Operation, SelectionPlan Root);
