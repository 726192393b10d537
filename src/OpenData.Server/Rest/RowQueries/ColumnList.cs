using OpenData.Schemas;
using OpenData.Server.Rest.Parameters;
using OpenData.Server.Rest.Problems;
using OpenData.Store;

namespace OpenData.Server.Rest.RowQueries;

/// <summary>Reads lists of columns: <c>select=a,b</c> and <c>order=a,-b</c>.</summary>
internal static class ColumnList
{
    /// <summary>The columns to give, in order; all of them where nothing is said.</summary>
    public static IReadOnlyList<int> Select(string? text, DataDictionary dictionary, List<ProblemError> faults) =>
        text is null
            ? [.. Enumerable.Range(0, dictionary.Columns.Count)]
            : Read("select", text, text.Split(','), dictionary, faults);

    /// <summary>The steps of the order; none where nothing is said.</summary>
    public static IReadOnlyList<Sort> Order(string? text, DataDictionary dictionary, List<ProblemError> faults)
    {
        if (text is null)
        {
            return [];
        }

        var steps = text.Split(',');
        var columns = Read("order", text, [.. steps.Select(s => s.StartsWith('-') ? s[1..] : s)], dictionary, faults);
        return columns.Count == steps.Length ? [.. columns.Select((column, i) => new Sort(column, steps[i].StartsWith('-')))] : [];
    }

    /// <summary>Columns, each once.</summary>
    public static IReadOnlyList<int> Read(string parameter, string text, DataDictionary dictionary, List<ProblemError> faults) =>
        Read(parameter, text, text.Split(','), dictionary, faults);

    private static List<int> Read(string parameter, string text, string[] names, DataDictionary dictionary, List<ProblemError> faults)
    {
        if (Array.Exists(names, n => n.Length == 0) || names.Distinct(StringComparer.Ordinal).Count() != names.Length)
        {
            faults.Add(ParameterTexts.Invalid(parameter, text, RowTexts.ColumnNames));
            return [];
        }

        var columns = new List<int>(names.Length);
        foreach (var name in names)
        {
            if (dictionary.IndexOf(name) is var column and >= 0)
            {
                columns.Add(column);
            }
            else
            {
                faults.Add(RowTexts.UnknownColumn(parameter, name, dictionary));
            }
        }

        return columns;
    }
}
