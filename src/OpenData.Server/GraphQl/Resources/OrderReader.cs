using OpenData.GraphQL;
using OpenData.Server.GraphQl.Shared;
using OpenData.Store;

namespace OpenData.Server.GraphQl.Resources;

/// <summary>Reads a list of columns with their directions.</summary>
internal static class OrderReader
{
    /// <summary>The order; none where nothing is given.</summary>
    /// <param name="given">The argument's value.</param>
    /// <param name="at">Its place, for messages.</param>
    /// <param name="step">Turns one step into a column and a direction.</param>
    /// <exception cref="GraphQLException">There are too many steps, or one is null.</exception>
    public static IReadOnlyList<Sort> Read(object? given, string at, Func<string, object?, string, Sort> step)
    {
        if (given is not IReadOnlyList<object?> steps)
        {
            return [];
        }

        if (steps.Count > ResourceLimits.OrderSteps)
        {
            throw new GraphQLException($"{at} has {steps.Count} steps, the most is {ResourceLimits.OrderSteps}.");
        }

        return [.. steps.Select((s, i) => s is IReadOnlyDictionary<string, object?> one
            ? step(one.First().Key, one.First().Value, $"{at}[{i}].{one.First().Key}")
            : throw new GraphQLException($"{at}[{i}] is null; name a column and ASC or DESC."))];
    }

    /// <summary>True for <c>DESC</c>.</summary>
    public static bool Descends(object? direction) => SortDirections.Descending.Equals(direction);
}
