using System.Globalization;
using System.IO.Enumeration;
using OpenData.Server.Ckan.Packages;

namespace OpenData.Server.Ckan.Search;

/// <summary>Tells whether a dataset is what a query looks for.</summary>
/// <param name="organizations">The organizations of the caller.</param>
/// <param name="words">For each word that is looked for anywhere, the datasets that contain it.</param>
/// <param name="now">The time of the request, for bounds such as <c>NOW-1DAY</c>.</param>
internal sealed class SolrMatch(OrganizationIndex organizations, IReadOnlyDictionary<string, IReadOnlySet<Guid>> words, DateTime now)
{
    public bool Fits(SolrQuery query, SearchedPackage package) => query switch
    {
        SolrQuery.Everything => true,
        SolrQuery.All all => all.Parts.All(p => Fits(p, package)),
        SolrQuery.Any any => any.Parts.Any(p => Fits(p, package)),
        SolrQuery.Not not => !Fits(not.Part, package),
        SolrQuery.Term term => Fits(term, package),
        SolrQuery.Range range => Fits(range, package),
        _ => throw new ArgumentOutOfRangeException(nameof(query)),
    };

    private bool Fits(SolrQuery.Term term, SearchedPackage package)
    {
        if (term.Field is not { } field)
        {
            return words[term.Value].Contains(package.Found.Id);
        }

        var values = package.Values(field, organizations);
        if (term is { Value: "*", HasWildcards: true })
        {
            return values.Any(v => v.Length > 0);
        }

        if (SearchedPackage.IsTime(field))
        {
            return SolrTime.Read(term.Value, now) is { } time && package.Time(field) == time;
        }

        var isText = SearchedPackage.IsText(field);
        return isText && !term.HasWildcards
            ? Parts(term.Value).All(w => values.Any(v => v.Contains(w, StringComparison.OrdinalIgnoreCase)))
            : values.Any(v => Equals(term, v, isText));
    }

    private static bool Equals(SolrQuery.Term term, string value, bool isText) => term.HasWildcards
        ? isText ? Parts(value).Append(value).Any(w => IsLike(term.Value, w, ignoreCase: true)) : IsLike(term.Value, value, ignoreCase: false)
        : value == term.Value;

    /// <summary>The simple patterns of Solr are those of file names; their backslash escapes nothing here, for escapes are resolved.</summary>
    private static bool IsLike(string pattern, string value, bool ignoreCase) =>
        FileSystemName.MatchesSimpleExpression(pattern.Replace("\\", "\\\\", StringComparison.Ordinal), value, ignoreCase);

    private bool Fits(SolrQuery.Range range, SearchedPackage package)
    {
        if (SearchedPackage.IsTime(range.Field))
        {
            var time = package.Time(range.Field);
            return IsAbove(SolrTime.Read(range.From, now)) && IsBelow(SolrTime.Read(range.To, now));

            bool IsAbove(DateTime? from) => range.From is null || (from is { } f && (range.WithFrom ? time >= f : time > f));
            bool IsBelow(DateTime? to) => range.To is null || (to is { } t && (range.WithTo ? time <= t : time < t));
        }

        return package.Values(range.Field, organizations).Any(v => IsWithin(v, range));
    }

    private static bool IsWithin(string value, SolrQuery.Range range)
    {
        var from = range.From is null ? 1 : Compare(value, range.From);
        var to = range.To is null ? -1 : Compare(value, range.To);
        return (from > 0 || (from == 0 && range.WithFrom)) && (to < 0 || (to == 0 && range.WithTo));
    }

    /// <summary>Numbers by what they are worth, texts letter by letter.</summary>
    private static int Compare(string value, string bound) =>
        decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var a) && decimal.TryParse(bound, NumberStyles.Float, CultureInfo.InvariantCulture, out var b)
            ? a.CompareTo(b)
            : string.CompareOrdinal(value, bound);

    private static string[] Parts(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
