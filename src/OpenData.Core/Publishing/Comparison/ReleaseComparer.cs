using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Reports;
using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Publishing.Comparison;

/// <summary>Compares two releases of one resource: rows, columns, dictionary and findings. One row of each is in memory where there is a key.</summary>
/// <param name="store">Where they are.</param>
public sealed class ReleaseComparer(IDataStore store)
{
    /// <summary>What changed from the older release to the newer one.</summary>
    public async Task<ReleaseComparison> CompareAsync(Release from, Release to, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        var (older, newer) = (Names(from), Names(to));
        var common = older.Intersect(newer).ToList();
        var key = KeyOf(from.Dictionary, to.Dictionary);
        var tally = new RowTally();
        if (key.Count > 0)
        {
            await new KeyedRows(store.Rows, from, to, key, common).CompareAsync(tally, cancellation);
        }
        else
        {
            await new WholeRows(store.Rows, from, to, common).CompareAsync(tally, cancellation);
        }

        return new ReleaseComparison
        {
            From = from,
            To = to,
            Key = key,
            Added = tally.Added,
            Removed = tally.Removed,
            Changed = tally.Changed,
            Same = from.Rows - tally.Removed - tally.Changed,
            Rows = tally.Shown,
            ColumnsAdded = [.. newer.Except(older)],
            ColumnsRemoved = [.. older.Except(newer)],
            Dictionary = Differences(from.Dictionary, to.Dictionary, common),
            Findings = await FindingsAsync(from, to, cancellation),
        };
    }

    private static List<string> Names(Release release) => [.. release.Dictionary.Columns.Select(c => c.Name)];

    /// <summary>The key that both have, where its values stand in one order in both; a decimal's order is its store's own.</summary>
    private static IReadOnlyList<string> KeyOf(DataDictionary from, DataDictionary to) =>
        from.Key.SequenceEqual(to.Key) && from.Key.All(k => Type(from, k) == Type(to, k) && Type(from, k) != ColumnType.Decimal) ? from.Key : [];

    private static ColumnType Type(DataDictionary dictionary, string column) => dictionary.Columns[dictionary.IndexOf(column)].Type;

    private static List<DictionaryDifference> Differences(DataDictionary from, DataDictionary to, List<string> common)
    {
        var (older, newer) = (DictionaryDocument.Write(from), DictionaryDocument.Write(to));
        var found = Items(null, older, newer).Where(d => d.Item != "columns").ToList();
        foreach (var column in common)
        {
            found.AddRange(Items(column, Column(older, from, column), Column(newer, to, column)));
        }

        return found;
    }

    private static JObject Column(JObject document, DataDictionary dictionary, string column) => (JObject)document["columns"]![dictionary.IndexOf(column)]!;

    private static IEnumerable<DictionaryDifference> Items(string? column, JObject from, JObject to) =>
        from.Properties().Concat(to.Properties()).Select(p => p.Name).Distinct()
            .Where(item => !JToken.DeepEquals(from[item], to[item]))
            .Select(item => new DictionaryDifference(column, item, Text(from[item]), Text(to[item])));

    private static string? Text(JToken? value) => value is JValue one ? one.ToString(System.Globalization.CultureInfo.InvariantCulture) : value?.ToString(Formatting.None);

    private async Task<List<FindingDifference>> FindingsAsync(Release from, Release to, CancellationToken cancellation)
    {
        var (older, newer) = (await SummaryAsync(from, cancellation), await SummaryAsync(to, cancellation));
        return [.. older.Keys.Union(newer.Keys)
            .Select(code => new FindingDifference(code, older.GetValueOrDefault(code), newer.GetValueOrDefault(code)))
            .Where(f => f.Before != f.After)
            .OrderBy(f => f.Code, StringComparer.Ordinal)];
    }

    private async Task<Dictionary<string, long>> SummaryAsync(Release release, CancellationToken cancellation) =>
        await store.Registry.FindReportAsync(release.ResourceId, release.Number, cancellation) is { } report
            ? JsonReport.Read(report).Summary.GroupBy(s => s.Code).ToDictionary(s => s.Key, s => s.Sum(one => one.Count), StringComparer.Ordinal)
            : [];
}
