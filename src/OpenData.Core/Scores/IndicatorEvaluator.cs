using System.Globalization;
using OpenData.Schemas;
using OpenData.Scores.Indicators;
using OpenData.Scores.Measures;

namespace OpenData.Scores;

/// <summary>Scores an organization by indicators, from facts alone: the same facts give the same scores.</summary>
/// <param name="facts">What is known of the organization.</param>
/// <param name="year">The fiscal year.</param>
/// <param name="today">The day in Thailand, by which months are due or not.</param>
public sealed class IndicatorEvaluator(OrganizationFacts facts, FiscalYear year, DateOnly today)
{
    private readonly Dictionary<string, IndicatorScore> scores = new(StringComparer.Ordinal);

    /// <summary>The scores of all indicators, in their order; one that another rests on has to come before it.</summary>
    public IReadOnlyList<IndicatorScore> Evaluate(IReadOnlyList<Indicator> indicators)
    {
        foreach (var indicator in indicators)
        {
            scores[indicator.Id] = indicator.OfDatasets ? OfDatasets(indicator) : Of(indicator, null);
        }

        return [.. indicators.Select(i => scores[i.Id])];
    }

    private IndicatorScore OfDatasets(Indicator indicator)
    {
        var each = facts.Datasets.Select(d => Of(indicator, d))
            .OrderByDescending(s => s.Score).ThenByDescending(s => s.WithEvidence).ThenBy(s => s.Dataset, StringComparer.Ordinal).ToArray();
        return each.Length > 0
            ? each[0] with { Datasets = each }
            : Of(indicator, null) with { Score = 0, WithEvidence = 0, Parts = [], Missing = [new("ลงทะเบียนชุดข้อมูลอย่างน้อยหนึ่งชุด", "Register at least one dataset.")] };
    }

    private IndicatorScore Of(Indicator indicator, DatasetFacts? dataset)
    {
        if (indicator.Formula == Formula.Levels)
        {
            return LevelEvaluator.Evaluate(indicator, dataset, (part, level) => Measurer.Measure(indicator, part, dataset, level));
        }

        var parts = indicator.Parts.Select(p => Measurer.Measure(indicator, p, dataset)).ToArray();
        var missing = parts.Where(p => p.State is not (PartState.Met or PartState.NotMet)).Select(Missing).ToArray();
        var score = new IndicatorScore { Definition = indicator, Dataset = dataset?.Dataset.Name, Score = null, Working = LocalText.Empty, Parts = parts, Missing = missing };
        return indicator.Formula switch
        {
            Formula.WeightedMean => WeightedMean(score),
            Formula.Ratio => Ratio(score),
            Formula.Bands => Bands(score),
            _ => score with { Parts = [.. parts.Select((p, i) => Figure(p, indicator.Parts[i]))], Working = new("ตัวเลขเทียบกับเป้าหมาย ไม่มีคะแนน", "Figures beside their targets; no score") },
        };
    }

    private PartMeasurer Measurer => new(facts, year, today, scores);

    /// <summary>What has to be done about a part.</summary>
    internal static LocalText Missing(PartScore part) => part.State == PartState.AwaitsEvidence
        ? new($"{part.Id} {part.Title.Th}: แนบ{part.Asked.Th}", $"{part.Id} {part.Title.En}: attach {Lower(part.Asked.En)}")
        : new($"{part.Id} {part.Title.Th}: {part.Reason.Th}", $"{part.Id} {part.Title.En}: {part.Reason.En}");

    private static IndicatorScore WeightedMean(IndicatorScore score)
    {
        var full = score.Parts.Sum(p => p.Weight);
        var known = score.Parts.All(p => p.Value is not null);
        var sum = score.Parts.Sum(p => p.Weight * (p.Value ?? 0));
        var working = string.Join(" + ", score.Parts.Select(p => $"{EvidenceMeasures.Number(p.Weight)}×{(p.Value is { } v ? EvidenceMeasures.Number(v) : "?")}"));
        return score with
        {
            Score = known ? ScoreFormulas.WeightedMean(score.Parts.Select(p => (p.Weight, p.Value!.Value))) : null,
            Parts = [.. score.Parts.Select(p => p with { Earned = p.Value * p.Weight })],
            Working = Same($"Σ(W×SM)/ΣW = ({working}) / {EvidenceMeasures.Number(full)}" + (known ? $" = {EvidenceMeasures.Number(sum)} / {EvidenceMeasures.Number(full)}" : "")),
        };
    }

    private static IndicatorScore Ratio(IndicatorScore score)
    {
        var full = score.Definition.Full;
        var actual = score.Parts.First(p => p.Id == "actual").Value;
        var target = score.Parts.First(p => p.Id == "target").Value;
        if (target <= 0)
        {
            return score with { Working = new("เป้าหมายต้องมากกว่า 0", "The target has to be above 0."), Missing = [.. score.Missing, new("target: แนบเป้าหมายที่มากกว่า 0", "target: attach a target above 0")] };
        }

        return score with
        {
            Score = actual is { } a && target is { } t ? ScoreFormulas.Ratio(full, a, t) : null,
            Working = Same($"{EvidenceMeasures.Number(full)} × min(1, {Or(actual)} / {Or(target)})"),
        };
    }

    private static IndicatorScore Bands(IndicatorScore score)
    {
        var part = score.Parts[0];
        var bands = score.Definition.Bands;
        var value = part.State == PartState.AwaitsEvidence && part.Id != "month" ? null : part.Value;
        var next = value is { } v ? bands.Where(b => b.From > v).Take(1).Select(b => new LocalText($"ถึง {EvidenceMeasures.Number(b.From)} จะได้ {EvidenceMeasures.Number(b.Score)}", $"From {EvidenceMeasures.Number(b.From)} on, the score is {EvidenceMeasures.Number(b.Score)}.")) : [];
        return score with
        {
            Score = value is { } known ? ScoreFormulas.Band(bands, known) : null,
            Working = Same($"{Or(value)} → {string.Join(", ", bands.Select(b => $"≥ {EvidenceMeasures.Number(b.From)}: {EvidenceMeasures.Number(b.Score)}"))}"),
            Missing = [.. score.Missing, .. next],
        };
    }

    private static PartScore Figure(PartScore part, IndicatorPart definition)
    {
        if (part.Value is not { } value || definition.Targets.Count == 0)
        {
            return part;
        }

        var reached = definition.Targets.Count(t => definition.Above ? value > t : value >= t);
        var targets = string.Join(", ", definition.Targets.Select(EvidenceMeasures.Number));
        return part with
        {
            State = reached == definition.Targets.Count ? PartState.Met : PartState.NotMet,
            Reason = new($"{part.Reason.Th} เป้าหมาย {targets} ถึงแล้ว {reached}", $"{part.Reason.En}; targets {targets}, {reached} reached"),
        };
    }

    private static LocalText Same(string text) => new(text, text);

    private static string Or(decimal? value) => value is { } known ? EvidenceMeasures.Number(known) : "?";

    private static string Lower(string? text) => string.IsNullOrEmpty(text) ? "evidence" : char.ToLower(text[0], CultureInfo.InvariantCulture) + text[1..];
}
