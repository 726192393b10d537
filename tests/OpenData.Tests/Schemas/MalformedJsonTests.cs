using System.Text;
using OpenData.Schemas;

namespace OpenData.Tests.Schemas;

public class MalformedJsonTests
{
    [Theory]
    [InlineData("", "malformed-json  1", "{ that opens the document")]
    [InlineData("{\n  \"columns\" [1]\n}", "malformed-json  2", "followed by :")]
    [InlineData("{\n  \"columns\": \n}", "malformed-json  3", "a value")]
    [InlineData("{\n  \"key\": [\"a\"\n\"b\"]\n}", "malformed-json /key 3", "the next value")]
    [InlineData("{\n  \"key\": [\"a\"]", "malformed-json  2", "next field name")]
    [InlineData("{\n  'columns': []\n}", "malformed-json  2", "double quote")]
    [InlineData("{\n  columns: []\n}", "malformed-json  2", "field name")]
    [InlineData("{ } { }", "malformed-json  1", "end of the document")]
    [InlineData("{ \"columns\": NaN }", "malformed-json  1", "a value")]
    [InlineData("{ \"columns\": 012 }", "malformed-json  1", "“1” was found")]
    public void Malformed_json_is_told_once_with_its_line_and_what_was_expected(string json, string fault, string expected)
    {
        var result = DictionaryDocument.Read(json);

        Faults.Of(result).Should().Equal(fault);
        result.Errors[0].Message.En.Should().Contain(expected);
    }

    [Fact]
    public void A_comment_is_told_as_one() =>
        Faults.Of(DictionaryDocument.Read("{\n  // my columns\n  \"columns\": []\n}")).Should().Equal("json-comment  2");

    [Theory]
    [InlineData("{\n  \"columns\": [],\n}", "trailing-comma  3")]
    [InlineData("{\n  \"key\": [\"a\",\n ]\n}", "trailing-comma /key 3")]
    public void A_trailing_comma_is_told_as_one(string json, string fault) =>
        Faults.Of(DictionaryDocument.Read(json)).Should().Equal(fault);

    [Fact]
    public void Every_repeated_key_is_told_with_its_place() =>
        Faults.Of(DictionaryDocument.Read("""
            {
              "columns": [{ "name": "a",
                "name": "b" }],
              "columns": []
            }
            """)).Should().Equal("duplicate-key /columns/0/name 3", "duplicate-key /columns 4");

    [Fact]
    public void A_document_nested_too_deep_is_refused() =>
        Faults.Of(DictionaryDocument.Read("{\"key\":" + new string('[', 100_000))).Should().ContainSingle().Which.Should().StartWith("too-deep /key/0/0");

    [Fact]
    public void A_document_too_large_is_refused_before_it_is_parsed() =>
        Faults.Of(DictionaryDocument.Read(new string(' ', DocumentLimits.MaxBytes + 1))).Should().Equal("too-large  1");

    [Fact]
    public void A_number_that_cannot_be_kept_is_told() =>
        Faults.Of(DictionaryDocument.Read("{\n\"columns\": 1e400 }")).Should().Equal("number-too-large  2");

    [Fact]
    public void Bytes_that_are_not_utf8_are_told() =>
        Faults.Of(DictionaryDocument.Read((ReadOnlySpan<byte>)[(byte)'{', (byte)'\n', 0xA1, 0xA2, (byte)'}'])).Should().Equal("not-utf8  2");

    [Fact]
    public void A_byte_order_mark_is_no_fault() =>
        DictionaryDocument.Read((ReadOnlySpan<byte>)Encoding.UTF8.GetBytes("\uFEFF" + DictionaryDocumentTests.Smallest)).Errors.Should().BeEmpty();

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("3")]
    [InlineData("\"text\"")]
    public void A_document_that_is_no_object_is_told(string json) =>
        Faults.Of(DictionaryDocument.Read(json)).Should().Equal("wrong-type  1");

    [Fact]
    public void A_hostile_document_is_told_by_its_first_thousand_faults_and_the_number_of_the_others()
    {
        var json = "{\"columns\":[]," + string.Join(",\n", Enumerable.Range(0, 200_000).Select(i => $"\"f{i}.[\": 1")) + "}";
        var watch = System.Diagnostics.Stopwatch.StartNew();

        var faults = Faults.Of(DictionaryDocument.Read(json));

        faults.Should().HaveCount(DocumentLimits.MaxFaults + 1);
        faults[^1].Should().StartWith("too-many-faults ");
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Documents_are_read_by_many_threads_at_once() =>
        Parallel.For(0, 100, i => DictionaryDocument.Read(DictionaryDocumentTests.Smallest.Replace("text", i % 2 == 0 ? "text" : "txt", StringComparison.Ordinal))
            .Errors.Should().HaveCount(i % 2));

    [Fact]
    public void A_pointer_escapes_tilde_and_slash() =>
        Faults.Of(DictionaryDocument.Read(DictionaryDocumentTests.Smallest.Insert(1, "\"a/b~c.d[0]\": 1, "))).Should().Equal("unknown-field /a~1b~0c.d[0] 1");
}
