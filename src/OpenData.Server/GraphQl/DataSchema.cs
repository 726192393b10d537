using System.Collections.Concurrent;
using OpenData.GraphQL.Types;
using OpenData.Server.GraphQl.Resources;
using OpenData.Server.GraphQl.Shared;
using OpenData.Server.Published;
using OpenData.Store;

namespace OpenData.Server.GraphQl;

/// <summary>
/// The schema of what is published now, by this process or by another on the same folder: asking costs microseconds while nothing has
/// changed, and a change replaces the modules of changed resources only. Operations keep the snapshot they began with.
/// </summary>
internal sealed class DataSchema : IDisposable
{
    private readonly IDataStore store;
    private readonly ISchemaModule[] fixedModules;
    private readonly ResourceNaming naming;
    private readonly ResourceDesk desk;
    private readonly LiveSchema whole;
    private readonly PublishedWatch watch;
    private readonly ConcurrentDictionary<string, Schema> alone = new(StringComparer.Ordinal);
    private Dictionary<Guid, ResourceModule> modules = [];

    /// <param name="store">Where everything is kept.</param>
    /// <param name="fixedModules">The modules that are always there, such as the catalog's; their names come before those of resources.</param>
    /// <param name="turn">The turn to group rows, shared with whoever else groups; its own where it is alone.</param>
    public DataSchema(IDataStore store, IEnumerable<ISchemaModule> fixedModules, GroupingTurn? turn = null)
    {
        this.store = store;
        this.fixedModules = [.. fixedModules.Prepend(new SharedTypesModule()).DistinctBy(m => m.Key)];
        naming = new ResourceNaming(this.fixedModules);
        desk = new ResourceDesk(store, turn ?? new GroupingTurn());
        watch = new PublishedWatch(store.Registry, async cancellation => Change(await NamedAsync(cancellation)));
        whole = new LiveSchema(Schema.Compose(this.fixedModules, GraphQlServerLimits.Schema));
    }

    /// <summary>The catalog and every published resource.</summary>
    public async ValueTask<Schema> WholeAsync(CancellationToken cancellation)
    {
        await watch.SeeAsync(cancellation);
        return whole.Current;
    }

    /// <summary>The resources of one dataset, without the catalog; null where it is not published.</summary>
    public async ValueTask<Schema?> AloneAsync(string dataset, CancellationToken cancellation)
    {
        await watch.SeeAsync(cancellation);
        if (desk.Directory.GetValueOrDefault(dataset) is not { } resources)
        {
            return null;
        }

        // One that a change has just outdated holds other modules than the directory: it is made anew.
        if (!alone.TryGetValue(dataset, out var schema) || !Array.TrueForAll(resources, r => ReferenceEquals(schema.Module(r.Key), r)))
        {
            if (alone.Count >= ResourceLimits.KeptSchemas)
            {
                alone.Clear();
            }

            schema = Schema.Compose([new SharedTypesModule(), .. resources], new SchemaOptions { Description = resources[0].Table.Description });
            alone[dataset] = schema;
        }

        return schema;
    }

    public void Dispose() => watch.Dispose();

    /// <summary>What is published, each resource with its identifier.</summary>
    private async Task<IReadOnlyList<PublishedTable>> NamedAsync(CancellationToken cancellation)
    {
        var tables = await store.Registry.ListPublishedAsync(cancellation);
        while (true)
        {
            var wishes = naming.Wishes(tables, t => modules.TryGetValue(t.ResourceId, out var known) && known.Published.Name == t.Name);
            if (wishes.Count == 0)
            {
                return tables;
            }

            // What the registry chose is looked at once more: it may have met the name of a resource that is not published now.
            var chosen = await store.Registry.ChooseNamesAsync(wishes, cancellation);
            tables = [.. tables.Select(t => chosen.TryGetValue(t.ResourceId, out var name) ? t with { Name = name, Resources = 0 } : t)];
        }
    }

    /// <summary>Replaces what has changed, all in one exchange.</summary>
    private void Change(IReadOnlyList<PublishedTable> tables)
    {
        var next = tables.Select(t => modules.TryGetValue(t.ResourceId, out var known) && known.Published == t ? known : new ResourceModule(t, desk))
            .ToDictionary(m => m.Published.ResourceId);
        var moved = Moved(next);

        // First the directory, then the modules that rest on it: one that is built in between is found here.
        desk.Directory = ByDataset(next.Values);
        var resting = next.Values.Where(m => moved.Count > 0 && m.RefersTo(moved)).ToList();
        foreach (var module in resting)
        {
            next[module.Published.ResourceId] = new ResourceModule(module.Published, desk);
        }

        desk.Directory = resting.Count > 0 ? ByDataset(next.Values) : desk.Directory;
        var put = next.Values.Where(m => modules.GetValueOrDefault(m.Published.ResourceId) != m).ToList();
        var removed = modules.Where(m => !next.ContainsKey(m.Key)).Select(m => m.Value.Key).ToList();
        whole.Change(put, removed);
        foreach (var dataset in put.Select(m => m.Published.Dataset).Concat(removed.Count > 0 ? alone.Keys : []).Distinct().ToList())
        {
            alone.TryRemove(dataset, out _);
        }

        modules = next;
    }

    /// <summary>The datasets of which a resource came, went or took another name.</summary>
    private HashSet<string> Moved(Dictionary<Guid, ResourceModule> next)
    {
        var before = modules.Values.Select(m => (m.Published.Dataset, m.Published.Key, m.Published.Name)).ToHashSet();
        before.SymmetricExceptWith(next.Values.Select(m => (m.Published.Dataset, m.Published.Key, m.Published.Name)));
        return [.. before.Select(m => m.Dataset)];
    }

    private static Dictionary<string, ResourceModule[]> ByDataset(IEnumerable<ResourceModule> all) =>
        all.GroupBy(m => m.Published.Dataset, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
}
