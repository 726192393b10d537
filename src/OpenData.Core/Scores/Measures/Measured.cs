using OpenData.Registry;
using OpenData.Schemas;

namespace OpenData.Scores.Measures;

/// <summary>What was found of a part.</summary>
internal sealed record Measured(PartState State, LocalText Reason)
{
    public decimal? Value { get; init; }
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];
    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>Met or not, with its reason.</summary>
    public static Measured Of(bool met, string th, string en) => new(met ? PartState.Met : PartState.NotMet, new(th, en));
}
