using OpenData.Registry;
using OpenData.Registry.Vocabularies;
using OpenData.Schemas;

namespace OpenData.Scores.Quality;

/// <summary>What a network was asked about a distribution; null where it was not.</summary>
internal readonly record struct Reached(bool? Access, bool? Download);

/// <summary>The metadata quality assessment of data.europa.eu (MQA): 405 points, each read from what Form 1 and the release say, by the same tables that the catalog's DCAT is written with.</summary>
/// <param name="facts">The dataset.</param>
/// <param name="resource">The distribution.</param>
/// <param name="reached">What a network was asked.</param>
internal sealed class MetadataAssessment(DatasetFacts facts, ResourceFacts resource, Reached reached)
{
    private static readonly string[] OpenVocabulary = ["csv", "json", "xml", "geojson", "tsv"];
    private static readonly string[] NoLicence = ["not-specified"];
    private static readonly LocalText NotTried = new("ไม่ได้วัด: ไม่มีผู้ตรวจการเข้าถึงผ่านเครือข่าย", "not measured: nothing has tried it over a network");

    private readonly DatasetForm form = facts.Dataset.Form;
    private readonly ResourceForm? part = facts.Dataset.Form.ResourceForm(resource.Resource.Key);
    private readonly Release? release = resource.Resource.Current;
    private readonly List<MetadataPoint> points = [];

    public MetadataQuality Assess()
    {
        Findability();
        Accessibility();
        Interoperability();
        Reusability();
        Contextuality();
        return new MetadataQuality(facts.Dataset.Name, resource.Resource.Key, points);
    }

    private void Findability()
    {
        const string group = "findability";
        Add("keyword", group, new("คำสำคัญ", "Keywords"), 30, form.Tags.Count > 0, new($"tag_string: {form.Tags.Count} คำ", $"tag_string: {form.Tags.Count} keywords"));
        var themes = form.Codes("theme");
        Add("theme", group, new("หมวดเรื่อง (theme)", "Theme"), 30, themes.Count > 0, Said("theme", string.Join(", ", themes)));
        Add("spatial", group, new("ขอบเขตพื้นที่", "Spatial coverage"), 20, Places.Of(form) is not null || Places.BoundingBox(form) is not null, Said("geo_coverage", form.GeoCoverage));
        var from = form.Json["first_year_of_data"] ?? part?.Json["resource_first_year_of_data"];
        var period = from?.ToString() ?? form.Text("reference_period").In(Language.Thai);
        Add("temporal", group, new("ขอบเขตเวลา", "Temporal coverage"), 20, !string.IsNullOrWhiteSpace(period), Said("first_year_of_data", period));
    }

    private void Accessibility()
    {
        const string group = "accessibility";
        Tried("access-url-reachable", group, new("ที่อยู่เข้าถึง (accessURL) ใช้ได้", "accessURL reachable"), 50, reached.Access);
        var address = release is not null || part?.Url is not null;
        Add("download-url", group, new("มีที่อยู่ดาวน์โหลด (downloadURL)", "downloadURL present"), 20, address, release is not null ? new($"รุ่นที่ {release.Number}", $"release {release.Number}") : Said("url", part?.Url));
        if (address)
        {
            Tried("download-url-reachable", group, new("ที่อยู่ดาวน์โหลดใช้ได้", "downloadURL reachable"), 30, reached.Download);
        }
        else
        {
            Add("download-url-reachable", group, new("ที่อยู่ดาวน์โหลดใช้ได้", "downloadURL reachable"), 30, false, new("ไม่มีที่อยู่ดาวน์โหลด", "there is no downloadURL"));
        }
    }

