namespace OpenData.Registry.Feedback;

/// <summary>Ratings from 1 to 5, counted.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Sum">Their sum.</param>
public readonly record struct RatingCounts(long Count, long Sum)
{
    /// <summary>The mean to two places, or null of no ratings.</summary>
    public decimal? Mean => Count == 0 ? null : decimal.Round((decimal)Sum / Count, 2, MidpointRounding.AwayFromZero);
}

/// <summary>What people have said of a dataset, in numbers that everybody sees.</summary>
/// <param name="Ratings">The ratings.</param>
/// <param name="Open">Questions that wait for an answer.</param>
/// <param name="Answered">Questions that were answered.</param>
/// <param name="Hidden">Questions that were hidden.</param>
public sealed record FeedbackCounts(RatingCounts Ratings, long Open, long Answered, long Hidden)
{
    /// <summary>Of a dataset of which nobody has said anything.</summary>
    public static FeedbackCounts None { get; } = new(default, 0, 0, 0);
}

/// <summary>The requests made of an organization, counted.</summary>
/// <param name="Organization">Its slug, or null for requests that are no organization's yet.</param>
/// <param name="Open">Those that wait.</param>
/// <param name="Granted">Those that were granted.</param>
/// <param name="Refused">Those that were refused.</param>
public sealed record RequestCounts(string? Organization, long Open, long Granted, long Refused);
