using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using OpenData.Schemas;
using Calendar = OpenData.Schemas.Calendar;

namespace OpenData.Tests.Schemas;

public class DictionaryDocumentTests
{
    internal const string Smallest = """{"columns":[{"name":"a","type":"text","description":"x"}]}""";

    [Fact]
    public void The_smallest_dictionary_has_its_defaults()
    {
        var dictionary = DictionaryDocument.Read(Smallest).Value!;

        dictionary.MissingValues.Should().Equal("");
        dictionary.Key.Should().BeEmpty();
        dictionary.Columns.Should().ContainSingle().Which.Should().BeEquivalentTo(new DictionaryColumn
        {
            Name = "a",
            Header = "a",
            Type = ColumnType.Text,
            Description = new LocalText("x", "x"),
        });
    }

    [Fact]
    public void A_full_dictionary_is_the_same_after_writing_and_reading()
    {
        var dictionary = Full();

        var again = DictionaryDocument.Read(DictionaryDocument.Write(dictionary).ToString());

        again.Errors.Should().BeEmpty();
        again.Value.Should().BeEquivalentTo(dictionary, o => o.WithStrictOrdering());
        DictionaryDocument.Write(again.Value!).ToString().Should().Be(DictionaryDocument.Write(dictionary).ToString());
    }

    [Fact]
    public void The_version_does_not_depend_on_formatting_order_or_defaults_written_out()
    {
        var plain = DictionaryDocument.Read(Smallest).Value!;
        var dressed = DictionaryDocument.Read("""
            {
              "missingValues": [ "" ],
              "columns": [
                { "description": { "en": "x", "th": "x" }, "type": "text", "required": false,
                  "header": "a", "calendar": "gregorian", "name": "a" } ]
            }
            """.Replace("\"calendar\": \"gregorian\", ", "", StringComparison.Ordinal)).Value!;

        dressed.Sha256.Should().Be(plain.Sha256).And.MatchRegex("^[0-9a-f]{64}$");
        DictionaryDocument.Read(Smallest.Replace("\"x\"", "\"y\"", StringComparison.Ordinal)).Value!.Sha256.Should().NotBe(plain.Sha256);
    }

    [Theory]
    [InlineData("integer", "5", "5")]
    [InlineData("integer", "5.0", "5")]
    [InlineData("integer", "\"-9223372036854775808\"", "-9223372036854775808")]
    [InlineData("decimal", "0.10", "0.10")]
    [InlineData("decimal", "\"0.10\"", "0.10")]
    [InlineData("number", "\"1e300\"", "1e300")]
    [InlineData("number", "1.5e3", "1500")]
    public void A_bound_keeps_its_digits(string type, string given, string kept)
    {
        var dictionary = DictionaryDocument.Read($$"""{"columns":[{"name":"a","type":"{{type}}","description":"x","minimum":{{given}}}]}""");

        dictionary.Errors.Should().BeEmpty();
        dictionary.Value!.Columns[0].Minimum.Should().Be(kept);
        DictionaryDocument.Read(DictionaryDocument.Write(dictionary.Value).ToString(Formatting.None)).Value.Should().BeEquivalentTo(dictionary.Value);
    }

