using System.Buffers;
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
    private readonly AnswerCache kept = new(ServerLimits.KeptPlainBytes, ServerLimits.KeptPlainBytes);

    /// <summary>Datasets in their order, as JSON; one that is gone in between is left out.</summary>
    public async Task<IReadOnlyList<byte[]>> WriteAsync(IReadOnlyList<FoundDataset> datasets, CatalogAddresses addresses, CancellationToken cancellation)
    {
        var found = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var dataset in datasets)
        {
            if (kept.Find<byte[]>(KeyOf(dataset, addresses)) is { } known)
            {
                found.Add(dataset.Name, known);
            }
        }

        var missing = datasets.Where(d => !found.ContainsKey(d.Name)).ToDictionary(d => d.Name, StringComparer.Ordinal);
        if (missing.Count > 0)
        {
            var organizations = (await store.Registry.ListOrganizationsAsync(cancellation)).ToDictionary(o => o.Name, StringComparer.Ordinal);
            var writer = new PlainDataset(addresses, organizations);
            foreach (var dataset in await published.FindAsync([.. missing.Keys], cancellation))
            {
                var json = found[dataset.Name] = Write(writer, dataset);
                kept.Keep(KeyOf(missing[dataset.Name], addresses), json, json.Length);
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

    private static string KeyOf(FoundDataset dataset, CatalogAddresses addresses) => $"{dataset.Edition} {addresses.Root}";
}
