using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using OpenData.Registry;
using OpenData.Server.Dcat.Descriptions;
using OpenData.Server.Published;
using OpenData.Store;
using OpenData.Store.Search;

namespace OpenData.Server.Dcat.Listings;

/// <summary>Every published dataset as <see cref="PlainDataset"/> writes it, kept until it changes: one publish makes one of ten thousand be written anew.</summary>
internal sealed class PlainDatasets(PublishedDatasets published, IDataStore store)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
    private readonly ConcurrentDictionary<Guid, Written> kept = new();
    private long bytes;

    /// <summary>Datasets in their order, as JSON; one that is gone in between is left out.</summary>
    public async Task<IReadOnlyList<byte[]>> WriteAsync(IReadOnlyList<FoundDataset> datasets, CatalogAddresses addresses, CancellationToken cancellation)
    {
        var found = datasets.Where(d => Kept(d, addresses) is not null).ToDictionary(d => d.Name, d => Kept(d, addresses)!, StringComparer.Ordinal);
        var missing = datasets.Where(d => !found.ContainsKey(d.Name)).ToDictionary(d => d.Name, StringComparer.Ordinal);
        if (missing.Count > 0)
        {
            var organizations = (await store.Registry.ListOrganizationsAsync(cancellation)).ToDictionary(o => o.Name, StringComparer.Ordinal);
            var writer = new PlainDataset(addresses, organizations);
            foreach (var dataset in await published.FindAsync([.. missing.Keys], cancellation))
            {
                found[dataset.Name] = Write(writer, dataset);
                Keep(missing[dataset.Name], addresses, found[dataset.Name]);
            }
        }

        return [.. datasets.Select(d => found.GetValueOrDefault(d.Name)).OfType<byte[]>()];
    }

    private static byte[] Write(PlainDataset writer, Dataset dataset)
    {
        var body = new ArrayBufferWriter<byte>(2 << 10);
        using (var json = new Utf8JsonWriter(body, Options))
        {
            writer.Write(json, dataset);
        }

        return body.WrittenSpan.ToArray();
    }

    private byte[]? Kept(FoundDataset dataset, CatalogAddresses addresses) =>
        kept.TryGetValue(dataset.Id, out var known) && known.Change == dataset.Change && known.Root == addresses.Root ? known.Json : null;

    private void Keep(FoundDataset dataset, CatalogAddresses addresses, byte[] json)
    {
        if (Interlocked.Add(ref bytes, json.Length) > ServerLimits.KeptPlainBytes)
        {
            kept.Clear();
            Interlocked.Exchange(ref bytes, json.Length);
        }

        kept[dataset.Id] = new Written(dataset.Change, addresses.Root, json);
    }

    private sealed record Written(long Change, string Root, byte[] Json);
}
