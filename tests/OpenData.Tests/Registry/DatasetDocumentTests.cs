using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Tests.Schemas;

namespace OpenData.Tests.Registry;

public class DatasetDocumentTests
{
    [Fact]
    public void The_smallest_draft_is_read_and_told_what_is_missing()
    {
        var form = DatasetDocument.Read("""{ "name": "schools", "title": "โรงเรียน" }""").Value!;

        form.MissingItems().Missing.Select(i => i.Field).Should().Equal(
            "data_type", "owner_org", "maintainer", "maintainer_email", "tag_string", "notes", "objective", "update_frequency_unit",
            "geo_coverage", "data_source", "data_format", "data_category", "license_id");
        form.MissingItems().IsComplete.Should().BeFalse();
        MissingItems.All.Should().HaveCount(14).And.OnlyContain(i => i.Title.Th != null && i.Title.En != null);
    }

    [Fact]
    public void A_complete_form_gives_its_items()
    {
        var form = Read("record").Value!;

        form.MissingItems().Missing.Should().BeEmpty();
        form.MissingItems().Unknown.Select(i => i.Field).Should().Equal("maintainer_email", "geo_coverage");
        form.Organization.Should().Be(new Organization("mdes", new("กระทรวงดิจิทัล", "MDES"), null));
        form.OwnerOrg.Should().Be("mdes");
        form.MaintainerEmail.Should().Be("unknown");
        form.Tags.Should().Equal("โรงเรียน", "การศึกษา", "school");
        form.Objective.Should().Equal("mission", "law");
        form.DataFormat.Should().Equal("csv", "xls");
        form.UpdateFrequencyUnit.Should().Be("year");
        form.UpdateFrequencyInterval.Should().Be(1);
        form.License.Should().Be("odc");
        form.Category.Should().Be("public");
        form.Classification.Should().Be("open");
        form.HighValueDataset.Should().BeFalse();
        form.AllowHarvest.Should().BeTrue();
        form.LastUpdatedDate.Should().Be(new DateOnly(2024, 1, 31));
        form.Maintainer.Th.Should().Be("กองข้อมูล");
        form.ResourceForm("list")!.FileName.Should().Be("list.csv");
        form.ResourceForm("list")!.DictionaryNames.Should().Equal("list.dictionary.json", "list.dictionary.csv");
        form.ResourceForm("other")!.FileName.Should().Be("ข้อมูล.csv");
        form.ResourceForm("none").Should().BeNull();
    }

    [Fact]
    public void Reading_what_was_read_changes_nothing()
    {
        var form = Read("record").Value!;

        JToken.DeepEquals(DatasetDocument.Read(form.Json.ToString()).Value!.Json, form.Json).Should().BeTrue();
    }

    [Theory]
    [InlineData("""{ "title": "x" }""", "missing-field /name")]
    [InlineData("""{ "name": "schools", "title": " " }""", "missing-field /title")]
    [InlineData("""{ "name": "Schools", "title": "x" }""", "pattern-mismatch /name")]
    [InlineData("""{ "name": "schools\n", "title": "x" }""", "pattern-mismatch /name")]
    [InlineData("""{ "name": "a/../b", "title": "x" }""", "pattern-mismatch /name")]
    public void A_name_and_a_title_are_required_even_of_a_draft(string json, string fault) =>
        Faults.Of(DatasetDocument.Read(json)).Should().Equal(fault + " 1");

