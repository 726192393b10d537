using OpenData.Server.Ckan.Packages;
using OpenData.Store;

namespace OpenData.Server.Ckan.Search;

/// <summary>An order of datasets, such as <c>score desc, metadata_modified desc</c>; those that are equal in it are ordered by name.</summary>
internal sealed class PackageOrder
{
    /// <summary>CKAN's own.</summary>
    public const string Default = "score desc, metadata_modified desc";

    private readonly IReadOnlyList<(string Field, bool Descending)> steps;

    private PackageOrder(IReadOnlyList<(string Field, bool Descending)> steps) => this.steps = steps;

    /// <summary>The fields of the order.</summary>
    public IEnumerable<string> Fields => steps.Select(s => s.Field);

    /// <summary>The order of a text; null where it is none.</summary>
    public static PackageOrder? Read(string text)
    {
        var steps = new List<(string, bool)>();
        foreach (var part in text.Split(','))
        {
            if (part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is not [var field, .. var way]
                || way is not ([] or [_])
                || (way is [var word] && !IsWay(word)))
            {
                return null;
            }

            steps.Add((field, way is [var said] ? said.Equals("desc", StringComparison.OrdinalIgnoreCase) : field == "score"));
        }

        return steps.Count is > 0 and <= 16 ? new PackageOrder(steps) : null;
    }

    public IReadOnlyList<SearchedPackage> Sort(PackageSearch.Found found)
    {
        var keys = found.Packages.Select(p => (Package: p, Keys: steps.Select(s => Key(p, s.Field, found.Organizations)).ToArray())).ToList();
        keys.Sort((a, b) => Compare(a, b));
        return [.. keys.Select(k => k.Package)];
    }

    private static bool IsWay(string word) => word.Equals("asc", StringComparison.OrdinalIgnoreCase) || word.Equals("desc", StringComparison.OrdinalIgnoreCase);

    private static string? Key(SearchedPackage package, string field, OrganizationIndex organizations) => field == "score"
        ? package.Rank.ToString("D10", System.Globalization.CultureInfo.InvariantCulture)
        : package.Values(field == "title" ? "title_string" : field, organizations).FirstOrDefault();

    private static IComparer<string> OrderOf(string field) => field is "title" or "title_string" ? TextOrder.Comparer : StringComparer.Ordinal;

    private int Compare((SearchedPackage Package, string?[] Keys) a, (SearchedPackage Package, string?[] Keys) b)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            // What has no value comes last, whichever way.
            var order = (a.Keys[i], b.Keys[i]) switch
            {
                (null, null) => 0,
                (null, _) => 1,
                (_, null) => -1,
                var (x, y) => OrderOf(steps[i].Field).Compare(x, y) * (steps[i].Descending ? -1 : 1),
            };
            if (order != 0)
            {
                return order;
            }
        }

        return string.CompareOrdinal(a.Package.Found.Name, b.Package.Found.Name);
    }
}
