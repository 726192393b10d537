using System.Globalization;
using OpenData.Schemas;
using OpenData.Scores.Indicators;

namespace OpenData.Scores;

/// <summary>The arithmetic of the formulas, with nothing beside it: numbers in, number out.</summary>
public static class ScoreFormulas
{
    /// <summary>Digits after the point of a score, as the documents print them.</summary>
    public const int Digits = 4;

    /// <summary>Σ(W×SM)/ΣW.</summary>
    /// <param name="parts">Weight and score of each part; at least one weight is above 0.</param>
    public static decimal WeightedMean(IEnumerable<(decimal Weight, decimal Score)> parts)
    {
        var all = parts.ToArray();
        return Rounded(all.Sum(p => p.Weight * p.Score) / all.Sum(p => p.Weight));
    }

    /// <summary>Full × min(1, actual ÷ target); the target is above 0.</summary>
    public static decimal Ratio(decimal full, decimal actual, decimal target) => Rounded(full * Math.Min(1, actual / target));

    /// <summary>The score of the highest band that begins at or below the value; 0 below the lowest.</summary>
    public static decimal Band(IReadOnlyList<ScoreBand> bands, decimal value) => bands.LastOrDefault(b => b.From <= value).Score;

    /// <summary>Rounded as the documents do: four digits, halves away from zero.</summary>
    public static decimal Rounded(decimal score) => decimal.Round(score, Digits, MidpointRounding.AwayFromZero);

    /// <summary>A score as it is shown: <c>3.1000</c>.</summary>
    public static string Shown(decimal score) => score.ToString("0.0000", CultureInfo.InvariantCulture);

    /// <summary>A score or a word for none.</summary>
    public static string Shown(decimal? score, Language language) => score is { } known ? Shown(known) : language == Language.Thai ? "ยังวัดไม่ได้" : "not measured";
}