    [Theory]
    [InlineData("""{"columns":[]}""", "too-few-items /columns")]
    [InlineData("""{}""", "missing-field /columns")]
    [InlineData("""{"columns":{}}""", "wrong-type /columns")]
    [InlineData("""{"columns":[null]}""", "wrong-type /columns/0")]
    [InlineData("""{"columns":[{"name":"a","type":"text"}]}""", "missing-field /columns/0/description")]
    [InlineData("""{"columns":[{"name":"1a","type":"text","description":"x"}]}""", "pattern-mismatch /columns/0/name")]
    [InlineData("""{"columns":[{"name":"a\n","type":"text","description":"x"}]}""", "pattern-mismatch /columns/0/name")]
    [InlineData("""{"columns":[{"name":"รหัส","type":"text","description":"x"}]}""", "pattern-mismatch /columns/0/name")]
    [InlineData("""{"columns":[{"name":"a","type":"string","description":"x"}]}""", "not-in-code-list /columns/0/type")]
    [InlineData("""{"columns":[{"name":"a","type":"text","description":""}]}""", "too-short /columns/0/description")]
    [InlineData("""{"columns":[{"name":"a","type":"text","description":{}}]}""", "too-few-items /columns/0/description")]
    [InlineData("""{"columns":[{"name":"a","type":"text","description":{"thai":"x"}}]}""", "unknown-field /columns/0/description/thai")]
    [InlineData("""{"columns":[{"name":"a","type":"text","description":3}]}""", "wrong-type /columns/0/description")]
    [InlineData("""{"columns":[{"name":"a","type":"text","description":"x","Required":true}]}""", "unknown-field /columns/0/Required")]
    [InlineData("""{"columns":[{"name":"a","type":"text","description":"x","required":"yes"}]}""", "wrong-type /columns/0/required")]
    [InlineData("""{"columns":[{"name":"a","type":"text","description":"x","minLength":-1}]}""", "too-small /columns/0/minLength")]
    [InlineData("""{"columns":[{"name":"a","type":"text","description":"x","maxLength":3000000000}]}""", "too-big /columns/0/maxLength")]
    [InlineData("""{"columns":[{"name":"a","type":"integer","description":"x","minimum":true}]}""", "wrong-type /columns/0/minimum")]
    [InlineData("""{"columns":[{"name":"a","type":"text","description":"x"}],"missingValues":["-","-"]}""", "duplicate-item /missingValues")]
    public void A_fault_of_form_is_told_with_its_pointer(string json, string fault) =>
        Faults.Of(DictionaryDocument.Read(json)).Should().Equal(fault + " 1");

    [Theory]
    [InlineData(1999, false)]
    [InlineData(2000, true)]
    public void More_columns_than_a_store_can_answer_with_are_refused(int count, bool isRefused)
    {
        var columns = Enumerable.Range(1, count).Select(i => $$"""{"name":"c{{i}}","type":"text","description":"x"}""");
        var faults = DictionaryDocument.Read($$"""{"columns":[{{string.Join(",", columns)}}]}""").Errors.Select(e => e.Code);
        faults.Should().Equal(isRefused ? ["too-many-columns"] : Array.Empty<string>());
    }

