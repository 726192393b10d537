using System.Collections.Concurrent;
using System.Collections.Immutable;
using OpenData.GraphQL.Execution;
using OpenData.GraphQL.Language;

namespace OpenData.GraphQL.Types;

/// <summary>How a schema presents itself. Specification 3.3 (Schema).</summary>
public sealed record SchemaOptions
{
    public string? Description { get; init; }

    public string QueryName { get; init; } = "Query";

    public string MutationName { get; init; } = "Mutation";

    public string SubscriptionName { get; init; } = "Subscription";

    public string? QueryDescription { get; init; }

    public string? MutationDescription { get; init; }

    public string? SubscriptionDescription { get; init; }

    /// <summary>Names of the interfaces that root types implement; none where an operation is not named.</summary>
    public IReadOnlyDictionary<OperationType, IReadOnlyList<string>> RootInterfaces { get; init; } = ImmutableDictionary<OperationType, IReadOnlyList<string>>.Empty;

    /// <summary>More types than this are not listed by <c>__schema { types }</c>: a list of thousands of datasets would be hundreds of megabytes. <c>__type(name:)</c> always answers.</summary>
    public int MaxListedTypes { get; init; } = 5_000;

    /// <summary>What to say beside the refusal, such as where a smaller schema is.</summary>
    public string? TooManyTypesHint { get; init; }
}

/// <summary>An immutable snapshot of all modules: what one operation sees from its beginning to its end.</summary>
/// <remarks>Specification 3.3 (Schema). Making the next snapshot costs by the names of the module that changes, not by the size of the schema.</remarks>
public sealed partial class Schema
{
    readonly ImmutableSortedDictionary<long, ModuleEntry> modules;
    readonly ImmutableDictionary<string, ModuleEntry> byKey;
    readonly ImmutableDictionary<string, ModuleEntry> byType;
    readonly ImmutableDictionary<(OperationType, string), ModuleEntry> byRootField;
    readonly ConcurrentDictionary<string, IReadOnlyList<string>> implementers = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, HashSet<string>> subTypes = new(StringComparer.Ordinal);
    readonly Lazy<IReadOnlyList<DirectiveDefinition>> directives;

    Schema(SchemaOptions options, ImmutableSortedDictionary<long, ModuleEntry> modules, ImmutableDictionary<string, ModuleEntry> byKey,
        ImmutableDictionary<string, ModuleEntry> byType, ImmutableDictionary<(OperationType, string), ModuleEntry> byRootField, PlanCache plans)
    {
        (Options, this.modules, this.byKey, this.byType, this.byRootField, Plans) = (options, modules, byKey, byType, byRootField, plans);
        directives = new(() => [.. modules.Values.SelectMany(m => m.Module.Directives), .. SpecifiedDirectives.All]);
        QueryType = Root(OperationType.Query, options.QueryName, options.QueryDescription);
        MutationType = Root(OperationType.Mutation, options.MutationName, options.MutationDescription);
        SubscriptionType = Root(OperationType.Subscription, options.SubscriptionName, options.SubscriptionDescription);
    }

    public SchemaOptions Options { get; }

    public ObjectType? QueryType { get; }

    public ObjectType? MutationType { get; }

    public ObjectType? SubscriptionType { get; }

    /// <summary>The documents this snapshot has already read, proved and planned.</summary>
    internal PlanCache Plans { get; }

    /// <summary>The directives of all modules, then those of the specification.</summary>
    public IReadOnlyList<DirectiveDefinition> Directives => directives.Value;

    public DirectiveDefinition? Directive(string name) => Directives.FirstOrDefault(d => d.Name == name);

    /// <summary>A schema of some modules, in their order.</summary>
    public static Schema Compose(IEnumerable<ISchemaModule> modules, SchemaOptions? options = null)
    {
        var empty = new Schema(options ?? new(), ImmutableSortedDictionary<long, ModuleEntry>.Empty, ImmutableDictionary.Create<string, ModuleEntry>(StringComparer.Ordinal),
            ImmutableDictionary.Create<string, ModuleEntry>(StringComparer.Ordinal), ImmutableDictionary<(OperationType, string), ModuleEntry>.Empty, new PlanCache());
        return empty.With(modules);
    }

