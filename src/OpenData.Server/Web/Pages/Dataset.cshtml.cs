using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenData.Registry;
using OpenData.Registry.Feedback;
using OpenData.Registry.Review;
using OpenData.Schemas;
using OpenData.Server.Dcat.Descriptions;
using OpenData.Server.Dcat.Listings;
using OpenData.Scores;
using OpenData.Scores.Quality;
using OpenData.Server.Rest;
using OpenData.Server.Rest.Feedback;
using OpenData.Store;

namespace OpenData.Server.Web.Pages;

/// <summary>One dataset: its form, its data, its dictionaries and its releases.</summary>
public sealed class DatasetModel : CatalogPage
{
    internal override LocalText Heading => Dataset.Form.Title;
    internal Dataset Dataset { get; private set; } = null!;
    internal IReadOnlyList<ShownResource> Resources { get; private set; } = [];

    /// <summary>The quality of current releases, by the resource's key.</summary>
    internal IReadOnlyDictionary<string, ReleaseQuality> Quality { get; private set; } = new Dictionary<string, ReleaseQuality>();

    /// <summary>What people have said of it, in numbers; null of what is not published.</summary>
    internal FeedbackCounts? Feedback { get; private set; }

    /// <summary>True where the caller may see the review.</summary>
    internal bool SeesDrafts { get; private set; }

    /// <summary>True where the caller sees only that the dataset was withdrawn.</summary>
    internal bool IsTombstone { get; private set; }

    /// <summary>The step that withdrew it, or null.</summary>
    internal ReviewStep? Withdrawal { get; private set; }

    public async Task<IActionResult> OnGetAsync(string name)
    {
        var catalog = HttpContext.RequestServices.GetRequiredService<Catalog>();
        if (await catalog.FindAsync(name, HttpContext.RequestAborted) is not { } dataset)
        {
            return await TombstoneAsync(name, catalog);
        }

        Dataset = dataset;
        Feedback = dataset.State == DatasetState.Published ? await HttpContext.RequestServices.GetRequiredService<FeedbackDesk>().CountAsync(dataset, HttpContext.RequestAborted) : null;
        SeesDrafts = catalog.SeesDraftsOf(dataset.Organization);
        var store = HttpContext.RequestServices.GetRequiredService<IDataStore>();
        Resources = await ShowAsync(dataset, catalog, store, HttpContext.RequestAborted);
        var scorer = new Scorer(store, HttpContext.RequestServices.GetRequiredService<ServerOptions>().Clock);
        Quality = (await scorer.QualityAsync(dataset, HttpContext.RequestAborted)).ToDictionary(q => q.Resource, StringComparer.Ordinal);
        return Page();
    }

    /// <summary>What search engines read of a published dataset, as JSON that is safe inside HTML; null of any other.</summary>
    internal string? StructuredData => Dataset.State == DatasetState.Published ? new SchemaOrgDataset(new CatalogAddresses(HttpContext.PublicRoot()), Language).Write(Dataset) : null;

    internal static string Day(DateTimeOffset time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The page of a withdrawn dataset stays, and says when and why it was withdrawn.</summary>
    private async Task<IActionResult> TombstoneAsync(string name, Catalog catalog)
    {
        if (await catalog.FindWithdrawnAsync(name, HttpContext.RequestAborted) is not var (dataset, step))
        {
            return Refuse(CatalogTexts.UnknownDataset(name));
        }

        (Dataset, Withdrawal, IsTombstone) = (dataset, step, true);
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }

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
