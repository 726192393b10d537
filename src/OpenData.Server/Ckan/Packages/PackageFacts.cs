using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Server.Published;
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

    /// <summary>About how much room they take: each text is there as a field, some of them as resources and in the text of all, too.</summary>
    public long Bytes => 2 * fields.Sum(f => f.Value.Sum(v => 64L + (2 * v.Length)));

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
    private readonly AnswerCache kept = new(ServerLimits.KeptFactBytes, ServerLimits.KeptFactBytes);

    /// <summary>The facts of each dataset, in order; null of one that has gone in between.</summary>
    public async Task<IReadOnlyList<PackageFacts?>> FindAsync(IReadOnlyList<FoundDataset> found, PackageCatalog packages, CancellationToken cancellation)
    {
        var known = new Dictionary<Guid, PackageFacts>();
        var missing = new Dictionary<string, FoundDataset>(StringComparer.Ordinal);
        foreach (var dataset in found)
        {
            if (kept.Find<PackageFacts>(KeyOf(dataset, packages)) is { } facts)
            {
                known[dataset.Id] = facts;
            }
            else
            {
                missing[dataset.Name] = dataset;
            }
        }

        var organizations = await packages.OrganizationsAsync(cancellation);
        foreach (var batch in missing.Keys.Chunk(CkanLimits.Batch))
        {
            foreach (var dataset in await packages.ReadAsync(batch, cancellation))
            {
                var facts = known[dataset.Id] = PackageFacts.Of(dataset, organizations);
                kept.Keep(KeyOf(missing[dataset.Name], packages), facts, facts.Bytes);
            }
        }

        return [.. found.Select(f => known.GetValueOrDefault(f.Id))];
    }

    /// <summary>Kept by dataset, by its change, and by whether drafts are seen of it: the two see different things.</summary>
    private static string KeyOf(FoundDataset found, PackageCatalog packages) => $"{found.Edition} {packages.SeesDraftsOf(found.Organization)}";
}