    [Theory]
    [InlineData("""{"name":"A","type":"text","description":"x"}""", "", "duplicate-name /columns/1/name")]
    [InlineData("""{"name":"b","header":"a","type":"text","description":"x"}""", "", "duplicate-header /columns/1/header")]
    [InlineData("""{"name":"b","type":"integer","description":"x","minimum":5,"maximum":4}""", "", "bounds-crossed /columns/1/minimum")]
    [InlineData("""{"name":"b","type":"integer","description":"x","minimum":"many"}""", "", "bad-bound /columns/1/minimum")]
    [InlineData("""{"name":"b","type":"integer","description":"x","maximum":1.5}""", "", "bad-bound /columns/1/maximum")]
    [InlineData("""{"name":"b","type":"date","description":"x","maximum":"2024-02-30"}""", "", "bad-bound /columns/1/maximum")]
    [InlineData("""{"name":"b","type":"date","description":"x","maximum":"2567-01-01"}""", "", "bad-bound /columns/1/maximum")]
    [InlineData("""{"name":"b","type":"date","calendar":"buddhist","description":"x","maximum":"2024-01-01"}""", "", "bad-bound /columns/1/maximum")]
    [InlineData("""{"name":"b","type":"datetime","description":"x","maximum":"2024-01-01T25:00"}""", "", "bad-bound /columns/1/maximum")]
    [InlineData("""{"name":"b","type":"year","description":"x","minimum":99}""", "", "bad-bound /columns/1/minimum")]
    [InlineData("""{"name":"b","type":"time","description":"x","minimum":"8.30"}""", "", "bad-bound /columns/1/minimum")]
    [InlineData("""{"name":"b","type":"text","description":"x","minimum":1}""", "", "not-for-this-type /columns/1/minimum")]
    [InlineData("""{"name":"b","type":"text","description":"x","minLength":5,"maxLength":4}""", "", "bounds-crossed /columns/1/minLength")]
    [InlineData("""{"name":"b","type":"text","description":"x","pattern":"[0-9"}""", "", "bad-pattern /columns/1/pattern")]
    [InlineData("""{"name":"b","type":"text","description":"x","pattern":"(?=a)b"}""", "", "bad-pattern /columns/1/pattern")]
    [InlineData("""{"name":"b","type":"text","description":"x","pattern":"(a)\\1"}""", "", "bad-pattern /columns/1/pattern")]
    [InlineData("""{"name":"b","type":"text","calendar":"buddhist","description":"x"}""", "", "not-for-this-type /columns/1/calendar")]
    [InlineData("""{"name":"b","type":"date","description":"x","codes":[{"code":"1"}]}""", "", "not-for-this-type /columns/1/codes")]
    [InlineData("""{"name":"b","type":"code","description":"x","codes":[{"code":"1"},{"code":"1"}]}""", "", "duplicate-code /columns/1/codes/1/code")]
    [InlineData("""{"name":"b","type":"integer","description":"x","codes":[{"code":"one"}]}""", "", "bad-code /columns/1/codes/0/code")]
    [InlineData("""{"name":"b","type":"code","description":"x"}""", ""","key":["a","c"]""", "unknown-column /key/1")]
    [InlineData("""{"name":"b","type":"code","description":"x"}""", ""","references":[{"columns":["c"],"dataset":"provinces","to":["id"]}]""", "unknown-column /references/0/columns/0")]
    [InlineData("""{"name":"b","type":"code","description":"x"}""", ""","references":[{"columns":["a","b"],"dataset":"provinces","to":["id"]}]""", "reference-length /references/0/to")]
    public void A_fault_that_a_schema_cannot_tell_is_told_with_its_pointer_and_line(string column, string rest, string fault)
    {
        var json = $$"""
            {"columns":[{"name":"a","type":"text","description":"x"},
            {{column}}]{{rest}}}
            """;

        Faults.Of(DictionaryDocument.Read(json)).Should().Equal(fault + " 2");
    }

    [Theory]
    [InlineData("""{"name":"a","type":"date","calendar":"buddhist","description":"x","minimum":"2567-02-29","maximum":"2567-03-01"}""")]
    [InlineData("""{"name":"a","type":"datetime","description":"x","minimum":"2024-01-01T00:00:00+07:00","maximum":"2024-01-01 23:59"}""")]
    [InlineData("""{"name":"a","type":"year","calendar":"buddhist","description":"x","minimum":2560,"maximum":"2567"}""")]
    [InlineData("""{"name":"a","type":"integer","description":"x","minimum":-0,"codes":[{"code":"-1"}]}""")]
    [InlineData("""{"name":"a","type":"text","description":"x","pattern":"[ก-๙ ]{1,20}|-"}""")]
    public void A_column_in_order_has_no_fault(string column) =>
        DictionaryDocument.Read($$"""{"columns":[{{column}}]}""").Errors.Should().BeEmpty();

    [Fact]
    public void All_faults_are_told_at_once_in_the_order_of_the_document() =>
        Faults.Of(DictionaryDocument.Read("""
            {
              "colour": 1,
              "columns": [
                { "name": "a", "type": "text",
                  "minimum": 1 },
                { "name": "a", "typ": "text",
                  "description": "x" }
              ],
              "key": ["b"]
            }
            """)).Should().Equal(
            "unknown-field /colour 2",
            "missing-field /columns/0/description 4",
            "not-for-this-type /columns/0/minimum 5",
            "missing-field /columns/1/type 6",
            "unknown-field /columns/1/typ 6",
            "duplicate-name /columns/1/name 6",
            "unknown-column /key/0 9");

