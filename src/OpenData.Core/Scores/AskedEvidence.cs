using System.Globalization;
using OpenData.Schemas;
using OpenData.Scores.Indicators;
using OpenData.Scores.Measures;

namespace OpenData.Scores;

/// <summary>Something that a person is asked to attach.</summary>
/// <param name="Id">What evidence calls it: the part's id, or that of one of its months.</param>
/// <param name="Title">What it is.</param>
/// <param name="Part">The part it belongs to.</param>
/// <param name="Level">The level of the part, or null.</param>
/// <param name="Due">The last day on which it is in time, of a month's report; else null.</param>
public sealed record AskedEvidence(string Id, LocalText Title, IndicatorPart Part, IndicatorLevel? Level, DateOnly? Due)
{
    /// <summary>By name, since a machine may have no cultures but the invariant one.</summary>
    private static readonly string[] ThaiMonths =
        ["มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม"];

    /// <summary>True where it has to come with a number.</summary>
    public bool NeedsValue => Part.Measure == Measure.Given;

    /// <summary>Everything that an indicator asks people for, in its order; months in the order of the fiscal year.</summary>
    public static IReadOnlyList<AskedEvidence> Of(Indicator indicator, FiscalYear year)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return
        [
            .. indicator.Parts.SelectMany(p => Of(p, null, year)),
            .. indicator.Levels.SelectMany(l => l.Parts.SelectMany(p => Of(p, l, year))),
        ];
    }

    private static IEnumerable<AskedEvidence> Of(IndicatorPart part, IndicatorLevel? level, FiscalYear year)
    {
        if (part.Evidence.IsEmpty)
        {
            return [];
        }

        return part.Measure == Measure.MonthsOnTime
            ? Enumerable.Range(0, 12).Select(i => ((i + 9) % 12) + 1).Select(month => OfMonth(part, month, year))
            : [new AskedEvidence(part.Id, part.Title, part, level, null)];
    }

    private static AskedEvidence OfMonth(IndicatorPart part, int month, FiscalYear year)
    {
        var first = year.DeadlineOf(month).AddMonths(-1);
        var title = new LocalText($"{ThaiMonths[month - 1]} {first.Year + 543}", $"{CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month)} {first.Year}");
        return new AskedEvidence(EvidenceMeasures.MonthPart(part, month), title, part, null, year.DeadlineOf(month));
    }
}
