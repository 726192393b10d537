using OpenData.GraphQL.Execution;
using OpenData.GraphQL.Language;

namespace OpenData.GraphQL.Types;

/// <summary>A module written in the schema definition language; its fields resolve by the functions given, or by name in a dictionary.</summary>
/// <remarks>Specification 3 (Type System). Root types take part in the composition: their fields are the module's root fields.</remarks>
public sealed class SdlModule : ISchemaModule
{
    readonly Dictionary<string, List<TypeDefinitionNode>> definitions = new(StringComparer.Ordinal);
    readonly Dictionary<string, IReadOnlyList<string>> implementations = new(StringComparer.Ordinal);
    readonly Dictionary<OperationType, string> roots = [];
    readonly List<string> typeNames = [];
    readonly SdlResolvers resolvers;

    public SdlModule(string key, string sdl, SdlResolvers? resolvers = null)
    {
        Key = key;
        this.resolvers = resolvers ?? new();
        var document = Parser.Parse(sdl);
        foreach (var type in document.Definitions.OfType<TypeDefinitionNode>())
        {
            if (!definitions.TryGetValue(type.Name.Value, out var parts)) definitions.Add(type.Name.Value, parts = []);
            parts.Add(type);
        }
        FindRoots(document);
        typeNames.AddRange(definitions.Keys.Where(n => !roots.ContainsValue(n)));
        FindImplementations();
        Directives = [.. document.Definitions.OfType<DirectiveDefinitionNode>().Select(Directive)];
    }

    public string Key { get; }

    /// <summary>The names and descriptions of the root types, for the composition.</summary>
    public SchemaOptions Options { get; private set; } = new();

    public IReadOnlyCollection<string> TypeNames => typeNames;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Implementations => implementations;

    public IReadOnlyList<DirectiveDefinition> Directives { get; }

    /// <summary>A schema of this module alone.</summary>
    public static Schema Build(string sdl, SdlResolvers? resolvers = null)
    {
        var module = new SdlModule("sdl", sdl, resolvers);
        return Schema.Compose([module], module.Options);
    }

    public IReadOnlyCollection<string> RootFieldNames(OperationType operation) =>
        roots.TryGetValue(operation, out var root) ? [.. FieldNodes(root).Select(f => f.Name.Value)] : [];

    public FieldDefinition BuildRootField(OperationType operation, string name) =>
        Field(roots[operation], FieldNodes(roots[operation]).First(f => f.Name.Value == name));

    public NamedType BuildType(string name)
    {
        var parts = definitions[name];
        var description = parts.Select(p => p.Description?.Value).FirstOrDefault(d => d is not null);
        switch (parts.Find(p => !p.IsExtension) ?? parts[0])
        {
            case ScalarTypeDefinitionNode:
                var scalar = resolvers.Scalars.GetValueOrDefault(name) ?? new ScalarType(name);
                return new ScalarType(name)
                {
                    Description = description, SpecifiedByUrl = DirectiveText(parts, "specifiedBy", "url"),
                    Serialize = scalar.Serialize, ParseValue = scalar.ParseValue, ParseLiteral = scalar.ParseLiteral,
                };
            case ObjectTypeDefinitionNode:
                return new ObjectType(name, Fields(name)) { Description = description, Interfaces = Interfaces(parts), IsTypeOf = resolvers.IsTypeOf.GetValueOrDefault(name) };
            case InterfaceTypeDefinitionNode:
                return new InterfaceType(name, Fields(name)) { Description = description, Interfaces = Interfaces(parts), ResolveType = resolvers.ResolveType.GetValueOrDefault(name) };
            case UnionTypeDefinitionNode:
                return new UnionType(name, [.. parts.Cast<UnionTypeDefinitionNode>().SelectMany(p => p.Types).Select(t => t.Name.Value)]) { Description = description, ResolveType = resolvers.ResolveType.GetValueOrDefault(name) };
            case EnumTypeDefinitionNode:
                return new EnumType(name, [.. parts.Cast<EnumTypeDefinitionNode>().SelectMany(p => p.Values).Select(v => new EnumValue(v.Name.Value) { Description = v.Description?.Value, DeprecationReason = Deprecation(v) })]) { Description = description };
            default:
                var fields = parts.Cast<InputObjectTypeDefinitionNode>().SelectMany(p => p.Fields).Select(Input).ToArray();
                return new InputObjectType(name, fields) { Description = description, IsOneOf = parts.Exists(p => p.Directives.Any(d => d.Name.Value == "oneOf")) };
        }
    }

