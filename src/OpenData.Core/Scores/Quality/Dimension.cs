using OpenData.Schemas;

namespace OpenData.Scores.Quality;

/// <summary>One dimension of quality, from 0 to 100, with the formula and the counts that gave it.</summary>
/// <param name="Id">Its stable id.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Value">0 to 100, or null where it is not measured.</param>
/// <param name="Formula">The formula in words.</param>
/// <param name="Counts">The numbers that went into it, or why there are none.</param>
public sealed record Dimension(string Id, LocalText Title, decimal? Value, LocalText Formula, LocalText Counts);

/// <summary>The quality of a release.</summary>
/// <param name="Dataset">The dataset's name.</param>
/// <param name="Resource">The resource's key.</param>
/// <param name="Release">The release's number.</param>
/// <param name="Dimensions">The dimensions, in the order of the radar.</param>
public sealed record ReleaseQuality(string Dataset, string Resource, int Release, IReadOnlyList<Dimension> Dimensions);

/// <summary>One question of the metadata assessment.</summary>
/// <param name="Id">Its stable id.</param>
/// <param name="Group">The dimension it belongs to, such as <c>findability</c>.</param>
/// <param name="Title">What is asked.</param>
/// <param name="Most">The points it may give.</param>
/// <param name="Points">The points it gives, or null where it is not measured.</param>
/// <param name="Reason">What it was read from.</param>
public sealed record MetadataPoint(string Id, string Group, LocalText Title, int Most, int? Points, LocalText Reason);

/// <summary>The metadata quality of a distribution, of 405 points.</summary>
/// <param name="Dataset">The dataset's name.</param>
/// <param name="Resource">The resource's key.</param>
/// <param name="Points">Every question.</param>
public sealed record MetadataQuality(string Dataset, string Resource, IReadOnlyList<MetadataPoint> Points)
{
    /// <summary>The points of all questions together.</summary>
    public const int Full = 405;

    /// <summary>The points that were given; what is not measured gives none.</summary>
    public int Sum => Points.Sum(p => p.Points ?? 0);

    /// <summary>The points of the questions that were not measured.</summary>
    public int NotMeasured => Points.Where(p => p.Points is null).Sum(p => p.Most);

    /// <summary>The rating of the points that were given.</summary>
    public LocalText Rating => RatingOf(Sum);

    /// <summary>Excellent from 351 points, good from 221, sufficient from 121.</summary>
    public static LocalText RatingOf(decimal points) => points switch
    {
        >= 351 => new("ดีเยี่ยม", "excellent"),
        >= 221 => new("ดี", "good"),
        >= 121 => new("พอใช้", "sufficient"),
        _ => new("ต้องปรับปรุง", "bad"),
    };
}