    /// <summary>The next snapshot, in which these modules stand under their keys.</summary>
    /// <exception cref="ArgumentException">Two modules define the same type or root field.</exception>
    public Schema With(params IEnumerable<ISchemaModule> changed) => Next(changed, []);

    /// <summary>The next snapshot: some modules stand under their keys, those of other keys are gone.</summary>
    /// <exception cref="ArgumentException">Two modules define the same type or root field.</exception>
    public Schema Change(IEnumerable<ISchemaModule> put, IEnumerable<string> removed) => Next(put, removed);

    /// <summary>The next snapshot, without the module of a key.</summary>
    public Schema Without(string key) => Next([], [key]);

    public ISchemaModule? Module(string key) => byKey.GetValueOrDefault(key)?.Module;

    /// <summary>A type by its name, built now if it never was; null when there is none.</summary>
    public NamedType? Type(string name)
    {
        if (name == QueryType?.Name) return QueryType;
        if (name == MutationType?.Name) return MutationType;
        if (name == SubscriptionType?.Name) return SubscriptionType;
        return byType.TryGetValue(name, out var entry) ? entry.Type(name) : BuiltIn.GetValueOrDefault(name);
    }

    /// <summary>Whether there is a type of this name; builds nothing.</summary>
    public bool Has(string name) => byType.ContainsKey(name) || BuiltIn.ContainsKey(name) || RootTypes.Any(r => r.Name == name);

    public ObjectType? RootType(OperationType operation) => operation switch
    {
        OperationType.Query => QueryType,
        OperationType.Mutation => MutationType,
        _ => SubscriptionType,
    };

    /// <summary>The names of all types of modules and the root types; not what is built in.</summary>
    internal IEnumerable<string> DefinedTypeNames =>
        RootTypes.Select(t => t.Name).Concat(modules.Values.SelectMany(m => m.Module.TypeNames));

    /// <summary>How many types the modules define.</summary>
    public int TypeCount => byType.Count;

    internal IEnumerable<ObjectType> RootTypes => new[] { QueryType, MutationType, SubscriptionType }.OfType<ObjectType>();

    internal bool Holds(ModuleEntry entry) => byKey.TryGetValue(entry.Module.Key, out var held) && held == entry;

    /// <summary>A field of a type, the meta-fields included. Specification 4.1 and 4.2 (Introspection).</summary>
    /// <remarks>A field whose type went away with its module is gone with it, until the module comes back.</remarks>
    public FieldDefinition? Field(NamedType parent, string name) => name switch
    {
        "__typename" when parent.IsComposite => Introspection.TypeNameField,
        "__schema" when parent == QueryType => Introspection.SchemaField,
        "__type" when parent == QueryType => Introspection.TypeField,
        _ => (parent as FieldsType)?.Fields[name] is { } field && Has(field.Type.Name) ? field : null,
    };

    /// <summary>The fields of a type that are there: see <see cref="Field"/>.</summary>
    public IEnumerable<FieldDefinition> Fields(FieldsType type) => type.Fields.Where(f => Has(f.Type.Name));

    /// <summary>The names of the object types a value of an abstract type may be of. Specification 6.3.2, GetPossibleTypes().</summary>
    public IReadOnlyList<string> PossibleTypes(NamedType type) => type switch
    {
        UnionType union => [.. union.Types.Where(Has)],
        InterfaceType => [.. Implementers(type.Name).Where(n => Type(n) is ObjectType)],
        _ => [type.Name],
    };

    /// <summary>The names of the objects and interfaces that implement an interface.</summary>
    internal IReadOnlyList<string> Implementers(string interfaceName) => implementers.GetOrAdd(interfaceName,
        name => [.. RootTypes.Where(r => r.Interfaces.Contains(name)).Select(r => r.Name), .. modules.Values.SelectMany(m => m.Module.Implementations.GetValueOrDefault(name, []))]);

    /// <summary>Whether an object or interface is one of the possibilities of an abstract type.</summary>
    public bool IsSubType(NamedType abstractType, string name) => subTypes.GetOrAdd(abstractType.Name,
        _ => new HashSet<string>(abstractType is UnionType union ? union.Types : Implementers(abstractType.Name), StringComparer.Ordinal)).Contains(name);

    static readonly Dictionary<string, NamedType> BuiltIn =
        BuiltInScalars.All.Concat<NamedType>(Introspection.Types).ToDictionary(t => t.Name, StringComparer.Ordinal);
}
