using Microsoft.AspNetCore.Mvc;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.Rest;
using OpenData.Server.Rest.Parameters;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.Search;
using OpenData.Store.Search;

namespace OpenData.Server.Web.Pages;

/// <summary>The list of datasets, searched and narrowed by facets.</summary>
public sealed class IndexModel : CatalogPage
{
    private QueryParameters parameters = QueryParameters.None;
    private IReadOnlyList<SearchFilter> filters = [];
    private IReadOnlyDictionary<string, LocalText> organizations = new Dictionary<string, LocalText>();

    internal override LocalText Heading => WebTexts.Datasets;
    internal string? Search { get; private set; }
    internal DatasetSearchPage Found { get; private set; } = null!;
    internal IReadOnlyList<Dataset> Datasets { get; private set; } = [];

    /// <summary>True where there is nothing at all to be found, for whoever looks.</summary>
    internal bool IsEmpty => string.IsNullOrWhiteSpace(Search) && filters.Count == 0 && Found.Total == 0;

    /// <summary>The address of the next page, or null.</summary>
    internal string? Next { get; private set; }

    /// <summary>The order of the list.</summary>
    internal string Sort { get; private set; } = "";

    /// <summary>The orders to choose from.</summary>
    internal IEnumerable<string> Sorts => FoldedText.Words(Search).Count > 0 ? ["relevance", "-modified", "title"] : ["name", "-modified", "title"];

    /// <summary>The facets that tell datasets apart, each with its values.</summary>
    internal IEnumerable<(DatasetFacet Facet, IReadOnlyList<FacetCount> Values)> Facets => SearchFacets.All
        .Select(f => (Facet: f, Values: Found.Facets[f]))
        .Where(f => f.Values.Count > 0 && (f.Facet != DatasetFacet.Group || Chosen(f.Facet).Count > 0 || f.Values.Count > Found.Facets[DatasetFacet.Organization].Count));

    /// <summary>The conditions that are set, for the form to keep.</summary>
    internal IEnumerable<Parameter> Kept => parameters.All.Where(p => SearchFacets.All.Any(f => SearchFacets.NameOf(f) == p.Name));

    public async Task<IActionResult> OnGetAsync()
    {
        var faults = new List<ProblemError>();
        parameters = QueryParameters.Read(Request, faults);
        if (SearchRequest.Read(parameters, Language, faults) is not { } request)
        {
            return Refuse(Problem.OfQuery(faults));
        }

        var catalog = HttpContext.RequestServices.GetRequiredService<Catalog>();
        Search = request.Search.Text;
        filters = request.Search.Filters;
        Sort = (request.Search.Descending ? "-" : "") + request.Search.Sort.ToString().ToLowerInvariant();
        Found = await catalog.SearchAsync(request.Search, HttpContext.RequestAborted);
        Datasets = await catalog.FindAsync([.. Found.Hits.Select(h => h.Dataset.Name)], HttpContext.RequestAborted);
        organizations = await catalog.OrganizationTitlesAsync(HttpContext.RequestAborted);
        Next = Found.Next is { } place ? With("after", SearchCursor.Write(place, request.Sameness)) : null;
        return Page();
    }

    /// <summary>What a value is called.</summary>
    internal string Label(DatasetFacet facet, FacetCount value) => SearchFacets.Label(facet, value, organizations) is { } label ? Say(label) : value.Value;

    internal bool IsChosen(DatasetFacet facet, string value) => Chosen(facet).Contains(value);

    /// <summary>The address of the list with a value chosen, or not any more where it is.</summary>
    internal string Toggled(DatasetFacet facet, string value)
    {
        var chosen = Chosen(facet);
        var values = chosen.Contains(value) ? chosen.Where(c => c != value) : chosen.Append(value);
        return With(SearchFacets.NameOf(facet), string.Join(',', values.Select(Quoted)));
    }

    /// <summary>The address of this list with one parameter changed, or without it where the value is empty; from its first page on.</summary>
    internal string With(string name, string value)
    {
        var kept = parameters.All.Where(p => p.Name != name && p.Name is not "after" && p.Value.Length > 0);
        var all = value.Length > 0 ? kept.Append(new Parameter(name, value)) : kept;
        return string.Join('&', all.Select(p => Uri.EscapeDataString(p.Name) + "=" + Uri.EscapeDataString(p.Value))) is { Length: > 0 } query ? "/?" + query : "/";
    }

    /// <summary>What an order is called.</summary>
    internal static LocalText SortText(string sort) => sort switch
    {
        "relevance" => WebTexts.ByRelevance,
        "-modified" => WebTexts.ByModified,
        "title" => WebTexts.ByTitle,
        _ => WebTexts.ByName,
    };

    private IReadOnlyList<string> Chosen(DatasetFacet facet) => filters.FirstOrDefault(f => f.Facet == facet)?.Values ?? [];

    /// <summary>A value as a list of values takes it.</summary>
    private static string Quoted(string value) =>
        value.Contains(',', StringComparison.Ordinal) || value.StartsWith('"') ? "\"" + value.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : value;
}
