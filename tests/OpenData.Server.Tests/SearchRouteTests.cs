using System.IO.Compression;
using System.Net;
using System.Text;
using Newtonsoft.Json.Linq;

namespace OpenData.Server.Tests;

/// <summary>The search as programs ask for it.</summary>
[Collection(CatalogCollection.Name)]
public sealed class SearchRouteTests(CatalogServer server)
{
    [Fact]
    public async Task A_hit_is_shown_in_its_text_and_everything_else_of_it_is_escaped()
    {
        var answer = await server.GetJsonAsync("/api/v1/datasets?q=" + Uri.EscapeDataString("สถานที่ SCRIPT"));

        var item = answer["items"]!.Single(i => (string)i["name"]! == "places");
        ((string)item["highlights"]!["title"]!["th"]!).Should().Be("<mark>สถานที่</mark> &lt;<mark>script</mark>&gt;");
        ((string)item["title"]!).Should().Be("สถานที่ <script>");
        (await server.GetJsonAsync("/api/v1/datasets"))["items"]!.Should().OnlyContain(i => i["highlights"] == null);
    }

    [Fact]
    public async Task Facets_say_what_another_choice_would_find_and_what_was_chosen()
    {
        var answer = await server.GetJsonAsync("/api/v1/datasets?organization=interior,nobody&type=record&limit=1");

        var organizations = answer["facets"]!["organization"]!;
        var interior = organizations.Single(v => (string)v["value"]! == "interior");
        ((long)interior["count"]!).Should().Be((long)answer["total"]!);
        ((string)interior["label"]!["en"]!).Should().Be("Ministry of Interior");
        ((int)organizations.Single(v => (string)v["value"]! == "nobody")["count"]!).Should().Be(0);
        answer["facets"]!["type"]!.Select(v => (string)v["value"]!).Should().Contain("record");
        answer["facets"]!.Children<JProperty>().Select(p => p.Name).Should().Equal("organization", "group", "category", "type", "tag", "format", "license", "complies");
    }

    [Fact]
    public async Task A_slip_is_forgiven_and_told()
    {
        var answer = await server.GetJsonAsync("/api/v1/datasets?q=" + Uri.EscapeDataString("ตารางใหญ"));
        answer["suggestion"]!.Type.Should().Be(JTokenType.Null, "a part of a word is no slip");

        answer = await server.GetJsonAsync("/api/v1/datasets?q=" + Uri.EscapeDataString("ตารานใหญ่"));
        ((bool)answer["suggestion"]!["corrected"]!).Should().BeTrue();
        ((string)answer["suggestion"]!["q"]!).Should().Be("ตารางใหญ่");
        answer["items"]!.Select(i => (string)i["name"]!).Should().Contain("big");
    }

    [Theory]
    [InlineData("sort=title")]
    [InlineData("sort=-modified")]
    [InlineData("sort=-name&lang=en")]
    [InlineData("q=main")]
    [InlineData("q=interior&sort=relevance&format=csv,xls")]
    public async Task Pages_follow_each_other_without_a_gap_in_any_order(string query)
    {
        var whole = await server.GetJsonAsync($"/api/v1/datasets?{query}&limit=100");
        var names = new List<string>();
        for (string? next = $"/api/v1/datasets?{query}&limit=1"; next is not null;)
        {
            var page = await server.GetJsonAsync(next);
            page["total"].Should().BeEquivalentTo(whole["total"]);
            names.AddRange(page["items"]!.Select(i => (string)i["name"]!));
            next = (string?)page["next"];
        }

        names.Should().Equal(whole["items"]!.Select(i => (string)i["name"]!));
    }

