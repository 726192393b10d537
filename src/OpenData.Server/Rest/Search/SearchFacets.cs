using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Store.Search;

namespace OpenData.Server.Rest.Search;

/// <summary>The facets as parameters and answers call them, with what their values mean.</summary>
internal static class SearchFacets
{
    /// <summary>All of them, in the order in which answers and pages give them.</summary>
    public static readonly IReadOnlyList<DatasetFacet> All =
    [
        DatasetFacet.Organization, DatasetFacet.Group, DatasetFacet.Category, DatasetFacet.Type, DatasetFacet.Tag, DatasetFacet.Format, DatasetFacet.License, DatasetFacet.Complies,
    ];

    public static string NameOf(DatasetFacet facet) => facet.ToString().ToLowerInvariant();

    /// <summary>The code list of Form 1 whose codes the values are, or null.</summary>
    public static string? CodeListOf(DatasetFacet facet) => facet switch
    {
        DatasetFacet.Category => "data_category",
        DatasetFacet.Format => "data_format",
        DatasetFacet.License => "license_id",
        DatasetFacet.Type => "data_type",
        _ => null,
    };

    /// <summary>What a value means, or null where it says so itself. The title of an organization of which nothing was found is not told: it may have drafts only.</summary>
    public static LocalText? Label(DatasetFacet facet, FacetCount value, IReadOnlyDictionary<string, LocalText> organizations) => facet switch
    {
        DatasetFacet.Organization or DatasetFacet.Group => value.Count > 0 && organizations.GetValueOrDefault(value.Value) is { IsEmpty: false } title ? title : null,
        DatasetFacet.Complies => value.Value == "true" ? new("ผ่านเกณฑ์", "Complies") : new("ไม่ผ่านเกณฑ์", "Does not comply"),
        _ => CodeListOf(facet) is { } list ? CodeLists.Label(list, value.Value) : null,
    };
}
