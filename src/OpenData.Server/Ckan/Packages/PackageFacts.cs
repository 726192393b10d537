using System.Collections.Concurrent;
using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Store.Search;

namespace OpenData.Server.Ckan.Packages;

/// <summary>The fields of a dataset by which queries look for it, flat: each name with its values.</summary>
internal sealed class PackageFacts
{
    private readonly Dictionary<string, IReadOnlyList<string>> fields;

    private PackageFacts(Dictionary<string, IReadOnlyList<string>> fields, IReadOnlyList<JObject> resources)
    {
        this.fields = fields;
        Resources = resources;
    }

    /// <summary>Its resources as CKAN's dictionaries, with addresses that begin at the server's root.</summary>
    public IReadOnlyList<JObject> Resources { get; }

    public IReadOnlyList<string> Values(string field) => fields.GetValueOrDefault(field) ?? [];

    /// <summary>The facts of a dataset, of what its package shows.</summary>
    public static PackageFacts Of(Dataset dataset, OrganizationIndex organizations)
    {
        var package = PackageJson.Of(dataset, organizations, root: "");
        var resources = ((JArray)package["resources"]!).Cast<JObject>().ToList();
        var fields = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var property in package.Properties())
        {
            if (property.Value is JValue { Value: not null } value)
            {
                fields[property.Name] = [Arguments.Text(value)];
            }
            else if (property.Value is JArray several && several.All(v => v is JValue))
            {
                fields[property.Name] = [.. several.Select(v => Arguments.Text((JValue)v))];
            }
        }

        foreach (var name in (string[])["format", "name", "description", "url", "id"])
        {
            fields["res_" + name] = [.. resources.Select(r => (string?)r[name] ?? "").Where(v => v.Length > 0).Distinct(StringComparer.Ordinal)];
        }

        fields["text"] = [.. fields.Values.SelectMany(v => v).Concat(dataset.Form.Tags)];
        return new PackageFacts(fields, resources);
    }
}

/// <summary>The facts of datasets, kept until the dataset changes: reading ten thousand of them for each search would take seconds.</summary>
internal sealed class PackageFactsCache
{
    /// <summary>Kept by dataset and by whether drafts are seen of it: the two see different things.</summary>
    private readonly ConcurrentDictionary<(Guid Id, bool WithDrafts), (long Change, PackageFacts Facts)> kept = new();

    /// <summary>The facts of each dataset, in order; null of one that has gone in between.</summary>
    public async Task<IReadOnlyList<PackageFacts?>> FindAsync(IReadOnlyList<FoundDataset> found, PackageCatalog packages, CancellationToken cancellation)
    {
        var organizations = await packages.OrganizationsAsync(cancellation);
        var missing = found.Where(f => Kept(f, packages) is null).ToList();
        foreach (var batch in missing.Chunk(CkanLimits.Batch))
        {
            var changes = batch.ToDictionary(f => f.Id, f => f.Change);
            foreach (var dataset in await packages.ReadAsync([.. batch.Select(f => f.Name)], cancellation))
            {
                kept[(dataset.Id, packages.SeesDraftsOf(dataset.Organization))] = (changes.GetValueOrDefault(dataset.Id), PackageFacts.Of(dataset, organizations));
            }
        }

        return [.. found.Select(f => Kept(f, packages))];
    }

    private PackageFacts? Kept(FoundDataset found, PackageCatalog packages) =>
        kept.TryGetValue((found.Id, packages.SeesDraftsOf(found.Organization)), out var known) && known.Change == found.Change ? known.Facts : null;
}
