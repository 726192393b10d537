using OpenData.Registry.Usage;

namespace OpenData.Store;

/// <summary>What a line of a usage report is about, beside its period.</summary>
public enum UsagePart
{
    Organization,
    Dataset,
    Resource,
    Face,
}

/// <summary>A usage report that is asked for: the counts of some days, added up.</summary>
/// <param name="From">The first day, in Thailand.</param>
/// <param name="To">The last day.</param>
/// <param name="ByMonth">True for a line per month, false for one per day.</param>
/// <param name="Per">What lines are apart by; what is left out is added up.</param>
public sealed record UsageQuery(DateOnly From, DateOnly To, bool ByMonth, IReadOnlyCollection<UsagePart> Per)
{
    /// <summary>Only this organization's, or null for all.</summary>
    public string? Organization { get; init; }

    /// <summary>Only this dataset's, or null for all.</summary>
    public string? Dataset { get; init; }

    /// <summary>True for what the public may see: what is published now, and what is about no dataset.</summary>
    public bool PublishedOnly { get; init; } = true;

    /// <summary>Organizations whose datasets are counted all the same.</summary>
    public IReadOnlyCollection<string> Including { get; init; } = [];

    /// <summary>The greatest number of lines to give.</summary>
    public int Limit { get; init; } = int.MaxValue;

    /// <summary>How many lines to pass over first.</summary>
    public int Offset { get; init; }
}

/// <summary>How often what was asked for; never by whom.</summary>
public interface IUsageStore
{
    /// <summary>Adds counts of days to those that there are. What is about a dataset that is not published is left out.</summary>
    Task AddAsync(IReadOnlyCollection<UsageCount> counts, CancellationToken cancellation = default);

    /// <summary>The lines of a report, by period and then by its parts.</summary>
    Task<IReadOnlyList<UsageCount>> ListAsync(UsageQuery query, CancellationToken cancellation = default);
}
