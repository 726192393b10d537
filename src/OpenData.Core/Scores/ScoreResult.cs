using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Scores.Indicators;

namespace OpenData.Scores;

/// <summary>What became of a part.</summary>
public enum PartState
{
    Met,
    NotMet,

    /// <summary>A person has to attach evidence.</summary>
    AwaitsEvidence,

    /// <summary>The level has no criteria that we know.</summary>
    NotDefined,

    /// <summary>Nobody has measured it.</summary>
    NotMeasured,
}

/// <summary>A part of a score.</summary>
public sealed record PartScore
{
    public required string Id { get; init; }
    public required LocalText Title { get; init; }

    /// <summary>The level it belongs to, or null.</summary>
    public int? Level { get; init; }
    public required PartState State { get; init; }
    public required decimal Weight { get; init; }

    /// <summary>The points it gives by itself, or null where only the whole level gives points.</summary>
    public decimal? Earned { get; init; }

    /// <summary>What was measured or given, or null where there is no number.</summary>
    public decimal? Value { get; init; }

    /// <summary>Why it is so, with the counts it rests on.</summary>
    public required LocalText Reason { get; init; }

    /// <summary>What is asked of a person; empty where nothing is.</summary>
    public LocalText Asked { get; init; } = LocalText.Empty;

    /// <summary>What a person gave.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>Addresses, in the catalog, of what it rests on.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];
}

/// <summary>A level of a score.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Title">What it asks.</param>
/// <param name="Points">What it is worth.</param>
/// <param name="Earned">What it gives; 0 while a level before it is not reached.</param>
/// <param name="IsReached">True where every part is met, here and in all levels before.</param>
/// <param name="PartsMet">True where every part is met here, whatever the levels before.</param>
/// <param name="Undefined">Why it has no criteria, or null.</param>
public sealed record LevelScore(int Number, LocalText Title, decimal Points, decimal Earned, bool IsReached, bool PartsMet, LocalText? Undefined);

/// <summary>A score with everything it rests on.</summary>
public sealed record IndicatorScore
{
    public required Indicator Definition { get; init; }

    /// <summary>The dataset that was scored, or null where it was the organization.</summary>
    public string? Dataset { get; init; }

    /// <summary>The score, or null where it cannot be known or the indicator gives none.</summary>
    public required decimal? Score { get; init; }

    /// <summary>What the score would be once the evidence asked for is attached; the score itself where none is.</summary>
    public decimal? WithEvidence { get; init; }

    /// <summary>The formula with its numbers.</summary>
    public required LocalText Working { get; init; }
    public IReadOnlyList<LevelScore> Levels { get; init; } = [];
    public required IReadOnlyList<PartScore> Parts { get; init; }

    /// <summary>What is missing for the next level, or for any score.</summary>
    public IReadOnlyList<LocalText> Missing { get; init; } = [];

    /// <summary>Of an indicator of datasets, each dataset's score, the best first.</summary>
    public IReadOnlyList<IndicatorScore> Datasets { get; init; } = [];
}
