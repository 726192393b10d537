using System.Globalization;
using OpenData.Registry;
using OpenData.Reports;
using OpenData.Rules.Metadata;
using OpenData.Schemas;

namespace OpenData.Scores.Quality;

/// <summary>The quality of a release by the formulas of the national tool for data quality. Every row was counted by the check; nothing is sampled.</summary>
internal static class ReleaseDimensions
{
    private const int MostStars = 5;

    /// <summary>The dimensions of a resource's current release.</summary>
    /// <param name="facts">The dataset.</param>
    /// <param name="resource">A resource of it that has a release.</param>
    /// <param name="isKept">True where the original file is there to be downloaded.</param>
    /// <param name="today">The day in Thailand.</param>
    public static ReleaseQuality Of(DatasetFacts facts, ResourceFacts resource, bool isKept, DateOnly today) => new(
        facts.Dataset.Name,
        resource.Resource.Key,
        resource.Resource.Current!.Number,
        [Validity(resource), Completeness(resource), Consistency(resource), Timeliness(facts, resource, today), Availability(facts, isKept), Openness(resource)]);

    private static Dimension Validity(ResourceFacts resource)
    {
        string[] codes = ["blank-label", "duplicate-label", "extra-cell"];
        var clean = codes.Count(c => resource.CountOf(c) == 0);
        var counts = string.Join(", ", codes.Select(c => $"{c}: {resource.CountOf(c)}"));
        return new(
            "validity",
            new("ความถูกต้องของโครงสร้าง", "Validity"),
            resource.Report is null ? null : Percent(clean, codes.Length),
            new("(ไม่มีหัวคอลัมน์ว่าง + ไม่มีหัวคอลัมน์ซ้ำ + ไม่มีเซลล์เกิน) ÷ 3 × 100", "(no blank header + no duplicate header + no extra value) ÷ 3 × 100"),
            Same(counts));
    }

    private static Dimension Completeness(ResourceFacts resource)
    {
        var columns = resource.Report?.Columns ?? [];
        var cells = (resource.Report?.File.Rows ?? 0) * columns.Count;
        var placeholders = Facts(resource, "placeholder-value", f => f.Where(x => x.Name == "count").Sum(x => x.Number ?? 0));
        var present = columns.Sum(c => c.Values) - placeholders;
        return new(
            "completeness",
            new("ความครบถ้วน", "Completeness"),
            cells == 0 ? null : Percent(present, cells),
            new("เซลล์ที่มีค่า ÷ (แถว × คอลัมน์) × 100 ค่าที่แปลว่าไม่มีข้อมูลนับเป็นว่าง", "cells with a value ÷ (rows × columns) × 100; texts that stand for no data count as empty"),
            new($"{Number(present)} จาก {Number(cells)} เซลล์ ค่าแทนว่าง {Number(placeholders)}", $"{Number(present)} of {Number(cells)} cells; {Number(placeholders)} placeholders"));
    }

    private static Dimension Consistency(ResourceFacts resource)
    {
        var values = resource.Report?.Columns.Sum(c => c.Values) ?? 0;
        var mixed = Facts(resource, "mixed-types", f => Math.Min(f.Where(x => x.Name == "numbers").Sum(x => x.Number ?? 0), f.Where(x => x.Name == "texts").Sum(x => x.Number ?? 0)));
        var odd = resource.CountOf("type-error") + mixed;
        return new(
            "consistency",
            new("ความสอดคล้อง", "Consistency"),
            values == 0 ? null : Percent(values - odd, values),
            new("ค่าที่เป็นรูปแบบหลักของคอลัมน์ (ชนิดตามพจนานุกรม หรือชนิดของค่าส่วนใหญ่) ÷ ค่าทั้งหมด × 100", "values in the column's main format (the dictionary's type, else the type of most) ÷ values × 100"),
            new($"{Number(values - odd)} จาก {Number(values)} ค่า", $"{Number(values - odd)} of {Number(values)} values"));
    }

