using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.Rest.Search;

namespace OpenData.Server.Web;

/// <summary>A list of datasets on a page.</summary>
/// <param name="Page">The page.</param>
/// <param name="Datasets">The datasets.</param>
/// <param name="Total">How many there are, on all pages.</param>
/// <param name="Words">The words that are marked in them.</param>
internal sealed record ShownDatasets(CatalogPage Page, IReadOnlyList<Dataset> Datasets, long Total, IReadOnlyList<string> Words)
{
    /// <summary>Values up to which a facet shows them without being opened.</summary>
    public const int OpenFacet = 8;

    /// <summary>A dataset's title, description, and what else was found, as HTML with marks.</summary>
    public (string Title, string Notes, IReadOnlyList<string> Others) Marked(Dataset dataset)
    {
        var found = Words.Count == 0 ? [] : new SearchedTexts(dataset).Find(Words);
        return (In(found, "title", dataset.Form.Title), In(found, "notes", dataset.Form.Notes), [.. found.Where(f => f.Where is "tags" or "columns").Select(f => f.Html)]);
    }

    /// <summary>The marked text in the page's language, else the marked one in the other, else the text as it is.</summary>
    private string In(IReadOnlyList<Highlight> found, string where, LocalText text)
    {
        var here = found.Where(f => f.Where == where).ToList();
        var own = Page.Language == Language.Thai ? "th" : "en";
        var best = here.Find(f => f.Language == own) ?? (where == "notes" ? here.FirstOrDefault() : null);
        return best?.Html ?? HtmlText.Encoder.Encode(Page.Say(text));
    }
}
