using OpenData.Registry;
using OpenData.Store.Search;

namespace OpenData.Server.GraphQl.Catalog;

/// <summary>What facets, filters and orders know of a dataset; small, since a sweep keeps thousands.</summary>
internal sealed record DatasetFacts(string Name, string Organization, string? DataType, string? Category, string? License, bool? Complies, IReadOnlyList<string> Tags, IReadOnlyList<string> Formats, DateTimeOffset Created, DateTimeOffset Modified)
{
    public static DatasetFacts Of(Dataset dataset) => new(
        dataset.Name,
        dataset.Organization,
        dataset.Form.DataType,
        dataset.Form.Category,
        dataset.Form.License,
        DoesComply(dataset),
        dataset.Form.Tags,
        dataset.Form.DataFormat,
        dataset.Created,
        dataset.Modified);

    /// <summary>What a search knows.</summary>
    public static DatasetFacts Of(FoundDataset found) => new(
        found.Name, found.Organization, found.Type, found.Category, found.License, found.Complies, found.Tags, found.Formats, found.Created, found.Modified);

    /// <summary>Whether all that is published of a dataset complies; null where nothing is.</summary>
    public static bool? DoesComply(Dataset dataset)
    {
        var releases = dataset.Resources.Select(r => r.Current).OfType<Release>().ToList();
        return releases.Count == 0 ? null : releases.TrueForAll(r => r.Complies);
    }
}
