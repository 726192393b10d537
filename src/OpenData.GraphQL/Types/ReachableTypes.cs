namespace OpenData.GraphQL.Types;

/// <summary>All types of a schema in the order introspection lists them: those defined, each followed by the built-in types it is the first to use.</summary>
/// <remarks>Specification 3.5 (Scalars): a built-in scalar that nothing refers to must not be listed.</remarks>
internal sealed class ReachableTypes
{
    readonly Schema schema;
    readonly HashSet<string> defined;
    readonly HashSet<string> listed = new(StringComparer.Ordinal);
    readonly List<NamedType> types = [];

    ReachableTypes(Schema schema)
    {
        this.schema = schema;
        defined = new HashSet<string>(schema.DefinedTypeNames, StringComparer.Ordinal);
    }

    public static IReadOnlyList<NamedType> Of(Schema schema)
    {
        var reachable = new ReachableTypes(schema);
        foreach (var name in schema.DefinedTypeNames) reachable.List(schema.Type(name)!);
        foreach (var argument in schema.Directives.SelectMany(d => d.Arguments)) reachable.ListBuiltIn(argument.Type.Name);
        reachable.ListBuiltIn("__Schema");
        return reachable.types;
    }

    void List(NamedType type)
    {
        if (!listed.Add(type.Name)) return;
        types.Add(type);
        foreach (var name in References(type)) ListBuiltIn(name);
    }

    void ListBuiltIn(string name)
    {
        if (!defined.Contains(name) && schema.Type(name) is { } type) List(type);
    }

    static IEnumerable<string> References(NamedType type) => type switch
    {
        UnionType union => union.Types,
        FieldsType fields => fields.Interfaces.Concat(fields.Fields.SelectMany(f => f.Arguments.Select(a => a.Type.Name).Prepend(f.Type.Name))),
        InputObjectType input => input.Fields.Select(f => f.Type.Name),
        _ => [],
    };
}
