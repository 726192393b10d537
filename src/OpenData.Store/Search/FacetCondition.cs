namespace OpenData.Store.Search;

/// <summary>A filter, with its values as the numbers of a snapshot.</summary>
internal sealed class FacetCondition(SearchSnapshot snapshot, SearchFilter filter)
{
    private readonly int[] numbers = [.. filter.Values.Select(v => snapshot.NumberOf(filter.Facet, v)).Where(n => n >= 0).Distinct()];

    public DatasetFacet Facet => filter.Facet;

    /// <summary>True where the document at a place has one of the values, or none of them where that is asked for.</summary>
    public bool Holds(int place)
    {
        foreach (var value in snapshot.ValuesAt(place, filter.Facet))
        {
            if (numbers.AsSpan().Contains(value))
            {
                return !filter.Negated;
            }
        }

        return filter.Negated;
    }
}
