using OpenData.Server.Ckan.Search;

namespace OpenData.Server.Tests.Ckan;

/// <summary>Queries as clients of CKAN write them, read as they are meant.</summary>
[Trait("Store", "None")] // A parser.
public class SolrParserTests
{
    [Theory]
    [InlineData("", "*")]
    [InlineData("*:*", "*")]
    [InlineData("*", "*")]
    [InlineData("organization:a OR organization:b", "(organization=a | organization=b)")]
    [InlineData("organization:a OR organization:b metadata_modified:[2024-01-01T00:00:00.000000Z TO *]", "((organization=a | organization=b) & metadata_modified=[2024-01-01T00:00:00.000000Z..])")]
    [InlineData("-organization:a -organization:b-c", "(!organization=a & !organization=b-c)")]
    [InlineData("groups:x OR groups:y -organization:z", "((groups=x | groups=y) & !organization=z)")]
    [InlineData("+capacity:public +state:(active OR draft)", "(capacity=public & (state=active | state=draft))")]
    [InlineData("NOT tags:\"น้ำ ท่วม\" AND res_format:CSV", "(!tags=น้ำ ท่วม & res_format=CSV)")]
    [InlineData("a OR b AND c", "(a | (b & c))")]
    [InlineData("a && b || !c", "((a & b) | !c)")]
    [InlineData("title:flood^2 notes:river~3", "(title=flood & notes=river)")]
    [InlineData("tags:eco*", "tags=~eco*")]
    [InlineData("tags:eco\\*", "tags=eco*")]
    [InlineData("name:a\\:b", "name=a:b")]
    [InlineData("metadata_modified:{2024-01-01T00:00:00Z TO 2025-01-01T00:00:00Z]", "metadata_modified={2024-01-01T00:00:00Z..2025-01-01T00:00:00Z]")]
    [InlineData("metadata_modified:[NOW-7DAYS/DAY TO NOW]", "metadata_modified=[NOW-7DAYS/DAY..NOW]")]
    [InlineData("res_url:http://example.go.th/a.csv", "res_url=http://example.go.th/a.csv")]
    [InlineData("organization:\"a \\\"b\\\"\"", "organization=a \"b\"")]
    [InlineData("num_tags:[-5 TO 3}", "num_tags=[-5..3}")]
    public void A_query_is_read_as_it_is_meant(string text, string expected)
    {
        var (query, fault) = SolrParser.Read(text);
        fault.Should().BeNull();
        Shown(query!).Should().Be(expected);
    }

    [Theory]
    [InlineData("organization:(a OR b", "character 14")]
    [InlineData("a)", "character 2")]
    [InlineData("title:\"abc", "character 7")]
    [InlineData("organization:", "ends where something must follow")]
    [InlineData("metadata_modified:[2024 *]", "lacks its TO")]
    [InlineData("metadata_modified:[2024 TO *", "not closed")]
    [InlineData("[a TO b]", "no field")]
    [InlineData("a AND", "ends where something must follow")]
    [InlineData("{!func}x", "Local parameters")]
    public void A_broken_query_is_told_with_its_place(string text, string expected)
    {
        var (query, fault) = SolrParser.Read(text);
        query.Should().BeNull();
        fault.Should().Contain(expected);
    }

    [Theory]
    [InlineData("2024-02-29T12:30:00Z", "2024-02-29T12:30:00")]
    [InlineData("2024-02-29T12:30:00.123456", "2024-02-29T12:30:00.123456")]
    [InlineData("2024-02-29T12:30:00Z+1DAY", "2024-03-01T12:30:00")]
    [InlineData("2024-02-29T12:30:00Z-1YEAR/MONTH", "2023-02-01T00:00:00")]
    [InlineData("NOW", "2026-11-28T21:00:00")]
    [InlineData("NOW-7DAYS/DAY", "2026-11-21T00:00:00")]
    [InlineData("NOW+2HOURS", "2026-11-28T23:00:00")]
    [InlineData("yesterday", null)]
    [InlineData("NOW-1CENTURY", null)]
    [InlineData("NOW-999999999YEARS", null)]
    public void A_time_is_read_with_its_sums(string text, string? expected)
    {
        var time = SolrTime.Read(text, new DateTime(2026, 11, 28, 21, 0, 0, DateTimeKind.Utc));
        time.Should().Be(expected is null ? null : DateTime.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
    }

    private static string Shown(SolrQuery query) => query switch
    {
        SolrQuery.All all => $"({string.Join(" & ", all.Parts.Select(Shown))})",
        SolrQuery.Any any => $"({string.Join(" | ", any.Parts.Select(Shown))})",
        SolrQuery.Not not => "!" + Shown(not.Part),
        SolrQuery.Term term => (term.Field is null ? "" : term.Field + "=") + (term.HasWildcards ? "~" : "") + term.Value,
        SolrQuery.Range range => $"{range.Field}={(range.WithFrom ? '[' : '{')}{range.From}..{range.To}{(range.WithTo ? ']' : '}')}",
        _ => "*",
    };
}
