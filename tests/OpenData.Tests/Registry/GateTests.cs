using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Registry.Review;

namespace OpenData.Tests.Registry;

/// <summary>Each reason of the gate, by one dataset that fails for it alone.</summary>
public sealed class GateTests
{
    private static readonly GatedResource Good = new("main") { HasDictionary = true, HasFile = true };

    [Fact]
    public void A_whole_dataset_passes() => Codes(Form(), Good).Should().BeEmpty();

    [Fact]
    public void Each_of_the_14_mandatory_items_is_asked_for()
    {
        MissingItems.All.Should().HaveCount(14);
        foreach (var item in MissingItems.All)
        {
            var reasons = Gate.Reasons(Form(f => f.Remove(item.Field)), [Good]);
            reasons.Select(r => (r.Code, r.Where)).Should().Equal(("missing-item", "/" + item.Field));
            reasons[0].Remedy.IsEmpty.Should().BeFalse();
        }
    }

    [Theory]
    [InlineData("data_category", "internal")]
    [InlineData("data_category", "personal")]
    [InlineData("data_classification", "secret")]
    [InlineData("license_id", "not-specified")]
    public void A_category_a_classification_or_a_licence_can_forbid(string field, string code) =>
        Gate.Reasons(Form(f => f[field] = code), [Good]).Select(r => (r.Code, r.Where)).Should().Equal(("not-open", "/" + field));

    [Fact]
    public void A_dictionary_a_file_and_its_compliance_are_asked_for()
    {
        Codes(Form()).Should().Equal("no-resource");
        Codes(Form(), Good with { HasDictionary = false }).Should().Equal("no-dictionary");
        Codes(Form(), Good with { HasFile = false }).Should().Equal("no-file");
        Codes(Form(), Good with { IsOutdated = true }).Should().Equal("file-outdated");
        Codes(Form(), Good with { Errors = ["out-of-range"] }).Should().Equal("does-not-comply");
        Codes(Form(), Good with { Errors = ["out-of-range"], Excepted = ["out-of-range"] }).Should().BeEmpty();
        Codes(Form(), Good with { Errors = ["out-of-range", "type-error"], Excepted = ["out-of-range"] }).Should().Equal("does-not-comply");
    }

    [Fact]
    public void Personal_data_keep_it_whatever_was_excepted() =>
        Codes(Form(), Good with { Errors = ["personal-data"], Excepted = ["personal-data"] }).Should().Equal("personal-data");

    [Fact]
    public void Data_that_are_kept_elsewhere_need_no_file_of_ours() =>
        Codes(Form(), new GatedResource("main") { HasDictionary = false, HasFile = false, IsElsewhere = true }).Should().BeEmpty();

    [Fact]
    public void What_is_reviewed_again_is_the_type_the_title_the_mandatory_items_and_references()
    {
        ReviewedItems.Changed(Form(), Form()).Should().BeEmpty();
        ReviewedItems.Changed(Form(), Form(f => f["last_updated_date"] = "2026-01-01")).Should().BeEmpty();
        ReviewedItems.Changed(Form(), Form(f => f["resources"]![0]!["name"] = "อีกชื่อ")).Should().BeEmpty();
        ReviewedItems.Changed(Form(), Form(f => f["resources"]![0]!["url"] = "https://example.go.th/a.csv")).Should().Equal("resources");
        foreach (var item in MissingItems.All)
        {
            ReviewedItems.Changed(Form(), Form(f => f[item.Field] = "อื่น")).Should().Equal(item.Field);
        }
    }

    private static IEnumerable<string> Codes(DatasetForm form, params GatedResource[] resources) => Gate.Reasons(form, resources).Select(r => r.Code);

    private static DatasetForm Form(Action<JObject>? change = null)
    {
        var form = JObject.Parse("""
            { "name": "made", "title": "ชุดข้อมูลสมมติ", "owner_org": "office", "data_type": "record", "maintainer": "กลุ่มสมมติ", "maintainer_email": "saraban@example.go.th", "tag_string": ["ตัวอย่าง"], "notes": "แต่งขึ้นเพื่อทดสอบ",
              "objective": ["mission"], "update_frequency_unit": "year", "geo_coverage": "country", "data_source": "ทะเบียนของหน่วยงาน", "data_format": ["csv"], "data_category": "public", "license_id": "odc",
              "resources": [{ "key": "main", "name": "ตาราง" }] }
            """);
        change?.Invoke(form);
        return new DatasetForm(form);
    }
}
