using System.Globalization;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Scores.Indicators;

namespace OpenData.Scores.Measures;

/// <summary>What people have attached.</summary>
internal static class EvidenceMeasures
{
    /// <summary>Met once a document is attached.</summary>
    public static Measured Attested(Indicator indicator, IndicatorPart part, OrganizationFacts organization, DatasetFacts? dataset) =>
        organization.EvidenceFor(indicator.Id, part.Id, dataset?.Dataset.Name) is { } evidence
            ? new Measured(PartState.Met, new($"มีหลักฐานลงวันที่ {Day(evidence.Date)}", $"evidence of {Day(evidence.Date)}")) { Evidence = [evidence], Value = evidence.Value }
            : new Measured(PartState.AwaitsEvidence, new("ยังไม่มีหลักฐาน", "no evidence yet"));

    /// <summary>A value in a document.</summary>
    public static Measured Given(Indicator indicator, IndicatorPart part, OrganizationFacts organization, DatasetFacts? dataset)
    {
        var attested = Attested(indicator, part, organization, dataset);
        return attested.State switch
        {
            PartState.Met when attested.Value is null => attested with { State = PartState.AwaitsEvidence, Reason = new("หลักฐานไม่ได้ให้ค่า", "the evidence gives no value") },
            PartState.Met => attested with { Reason = new($"ค่า {Number(attested.Value!.Value)} ตาม{attested.Reason.Th}", $"{Number(attested.Value.Value)}, by {attested.Reason.En}") },
            _ => attested,
        };
    }

    /// <summary>Months whose report was sent by the 10th of the next month; a late one counts as none.</summary>
    public static Measured MonthsOnTime(Indicator indicator, IndicatorPart part, OrganizationFacts organization, FiscalYear year)
    {
        var sent = Enumerable.Range(1, 12)
            .Select(month => (Month: month, Evidence: organization.EvidenceFor(indicator.Id, MonthPart(part, month), null)))
            .Where(m => m.Evidence is not null)
            .ToArray();
        var onTime = sent.Where(m => m.Evidence!.Date <= year.DeadlineOf(m.Month)).ToArray();
        var late = sent.Except(onTime).Select(m => $"{m.Month:00} ({Day(m.Evidence!.Date)} > {Day(year.DeadlineOf(m.Month))})").ToArray();
        var (lateTh, lateEn) = late.Length == 0 ? ("", "") : ($" ส่งช้า: {string.Join(", ", late)}", $"; late: {string.Join(", ", late)}");
        var reason = new LocalText($"ทันกำหนด {onTime.Length} เดือน จากที่ส่ง {sent.Length} เดือน{lateTh}", $"{onTime.Length} months in time, of {sent.Length} sent{lateEn}");
        return new Measured(sent.Length == 0 ? PartState.AwaitsEvidence : onTime.Length > 0 ? PartState.Met : PartState.NotMet, reason)
        {
            Value = onTime.Length,
            Evidence = [.. sent.Select(m => m.Evidence!)],
        };
    }

    /// <summary>The part that the evidence of a calendar month names.</summary>
    public static string MonthPart(IndicatorPart part, int month) => string.Create(CultureInfo.InvariantCulture, $"{part.Id}-{month:00}");

    public static string Number(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
