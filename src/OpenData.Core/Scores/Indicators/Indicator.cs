using OpenData.Schemas;

namespace OpenData.Scores.Indicators;

/// <summary>How the parts of an indicator make its score.</summary>
public enum Formula
{
    /// <summary>The sum of the levels reached; a level counts once all before it are reached.</summary>
    Levels,

    /// <summary>Σ(W×SM)/ΣW over the parts.</summary>
    WeightedMean,

    /// <summary>Full × min(1, actual ÷ target).</summary>
    Ratio,

    /// <summary>The score of the band that the value lies in.</summary>
    Bands,

    /// <summary>No score: figures beside their targets.</summary>
    Figures,
}

/// <summary>How a part is known.</summary>
public enum Measure
{
    /// <summary>The 14 mandatory items of Form 1 are given.</summary>
    FormComplete,

    /// <summary>Category and classification are open, and the check found nothing that forbids release.</summary>
    Open,

    /// <summary>A person attests it, and neither Form 1 nor the check says otherwise.</summary>
    PrimaryData,

    /// <summary>Every resource has a data dictionary.</summary>
    Dictionary,

    /// <summary>Every released file meets the six clauses.</summary>
    MachineReadable,

    /// <summary>The rows are published and answered by the API.</summary>
    Served,

    /// <summary>Counts datasets.</summary>
    DatasetsRegistered,

    /// <summary>Counts datasets that have a dictionary and a release, whose file the rule book has checked.</summary>
    DatasetsChecked,

    /// <summary>Counts datasets that are published.</summary>
    DatasetsPublished,

    /// <summary>Open datasets that are machine-readable, of all open ones, in per cent.</summary>
    MachineReadableShare,

    /// <summary>Met once a person has attached evidence.</summary>
    Attested,

    /// <summary>A value that a person gives, with evidence.</summary>
    Given,

    /// <summary>Counts months whose report was sent by the 10th of the next month.</summary>
    MonthsOnTime,

    /// <summary>The mean of what people rate the published datasets, unless a person gives another value, with evidence.</summary>
    MeanRating,

    /// <summary>The score of another indicator.</summary>
    Indicator,
}

/// <summary>One thing that is measured or attested.</summary>
/// <param name="Id">Unique in the indicator; evidence names it.</param>
/// <param name="Title">What is asked.</param>
/// <param name="Measure">How it is known.</param>
/// <param name="Weight">Its weight in the level or the mean.</param>
/// <param name="Least">How many a counting measure asks for.</param>
/// <param name="Full">The greatest value a person may give, or null.</param>
/// <param name="Evidence">What is asked of a person; empty where nothing is.</param>
/// <param name="From">The id of the indicator whose score it is, or null.</param>
/// <param name="Targets">What it is read against.</param>
/// <param name="Above">True where a target is reached only above it, not at it.</param>
public sealed record IndicatorPart(string Id, LocalText Title, Measure Measure, decimal Weight, int Least, decimal? Full, LocalText Evidence, string? From, IReadOnlyList<decimal> Targets, bool Above);

/// <summary>One level of an indicator.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Title">What it asks.</param>
/// <param name="Points">What it is worth.</param>
/// <param name="Sums">True where each part met gives its weight; false where all parts together give the points.</param>
/// <param name="Undefined">Why it has no criteria, with what is known of it; null where it has.</param>
/// <param name="Parts">Its parts.</param>
public sealed record IndicatorLevel(int Number, LocalText Title, decimal Points, bool Sums, LocalText? Undefined, IReadOnlyList<IndicatorPart> Parts);

/// <summary>A score from a value upward.</summary>
public readonly record struct ScoreBand(decimal From, decimal Score);

/// <summary>How one score is computed, as <c>schemas/indicators</c> says.</summary>
public sealed record Indicator
{
    public required string Id { get; init; }

    /// <summary>The fiscal year (B.E.) from which the definition holds, until a later one.</summary>
    public required int FiscalYear { get; init; }
    public required LocalText Title { get; init; }
    public required LocalText Owner { get; init; }
    public required LocalText Source { get; init; }
    public required Formula Formula { get; init; }

    /// <summary>True where each dataset is scored and the best counts.</summary>
    public required bool OfDatasets { get; init; }

    /// <summary>The greatest score.</summary>
    public required decimal Full { get; init; }
    public IReadOnlyList<IndicatorLevel> Levels { get; init; } = [];
    public IReadOnlyList<IndicatorPart> Parts { get; init; } = [];
    public IReadOnlyList<ScoreBand> Bands { get; init; } = [];

    /// <summary>SHA-256 of the definition's canonical JSON, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The parts, of all levels too.</summary>
    public IEnumerable<IndicatorPart> AllParts => Parts.Concat(Levels.SelectMany(l => l.Parts));

    /// <summary>What the levels that have criteria are worth together.</summary>
    public decimal Defined => Formula == Formula.Levels ? Levels.Sum(l => l.Points) : Full;
}
