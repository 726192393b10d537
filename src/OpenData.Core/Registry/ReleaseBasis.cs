namespace OpenData.Registry;

/// <summary>What a release's check rested on beside the file and its dictionary: with it the report can be made again, byte for byte.</summary>
public sealed record ReleaseBasis
{
    /// <summary>The day of the check.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>How many findings of each code and column were kept.</summary>
    public required int Keep { get; init; }

    /// <summary>False where duplicates were not looked for.</summary>
    public required bool Uniqueness { get; init; }

    /// <summary>The share of a column's values that had to agree.</summary>
    public required double TypeThreshold { get; init; }

    /// <summary>How many different values of a column were counted.</summary>
    public required int DistinctLimit { get; init; }

    /// <summary>Form 1 as it was, as JSON.</summary>
    public required string Form { get; init; }

    /// <summary>For each reference of the dictionary the release whose keys were compared with; null where they could not be known.</summary>
    public required IReadOnlyList<ReferencedRelease?> References { get; init; }
}

/// <summary>A release that another one's check referred to.</summary>
public sealed record ReferencedRelease(Guid ResourceId, int Number);
