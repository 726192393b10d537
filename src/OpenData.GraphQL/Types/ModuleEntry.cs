using System.Collections.Concurrent;
using OpenData.GraphQL.Language;

namespace OpenData.GraphQL.Types;

/// <summary>A module at its place in schemas, with what has been built of it so far; shared by all snapshots that hold it.</summary>
internal sealed class ModuleEntry(ISchemaModule module, long order)
{
    // Made at the first request only: thousands of modules are never asked for anything.
    ConcurrentDictionary<string, NamedType>? types;
    ConcurrentDictionary<(OperationType, string), FieldDefinition>? rootFields;

    public ISchemaModule Module => module;

    /// <summary>Where the module stands among the others; kept when it is replaced.</summary>
    public long Order => order;

    public NamedType Type(string name)
    {
        var built = types ?? Interlocked.CompareExchange(ref types, new(StringComparer.Ordinal), null) ?? types;
        if (built.TryGetValue(name, out var type)) return type;
        var made = module.BuildType(name);
        if (made.Name != name) throw new InvalidOperationException($"Module \"{module.Key}\" built type \"{made.Name}\" when asked for \"{name}\".");
        made.Owner = this;
        return built.GetOrAdd(name, made);
    }

    public FieldDefinition RootField(OperationType operation, string name)
    {
        var built = rootFields ?? Interlocked.CompareExchange(ref rootFields, new(), null) ?? rootFields;
        if (built.TryGetValue((operation, name), out var field)) return field;
        var made = module.BuildRootField(operation, name);
        made.Owner = this;
        return built.GetOrAdd((operation, name), made);
    }
}
