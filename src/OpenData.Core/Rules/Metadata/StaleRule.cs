using System.Globalization;
using OpenData.Schemas;

namespace OpenData.Rules.Metadata;

/// <summary>Finds data that were not updated within the cycle that Form 1 states.</summary>
public sealed class StaleRule() : Rule(
    "stale",
    Clause.None,
    Severity.Warning,
    thai: new RuleText(
        Title: "ข้อมูลไม่เป็นปัจจุบัน",
        Message: "ปรับปรุงล่าสุด {updated} รอบ {cycle} วัน เลยกำหนดมา {late} วัน (ร้อยละ {percent} ของรอบ): {band}",
        Why: "แบบฟอร์ม 1 บอกผู้ใช้ว่าข้อมูลปรับปรุงทุกรอบเท่าใด ข้อมูลที่เลยรอบแล้วทำให้ตัดสินใจจากสถานการณ์เก่า ความทันสมัยเป็นหนึ่งในมิติคุณภาพที่ มรด. 5:2565 วัด",
        Fix: "ส่งไฟล์ของรอบล่าสุดและแก้วันที่ปรับปรุงข้อมูลในแบบฟอร์ม 1 หากหน่วยงานปรับปรุงช้ากว่านั้นจริง ให้แก้หน่วยความถี่ของการปรับปรุงให้ตรง",
        Bad: """
            { "update_frequency_unit": "month", "last_updated_date": "2023-01-31" }
            """,
        Good: """
            { "update_frequency_unit": "month", "last_updated_date": "2024-06-30" }
            """),
    english: new RuleText(
        Title: "Data out of date",
        Message: "Last updated {updated}; the cycle of {cycle} days is over by {late} days ({percent} % of a cycle): {band}",
        Why: "Form 1 promises how often the data are updated. Data past their cycle let people decide by how things used to be. Timeliness is one of the dimensions of quality that \"มรด. 5:2565\" measures.",
        Fix: "Send the file of the latest cycle and set the date of the last update in Form 1. If your agency updates less often than stated, correct the update frequency.",
        Bad: """
            { "update_frequency_unit": "month", "last_updated_date": "2023-01-31" }
            """,
        Good: """
            { "update_frequency_unit": "month", "last_updated_date": "2024-06-30" }
            """))
{
    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        if (inspection.Options.Today is not { } today || inspection.Submission.Form is not { } form || DaysOf(form.UpdateFrequencyUnit) is not { } days)
        {
            return;
        }

        var resource = inspection.Submission.Resource is { } part ? new Registry.DatasetForm(part.Json).Date("resource_last_updated_date") : null;
        if ((resource ?? form.LastUpdatedDate) is not { } updated)
        {
            return;
        }

        var cycle = days * (long)(form.UpdateFrequencyInterval ?? 1);
        var late = today.DayNumber - updated.DayNumber - cycle;
        if (late <= 0)
        {
            return;
        }

        var percent = late * 100 / cycle;
        findings.Add(
            this,
            Fact.Of("updated", updated.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            Fact.Of("today", today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            Fact.Of("cycle", cycle),
            Fact.Of("late", late),
            Fact.Of("percent", percent),
            Fact.Of("band", late * 4 <= cycle ? "25" : late * 2 <= cycle ? "50" : late <= cycle ? "100" : "over"));
    }

    /// <inheritdoc/>
    public override string? Word(Fact fact, Finding finding, Language language) => fact.Name != "band" ? null : (fact.Text, language) switch
    {
        ("25", Language.Thai) => "รบกวนปรับปรุง",
        ("25", _) => "please update",
        ("50", Language.Thai) => "ควรปรับปรุง",
        ("50", _) => "should be updated",
        ("100", Language.Thai) => "ต้องปรับปรุง",
        ("100", _) => "must be updated",
        (_, Language.Thai) => "ล้าสมัยเกินไป",
        _ => "too old",
    };

    /// <summary>Days of a cycle, as the national tool for data quality counts them; null for a cycle that has no length in days.</summary>
    internal static int? DaysOf(string? unit) => unit switch
    {
        "day" or "working-day" => 1,
        "week" => 7,
        "month" => 30,
        "quarter" => 90,
        "half-year" => 180,
        "year" => 365,
        _ => null,
    };
}