    [Theory]
    [InlineData("record", "\"maintainr\": \"x\"", "unknown-field /maintainr")]
    [InlineData("record", "\"maintainer_email\": \"nobody\"", "bad-email /maintainer_email")]
    [InlineData("record", "\"url\": \"javascript:alert(1)\"", "bad-url /url")]
    [InlineData("record", "\"url\": \"www.go.th\"", "bad-url /url")]
    [InlineData("record", "\"objective\": [\"mission\", \"money\"]", "not-in-code-list /objective/1")]
    [InlineData("record", "\"geo_coverage\": \"จังหวัดเดียว\"", "not-in-code-list /geo_coverage")]
    [InlineData("record", "\"data_category\": [\"public\"]", "wrong-type /data_category")]
    [InlineData("record", "\"high_value_dataset\": \"อาจจะ\"", "wrong-type /high_value_dataset")]
    [InlineData("record", "\"created_date\": \"31/1/2567\"", "bad-date /created_date")]
    [InlineData("record", "\"created_date\": \"2567-02-29\"", "buddhist-year /created_date")]
    [InlineData("record", "\"created_date\": \"2566-02-29\"", "bad-date /created_date")]
    [InlineData("record", "\"update_frequency_interval\": 0", "too-small /update_frequency_interval")]
    [InlineData("record", "\"update_frequency_interval\": 99999999999", "too-big /update_frequency_interval")]
    [InlineData("record", "\"owner_org\": \"กระทรวง\"", "pattern-mismatch /owner_org")]
    [InlineData("record", "\"owner_org\": {\"name\": \"mdes\"}", "missing-field /owner_org/title")]
    [InlineData("record", "\"owner_org\": 3", "wrong-type /owner_org")]
    [InlineData("record", "\"owner_org\": []", "wrong-type /owner_org")]
    [InlineData("record", "\"resources\": {}", "wrong-type /resources")]
    [InlineData("record", "\"standard\": \"ISO\"", "not-for-this-type /standard")]
    [InlineData("record", "\"data_type_other\": \"x\"", "not-for-this-type /data_type_other")]
    [InlineData("other", "\"data_format\": \"CSV\"", "other-not-explained /data_type_other 3")]
    [InlineData("record", "\"objective\": [\"other\", \"law\"]", "other-not-explained /objective_other")]
    [InlineData("record", "\"objective_other\": \"x\"", "other-not-chosen /objective_other")]
    [InlineData("record", "\"data_category\": \"personal\"", "classification-not-allowed /data_classification 3")]
    [InlineData("stat", "\"first_year_of_data\": 2560", "buddhist-year /first_year_of_data")]
    [InlineData("stat", "\"first_year_of_data\": 2020, \"last_year_of_data\": \"2019\"", "bounds-crossed /first_year_of_data")]
    [InlineData("stat", "\"created_date\": \"2024-01-01\"", "not-for-this-type /created_date")]
    [InlineData("gis", "\"west_bound_longitude\": 97.3", "bounding-box-incomplete /west_bound_longitude")]
    [InlineData("gis", "\"west_bound_longitude\": 106, \"east_bound_longitude\": \"97.3\", \"north_bound_longitude\": 20, \"south_bound_longitude\": 5", "bounds-crossed /west_bound_longitude")]
    [InlineData("gis", "\"west_bound_longitude\": 97, \"east_bound_longitude\": 106, \"north_bound_longitude\": 5, \"south_bound_longitude\": 20", "bounds-crossed /south_bound_longitude")]
    [InlineData("gis", "\"west_bound_longitude\": 97, \"east_bound_longitude\": 106, \"north_bound_longitude\": 100, \"south_bound_longitude\": 5", "too-big /north_bound_longitude")]
    [InlineData("record", "\"resources\": [{\"key\": \"a\", \"name\": \"x\"}, {\"key\": \"a\", \"name\": \"y\"}]", "duplicate-resource /resources/1/key")]
    [InlineData("record", "\"resources\": [{\"key\": \"a\", \"name\": \"x\", \"file\": \"../x.csv\"}]", "pattern-mismatch /resources/0/file")]
    [InlineData("record", "\"resources\": [{\"key\": \"a\", \"name\": \"x\", \"resource_unit_of_measure\": \"คน\"}]", "not-for-this-type /resources/0/resource_unit_of_measure")]
    [InlineData("stat", "\"resources\": [{\"key\": \"a\", \"name\": \"x\", \"resource_disaggregate\": \"อื่นๆ\"}]", "other-not-explained /resources/0/resource_disaggregate_other")]
    [InlineData("stat", "\"resources\": [{\"key\": \"a\", \"name\": \"x\", \"resource_first_year_of_data\": 2021, \"resource_last_year_of_data\": 2020}]", "bounds-crossed /resources/0/resource_first_year_of_data")]
    [InlineData("record", "\"resources\": [{\"name\": \"x\"}]", "missing-field /resources/0/key")]
    [InlineData("record", "\"resources\": [null]", "wrong-type /resources/0")]
    public void A_fault_is_told_with_its_pointer_and_line(string type, string field, string fault) =>
        Faults.Of(Read(type, field)).Should().Equal(fault.EndsWith(" 3", StringComparison.Ordinal) ? fault : fault + " 2");

    [Fact]
    public void A_date_in_the_buddhist_era_is_answered_with_the_day_of_the_common_era()
    {
        Read("record", "\"created_date\": \"2567-01-31\"").Errors.Single().Fix.En.Should().Be("Write 2024-01-31.");
        Read("record", "\"created_date\": \"31/1/2567\"").Errors.Single().Fix.En.Should().Contain("2024-01-31");
        Read("stat", "\"first_year_of_data\": \"2560\"").Errors.Single().Fix.En.Should().Be("Write 2017.");
    }

