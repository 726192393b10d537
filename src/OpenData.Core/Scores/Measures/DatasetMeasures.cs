using OpenData.Registry;
using OpenData.Reports;
using OpenData.Schemas;

namespace OpenData.Scores.Measures;

/// <summary>What the registry and the checks know of one dataset. Each answer says what it was read from.</summary>
internal static class DatasetMeasures
{
    /// <summary>Form 1: the 14 mandatory items. Items said to be unknown are given, and are told.</summary>
    public static Measured FormComplete(DatasetFacts facts)
    {
        var items = facts.Dataset.Form.MissingItems();
        var given = MissingItems.All.Count - items.Missing.Count;
        var missing = items.Missing.Count == 0 ? LocalText.Empty : Names(items.Missing, "ขาด ", "missing: ");
        var unknown = items.Unknown.Count == 0 ? LocalText.Empty : Names(items.Unknown, "ระบุว่าไม่ทราบ ", "said to be unknown: ");
        return Measured.Of(
            items.IsComplete,
            Joined($"รายการบังคับ {given} จาก {MissingItems.All.Count}", missing.Th, unknown.Th),
            Joined($"{given} of {MissingItems.All.Count} mandatory items", missing.En, unknown.En)) with { Addresses = [Address(facts)] };
    }

    /// <summary>Open by category and classification, and by the check.</summary>
    public static Measured Open(DatasetFacts facts)
    {
        var form = facts.Dataset.Form;
        var category = CodeLists.Label("data_category", form.Category) ?? new LocalText("ไม่ระบุ", "not given");
        var classification = CodeLists.Label("data_classification", form.Classification) ?? new LocalText("ไม่ระบุ", "not given");
        var closed = facts.Resources.Count(r => r.HasError("not-open"));
        return Measured.Of(
            facts.IsOpen,
            $"หมวดหมู่: {category.Th} ชั้นข้อมูล: {classification.Th} ไฟล์ที่การตรวจพบว่าห้ามเปิดเผย: {closed}",
            $"category: {category.En}; classification: {classification.En}; files that the check found closed: {closed}");
    }

    /// <summary>A person attests it; a form or check that says otherwise is believed instead.</summary>
    public static Measured PrimaryData(DatasetFacts facts, Measured attested) => facts.Resources.Any(r => r.HasError("not-primary-data"))
        ? attested with
        {
            State = PartState.NotMet,
            Reason = new("แบบฟอร์ม 1 ระบุแหล่งที่มาว่าหน่วยงานไม่ได้จัดเก็บเอง (กฎ not-primary-data)", "Form 1 gives a source that the unit did not collect itself (rule not-primary-data)"),
        }
        : attested;

    /// <summary>Form 2 of every resource.</summary>
    public static Measured Dictionary(DatasetFacts facts)
    {
        var described = facts.Dataset.Resources.Where(r => r.Dictionary is not null).ToArray();
        return Measured.Of(
            facts.Dataset.Resources.Count > 0 && described.Length == facts.Dataset.Resources.Count,
            $"มีพจนานุกรมข้อมูล {described.Length} จาก {facts.Dataset.Resources.Count} ทรัพยากร รวม {described.Sum(r => r.Dictionary!.Columns.Count)} คอลัมน์",
            $"{described.Length} of {facts.Dataset.Resources.Count} resources have a data dictionary, of {described.Sum(r => r.Dictionary!.Columns.Count)} columns together")
            with { Addresses = [.. described.Select(r => Address(facts, r) + "/dictionary")] };
    }

    /// <summary>The six clauses, by the reports of what is released.</summary>
    public static Measured MachineReadable(DatasetFacts facts)
    {
        var clauses = facts.Released.SelectMany(r => r.Report?.Clauses ?? []).ToArray();
        var broken = clauses.Where(c => !c.Met).Select(c => c.Clause).Distinct().ToArray();
        var th = broken.Length == 0 ? "" : " ข้อที่ไม่ผ่าน: " + string.Join(", ", broken.Select(c => ReportNames.HeadingOf(c, Language.Thai)));
        var en = broken.Length == 0 ? "" : "; not met: " + string.Join(", ", broken.Select(c => ReportNames.HeadingOf(c, Language.English)));
        var rows = facts.Released.Sum(r => r.Resource.Current!.Rows);
        return Measured.Of(
            facts.IsMachineReadable,
            $"ผ่าน {clauses.Count(c => c.Met)} จาก {clauses.Length} ข้อกำหนด ใน {facts.Released.Count} ไฟล์ {rows:N0} แถว{th}",
            $"{clauses.Count(c => c.Met)} of {clauses.Length} clauses met, in {facts.Released.Count} file(s) of {rows:N0} rows{en}")
            with { Addresses = [.. facts.Released.Select(r => Address(facts, r.Resource) + "/file")] };
    }

    /// <summary>The API answers what is published.</summary>
    public static Measured Served(DatasetFacts facts)
    {
        var served = facts.IsPublished ? facts.Released : [];
        return Measured.Of(
            served.Count > 0,
            $"ทรัพยากรที่เผยแพร่ผ่าน API (JSON, XML, CSV): {served.Count} จาก {facts.Resources.Count}",
            $"resources answered by the API (JSON, XML, CSV): {served.Count} of {facts.Resources.Count}")
            with { Addresses = [.. served.Select(r => $"/api/v1/data/{facts.Dataset.Name}/{r.Resource.Key}")] };
    }

    private static string Address(DatasetFacts facts) => "/api/v1/datasets/" + facts.Dataset.Name;

    private static string Address(DatasetFacts facts, Resource resource) => $"{Address(facts)}/resources/{resource.Key}";

    private static LocalText Names(IReadOnlyList<MandatoryItem> items, string th, string en) =>
        new(th + string.Join(", ", items.Select(i => i.Title.Th)), en + string.Join(", ", items.Select(i => i.Title.En)));

    private static string Joined(params string?[] parts) => string.Join("; ", parts.Where(p => !string.IsNullOrEmpty(p)));
}
