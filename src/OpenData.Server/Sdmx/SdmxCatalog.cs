using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.Ckan.Packages;
using OpenData.Server.Rest;
using OpenData.Server.Sdmx.Structure;
using OpenData.Store;

namespace OpenData.Server.Sdmx;

/// <summary>A statistical table that is published.</summary>
/// <param name="Structure">Its structure.</param>
/// <param name="Release">The release that answers.</param>
/// <param name="Dataset">The dataset's name.</param>
/// <param name="Resource">The resource's key.</param>
internal sealed record Dataflow(DataStructure Structure, Release Release, string Dataset, string Resource);

/// <summary>The dataflows of what is published: tables of datasets of type statistics whose dictionary makes a structure.</summary>
internal sealed class SdmxCatalog(IDataStore store, Catalog catalog, PackageIndex index)
{
    private const string Statistics = "stat";

    /// <summary>What separates a dataset's name from a resource's key in an id: no name has it.</summary>
    private const char KeySign = '$';

    /// <summary>The dataflows that a reference names; <c>*</c> or nothing means any, and several ids stand with commas between them.</summary>
    public async Task<IReadOnlyList<Dataflow>> FindAsync(string? agency, string? id, string? version, CancellationToken cancellation)
    {
        var names = Names(id);
        var datasets = names is null ? await AllAsync(cancellation) : await catalog.FindAsync([.. names.Select(n => n.Split(KeySign)[0]).Where(Slug.Is).Distinct(StringComparer.Ordinal)], cancellation);
        var flows = new List<Dataflow>();
        foreach (var dataset in datasets.Where(d => d.State == DatasetState.Published && d.Form.DataType == Statistics && Fits(agency, SdmxIds.Agency(d.Organization))))
        {
            foreach (var resource in dataset.Resources.Where(r => r.Current is not null))
            {
                var flow = IdOf(dataset, resource);
                if (names?.Contains(flow) != false)
                {
                    flows.AddRange(await VersionsAsync(dataset, resource, flow, version, cancellation));
                }
            }
        }

        return flows;
    }

    private async Task<IReadOnlyList<Dataset>> AllAsync(CancellationToken cancellation)
    {
        return await catalog.FindAsync([.. (await index.ListAsync(cancellation)).Where(d => d.Type == Statistics).Select(d => d.Name)], cancellation);
    }

    /// <summary>The newest release, or the one whose number a version begins with: a release stays what it is for ever.</summary>
    private async Task<IEnumerable<Dataflow>> VersionsAsync(Dataset dataset, Resource resource, string id, string? version, CancellationToken cancellation)
    {
        var release = resource.Current!;
        if (version is not (null or "" or "*" or "+" or "~" or "latest"))
        {
            if (version.Split('.') is not [var major, .. var rest] || !int.TryParse(major, System.Globalization.CultureInfo.InvariantCulture, out var number) || rest.Any(r => r.Trim('+') is not ("0" or "")))
            {
                return [];
            }

            if (number != release.Number && await store.Registry.FindReleaseAsync(resource.Id, number, cancellation) is { } older)
            {
                release = older;
            }
            else if (number != release.Number)
            {
                return [];
            }
        }

        var name = dataset.Resources.Count == 1 ? dataset.Form.Title : new LocalText($"{dataset.Form.Title.In(Language.Thai)}: {resource.Name.In(Language.Thai)}", $"{dataset.Form.Title.In(Language.English)}: {resource.Name.In(Language.English)}");
        return DataStructure.Of(release.Dictionary, dataset.Organization, id, release.Number, name) is { } structure ? [new Dataflow(structure, release, dataset.Name, resource.Key)] : [];
    }

    private static string IdOf(Dataset dataset, Resource resource) => dataset.Resources.Count == 1 ? dataset.Name : $"{dataset.Name}{KeySign}{resource.Key}";

    private static string[]? Names(string? id) => id is null or "" or "*" ? null : id.Split(',');

    private static bool Fits(string? asked, string value) => asked is null or "" or "*" || asked.Split(',').Contains(value, StringComparer.Ordinal);
}
