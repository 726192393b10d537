namespace OpenData.GraphQL.Language;

/// <summary>The places a directive may be written. Specification 3.13 (Directives), DirectiveLocation.</summary>
public static class DirectiveLocations
{
    public const string Query = "QUERY", Mutation = "MUTATION", Subscription = "SUBSCRIPTION", Field = "FIELD",
        FragmentDefinition = "FRAGMENT_DEFINITION", FragmentSpread = "FRAGMENT_SPREAD", InlineFragment = "INLINE_FRAGMENT",
        VariableDefinition = "VARIABLE_DEFINITION", Schema = "SCHEMA", Scalar = "SCALAR", Object = "OBJECT",
        FieldDefinition = "FIELD_DEFINITION", ArgumentDefinition = "ARGUMENT_DEFINITION", Interface = "INTERFACE", Union = "UNION",
        Enum = "ENUM", EnumValue = "ENUM_VALUE", InputObject = "INPUT_OBJECT", InputFieldDefinition = "INPUT_FIELD_DEFINITION";

    /// <summary>Every place with the sentence introspection says of it, in the order of the specification.</summary>
    public static readonly IReadOnlyList<(string Name, string Description)> All =
    [
        (Query, "Location adjacent to a query operation."),
        (Mutation, "Location adjacent to a mutation operation."),
        (Subscription, "Location adjacent to a subscription operation."),
        (Field, "Location adjacent to a field."),
        (FragmentDefinition, "Location adjacent to a fragment definition."),
        (FragmentSpread, "Location adjacent to a fragment spread."),
        (InlineFragment, "Location adjacent to an inline fragment."),
        (VariableDefinition, "Location adjacent to an operation variable definition."),
        (Schema, "Location adjacent to a schema definition."),
        (Scalar, "Location adjacent to a scalar definition."),
        (Object, "Location adjacent to an object type definition."),
        (FieldDefinition, "Location adjacent to a field definition."),
        (ArgumentDefinition, "Location adjacent to an argument definition."),
        (Interface, "Location adjacent to an interface definition."),
        (Union, "Location adjacent to a union definition."),
        (Enum, "Location adjacent to an enum definition."),
        (EnumValue, "Location adjacent to an enum value definition."),
        (InputObject, "Location adjacent to an input object type definition."),
        (InputFieldDefinition, "Location adjacent to an input object field definition."),
    ];

    static readonly HashSet<string> Known = All.Select(l => l.Name).ToHashSet(StringComparer.Ordinal);

    public static bool IsKnown(string name) => Known.Contains(name);
}