    private void Interoperability()
    {
        const string group = "interoperability";
        var kind = resource.Report?.File.Kind ?? part?.Format?.ToLowerInvariant();
        var known = kind is not null && OpenVocabulary.Contains(kind);
        var listed = kind is not null && EuAuthority.FileType(kind) is not null;
        Add("format", group, new("รูปแบบไฟล์", "Format"), 20, kind is not null, Said("format", kind));
        Add("media-type", group, new("ชนิดสื่อ (mediaType)", "Media type"), 10, release is not null && kind is not null, release is null ? new("ไม่มีไฟล์ที่เผยแพร่", "no file is released") : new("ตอบไฟล์พร้อม Content-Type", "the file is answered with its Content-Type"));
        Add("format-vocabulary", group, new("รูปแบบอยู่ในรายการมาตรฐาน", "Format from a vocabulary"), 10, listed, Said("format", kind));
        Add("non-proprietary", group, new("ไม่ผูกกับผู้ผลิต", "Non-proprietary"), 20, known, Said("format", kind));
        Add("machine-readable", group, new("เครื่องอ่านได้", "Machine-readable"), 20, known, Said("format", kind));
        Add("dcat-ap", group, new("ถูกต้องตาม DCAT-AP", "DCAT-AP valid"), 30, release is not null, release is null
            ? new("ไม่มีไฟล์ที่เผยแพร่ จึงไม่มีเอกสาร DCAT-AP", "no file is released, so there is no DCAT-AP document")
            : new("เอกสาร DCAT-AP สร้างจากแบบจำลองที่ตรวจด้วย SHACL ทางการของ DCAT-AP 3.0.1 แล้ว", "its DCAT-AP is written by a model that keeps the official SHACL shapes of DCAT-AP 3.0.1"));
    }

    private void Reusability()
    {
        const string group = "reusability";
        Add("licence", group, new("สัญญาอนุญาต", "Licence"), 20, IsGiven(form.License, NoLicence), Said("license_id", form.License));
        Add("licence-vocabulary", group, new("สัญญาอนุญาตอยู่ในรายการ", "Licence from a vocabulary"), 10, EuAuthority.Licence(form) is not null, Said("license_id", form.License));
        var access = form.Classification ?? form.Category;
        Add("access-rights", group, new("สิทธิการเข้าถึง (accessRights)", "Access rights"), 10, access is not null, Said("data_classification", access));
        Add("access-rights-vocabulary", group, new("สิทธิการเข้าถึงอยู่ในรายการ", "Access rights from a vocabulary"), 5, EuAuthority.AccessRight(form) is not null, Said("data_classification", access));
        Add("contact-point", group, new("ผู้ติดต่อ", "Contact point"), 20, form.MaintainerEmail is { } mail and not "unknown" && mail.Contains('@', StringComparison.Ordinal), Said("maintainer_email", form.MaintainerEmail is "unknown" or null ? form.MaintainerEmail : "✓"));
        Add("publisher", group, new("ผู้เผยแพร่", "Publisher"), 10, form.OwnerOrg.Length > 0, Said("owner_org", form.OwnerOrg));
    }

    private void Contextuality()
    {
        const string group = "contextuality";
        Add("rights", group, new("เงื่อนไขการเข้าถึง (rights)", "Rights"), 5, !form.AccessibleCondition.IsEmpty, form.AccessibleCondition.IsEmpty ? Said("accessible_condition", null) : form.AccessibleCondition);
        Add("byte-size", group, new("ขนาดไฟล์", "Byte size"), 5, release is not null, Said("bytes", release?.Bytes.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Add("issued", group, new("วันที่เผยแพร่", "Issued"), 5, release is not null, Said("published", Day(release is null ? null : FiscalYear.ThaiDay(release.Published))));
        Add("modified", group, new("วันที่ปรับปรุง", "Modified"), 5, form.LastUpdatedDate is not null || release is not null, Said("last_updated_date", Day(form.LastUpdatedDate) ?? Day(release is null ? null : FiscalYear.ThaiDay(release.Published))));
    }

    private void Tried(string id, string group, LocalText title, int most, bool? answered)
    {
        if (answered is { } known)
        {
            Add(id, group, title, most, known, known ? new("ตอบเมื่อทดสอบ", "it answered when tried") : new("ไม่ตอบเมื่อทดสอบ", "it did not answer when tried"));
            return;
        }

        points.Add(new(id, group, title, most, null, NotTried));
    }

    private void Add(string id, string group, LocalText title, int most, bool given, LocalText reason) => points.Add(new(id, group, title, most, given ? most : 0, reason));

    private static bool IsGiven(string? code, string[] butNot) => !string.IsNullOrEmpty(code) && !butNot.Contains(code);

    private static LocalText Said(string field, string? value) =>
        string.IsNullOrEmpty(value) ? new($"{field}: ไม่ได้ให้", $"{field}: not given") : new($"{field}: {value}", $"{field}: {value}");

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
