using OpenData.GraphQL.Execution;
using OpenData.GraphQL.Language;

namespace OpenData.GraphQL.Types;

/// <summary>A field of an object or an interface, with the way its value is found. Specification 3.6 (Objects), FieldDefinition.</summary>
/// <remarks>
/// At most one of <see cref="Resolve"/>, <see cref="ResolveBatch"/> and <see cref="WriteLeaf"/> is given; with none of them
/// the value is looked up under the field's name in a parent that is a dictionary.
/// </remarks>
public sealed class FieldDefinition(string name, TypeRef type)
{
    public string Name { get; } = name;

    public TypeRef Type { get; } = type;

    public string? Description { get; init; }

    public IReadOnlyList<InputValue> Arguments { get; init; } = [];

    /// <summary>Why the field should not be used any more; null when it may be. Specification 3.13.3 (@deprecated).</summary>
    public string? DeprecationReason { get; init; }

    /// <summary>Finds the value for one parent.</summary>
    public Resolver? Resolve { get; init; }

    /// <summary>Finds the values for all parents that stand at one place of the operation, at once.</summary>
    public BatchResolver? ResolveBatch { get; init; }

    /// <summary>Writes the value of a leaf straight into the response, without making an object of it.</summary>
    public LeafWriter? WriteLeaf { get; init; }

    /// <summary>Opens the stream of a subscription's root field. Specification 6.2.3 (Subscription).</summary>
    public Subscriber? Subscribe { get; init; }

    public FieldCost Cost { get; init; } = FieldCost.Free;

    /// <summary>The module that built the field, when it is a field of a root type.</summary>
    internal ModuleEntry? Owner { get; set; }

    public InputValue? Argument(string name)
    {
        foreach (var argument in Arguments)
            if (argument.Name == name) return argument;
        return null;
    }
}

/// <summary>An argument or a field of an input object. Specification 3.6.1 (Field Arguments), 3.10 (Input Objects).</summary>
public sealed class InputValue(string name, TypeRef type)
{
    public string Name { get; } = name;

    public TypeRef Type { get; } = type;

    public string? Description { get; init; }

    /// <summary>The value taken when none is given, as it would be written in a document; null when there is none.</summary>
    public ValueNode? DefaultValue { get; init; }

    public string? DeprecationReason { get; init; }

    /// <summary>Non-null and without a default: it has to be given. Specification 5.4.3 (Required Arguments).</summary>
    public bool IsRequired => Type.IsNonNull && DefaultValue is null;
}

/// <summary>Specification 3.13 (Directives).</summary>
public sealed class DirectiveDefinition(string name, IReadOnlyList<string> locations)
{
    public string Name { get; } = name;

    /// <summary>Names from <see cref="DirectiveLocations"/>.</summary>
    public IReadOnlyList<string> Locations { get; } = locations;

    public string? Description { get; init; }

    public IReadOnlyList<InputValue> Arguments { get; init; } = [];

    public bool IsRepeatable { get; init; }
}
