namespace OpenData.Store;

/// <summary>What is known of a unit beside its rows.</summary>
/// <param name="Empty">The positions of the columns that have an empty cell.</param>
/// <param name="Plain">The positions of the columns of texts that are all plain, see <see cref="TextOrder.IsPlain(ReadOnlySpan{byte})"/>.</param>
/// <param name="HasOdd">True where cells have digits that their type does not keep.</param>
internal sealed record UnitFacts(IReadOnlySet<int> Empty, IReadOnlySet<int> Plain, bool HasOdd = false);