    [Theory]
    [InlineData("sort=price", "invalid-value", "sort", "modified")]
    [InlineData("complies=maybe", "invalid-value", "complies", "true")]
    [InlineData("license=WTFPL", "invalid-value", "license", "cc-by")]
    [InlineData("category=", "invalid-value", "category", "commas")]
    [InlineData("tag=%22open", "invalid-value", "tag", "commas")]
    [InlineData("group=A%20B", "invalid-value", "group", "short name")]
    [InlineData("after=AAAA", "invalid-cursor", "after", "first page")]
    [InlineData("limit=101", "invalid-value", "limit", "100")]
    [InlineData("q=1+2+3+4+5+6+7+8+9+10+11+12+13+14+15+16+17+18+19+20+21+22+23+24+25+26+27+28+29+30+31+32+33", "invalid-value", "q", "32")]
    [InlineData("fq=x", "unknown-parameter", "fq", "q")]
    public async Task A_fault_is_named_with_what_it_may_be(string query, string code, string parameter, string remedy)
    {
        var problem = await server.GetJsonAsync($"/api/v1/datasets?lang=en&{query}", HttpStatusCode.BadRequest);

        ((string)problem["errors"]![0]!["code"]!).Should().Be(code);
        ((string)problem["errors"]![0]!["parameter"]!).Should().Be(parameter);
        ((string)problem["errors"]![0]!["fix"]!).Should().Contain(remedy);
    }

    [Fact]
    public async Task A_cursor_of_one_search_is_none_of_another()
    {
        var next = (string)(await server.GetJsonAsync("/api/v1/datasets?limit=1"))["next"]!;

        var problem = await server.GetJsonAsync(next + "&q=main", HttpStatusCode.BadRequest);

        ((string)problem["code"]!).Should().Be("invalid-cursor");
    }

    [Fact]
    public async Task What_was_found_is_as_it_is_now_and_not_as_it_was_kept()
    {
        await server.PublishAsync("kept", "interior", "ของเก่า", Tables.Big, Tables.BigRows(1));
        (await TitlesAsync("kept")).Should().Equal("ของเก่า");

        await server.PublishAsync("kept", "interior", "ของใหม่", Tables.Big, Tables.BigRows(2));

        (await TitlesAsync("kept")).Should().Equal("ของใหม่");
        (await TitlesAsync("ของเก่า")).Should().BeEmpty();
    }

    [Fact]
    public async Task A_page_is_the_same_however_often_and_in_whatever_way_it_is_asked_for()
    {
        // Nobody else asks for it: the second time the store keeps what was found, the third time the server what it wrote.
        const string Address = "/api/v1/datasets?q=interior&sort=-name&limit=7";
        var answers = new List<(string Body, string? Tag, long? Length)>();
        for (var time = 0; time < 5; time++)
        {
            using var answer = await server.Reader.GetAsync(Address);
            answers.Add((await answer.Content.ReadAsStringAsync(), answer.Headers.ETag?.Tag, answer.Content.Headers.ContentLength));
        }

        answers.Distinct().Should().ContainSingle();
        answers[0].Length.Should().Be(Encoding.UTF8.GetByteCount(answers[0].Body));
        JObject.Parse(answers[0].Body)["items"]!.Should().NotBeEmpty();
        using var head = await server.Reader.SendAsync(new HttpRequestMessage(HttpMethod.Head, Address));
        (head.Headers.ETag?.Tag, head.Content.Headers.ContentLength).Should().Be((answers[0].Tag, answers[0].Length));
        using var asked = new HttpRequestMessage(HttpMethod.Get, Address) { Headers = { { "Accept-Encoding", "gzip" } } };
        using var compressed = await server.Reader.SendAsync(asked);
        compressed.Content.Headers.ContentEncoding.Should().Equal("gzip");
        using var text = new StreamReader(new GZipStream(await compressed.Content.ReadAsStreamAsync(), CompressionMode.Decompress));
        (await text.ReadToEndAsync()).Should().Be(answers[0].Body);
    }

    [Theory]
    [InlineData("hidden")]
    [InlineData("ร่างลับ")]
    [InlineData("หน่วยลับ")]
    [InlineData("ร่างลัพ")]
    public async Task A_draft_is_not_found_nor_guessed_but_by_who_sees_it(string text)
    {
        var address = "/api/v1/datasets?organization=secret-office&q=" + Uri.EscapeDataString(text);

        var answer = await server.GetJsonAsync(address);

        ((int)answer["total"]!).Should().Be(0);
        answer["suggestion"]!.Type.Should().Be(JTokenType.Null);
        ((int)CatalogServer.Json(await server.Writer.GetStringAsync(address))["total"]!).Should().Be(text == "ร่างลัพ" ? 0 : 1);
    }

    private async Task<IReadOnlyList<string>> TitlesAsync(string text) =>
        [.. (await server.GetJsonAsync("/api/v1/datasets?q=" + Uri.EscapeDataString(text)))["items"]!.Select(i => (string)i["title"]!)];
}