    private static Dimension Timeliness(DatasetFacts facts, ResourceFacts resource, DateOnly today)
    {
        var title = new LocalText("ความเป็นปัจจุบัน", "Timeliness");
        var formula = new LocalText("100 − max(0, วันที่ผ่านไป − รอบ) ÷ รอบ × 100 ไม่ต่ำกว่า 0", "100 − max(0, elapsed − cycle) ÷ cycle × 100, not below 0");
        var form = facts.Dataset.Form;
        if (StaleRule.DaysOf(form.UpdateFrequencyUnit) is not { } days)
        {
            return new("timeliness", title, null, formula, new("ไม่ได้วัด: แบบฟอร์ม 1 ไม่ได้ให้ความถี่ของการปรับปรุงที่เป็นจำนวนวัน", "not measured: Form 1 gives no update frequency that has a length in days"));
        }

        var cycle = days * (long)Math.Max(1, form.UpdateFrequencyInterval ?? 1);
        var stated = form.ResourceForm(resource.Resource.Key) is { } part ? new DatasetForm(part.Json).Date("resource_last_updated_date") : null;
        var updated = stated ?? form.LastUpdatedDate ?? FiscalYear.ThaiDay(resource.Resource.Current!.Published);
        var elapsed = Math.Max(0, today.DayNumber - updated.DayNumber);
        var latency = Math.Max(0, elapsed - cycle) * 100m / cycle;
        var (th, en) = Latency(latency);
        var shown = updated.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new(
            "timeliness",
            title,
            decimal.Round(Math.Max(0, 100 - latency), 2),
            formula,
            new($"ปรับปรุง {shown} ผ่านไป {elapsed} วัน รอบ {cycle} วัน: {th}", $"updated {shown}, {elapsed} days ago, cycle {cycle} days: {en}"));
    }

    private static Dimension Availability(DatasetFacts facts, bool isKept) => new(
        "availability",
        new("ความพร้อมใช้", "Availability"),
        isKept || facts.IsPublished ? 100 : 0,
        new("ดาวน์โหลดได้ หรือมี API = 100 นอกนั้น 0", "downloadable or answered by the API = 100, else 0"),
        new($"ไฟล์ต้นฉบับ: {(isKept ? "มี" : "ไม่มี")} API: {(facts.IsPublished ? "มี" : "ไม่มี")} (ไม่ได้ทดสอบผ่านเครือข่าย)", $"original file: {(isKept ? "kept" : "absent")}; API: {(facts.IsPublished ? "yes" : "no")} (not tried over a network)"));

    private static Dimension Openness(ResourceFacts resource)
    {
        var kind = resource.Report?.File.Kind;
        var stars = FormatStars.Of(kind);
        return new(
            "openness",
            new("ระดับความเปิด", "Openness"),
            kind is null ? null : Percent(stars, MostStars),
            new("ดาวตามรูปแบบไฟล์ ÷ 5 × 100", "stars by file format ÷ 5 × 100"),
            new($"{kind?.ToUpperInvariant() ?? "-"}: {stars} ดาว", $"{kind?.ToUpperInvariant() ?? "-"}: {stars} stars"));
    }

    private static (string Th, string En) Latency(decimal percent) => percent switch
    {
        0 => ("อัพเดทตรงเวลา", "up to date"),
        <= 25 => ("รบกวนปรับปรุง", "please update"),
        <= 50 => ("ควรปรับปรุง", "should be updated"),
        <= 100 => ("ต้องปรับปรุง", "must be updated"),
        _ => ("ล้าสมัยเกินไป", "too old"),
    };

    private static long Facts(ResourceFacts resource, string code, Func<IReadOnlyList<Rules.Fact>, long> count) =>
        resource.Report?.Findings.Where(f => f.Code == code).Sum(f => count(f.Facts)) ?? 0;

    private static decimal Percent(long part, long whole) => decimal.Round(part * 100m / whole, 2);

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static LocalText Same(string text) => new(text, text);
}
