namespace OpenData.Registry;

/// <summary>What a person attaches to a part of an indicator that the system cannot know: a link, its date, and who gave it. Never changed; a later record takes its place.</summary>
public sealed record Evidence
{
    public required Guid Id { get; init; }

    /// <summary>The slug of the organization or unit it is about.</summary>
    public required string Organization { get; init; }

    /// <summary>The name of the dataset it is about, or null where it is about the whole organization.</summary>
    public string? Dataset { get; init; }

    /// <summary>The indicator's id.</summary>
    public required string Indicator { get; init; }

    /// <summary>The fiscal year it counts for (B.E.).</summary>
    public required int FiscalYear { get; init; }

    /// <summary>The id of the part it belongs to.</summary>
    public required string Part { get; init; }

    /// <summary>Where the document is: an address, or the number of a letter.</summary>
    public required string Link { get; init; }

    /// <summary>The day of the document (C.E.); for a monthly report, the day it was sent.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The value that the document shows, where the part asks for one.</summary>
    public decimal? Value { get; init; }

    /// <summary>Who gave it.</summary>
    public required string GivenBy { get; init; }

    /// <summary>When it was given.</summary>
    public required DateTimeOffset Given { get; init; }

    /// <summary>True where this record takes back what was given before.</summary>
    public bool Withdrawn { get; init; }
}

/// <summary>A score as it was on a day; it never changes.</summary>
/// <param name="Organization">The organization's slug.</param>
/// <param name="Indicator">The indicator's id.</param>
/// <param name="FiscalYear">The fiscal year (B.E.).</param>
/// <param name="Definition">SHA-256 of the definition it was computed by, lower-case hex.</param>
/// <param name="Score">The score, or null where it could not be known.</param>
/// <param name="Result">The score with its parts and evidence, as JSON.</param>
/// <param name="Computed">When it was computed.</param>
public sealed record KeptScore(string Organization, string Indicator, int FiscalYear, string Definition, decimal? Score, string Result, DateTimeOffset Computed);
