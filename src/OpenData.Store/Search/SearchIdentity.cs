using System.Globalization;
using System.Text;

namespace OpenData.Store.Search;

/// <summary>Tells searches from each other.</summary>
internal static class SearchIdentity
{
    /// <summary>Everything that decides what a search finds for everybody. Before each text stands its length, so that no two searches are written the same way.</summary>
    public static string Of(DatasetSearch search, IReadOnlyList<string> words)
    {
        var identity = new StringBuilder();
        identity.Append(CultureInfo.InvariantCulture, $"{search.Sort} {search.Descending} {search.Skip} {search.Limit} {search.Forgiving} {search.Language} {search.ModifiedFrom?.UtcTicks} {search.ModifiedTo?.UtcTicks} {search.After?.Score}");
        Append(identity, search.After is { } after ? [after.Key, after.Name] : []);
        Append(identity, words);
        foreach (var filter in search.Filters)
        {
            identity.Append(CultureInfo.InvariantCulture, $" {filter.Facet} {filter.Negated}");
            Append(identity, filter.Values);
        }

        return identity.Append(' ').AppendJoin(' ', search.Facets).ToString();
    }

    private static void Append(StringBuilder identity, IReadOnlyList<string> texts)
    {
        identity.Append(CultureInfo.InvariantCulture, $" {texts.Count} ");
        foreach (var text in texts)
        {
            identity.Append(CultureInfo.InvariantCulture, $"{text.Length}:{text}");
        }
    }
}
