using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;

namespace OpenData.Server.GraphQl.Catalog;

/// <summary>An order of datasets; those that are equal in it are ordered by name, so that no two share a place.</summary>
internal sealed class DatasetOrder
{
    private readonly List<(string Key, bool Descending)> steps;

    private DatasetOrder(List<(string, bool)> steps) => this.steps = steps;

    /// <summary>Whether it is the store's own order.</summary>
    public bool IsByName => steps.Count == 0 || steps[0] == ("name", false);

    /// <summary>Tells orders apart, for cursors.</summary>
    public string Identity => IsByName ? "" : string.Join(',', steps.Select(s => (s.Descending ? "-" : "") + s.Key));

    public static DatasetOrder Of(IReadOnlyList<object?>? order) => new([.. (order ?? [])
        .OfType<IReadOnlyDictionary<string, object?>>()
        .SelectMany(step => step)
        .Where(step => step.Value is not null)
        .Select(step => (step.Key, Descending: IsDescending(step.Value!)))
        .DistinctBy(step => step.Key)]);

    public List<DatasetFacts> Sort(IReadOnlyList<DatasetFacts> datasets)
    {
        var sorted = datasets.ToList();
        sorted.Sort(Compare);
        return sorted;
    }

    public int Compare(DatasetFacts x, DatasetFacts y)
    {
        foreach (var (key, descending) in steps)
        {
            var compared = key switch
            {
                "organization" => string.CompareOrdinal(x.Organization, y.Organization),
                "created" => x.Created.CompareTo(y.Created),
                "modified" => x.Modified.CompareTo(y.Modified),
                _ => string.CompareOrdinal(x.Name, y.Name),
            };
            if (compared != 0)
            {
                return descending ? -compared : compared;
            }
        }

        return string.CompareOrdinal(x.Name, y.Name);
    }

    private static bool IsDescending(object direction) => string.Equals(direction.ToString(), "DESC", StringComparison.OrdinalIgnoreCase) || direction is true;
}

/// <summary>The place of a dataset in an order, as clients carry it: no secret, but nothing to rely on either.</summary>
internal sealed record DatasetCursor(DatasetFacts Facts)
{
    public string Name => Facts.Name;

    public static string Write(DatasetFacts dataset, DatasetOrder order) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes<string[]>(
        [order.Identity, dataset.Name, dataset.Organization, Ticks(dataset.Created), Ticks(dataset.Modified)]));

    /// <summary>The place, or null where the text is no cursor of this order.</summary>
    public static DatasetCursor? Read(string text, DatasetOrder order)
    {
        try
        {
            return Base64Url.IsValid(text) && JsonSerializer.Deserialize<string[]>(Base64Url.DecodeFromChars(text)) is [var identity, var name, var organization, var created, var modified]
                && identity == order.Identity && Rest.Slug.Is(name) && Time(created) is { } first && Time(modified) is { } last
                ? new DatasetCursor(new DatasetFacts(name, organization, null, null, null, null, [], [], first, last))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Ticks(DateTimeOffset time) => time.UtcTicks.ToString(CultureInfo.InvariantCulture);

    private static DateTimeOffset? Time(string ticks) =>
        long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= DateTime.MaxValue.Ticks ? new DateTimeOffset(number, TimeSpan.Zero) : null;
}
