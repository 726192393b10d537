using OpenData.GraphQL.Language;

namespace OpenData.GraphQL.Types;

/// <summary>How one snapshot becomes the next.</summary>
public sealed partial class Schema
{
    static readonly OperationType[] Operations = [OperationType.Query, OperationType.Mutation, OperationType.Subscription];

    Schema Next(IEnumerable<ISchemaModule> changed, IEnumerable<string> removed)
    {
        var nextModules = modules.ToBuilder();
        var nextKeys = byKey.ToBuilder();
        var nextTypes = byType.ToBuilder();
        var nextFields = byRootField.ToBuilder();
        var last = modules.IsEmpty ? 0 : modules.Keys.Last();

        void Remove(ModuleEntry entry)
        {
            nextModules.Remove(entry.Order);
            nextKeys.Remove(entry.Module.Key);
            nextTypes.RemoveRange(entry.Module.TypeNames);
            foreach (var operation in Operations) nextFields.RemoveRange(entry.Module.RootFieldNames(operation).Select(n => (operation, n)));
        }

        foreach (var key in removed)
            if (nextKeys.TryGetValue(key, out var entry)) Remove(entry);

        foreach (var module in changed)
        {
            var order = ++last;
            if (nextKeys.TryGetValue(module.Key, out var old))
            {
                order = old.Order;
                Remove(old);
            }
            var entry = new ModuleEntry(module, order);
            nextModules.Add(order, entry);
            nextKeys.Add(module.Key, entry);
            foreach (var name in module.TypeNames)
                if (BuiltIn.ContainsKey(name) || !nextTypes.TryAdd(name, entry))
                    throw new ArgumentException($"Type \"{name}\" of module \"{module.Key}\" is already defined by {Definer(nextTypes.GetValueOrDefault(name))}.", nameof(changed));
            foreach (var operation in Operations)
                foreach (var name in module.RootFieldNames(operation))
                    if (!nextFields.TryAdd((operation, name), entry))
                        throw new ArgumentException($"Field \"{name}\" of the {operation.Keyword()} type in module \"{module.Key}\" is already defined by {Definer(nextFields[(operation, name)])}.", nameof(changed));
        }

        var keys = nextKeys.ToImmutable();
        var plans = Plans.CarryOver(entry => keys.TryGetValue(entry.Module.Key, out var held) && held == entry);
        return new Schema(Options, nextModules.ToImmutable(), keys, nextTypes.ToImmutable(), nextFields.ToImmutable(), plans);
    }

    static string Definer(ModuleEntry? entry) => entry is null ? "the specification" : $"module \"{entry.Module.Key}\"";

    ObjectType? Root(OperationType operation, string name, string? description)
    {
        var names = modules.Values.SelectMany(m => m.Module.RootFieldNames(operation));
        if (!names.Any()) return null;
        return new ObjectType(name, new FieldMap(() => names, field => byRootField.TryGetValue((operation, field), out var entry) ? entry.RootField(operation, field) : null))
        {
            Description = description, Interfaces = Options.RootInterfaces.GetValueOrDefault(operation, []),
        };
    }
}

/// <summary>The schema a server serves now: one snapshot at a time, exchanged as a whole.</summary>
public sealed class LiveSchema(Schema initial)
{
    readonly Lock changing = new();
    volatile Schema current = initial;

    /// <summary>The snapshot of this moment. An operation takes it once and keeps it.</summary>
    public Schema Current => current;

    /// <summary>Puts modules in the place of those with their keys, all at once.</summary>
    public Schema Put(params IEnumerable<ISchemaModule> modules)
    {
        lock (changing) return current = current.With(modules);
    }

    /// <summary>Puts some modules and takes others away in one exchange, so that nobody sees the one without the other.</summary>
    public Schema Change(IEnumerable<ISchemaModule> put, IEnumerable<string> removed)
    {
        lock (changing) return current = current.Change(put, removed);
    }

    /// <summary>Takes a module away.</summary>
    public Schema Remove(string key)
    {
        lock (changing) return current = current.Without(key);
    }
}
