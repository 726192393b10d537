using OpenData.Schemas;
using OpenData.Scores.Indicators;

namespace OpenData.Scores.Measures;

/// <summary>Measures the parts of one organization for one year.</summary>
/// <param name="facts">What is known of it.</param>
/// <param name="year">The fiscal year.</param>
/// <param name="today">The day in Thailand.</param>
/// <param name="scores">Scores already computed, by indicator.</param>
internal sealed class PartMeasurer(OrganizationFacts facts, FiscalYear year, DateOnly today, IReadOnlyDictionary<string, IndicatorScore> scores)
{
    /// <summary>The part of the organization, or of one of its datasets.</summary>
    public PartScore Measure(Indicator indicator, IndicatorPart part, DatasetFacts? dataset, int? level = null)
    {
        var measured = Look(indicator, part, dataset);
        var late = dataset?.Released.Where(r => FiscalYear.ThaiDay(r.Resource.Current!.Published) > year.Last).ToArray();
        var isOfRelease = part.Measure is Indicators.Measure.MachineReadable or Indicators.Measure.Served;
        return new PartScore
        {
            Id = part.Id,
            Title = part.Title,
            Level = level,
            State = measured.State,
            Weight = part.Weight,
            Value = measured.Value,
            Reason = isOfRelease && late is { Length: > 0 } ? After(measured.Reason) : measured.Reason,
            Asked = part.Evidence,
            Evidence = measured.Evidence.Count > 0 || part.Evidence.IsEmpty || dataset is null ? measured.Evidence : EvidenceMeasures.Attested(indicator, part, facts, dataset).Evidence,
            Addresses = measured.Addresses,
        };
    }

    private Measured Look(Indicator indicator, IndicatorPart part, DatasetFacts? dataset) => (part.Measure, dataset) switch
    {
        (Indicators.Measure.FormComplete, { } d) => DatasetMeasures.FormComplete(d),
        (Indicators.Measure.Open, { } d) => DatasetMeasures.Open(d),
        (Indicators.Measure.PrimaryData, { } d) => DatasetMeasures.PrimaryData(d, EvidenceMeasures.Attested(indicator, part, facts, d)),
        (Indicators.Measure.Dictionary, { } d) => DatasetMeasures.Dictionary(d),
        (Indicators.Measure.MachineReadable, { } d) => DatasetMeasures.MachineReadable(d),
        (Indicators.Measure.Served, { } d) => DatasetMeasures.Served(d),
        (Indicators.Measure.DatasetsRegistered, _) => OrganizationMeasures.Registered(part, facts),
        (Indicators.Measure.DatasetsChecked, _) => OrganizationMeasures.Checked(part, facts),
        (Indicators.Measure.DatasetsPublished, _) => OrganizationMeasures.Published(part, facts),
        (Indicators.Measure.MachineReadableShare, _) => OrganizationMeasures.MachineReadableShare(facts),
        (Indicators.Measure.Attested, _) => EvidenceMeasures.Attested(indicator, part, facts, dataset),
        (Indicators.Measure.Given, _) => EvidenceMeasures.Given(indicator, part, facts, dataset),
        (Indicators.Measure.MonthsOnTime, _) => EvidenceMeasures.MonthsOnTime(indicator, part, facts, year, today),
        (Indicators.Measure.MeanRating, _) => EvidenceMeasures.MeanRating(indicator, part, facts),
        (Indicators.Measure.Indicator, _) => Other(part),
        _ => new Measured(PartState.NotMeasured, new("ส่วนนี้วัดเป็นรายชุดข้อมูล", "this part is measured of a dataset")),
    };

    private Measured Other(IndicatorPart part) => scores.TryGetValue(part.From!, out var other) && other.Score is { } score
        ? new Measured(PartState.Met, new($"คะแนนของ {part.From}: {EvidenceMeasures.Number(score)}", $"the score of {part.From}: {EvidenceMeasures.Number(score)}")) { Value = score }
        : new Measured(PartState.NotMeasured, new($"ยังไม่มีคะแนนของ {part.From}", $"there is no score of {part.From}"));

    /// <summary>A release after the year's end is counted, for the registry is scored as it stands, and told.</summary>
    private LocalText After(LocalText reason)
    {
        var end = year.Last.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return new($"{reason.Th} (มีรุ่นที่เผยแพร่หลังสิ้นปีงบประมาณ {year.Number} คือ {end})", $"{reason.En} (a release was published after fiscal year {year.Number} ended on {end})");
    }
}
