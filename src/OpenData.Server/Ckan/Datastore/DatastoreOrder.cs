using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Server.Ckan.Datastore;

/// <summary>Reads <c>sort</c>: <c>a, b desc</c>. Empty cells come first ascending and last descending, whatever is asked, so that another wish is refused.</summary>
internal static class DatastoreOrder
{
    private const int MostSteps = 16;

    /// <summary>The order, and whether the rows come backward; null where a clause is none, which <paramref name="fault"/> then names.</summary>
    public static (IReadOnlyList<Sort> Order, bool Backward)? Read(IReadOnlyList<string> clauses, DataDictionary dictionary, out string? fault)
    {
        fault = null;
        var steps = new List<Sort>();
        foreach (var clause in clauses)
        {
            if (Step(clause, dictionary) is not { } step)
            {
                fault = $"invalid value \"{clause}\"";
                return null;
            }

            steps.Add(step);
            if (step.Column == DatastoreColumns.IdPosition)
            {
                // Numbers differ: what comes behind them decides nothing.
                break;
            }
        }

        if (steps.Count > MostSteps)
        {
            fault = $"more than {MostSteps} columns";
            return null;
        }

        return Turned(steps);
    }

    /// <summary>Rows of equal order come by number; where they are to come by it downward, the whole order is asked for from its end.</summary>
    private static (IReadOnlyList<Sort> Order, bool Backward) Turned(List<Sort> steps)
    {
        var columns = steps.Where(s => s.Column != DatastoreColumns.IdPosition).ToList();
        var backward = steps is [.., { Column: DatastoreColumns.IdPosition, Descending: true }];
        return (backward ? [.. columns.Select(s => s with { Descending = !s.Descending })] : columns, backward);
    }

    private static Sort? Step(string clause, DataDictionary dictionary)
    {
        var words = clause.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || DatastoreColumns.Find(dictionary, words[0].Trim('"')) is not { } column)
        {
            return null;
        }

        var descending = words.Length > 1 && words[1].Equals("desc", StringComparison.OrdinalIgnoreCase);
        var rest = words.Length > 1 && (descending || words[1].Equals("asc", StringComparison.OrdinalIgnoreCase)) ? words[2..] : words[1..];
        return rest.Length == 0 || IsOurs(rest, descending) ? new Sort(column, descending) : null;
    }

    private static bool IsOurs(string[] words, bool descending) =>
        words is [var nulls, var place] && nulls.Equals("nulls", StringComparison.OrdinalIgnoreCase) && place.Equals(descending ? "last" : "first", StringComparison.OrdinalIgnoreCase);
}
