using OpenData.Registry;
using OpenData.Scores.Quality;

namespace OpenData.Scores;

/// <summary>Everything an officer or auditor is shown of an organization for a year.</summary>
public sealed record ScoreReport
{
    /// <summary>The version of the format of its faces.</summary>
    public const int Version = 1;

    public required Organization Organization { get; init; }

    /// <summary>The slugs of the units that were scored with it, itself first.</summary>
    public required IReadOnlyList<string> Units { get; init; }
    public required FiscalYear Year { get; init; }

    /// <summary>When it was computed: the registry is scored as it stood then.</summary>
    public required DateTimeOffset Computed { get; init; }

    /// <summary>True where only what is published was looked at.</summary>
    public required bool PublishedOnly { get; init; }
    public required IReadOnlyList<IndicatorScore> Indicators { get; init; }

    /// <summary>The quality of each current release.</summary>
    public required IReadOnlyList<ReleaseQuality> Releases { get; init; }

    /// <summary>The metadata quality of each distribution.</summary>
    public required IReadOnlyList<MetadataQuality> Metadata { get; init; }

    /// <summary>The scores that were kept, the oldest first.</summary>
    public required IReadOnlyList<KeptScore> History { get; init; }

    /// <summary>The best metadata quality, or null where there is no distribution.</summary>
    public int? BestMetadata => Metadata.Count == 0 ? null : Metadata.Max(m => m.Sum);

    /// <summary>The mean metadata quality, or null.</summary>
    public decimal? MeanMetadata => Metadata.Count == 0 ? null : decimal.Round(Metadata.Sum(m => (decimal)m.Sum) / Metadata.Count, 2);
}
