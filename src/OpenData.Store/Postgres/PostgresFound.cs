using System.Globalization;
using OpenData.Schemas;
using OpenData.Store.Sqlite;

namespace OpenData.Store.Postgres;

/// <summary>Translates what is found by words and by place.</summary>
internal static class PostgresFound
{
    private static readonly string Radius = GreatCircle.Radius.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Every word in some text, composed as the words are; <c>lower</c> in the order of code points changes letters A–Z alone.</summary>
    public static string Search(DataDictionary dictionary, Filter.Search search, PostgresParameters parameters)
    {
        var columns = Enumerable.Range(0, dictionary.Columns.Count)
            .Where(i => dictionary.Columns[i].Type is ColumnType.Text or ColumnType.Code)
            .Select(i => RowFilter.Column(dictionary, i))
            .ToList();
        if (search.Words.Count == 0 || columns.Count == 0)
        {
            return search.Words.Count == 0 ? "TRUE" : "FALSE";
        }

        return string.Join(" AND ", search.Words.Select(word =>
        {
            var bound = parameters.Add(word);
            return "(" + string.Join(" OR ", columns.Select(c => $"strpos(lower(normalize({c}, NFC)), {bound}) > 0")) + ")";
        }));
    }

    public static string Box(DataDictionary dictionary, Filter.Box box, PostgresParameters parameters)
    {
        var (latitude, longitude) = (Degrees(dictionary, box.Latitude), Degrees(dictionary, box.Longitude));
        var (west, east) = (Add(parameters, box.West), Add(parameters, box.East));
        var across = box.West <= box.East
            ? $"{longitude} BETWEEN {west} AND {east}"
            : $"({longitude} >= {west} OR {longitude} <= {east})";
        return $"{Place(latitude, longitude)} AND {latitude} BETWEEN {Add(parameters, box.South)} AND {Add(parameters, box.North)} AND {across}";
    }

    /// <summary>
    /// The haversine formula of <see cref="GreatCircle"/>, kept from what PostgreSQL refuses to calculate: roots of less than nothing, and numbers too
    /// small to be squared. Only CASE promises that what is no place is not calculated with.
    /// </summary>
    public static string Near(DataDictionary dictionary, Filter.Near near, PostgresParameters parameters)
    {
        var (latitude, longitude) = (Degrees(dictionary, near.Latitude), Degrees(dictionary, near.Longitude));
        var (north, east) = (Add(parameters, near.AtLatitude), Add(parameters, near.AtLongitude));
        var square = $"power(sin(radians({Snapped($"{north} - {latitude}")}) / 2), 2) + cos(radians({Snapped(latitude)})) * cos(radians({Snapped(north)})) * power(sin(radians({Snapped($"{east} - {longitude}")}) / 2), 2)";
        return $"CASE WHEN {Place(latitude, longitude)} THEN 2 * {Radius} * asin(least(1, sqrt(greatest(0, {square})))) <= {Add(parameters, near.Metres)} ELSE FALSE END";
    }

    private static string Place(string latitude, string longitude) => $"{latitude} BETWEEN -90 AND 90 AND {longitude} BETWEEN -180 AND 180";

    /// <summary>Degrees that are less than any distance are none.</summary>
    private static string Snapped(string degrees) => $"(CASE WHEN abs({degrees}) < 1e-99 THEN 0 ELSE {degrees} END)";

    private static string Add(PostgresParameters parameters, double value) => parameters.Add(ColumnType.Number, RowValue.Of(value));

    private static string Degrees(DataDictionary dictionary, int column)
    {
        var name = RowFilter.Column(dictionary, column);
        return dictionary.Columns[column].Type switch
        {
            ColumnType.Number => name,
            ColumnType.Integer => $"{name}::double precision",

            // Numbers that are too large or too small for a float are refused by the cast; they are no degrees, or none.
            ColumnType.Decimal => $"(CASE WHEN abs({name}) BETWEEN 1e-300 AND 1000 THEN {name}::double precision WHEN abs({name}) < 1 THEN 0 END)",
            var other => throw new ArgumentException($"Column '{dictionary.Columns[column].Name}' is of type {other}, which holds no degrees.", nameof(column)),
        };
    }
}
