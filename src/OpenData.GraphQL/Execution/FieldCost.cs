namespace OpenData.GraphQL.Execution;

/// <summary>What a field costs: its own weight, and how many values the selection under it is taken of.</summary>
/// <param name="Weight">The cost of one value of the field.</param>
/// <param name="SizeArguments">Arguments that say how many values a list will have; the greatest given counts.</param>
/// <param name="AssumedSize">How many values to reckon with when no such argument is given; 0 means the field is no list.</param>
/// <param name="SizedFields">When the list is not the field itself but fields below it (a connection's nodes and edges): their names.</param>
public sealed record FieldCost(long Weight, IReadOnlyList<string> SizeArguments, int AssumedSize, IReadOnlyList<string> SizedFields)
{
    /// <summary>A field that is read from what is already there.</summary>
    public static readonly FieldCost Free = new(0, [], 0, []);

    /// <summary>A field that needs work of its own, once per parent.</summary>
    public static FieldCost Of(long weight) => new(weight, [], 0, []);
}
