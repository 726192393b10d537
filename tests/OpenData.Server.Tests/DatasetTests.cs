using System.Net;
using Newtonsoft.Json.Linq;

namespace OpenData.Server.Tests;

[Collection(CatalogCollection.Name)]
public sealed class DatasetTests(CatalogServer server)
{
    [Fact]
    public async Task A_dataset_has_the_keys_of_form_1_and_its_resources()
    {
        var dataset = await server.GetJsonAsync("/api/v1/datasets/places");
        ((string)dataset["title"]!).Should().Be("สถานที่ <script>");
        ((string)dataset["owner_org"]!).Should().Be("interior");
        ((string)dataset["state"]!).Should().Be("published");
        var resource = dataset["resources"]!.Should().ContainSingle().Subject;
        ((string)resource["key"]!).Should().Be("main");
        ((long)resource["rows"]!).Should().Be(5);
        ((int)resource["release"]!["number"]!).Should().Be(1);
        resource["columns"]!.Should().HaveCount(10);
        ((JObject)resource).ContainsKey("file").Should().BeFalse("it names a file of a folder that nobody else has");
        ((string)resource["links"]!["rows"]!).Should().Be("/api/v1/data/places/main");
    }

    [Fact]
    public async Task Datasets_are_found_by_words_and_by_organization()
    {
        Names(await server.GetJsonAsync("/api/v1/datasets?q=%E0%B8%AA%E0%B8%96%E0%B8%B2%E0%B8%99%E0%B8%97%E0%B8%B5%E0%B9%88")).Should().Contain("places").And.NotContain("big");
        Names(await server.GetJsonAsync("/api/v1/datasets?organization=interior&limit=100")).Should().Contain(["big", "places"]);
        Names(await server.GetJsonAsync("/api/v1/datasets?organization=nobody")).Should().BeEmpty();
    }

    [Fact]
    public async Task The_pages_of_the_list_are_the_whole_list()
    {
        var whole = Names(await server.GetJsonAsync("/api/v1/datasets?limit=100"));
        var paged = new List<string>();
        for (string? next = "/api/v1/datasets?limit=1"; next is not null;)
        {
            var page = await server.GetJsonAsync(next);
            paged.AddRange(Names(page));
            next = (string?)page["next"];
        }

        paged.Should().Equal(whole);
    }

    [Fact]
    public async Task Organizations_say_how_many_datasets_they_have()
    {
        var organizations = await server.GetJsonAsync("/api/v1/organizations");
        var interior = organizations["items"]!.Single(o => (string)o["name"]! == "interior");
        ((string)interior["title"]!["en"]!).Should().Be("Ministry of Interior");
        ((long)interior["datasets"]!).Should().BeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task Releases_are_told_newest_first()
    {
        await server.PublishAsync("twice", "interior", "สองรุ่น", Tables.Big, Tables.BigRows(1));
        await server.PublishAsync("twice", "interior", "สองรุ่น", Tables.Big, Tables.BigRows(2));
        var releases = await server.GetJsonAsync("/api/v1/datasets/twice/resources/main/releases");
        releases["items"]!.Select(r => (int)r["number"]!).Should().Equal(2, 1);
        releases["items"]!.Select(r => (long)r["rows"]!).Should().Equal(2, 1);
    }

    [Fact]
    public async Task A_cancelled_download_leaves_the_server_well()
    {
        for (var i = 0; i < 20; i++)
        {
            using var answer = await server.Reader.GetAsync("/api/v1/data/big/main?limit=all", HttpCompletionOption.ResponseHeadersRead);
            await using var body = await answer.Content.ReadAsStreamAsync();
            await body.ReadExactlyAsync(new byte[100]);
        }

        using var after = await server.Reader.GetAsync("/health/ready");
        after.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    private static List<string> Names(JObject page) => [.. page["items"]!.Select(d => (string)d["name"]!)];
}
