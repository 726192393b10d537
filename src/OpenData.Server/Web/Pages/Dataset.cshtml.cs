using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.Rest;
using OpenData.Store;

namespace OpenData.Server.Web.Pages;

/// <summary>One dataset: its form, its data, its dictionaries and its releases.</summary>
public sealed class DatasetModel : CatalogPage
{
    internal override LocalText Heading => Dataset.Form.Title;
    internal Dataset Dataset { get; private set; } = null!;
    internal IReadOnlyList<ShownResource> Resources { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string name)
    {
        var catalog = HttpContext.RequestServices.GetRequiredService<Catalog>();
        if (await catalog.FindAsync(name, HttpContext.RequestAborted) is not { } dataset)
        {
            return Refuse(CatalogTexts.UnknownDataset(name));
        }

        Dataset = dataset;
        Resources = await ShowAsync(dataset, catalog, HttpContext.RequestServices.GetRequiredService<IDataStore>(), HttpContext.RequestAborted);
        return Page();
    }

    internal static string Day(DateTimeOffset time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<IReadOnlyList<ShownResource>> ShowAsync(Dataset dataset, Catalog catalog, IDataStore store, CancellationToken cancellation)
    {
        var shown = new List<ShownResource>();
        foreach (var resource in dataset.Resources)
        {
            var rows = resource.Current is { } release ? await Preview.ReadAsync(store.Rows, release, cancellation) : [];
            var releases = await store.Registry.ListReleasesAsync(resource.Id, cancellation);
            shown.Add(new ShownResource(resource, Catalog.DictionaryOf(resource), rows, releases));
        }

        return shown;
    }

    /// <summary>A resource with what its part of the page shows.</summary>
    internal sealed record ShownResource(Resource Resource, DataDictionary? Dictionary, IReadOnlyList<string[]> Rows, IReadOnlyList<Release> Releases);
}
