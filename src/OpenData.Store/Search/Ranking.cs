namespace OpenData.Store.Search;

/// <summary>Numbers from 0 on in an order.</summary>
/// <param name="Sorted">The numbers by their ranks.</param>
/// <param name="Ranks">The rank of each number.</param>
internal sealed record Ranking(int[] Sorted, int[] Ranks)
{
    public static Ranking Of(int count, Comparison<int> compare)
    {
        int[] sorted = [.. Enumerable.Range(0, count)];
        Array.Sort(sorted, compare);
        var ranks = new int[count];
        for (var i = 0; i < count; i++)
        {
            ranks[sorted[i]] = i;
        }

        return new Ranking(sorted, ranks);
    }
}
