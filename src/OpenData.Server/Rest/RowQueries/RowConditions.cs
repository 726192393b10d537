using OpenData.Schemas;
using OpenData.Server.Rest.Parameters;
using OpenData.Server.Rest.Problems;
using OpenData.Store;

namespace OpenData.Server.Rest.RowQueries;

/// <summary>Reads every condition on rows of a query: columns compared, words, places.</summary>
internal static class RowConditions
{
    /// <summary>The conditions, all of which hold; null where there is none.</summary>
    /// <param name="parameters">The query.</param>
    /// <param name="reserved">Parameters that are no columns.</param>
    /// <param name="dictionary">The columns.</param>
    /// <param name="faults">Where faults go.</param>
    public static Filter? Read(QueryParameters parameters, IReadOnlyList<string> reserved, DataDictionary dictionary, List<ProblemError> faults)
    {
        var parts = new List<Filter>();
        foreach (var parameter in parameters.All)
        {
            Filter? part = parameter.Name switch
            {
                "q" => Search(parameter, faults),
                "bbox" => Box(parameter, dictionary, faults),
                "near" => Near(parameter, dictionary, faults),
                var name when reserved.Contains(name) => null,
                _ => FilterParameter.Read(parameter, dictionary, reserved, faults),
            };
            if (part is not null)
            {
                parts.Add(part);
            }
        }

        return parts.Count == 0 ? null : parts is [var only] ? only : new Filter.And(parts);
    }

    private static Filter.Search? Search(Parameter parameter, List<ProblemError> faults)
    {
        var words = parameter.Value.Length > ServerLimits.SearchLength || parameter.Value.Contains('\0', StringComparison.Ordinal) ? [] : SearchWords.Of(parameter.Value);
        if (words.Count is > 0 and <= ServerLimits.SearchWords)
        {
            return new Filter.Search(words);
        }

        faults.Add(ParameterTexts.Invalid(parameter.Name, parameter.Value, RowTexts.Words));
        return null;
    }

    private static Filter.Box? Box(Parameter parameter, DataDictionary dictionary, List<ProblemError> faults)
    {
        if (Coordinates.Of(dictionary) is not { } columns)
        {
            faults.Add(RowTexts.NoCoordinates(parameter.Name, dictionary));
            return null;
        }

        if (Numbers(parameter.Value) is [var west, var south, var east, var north] && GreatCircle.IsPlace(south, west) && GreatCircle.IsPlace(north, east) && south <= north)
        {
            return new Filter.Box(columns.Latitude, columns.Longitude, west, south, east, north);
        }

        faults.Add(ParameterTexts.Invalid(parameter.Name, parameter.Value, RowTexts.Box));
        return null;
    }

    private static Filter.Near? Near(Parameter parameter, DataDictionary dictionary, List<ProblemError> faults)
    {
        if (Coordinates.Of(dictionary) is not { } columns)
        {
            faults.Add(RowTexts.NoCoordinates(parameter.Name, dictionary));
            return null;
        }

        if (Numbers(parameter.Value) is [var latitude, var longitude, >= 0 and <= ServerLimits.MostMetres and var metres] && GreatCircle.IsPlace(latitude, longitude))
        {
            return new Filter.Near(columns.Latitude, columns.Longitude, latitude, longitude, metres);
        }

        faults.Add(ParameterTexts.Invalid(parameter.Name, parameter.Value, RowTexts.Near));
        return null;
    }

    private static double[] Numbers(string text)
    {
        var numbers = text.Split(',').Select(t => ValueText.Read(t, ColumnType.Number) is { } value ? value.Float : double.NaN).ToArray();
        return Array.Exists(numbers, double.IsNaN) ? [] : numbers;
    }
}
