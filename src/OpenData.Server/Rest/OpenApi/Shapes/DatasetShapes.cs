using Microsoft.OpenApi;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.Rest.Search;

namespace OpenData.Server.Rest.OpenApi;

/// <summary>Datasets, resources and releases.</summary>
internal static class DatasetShapes
{
    public static readonly IReadOnlyList<NamedShape> All =
    [
        new("DatasetPage", new("ผลการค้นหา", "A page of a search."), () => Shape.Object(
            ("items", Shape.List(Shape.Of("Dataset"))),
            ("total", Shape.Whole()),
            ("next", Shape.OrNull(Shape.Text)),
            ("facets", Shape.Object([.. SearchFacets.All.Select(f => (SearchFacets.NameOf(f), (IOpenApiSchema)Shape.List(Shape.Of("FacetValue"))))])),
            ("suggestion", Shape.OrNull(Shape.Object(("q", Shape.Text), ("corrected", Shape.Flag)))))),
        new("FacetValue", new("ค่าหนึ่งของหมวด และจำนวนที่พบ", "A value of a facet, and how many have it."), () => Shape.Object(("value", Shape.Text), ("label", Shape.OrNull(Shape.Of("LocalText"))), ("count", Shape.Whole()))),
        new("Dataset", new("ชุดข้อมูล: รายการของแบบฟอร์ม 1 และสิ่งที่บัญชีข้อมูลเพิ่ม", "A dataset: the items of Form 1, and what the catalog adds."), () => Shape.Open(
            ("id", Shape.Id),
            ("name", Shape.Slugged),
            ("organization", Shape.Text),
            ("state", Shape.WordOf<DatasetState>()),
            ("version", Shape.Whole()),
            ("created", Shape.Time),
            ("modified", Shape.Time),
            ("revision?", Shape.Whole()),
            ("pending?", Shape.Object(("state", Shape.WordOf<DatasetState>()), ("form", Shape.Open()))),
            ("resources", Shape.List(Shape.Of("Resource"))),
            ("highlights?", Shape.Open()))),
        new("Resource", new("ทรัพยากร", "A resource of a dataset."), () => Shape.Open(
            ("id", Shape.Id),
            ("key", Shape.Text),
            ("name", Shape.OrNull(Shape.Of("LocalText"))),
            ("columns", Shape.List(Shape.Of("Column"))),
            ("rows", Shape.OrNull(Shape.Whole())),
            ("release", Shape.OrNull(Shape.Of("Release"))),
            ("staged?", Shape.Of("Release")),
            ("exceptions?", Shape.List(Shape.Object(("rule", Shape.Text), ("reason", Shape.Text), ("by", Shape.Text), ("time", Shape.Time)))),
            ("links", Shape.Object(("rows", Shape.Text), ("dictionary", Shape.Text), ("report", Shape.Text), ("releases", Shape.Text), ("file", Shape.Text))))),
        new("Column", new("คอลัมน์", "A column of a table."), () => Shape.Object(
            ("name", Shape.Text), ("header", Shape.Text), ("type", Shape.WordOf<ColumnType>()), ("label", Shape.OrNull(Shape.Of("LocalText"))))),
        new("Release", new("รุ่นของข้อมูล ซึ่งไม่เปลี่ยนอีก", "A release of data, which never changes."), () => Shape.Object(Release)),
        new("LinkedRelease", new("รุ่นพร้อมที่อยู่ถาวร", "A release, with the addresses that are its own for ever."), () => Shape.Object([.. Release, ("links", Shape.Object(
            ("self", Shape.Text), ("rows", Shape.Text), ("report", Shape.Text), ("file", Shape.Text), ("compare", Shape.OrNull(Shape.Text))))])),
        new("ReleaseList", new("รุ่นของทรัพยากร", "The releases of a resource."), () => Shape.Page("Release")),
        new("Organization", new("หน่วยงาน", "An organization."), () => Shape.Object(("name", Shape.Slugged), ("title", Shape.OrNull(Shape.Of("LocalText"))), ("parent", Shape.OrNull(Shape.Text)), ("datasets", Shape.Whole()))),
        new("OrganizationList", new("หน่วยงานทั้งหมด", "The organizations."), () => Shape.Page("Organization")),
        new("SentDictionary", new("แบบฟอร์ม 2, Frictionless Table Schema หรือเมทาดาทา CSVW", "Form 2, a Frictionless Table Schema, or CSVW metadata."), () => new OpenApiSchema { AnyOf = [Shape.Of("Form2"), Shape.Of("AnyObject")] }),
        new("TakenDictionary", new("พจนานุกรมที่รับไว้ และสิ่งที่แปลงมาไม่ได้", "The dictionary as it was taken, and what of another standard's document could not be carried over."), () => Shape.Open(
            ("columns", Shape.List(Shape.Of("Form2.column"))), ("losses?", Shape.List(Shape.Object(("pointer", Shape.Text), ("message", Shape.Of("LocalText"))))))),
        new("SentFile", new("ไฟล์ในแบบฟอร์ม", "A file in a form."), () => Shape.Object(("file", Bytes), ("dictionary?", Shape.Text), ("notes?", Shape.Text), ("lang?", Shape.Text))),
        new("SarifLog", new("รายงานตาม SARIF 2.1.0 (OASIS)", "A report as SARIF 2.1.0 (OASIS)."), () => Shape.Open(("version", Shape.OneOf(["2.1.0"])), ("runs", Shape.List(Shape.Open())))),
        new("RuleBook", new("กฎทุกข้อ", "Every rule."), () => Shape.Object(("ruleBook", Shape.Text), ("date", Shape.Day), ("rules", Shape.List(Shape.Object(
            ("code", Shape.Text), ("severity", Shape.Text), ("clause", Shape.OrNull(Shape.Text)), ("th", RuleText), ("en", RuleText)))))),
        new("Usage", new("สถิติการใช้งาน", "A report of usage."), () => Shape.Object(
            ("from", Shape.Day),
            ("to", Shape.Day),
            ("by", Shape.OneOf(["day", "month"])),
            ("items", Shape.List(Shape.Object(
                ("day?", Shape.Day), ("month?", Shape.Matching("^[0-9]{4}-[0-9]{2}$")), ("organization?", Shape.OrNull(Shape.Text)), ("dataset?", Shape.OrNull(Shape.Text)), ("resource?", Shape.OrNull(Shape.Text)), ("face?", Shape.OrNull(Shape.Text)), ("requests", Shape.Whole())))),
            ("requests", Shape.Whole()),
            ("next", Shape.OrNull(Shape.Text)))),
    ];

    private static IReadOnlyList<(string, IOpenApiSchema)> Release =>
    [
        ("number", Shape.Whole()),
        ("published", Shape.Time),
        ("sha256", Shape.Sha256),
        ("fileName", Shape.Text),
        ("bytes", Shape.Whole()),
        ("rows", Shape.Whole()),
        ("columns", Shape.Whole()),
        ("dictionarySha256", Shape.Sha256),
        ("counts", Shape.Object(("error", Shape.Whole()), ("warning", Shape.Whole()), ("info", Shape.Whole()))),
        ("notes", Shape.OrNull(Shape.Text)),
        ("repeats", Shape.OrNull(Shape.Whole())),
        ("verdict", Shape.OneOf(["complies", "does-not-comply"])),
    ];

    private static OpenApiSchema Bytes => new() { Type = JsonSchemaType.String, ContentMediaType = "application/octet-stream" };

    private static OpenApiSchema RuleText => Shape.Object(
        ("title", Shape.Text), ("appliesTo", Shape.Text), ("message", Shape.Text), ("why", Shape.Text), ("fix", Shape.Text), ("steps", Shape.List(Shape.Text)), ("bad", Shape.Text), ("good", Shape.Text));
}
