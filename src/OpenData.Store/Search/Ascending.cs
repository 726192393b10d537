namespace OpenData.Store.Search;

/// <summary>Numbers that ascend.</summary>
internal static class Ascending
{
    /// <summary>The first place from one on whose number is not less than another: by strides that double, for most lists are much longer than what is looked for in them.</summary>
    public static int From(ReadOnlySpan<int> numbers, int from, int number)
    {
        if (from >= numbers.Length || numbers[from] >= number)
        {
            return from;
        }

        var stride = 1;
        while (from + stride < numbers.Length && numbers[from + stride] < number)
        {
            from += stride;
            stride *= 2;
        }

        var (low, high) = (from + 1, Math.Min(numbers.Length, from + stride));
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (numbers[middle] < number)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
