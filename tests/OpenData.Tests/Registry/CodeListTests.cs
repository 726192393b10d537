using OpenData.Registry;

namespace OpenData.Tests.Registry;

public class CodeListTests
{
    [Theory]
    [InlineData("data_type", 5)]
    [InlineData("objective", 14)]
    [InlineData("update_frequency_unit", 13)]
    [InlineData("geo_coverage", 14)]
    [InlineData("data_format", 20)]
    [InlineData("data_category", 5)]
    [InlineData("data_classification", 5)]
    [InlineData("license_id", 11)]
    [InlineData("data_support", 7)]
    [InlineData("data_collect", 13)]
    [InlineData("data_language", 14)]
    [InlineData("disaggregate", 14)]
    [InlineData("unit_of_multiplier", 15)]
    [InlineData("geographic_data_set", 13)]
    [InlineData("equivalent_scale", 6)]
    [InlineData("theme", 13)] // The data themes of the EU's vocabulary.
    public void Every_list_has_all_its_entries(string list, int count) => CodeLists.Of(list).Should().HaveCount(count);

    [Fact]
    public void There_is_no_other_list() => CodeLists.Names.Should().HaveCount(16);

    [Theory]
    [InlineData("data_classification")]
    [InlineData("license_id")]
    [InlineData("data_collect")]
    [InlineData("data_type")]
    public void Every_code_label_and_catalog_string_leads_to_its_own_code(string list)
    {
        foreach (var entry in CodeLists.Of(list))
        {
            CodeLists.CodeOf(list, entry.Code).Should().Be(entry.Code);
            CodeLists.CodeOf(list, entry.Label.Th!).Should().Be(entry.Code);
            CodeLists.CodeOf(list, entry.Label.En!).Should().Be(entry.Code);
        }
    }

    [Fact]
    public void No_string_of_any_list_leads_to_two_codes()
    {
        foreach (var list in CodeLists.Names)
        {
            CodeLists.Of(list).Select(e => CodeLists.CodeOf(list, e.Label.Th!)).Should().Equal(CodeLists.Of(list).Select(e => e.Code), list);
        }
    }

    [Theory]
    [InlineData("license_id", "Creative Commons Non-Commercial (Any)", "cc-nc-any")]
    [InlineData("license_id", "Creative Commons Attribution Non-Commercial", "cc-by-nc")]
    [InlineData("data_category", "ข้อมูลใช้ภายใน", "internal")]
    [InlineData("data_type", " ข้อมูลสถิติ ", "stat")]
    [InlineData("data_type", "ข้อมูลประเภทอื่น ๆ", "other")]
    [InlineData("objective", "อื่น ๆ", "other")]
    [InlineData("data_format", "csv", "csv")]
    [InlineData("data_format", "Csv", "csv")]
    [InlineData("data_format", "XLS/XLSX", "xls")]
    [InlineData("update_frequency_unit", "A", "year")]
    [InlineData("geo_coverage", "04", "country")]
    [InlineData("data_classification", "01", "open")]
    [InlineData("equivalent_scale", "1:50,000", "1-50000")]
    [InlineData("resource_disaggregate", "เพศ", "sex")]
    [InlineData("update_frequency_unit", "ทุกปีใหม่", null)]
    [InlineData("no_such_list", "x", null)]
    public void A_code_is_found_from_any_known_writing(string list, string text, string? code) => CodeLists.CodeOf(list, text).Should().Be(code);

    [Theory]
    [InlineData("allow_harvest", "ยินยอม", true)]
    [InlineData("allow_harvest", "ไม่ยินยอม", false)]
    [InlineData("high_value_dataset", "True", true)]
    [InlineData("high_value_dataset", "ไม่ใช่", false)]
    [InlineData("high_value_dataset", "no", false)]
    [InlineData("high_value_dataset", "อาจจะ", null)]
    public void Yes_and_no_are_known_in_every_writing(string field, string text, bool? truth) => CodeLists.Truth(field, text).Should().Be(truth);

    [Fact]
    public void Labels_are_in_both_languages()
    {
        CodeLists.Label("data_category", "public")!.Th.Should().Be("ข้อมูลสาธารณะ");
        CodeLists.Label("data_category", "nothing").Should().BeNull();
        CodeLists.BooleanLabel("allow_harvest", true).Th.Should().Be("ยินยอม");
        CodeLists.ClassificationsOf("personal").Should().Equal("internal", "confidential", "secret");
    }
}
