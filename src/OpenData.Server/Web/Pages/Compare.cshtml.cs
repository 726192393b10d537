using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenData.Publishing.Comparison;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.Rest;
using OpenData.Server.Rest.Validation;
using OpenData.Store;

namespace OpenData.Server.Web.Pages;

/// <summary>What changed between two releases of a resource.</summary>
public sealed class CompareModel : CatalogPage
{
    internal override LocalText Heading => WebTexts.Comparison;
    internal Dataset Dataset { get; private set; } = null!;
    internal string Key { get; private set; } = "";
    internal ReleaseComparison Comparison { get; private set; } = null!;

    internal IReadOnlyList<(LocalText Label, long Count)> Counts =>
    [
        (WebTexts.RowsAdded, Comparison.Added), (WebTexts.RowsRemoved, Comparison.Removed), (WebTexts.RowsChanged, Comparison.Changed), (WebTexts.RowsSame, Comparison.Same),
    ];

    /// <summary>Columns that came and went, then what changed of those that stayed.</summary>
    internal IReadOnlyList<DictionaryDifference> Items =>
    [
        .. Comparison.ColumnsAdded.Select(c => new DictionaryDifference(c, Say(WebTexts.Field), null, Say(WebTexts.Added))),
        .. Comparison.ColumnsRemoved.Select(c => new DictionaryDifference(c, Say(WebTexts.Field), null, Say(WebTexts.Removed))),
        .. Comparison.Dictionary,
    ];

    public async Task<IActionResult> OnGetAsync(string name, string key, int from, int to)
    {
        var cancellation = HttpContext.RequestAborted;
        var services = HttpContext.RequestServices;
        var (dataset, resource, missing) = await services.GetRequiredService<Catalog>().FindAsync(name, key, cancellation);
        if (missing is not null)
        {
            return Refuse(missing);
        }

        var registry = services.GetRequiredService<IDataStore>().Registry;
        if (await registry.FindReleaseAsync(resource!.Id, from, cancellation) is not { } older)
        {
            return Refuse(CatalogTexts.UnknownRelease(resource, from));
        }

        if (await registry.FindReleaseAsync(resource.Id, to, cancellation) is not { } newer)
        {
            return Refuse(CatalogTexts.UnknownRelease(resource, to));
        }

        (Dataset, Key) = (dataset!, key);
        Comparison = await services.GetRequiredService<CheckDesk>().CompareAsync(older, newer, cancellation);
        return Page();
    }

    internal static LocalText Name(RowChange change) => change switch
    {
        RowChange.Added => WebTexts.Added,
        RowChange.Removed => WebTexts.Removed,
        _ => WebTexts.Changed,
    };

    internal static string Shown(RowValue value) => value.Kind switch
    {
        RowValueKind.Integer => value.Integer.ToString(CultureInfo.InvariantCulture),
        RowValueKind.Float => value.Float.ToString(CultureInfo.InvariantCulture),
        RowValueKind.Text => value.Text,
        _ => "",
    };
}