    void FindRoots(DocumentNode document)
    {
        var schema = document.Definitions.OfType<SchemaDefinitionNode>().ToArray();
        foreach (var root in schema.SelectMany(s => s.OperationTypes)) roots[root.Operation] = root.Type.Name.Value;
        if (!schema.Any(s => !s.IsExtension))
            foreach (var operation in new[] { OperationType.Query, OperationType.Mutation, OperationType.Subscription })
                if (definitions.ContainsKey(operation.ToString())) roots.TryAdd(operation, operation.ToString());
        string? Described(OperationType operation) => roots.TryGetValue(operation, out var n) ? definitions[n].Select(d => d.Description?.Value).FirstOrDefault(d => d is not null) : null;
        Options = new SchemaOptions
        {
            Description = schema.Select(s => s.Description?.Value).FirstOrDefault(d => d is not null),
            QueryName = roots.GetValueOrDefault(OperationType.Query, "Query"), QueryDescription = Described(OperationType.Query),
            MutationName = roots.GetValueOrDefault(OperationType.Mutation, "Mutation"), MutationDescription = Described(OperationType.Mutation),
            RootInterfaces = roots.Where(r => definitions.ContainsKey(r.Value)).ToDictionary(r => r.Key, r => (IReadOnlyList<string>)Interfaces(definitions[r.Value])),
            SubscriptionName = roots.GetValueOrDefault(OperationType.Subscription, "Subscription"), SubscriptionDescription = Described(OperationType.Subscription),
        };
    }

    void FindImplementations()
    {
        foreach (var name in typeNames)
            foreach (var implemented in Interfaces(definitions[name]))
            {
                if (!implementations.TryGetValue(implemented, out var known)) implementations.Add(implemented, known = new List<string>());
                ((List<string>)known).Add(name);
            }
    }

    static List<string> Interfaces(List<TypeDefinitionNode> parts) => [.. parts.OfType<FieldsDefinitionNode>().SelectMany(p => p.Interfaces).Select(i => i.Name.Value)];

    IEnumerable<FieldDefinitionNode> FieldNodes(string type) => definitions[type].Cast<FieldsDefinitionNode>().SelectMany(p => p.Fields);

    FieldMap Fields(string type) => new([.. FieldNodes(type).Select(f => Field(type, f))]);

    FieldDefinition Field(string type, FieldDefinitionNode node) => resolvers.Complete(type, new FieldDefinition(node.Name.Value, TypeRef.From(node.Type))
    {
        Description = node.Description?.Value, DeprecationReason = Deprecation(node), Arguments = [.. node.Arguments.Select(Input)],
    });

    static InputValue Input(InputValueDefinitionNode node) => new(node.Name.Value, TypeRef.From(node.Type))
    {
        Description = node.Description?.Value, DefaultValue = node.DefaultValue, DeprecationReason = Deprecation(node),
    };

    static DirectiveDefinition Directive(DirectiveDefinitionNode node) => new(node.Name.Value, [.. node.Locations.Select(l => l.Value)])
    {
        Description = node.Description?.Value, IsRepeatable = node.Repeatable, Arguments = [.. node.Arguments.Select(Input)],
    };

    static string? Deprecation(IHasDirectives node) => node.Directives.Any(d => d.Name.Value == "deprecated")
        ? DirectiveText([node], "deprecated", "reason") ?? SpecifiedDirectives.DefaultDeprecationReason : null;

    static string? DirectiveText(IEnumerable<IHasDirectives> nodes, string directive, string argument) => nodes.SelectMany(n => n.Directives)
        .Where(d => d.Name.Value == directive).SelectMany(d => d.Arguments).Where(a => a.Name.Value == argument).Select(a => (a.Value as StringValueNode)?.Value).FirstOrDefault();
}

/// <summary>What a schema written in the definition language cannot say itself.</summary>
public sealed class SdlResolvers
{
    /// <summary>Scalars whose coercion is not that of <see cref="UntypedValue"/>, by name.</summary>
    public Dictionary<string, ScalarType> Scalars { get; init; } = [];

    public Dictionary<string, Func<object, bool>> IsTypeOf { get; init; } = [];

    public Dictionary<string, Func<object, string?>> ResolveType { get; init; } = [];

    /// <summary>Turns a field as written into the field as it resolves; is given the name of the type it stands in.</summary>
    public Func<string, FieldDefinition, FieldDefinition> Complete { get; init; } = (_, field) => field;
}
