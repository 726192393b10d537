using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace OpenData.Schemas;

/// <summary>The two columns that say where on the earth a row is.</summary>
/// <param name="Latitude">0-based position of the latitude's column.</param>
/// <param name="Longitude">0-based position of the longitude's column.</param>
public sealed partial record Coordinates(int Latitude, int Longitude)
{
    /// <summary>What was found, for as long as somebody holds the dictionary: every request asks.</summary>
    private static readonly ConditionalWeakTable<DataDictionary, Answer> Known = [];

    private static readonly string[] Latitudes = ["latitude", "lat"];
    private static readonly string[] Longitudes = ["longitude", "long", "lon", "lng"];
    private static readonly string[] Degrees = ["", "degree", "degrees", "deg", "decimal degree", "decimal degrees", "°", "องศา"];

    /// <summary>
    /// The coordinates of a table, or null where it has none. They are two numeric columns whose unit is degrees or not said. By name: one has the word
    /// <c>latitude</c> or <c>lat</c>, the other <c>longitude</c>, <c>long</c>, <c>lon</c> or <c>lng</c> in the same place of the same name
    /// (<c>lat</c> and <c>lng</c>, <c>station_latitude</c> and <c>station_longitude</c>). Else by header or label: ละติจูด and ลองจิจูด,
    /// or the English words. The first such pair in the order of the columns counts.
    /// </summary>
    public static Coordinates? Of(DataDictionary dictionary)
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        return Known.GetValue(dictionary, static d => new Answer(Find(d))).Found;
    }

    private static Coordinates? Find(DataDictionary dictionary)
    {
        var numeric = Enumerable.Range(0, dictionary.Columns.Count).Where(i => IsDegrees(dictionary.Columns[i])).ToList();
        return Pair(numeric, i => Frame(dictionary.Columns[i].Name, Latitudes), i => Frame(dictionary.Columns[i].Name, Longitudes))
            ?? Pair(numeric, i => Told(dictionary.Columns[i], "ละติจูด", Latitudes), i => Told(dictionary.Columns[i], "ลองจิจูด", Longitudes));
    }

    private static bool IsDegrees(DictionaryColumn column) =>
        column.Type is ColumnType.Number or ColumnType.Decimal or ColumnType.Integer
        && (Degrees.Contains(column.Unit.En?.Trim().ToLowerInvariant() ?? "") || Degrees.Contains(column.Unit.Th?.Trim().ToLowerInvariant() ?? ""));

    private static Coordinates? Pair(List<int> columns, Func<int, string?> latitude, Func<int, string?> longitude)
    {
        foreach (var north in columns)
        {
            if (latitude(north) is { } frame && columns.FindIndex(i => i != north && longitude(i) == frame) is var east and >= 0)
            {
                return new Coordinates(north, columns[east]);
            }
        }

        return null;
    }

    /// <summary>A name with a gap where one of the words was, or null where it has none of them.</summary>
    private static string? Frame(string name, string[] words)
    {
        var parts = Parts().Matches(name).Select(m => m.Value.ToLowerInvariant()).ToArray();
        var at = Array.FindIndex(parts, p => words.Contains(p));
        return at < 0 ? null : string.Join('_', parts.Select((p, i) => i == at ? "" : p));
    }

    /// <summary>Something where header or label say the word, else null.</summary>
    private static string? Told(DictionaryColumn column, string thai, string[] english) =>
        column.Header.Contains(thai, StringComparison.Ordinal) || column.Label.Th?.Contains(thai, StringComparison.Ordinal) == true
        || Frame(column.Header, english) == "" || Frame(column.Label.En ?? "", english) == ""
            ? ""
            : null;

    private sealed record Answer(Coordinates? Found);

    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+")]
    private static partial Regex Parts();
}
