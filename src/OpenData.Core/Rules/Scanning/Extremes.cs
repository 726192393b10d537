namespace OpenData.Rules.Scanning;

/// <summary>The least and the greatest of one kind of values: a date among numbers is neither of them, nor is a day that does not exist.</summary>
internal sealed class Extremes
{
    public Extreme Least { get; private set; } = new(double.PositiveInfinity);
    public Extreme Greatest { get; private set; } = new(double.NegativeInfinity);

    public void Add(double value, long row, ReadOnlySpan<byte> cell)
    {
        if (value < Least.Value)
        {
            Least.Set(value, row, cell);
        }

        if (value > Greatest.Value)
        {
            Greatest.Set(value, row, cell);
        }
    }

    /// <summary>Adds those of another thread; of equal values the one further up is shown, whichever thread has met it.</summary>
    public void Add(Extremes other)
    {
        if (other.Least.Value < Least.Value || (other.Least.Value == Least.Value && other.Least.Row < Least.Row))
        {
            Least = other.Least;
        }

        if (other.Greatest.Value > Greatest.Value || (other.Greatest.Value == Greatest.Value && other.Greatest.Row < Greatest.Row))
        {
            Greatest = other.Greatest;
        }
    }
}
