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

    /// <summary>A survey's value where one is attached, else the mean of the ratings of what is published.</summary>
    public static Measured MeanRating(Indicator indicator, IndicatorPart part, OrganizationFacts organization)
    {
        var survey = Given(indicator, part, organization, null);
        return survey.State == PartState.Met || organization.Ratings.Mean is not { } mean ? survey : new Measured(
            PartState.Met,
            new($"เฉลี่ยจาก {organization.Ratings.Count} คะแนนที่ผู้ใช้ให้ชุดข้อมูลที่เผยแพร่", $"the mean of {organization.Ratings.Count} ratings of published datasets")) { Value = mean };
    }

    /// <summary>Months whose report was sent by the 10th of the next month; a late one counts as none.</summary>
    public static Measured MonthsOnTime(Indicator indicator, IndicatorPart part, OrganizationFacts organization, FiscalYear year, DateOnly today)
    {
        // In the order of the fiscal year: October first.
        var months = Enumerable.Range(0, 12).Select(i => ((i + 9) % 12) + 1)
            .Select(month => (Month: month, Due: year.DeadlineOf(month), Evidence: organization.EvidenceFor(indicator.Id, MonthPart(part, month), null)))
            .ToArray();
        var sent = months.Where(m => m.Evidence is not null).ToArray();
        var onTime = sent.Where(m => m.Evidence!.Date <= m.Due).ToArray();
        var late = Listed(sent.Except(onTime).Select(m => $"{m.Month:00} ({Day(m.Evidence!.Date)} > {Day(m.Due)})"), "ส่งช้า", "late");
        var overdue = Listed(months.Where(m => m.Evidence is null && m.Due < today).Select(m => $"{m.Month:00}"), "เลยกำหนด", "overdue");
        var open = Listed(months.Where(m => m.Evidence is null && m.Due >= today).Select(m => $"{m.Month:00} ({Day(m.Due)})"), "ยังไม่ถึงกำหนด", "not due yet");
        var reason = new LocalText(
            $"ทันกำหนด {onTime.Length} เดือน จากที่ส่ง {sent.Length} เดือน{late.Th}{overdue.Th}{open.Th}",
            $"{onTime.Length} months in time, of {sent.Length} sent{late.En}{overdue.En}{open.En}");
        return new Measured(sent.Length == 0 ? PartState.AwaitsEvidence : onTime.Length > 0 ? PartState.Met : PartState.NotMet, reason)
        {
            Value = onTime.Length,
            Evidence = [.. sent.Select(m => m.Evidence!)],
        };
    }

    /// <summary>The part that the evidence of a calendar month names.</summary>
    public static string MonthPart(IndicatorPart part, int month) => string.Create(CultureInfo.InvariantCulture, $"{part.Id}-{month:00}");

    public static string Number(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static LocalText Listed(IEnumerable<string> months, string th, string en) =>
        string.Join(", ", months) is { Length: > 0 } list ? new($"; {th}: {list}", $"; {en}: {list}") : new("", "");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