    [Fact]
    public void A_misspelt_field_is_answered_with_the_one_that_was_meant()
    {
        var error = DictionaryDocument.Read(Smallest.Replace("\"type\"", "\"tpye\"", StringComparison.Ordinal)).Errors.Single(e => e.Code == "unknown-field");

        error.Fix.En.Should().Contain("Did you mean “type”?");
        error.Fix.Th.Should().Contain("หมายถึง “type” ใช่หรือไม่");
    }

    [Fact]
    public void A_type_that_is_not_known_is_answered_with_all_types_and_what_they_mean()
    {
        var error = DictionaryDocument.Read(Smallest.Replace("\"text\"", "\"dat\"", StringComparison.Ordinal)).Errors.Single();

        error.Message.Th.Should().Contain("“dat”").And.Contain("ชนิดของตัวแปร");
        error.Fix.Th.Should().Contain("หมายถึง “date” ใช่หรือไม่").And.Contain("decimal (เลขทศนิยม").And.Contain("code (รหัส");
        error.Fix.En.Should().Contain("year (year)");
    }

    [Fact]
    public void Dates_are_read_alike_on_a_computer_set_to_Thai()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("th-TH");
            DictionaryDocument.Read("""{"columns":[{"name":"a","type":"datetime","description":"x","minimum":"2024-02-29T10:00"}]}""").Errors.Should().BeEmpty();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_dictionary_of_ten_thousand_codes_is_read()
    {
        var json = JObject.Parse(Smallest);
        json["columns"]![0]!["codes"] = new JArray(Enumerable.Range(0, 10_000).Select(i => new JObject { ["code"] = $"{i:D6}", ["label"] = "หมู่บ้าน" }));

        DictionaryDocument.Read(json.ToString()).Value!.Columns[0].Codes.Should().HaveCount(10_000);
    }

    internal static DataDictionary Full()
    {
        var dictionary = new DataDictionary
        {
            Columns =
            [
                new DictionaryColumn
                {
                    Name = "province_code",
                    Header = "รหัสจังหวัด",
                    Label = new LocalText("รหัสจังหวัด", "Province code"),
                    Description = new LocalText("รหัสตามกรมการปกครอง", null),
                    Type = ColumnType.Code,
                    Required = true,
                    Unique = true,
                    MinLength = 2,
                    MaxLength = 2,
                    Pattern = "[0-9]{2}",
                    Codes =
                    [
                        new CodeValue("10", new LocalText("กรุงเทพมหานคร", "Bangkok")),
                        new CodeValue("a|b=c\\d", new LocalText("x=y|z", "x=y|z")),
                        new CodeValue("12", new LocalText("นนทบุรี", null)),
                        new CodeValue("13", new LocalText(null, "Pathum Thani")),
                        new CodeValue("14", LocalText.Empty),
                    ],
                    Role = ColumnRole.Dimension,
                    Example = "10",
                },
                new DictionaryColumn
                {
                    Name = "day",
                    Header = "day",
                    Description = new LocalText("วัน, \"เดือน\"\nปี", "Day"),
                    Type = ColumnType.Date,
                    Format = "d/M/yyyy",
                    Calendar = Calendar.Buddhist,
                    Minimum = "2560-01-01",
                    Maximum = "2567-12-31",
                    Role = ColumnRole.Time,
                },
                new DictionaryColumn
                {
                    Name = "amount",
                    Header = "amount",
                    Description = new LocalText("จำนวนเงิน", "จำนวนเงิน"),
                    Type = ColumnType.Decimal,
                    Unit = new LocalText("บาท", "baht"),
                    Minimum = "0.00",
                    Maximum = "100000",
                    Role = ColumnRole.Measure,
                },
            ],
            Key = ["day", "province_code"],
            MissingValues = ["", "-", "ไม่มีข้อมูล"],
            References = [new Reference(["province_code"], "provinces", "provinces", ["id"]), new Reference(["day"], "days", null, ["day"])],
            Sha256 = "",
        };
        return dictionary with { Sha256 = DictionaryDocument.Sha256(dictionary) };
    }
}
