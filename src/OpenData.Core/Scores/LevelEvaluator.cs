using OpenData.Schemas;
using OpenData.Scores.Indicators;
using OpenData.Scores.Measures;

namespace OpenData.Scores;

/// <summary>The score of levels: each counts once all before it are reached.</summary>
internal static class LevelEvaluator
{
    /// <summary>Measures every part, also of levels that do not count yet, so that people see how far they are.</summary>
    public static IndicatorScore Evaluate(Indicator indicator, DatasetFacts? dataset, Func<IndicatorPart, int, PartScore> measure)
    {
        var parts = indicator.Levels.ToDictionary(l => l.Number, l => (IReadOnlyList<PartScore>)[.. l.Parts.Select(p => Earning(l, measure(p, l.Number)))]);
        var levels = Climb(indicator, l => parts[l.Number].Select(p => (p.Weight, p.State == PartState.Met)));
        var hoped = Climb(indicator, l => parts[l.Number].Select(p => (p.Weight, p.State is PartState.Met or PartState.AwaitsEvidence)));
        return new IndicatorScore
        {
            Definition = indicator,
            Dataset = dataset?.Dataset.Name,
            Score = levels.Sum(l => l.Earned),
            WithEvidence = hoped.Sum(l => l.Earned),
            Working = Working(indicator, levels),
            Levels = levels,
            Parts = [.. indicator.Levels.SelectMany(l => parts[l.Number])],
            Missing = MissingOf(indicator, levels, parts),
        };
    }

    private static PartScore Earning(IndicatorLevel level, PartScore part) => level.Sums ? part with { Earned = part.State == PartState.Met ? part.Weight : 0 } : part;

    private static List<LevelScore> Climb(Indicator indicator, Func<IndicatorLevel, IEnumerable<(decimal Weight, bool IsMet)>> partsOf)
    {
        var levels = new List<LevelScore>();
        var counts = true;
        foreach (var level in indicator.Levels)
        {
            var parts = partsOf(level).ToArray();
            var whole = level.Undefined is null && parts.All(p => p.IsMet);
            var points = level.Sums ? parts.Where(p => p.IsMet).Sum(p => p.Weight) : whole ? level.Points : 0;
            levels.Add(new LevelScore(level.Number, level.Title, level.Points, counts ? points : 0, counts && whole, whole, level.Undefined));
            counts &= whole;
        }

        return levels;
    }

    private static LocalText Working(Indicator indicator, List<LevelScore> levels)
    {
        var sum = string.Join(" + ", levels.Where(l => l.Undefined is null).Select(l => EvidenceMeasures.Number(l.Earned)));
        var (full, defined) = (EvidenceMeasures.Number(indicator.Full), EvidenceMeasures.Number(indicator.Defined));
        return indicator.Defined == indicator.Full
            ? new($"{sum} (เต็ม {full})", $"{sum} (of {full})")
            : new($"{sum} (เต็ม {full} ในจำนวนนี้มีเกณฑ์ที่ทราบเพียง {defined})", $"{sum} (of {full}, of which only {defined} have criteria that are known)");
    }

    private static IReadOnlyList<LocalText> MissingOf(Indicator indicator, List<LevelScore> levels, Dictionary<int, IReadOnlyList<PartScore>> parts)
    {
        if (levels.Find(l => !l.IsReached) is not { } next)
        {
            return [];
        }

        return next.Undefined is { } undefined
            ? [new($"ระดับ {next.Number}: {undefined.Th}", $"Level {next.Number}: {undefined.En}")]
            : [.. parts[next.Number].Where(p => p.State != PartState.Met).Select(IndicatorEvaluator.Missing)];
    }
}