    [Fact]
    public void A_value_not_in_the_list_is_answered_with_all_codes_and_their_labels()
    {
        var error = Read("record", "\"geo_coverage\": \"provinces\"").Errors.Single();

        error.Message.Th.Should().Contain("“provinces”").And.Contain("ขอบเขตเชิงภูมิศาสตร์");
        error.Fix.Th.Should().Contain("หมายถึง “province” ใช่หรือไม่").And.Contain("district (อำเภอ)");
        error.Fix.En.Should().Contain("country (");
    }

    [Fact]
    public void A_choice_of_several_may_be_one_text()
    {
        var form = Read("record", "\"objective\": \"พันธกิจหน่วยงาน; law | mission\"").Value!;

        form.Objective.Should().Equal("mission", "law");
    }

    [Fact]
    public void Strings_of_both_generations_of_the_national_catalog_become_codes()
    {
        Read("record", "\"license_id\": \"License not specified\"").Value!.License.Should().Be("not-specified");
        Read("record", "\"license_id\": \"Creative Commons Attribution No-Derivs\"").Value!.License.Should().Be("cc-by-nd");
        Read("gis", "\"equivalent_scale\": \"1:50,000\"").Value!.Code("equivalent_scale").Should().Be("1-50000");
        Read("ข้อมูลสถิติ", "\"disaggregate\": [\"เพศ\", \"รายได้\"]").Value!.Codes("disaggregate").Should().Equal("sex", "income");
    }

    [Fact]
    public void An_empty_field_was_not_given()
    {
        var form = Read("record", "\"url\": \"\", \"accessible_condition\": {\"th\": \"ไม่มี\", \"en\": \"\"}, \"high_value_dataset\": null, \"data_language\": []").Value!;

        form.Url.Should().BeNull();
        form.AccessibleCondition.Should().Be(new OpenData.Schemas.LocalText("ไม่มี", null));
        form.HighValueDataset.Should().BeNull("an empty yes-or-no is not a yes");
        form.Json.ContainsKey("data_language").Should().BeFalse();
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var result = DatasetDocument.Read("""
            {
              "name": "X",
              "data_type": "record",
              "standard": "ISO",
              "last_updated_date": "2567-01-01"
            }
            """);

        Faults.Of(result).Should().BeEquivalentTo(
            "missing-field /title 1", "pattern-mismatch /name 2", "not-for-this-type /standard 4", "buddhist-year /last_updated_date 5");
    }

    /// <summary>A complete form of a type, its second line replaced by other fields.</summary>
    private static OpenData.Schemas.DocumentResult<DatasetForm> Read(string type, string? fields = null)
    {
        var form = JObject.Parse("""
            {
              "name": "schools",
              "title": { "th": "โรงเรียน", "en": "Schools" },
              "owner_org": { "name": "mdes", "title": { "th": "กระทรวงดิจิทัล", "en": "MDES" } },
              "maintainer": "กองข้อมูล",
              "maintainer_email": "ไม่ทราบ",
              "tag_string": "โรงเรียน, การศึกษา;school | โรงเรียน",
              "notes": "รายชื่อ",
              "objective": ["พันธกิจหน่วยงาน", "law"],
              "update_frequency_unit": "ปี",
              "update_frequency_interval": "1",
              "geo_coverage": "ไม่ทราบ",
              "data_source": "สำรวจ",
              "data_format": ["CSV", "XLS"],
              "data_category": "ข้อมูลสาธารณะ",
              "data_classification": "เปิดเผย",
              "license_id": "Open Data Common",
              "allow_harvest": "ยินยอม",
              "last_updated_date": "2024-01-31",
              "resources": [{ "key": "list", "name": "รายชื่อ" }, { "key": "other", "name": "x", "file": "ข้อมูล.csv" }]
            }
            """);
        form["data_type"] = type;
        if (type == "record")
        {
            form["high_value_dataset"] = "False";
        }

        var rest = JObject.Parse("{" + fields + "}", new JsonLoadSettings { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error });
        foreach (var name in rest.Properties().Select(p => p.Name))
        {
            form.Remove(name);
        }

        var json = form.ToString(Newtonsoft.Json.Formatting.None);
        return DatasetDocument.Read(fields is null ? json : "{\n" + fields + ",\n" + json[1..]);
    }
}
