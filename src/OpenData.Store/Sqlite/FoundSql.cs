using OpenData.Schemas;

namespace OpenData.Store.Sqlite;

/// <summary>Translates what is found by words and by place.</summary>
internal static class FoundSql
{
    /// <summary>Every word in some text; SQLite's functions take 127 values, so that wide tables are asked in parts.</summary>
    public static string Search(DataDictionary dictionary, Filter.Search search, SqlParameters parameters)
    {
        var columns = Enumerable.Range(0, dictionary.Columns.Count)
            .Where(i => dictionary.Columns[i].Type is ColumnType.Text or ColumnType.Code)
            .Select(i => RowFilter.Column(dictionary, i))
            .ToList();
        var found = search.Words.Select(word =>
        {
            var bound = parameters.Add(RowValue.Of(word));
            return "(" + string.Join(" OR ", columns.Chunk(StoreLimits.FunctionValues).Select(part => $"{FoundFunctions.Holds}({bound}, {string.Join(", ", part)})")) + ")";
        }).ToList();
        return found.Count == 0 ? "1" : columns.Count == 0 ? "0" : string.Join(" AND ", found);
    }

    public static string Box(DataDictionary dictionary, Filter.Box box, SqlParameters parameters)
    {
        var (latitude, longitude) = (Degrees(dictionary, box.Latitude), Degrees(dictionary, box.Longitude));
        var (west, east) = (parameters.Add(RowValue.Of(box.West)), parameters.Add(RowValue.Of(box.East)));
        var across = box.West <= box.East
            ? $"{longitude} BETWEEN {west} AND {east}"
            : $"({longitude} >= {west} OR {longitude} <= {east})";
        return $"{Place(latitude, longitude)} AND {latitude} BETWEEN {parameters.Add(RowValue.Of(box.South))} AND {parameters.Add(RowValue.Of(box.North))} AND {across}";
    }

    /// <summary>The distance, measured only of rows in the right band of latitudes: each degree is as long as any other there.</summary>
    public static string Near(DataDictionary dictionary, Filter.Near near, SqlParameters parameters)
    {
        const double Slack = 1e-6;
        var (latitude, longitude) = (Degrees(dictionary, near.Latitude), Degrees(dictionary, near.Longitude));
        var reach = (near.Metres / GreatCircle.MetresOfDegree) + Slack;
        var (south, north) = (parameters.Add(RowValue.Of(near.AtLatitude - reach)), parameters.Add(RowValue.Of(near.AtLatitude + reach)));
        var distance = $"{FoundFunctions.Metres}({latitude}, {longitude}, {parameters.Add(RowValue.Of(near.AtLatitude))}, {parameters.Add(RowValue.Of(near.AtLongitude))})";
        return $"{Place(latitude, longitude)} AND {latitude} BETWEEN {south} AND {north} AND {distance} <= {parameters.Add(RowValue.Of(near.Metres))}";
    }

    private static string Place(string latitude, string longitude) => $"{latitude} BETWEEN -90.0 AND 90.0 AND {longitude} BETWEEN -180.0 AND 180.0";

    private static string Degrees(DataDictionary dictionary, int column)
    {
        var name = RowFilter.Column(dictionary, column);
        return dictionary.Columns[column].Type switch
        {
            ColumnType.Number or ColumnType.Integer => name,
            ColumnType.Decimal => $"CAST({name} AS REAL)",
            var other => throw new ArgumentException($"Column '{dictionary.Columns[column].Name}' is of type {other}, which holds no degrees.", nameof(column)),
        };
    }
}
