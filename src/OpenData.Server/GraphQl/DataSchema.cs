using OpenData.GraphQL.Types;
using OpenData.Server.GraphQl.Shared;
using OpenData.Store;

namespace OpenData.Server.GraphQl;

/// <summary>The schemas this server answers from: the whole one, and one for each published dataset alone.</summary>
internal sealed class DataSchema(IDataStore store, IEnumerable<ISchemaModule> modules)
{
    private readonly Schema whole = Schema.Compose([.. modules, new SharedTypesModule()], GraphQlServerLimits.Schema);

    /// <summary>The catalog and every published resource, as they are now.</summary>
    public ValueTask<Schema> WholeAsync(CancellationToken cancellation) => ValueTask.FromResult(whole);

    /// <summary>The resources of one published dataset; null where there is none of that name.</summary>
    public async ValueTask<Schema?> AloneAsync(string dataset, CancellationToken cancellation) =>
        await store.Registry.FindDatasetAsync(dataset, cancellation) is { State: Registry.DatasetState.Published } ? whole : null;
}
