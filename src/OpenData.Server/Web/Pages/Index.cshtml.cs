using OpenData.Schemas;
using OpenData.Server.Rest;
using OpenData.Store;

namespace OpenData.Server.Web.Pages;

/// <summary>The list of datasets, with a search.</summary>
public sealed class IndexModel : CatalogPage
{
    internal override LocalText Heading => WebTexts.Datasets;
    internal string? Search { get; private set; }
    internal DatasetPage Found { get; private set; } = new([], 0, false);

    /// <summary>True where there is nothing at all to be found, for whoever looks.</summary>
    internal bool IsEmpty => Search is null && Found.Total == 0;

    internal string? Next { get; private set; }

    public async Task OnGetAsync(string? q, string? after)
    {
        var catalog = HttpContext.RequestServices.GetRequiredService<Catalog>();
        Search = string.IsNullOrWhiteSpace(q) ? null : q.Replace("\0", "", StringComparison.Ordinal);
        Found = await catalog.ListAsync(Search, null, after is not null && Slug.Is(after) ? after : null, ServerLimits.DefaultDatasets, HttpContext.RequestAborted);
        Next = Found.More ? $"/?q={Uri.EscapeDataString(Search ?? "")}&after={Found.Items[^1].Name}" : null;
    }
}
