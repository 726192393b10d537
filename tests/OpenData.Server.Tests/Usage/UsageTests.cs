using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Registry.Review;
using OpenData.Registry.Usage;
using OpenData.Schemas;
using OpenData.Server.Rest.Usage;
using OpenData.Server.Tests.Review;
using OpenData.Store;
using OpenData.Tests.Engines;

namespace OpenData.Server.Tests.Usage;

/// <summary>What is counted, how exactly, and what is not kept.</summary>
public sealed partial class UsageTests : IAsyncLifetime
{
    private const string Forwarded = "203.0.113.77";
    private readonly string folder = Directory.CreateTempSubdirectory("opendata-usage-").FullName;
    private readonly NoonClock clock = new();
    private IDataStore store = null!;
    private WebApplication app = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync()
    {
        store = DataStores.Open(TestStore.Of(folder), clock, Guid.CreateVersion7);
        await store.Registry.SaveOrganizationAsync(new Organization("office", new LocalText("สำนักงาน", "Office"), null));
        foreach (var name in new[] { "open-one", "open-two", "a-draft" })
        {
            var form = ReviewServer.Form(name);
            await store.Registry.SaveDatasetAsync(form, ResourceDraft.Of(form), 0);
            if (name != "a-draft")
            {
                await StepAsync(name, w => w.Submit());
                await StepAsync(name, w => w.Approve());
                await StepAsync(name, w => w.Publish());
            }
        }

        await StartAsync();
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
        await store.DisposeAsync();
        TestStore.Drop(folder);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Counts_are_exact_when_many_ask_at_once_while_they_are_written()
    {
        var counter = app.Services.GetRequiredService<UsageCounter>();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            for (var n = 0; n < 1000; n++)
            {
                counter.Count(UsageFaces.Rest, "open-one", n % 4 == 0 ? "main" : "");
                if (n % 100 == i)
                {
                    await counter.FlushAsync();
                }
            }
        })));
        await counter.FlushAsync();
        var lines = await store.Usage.ListAsync(new UsageQuery(Today, Today, false, [UsagePart.Resource]));
        lines.Select(l => (l.Resource, l.Requests)).Should().Equal(("", 6000L), ("main", 2000L));
    }

    [Fact]
    public async Task An_answer_is_counted_once_by_its_face_dataset_and_resource()
    {
        foreach (var address in new[]
        {
            "/api/v1/datasets/open-one", "/api/v1/datasets/open-one", "/datasets/open-one", "/datasets/open-two", "/api/v1/datasets", "/datasets/open-one/feedback",
            // None of these is use: health, the site's own files, what is not there, a draft.
            "/health/live", "/api/v1/datasets/not-there", "/api/v1/datasets/a-draft", "/sign-in", "/assets/nothing.css",
        })
        {
            (await client.GetAsync(address)).Dispose();
        }

        (await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/api/v1/datasets/open-one"))).Dispose();
        await RevalidateAsync("/api/v1/datasets/open-two");
        (await client.PostAsync("/graphql", new StringContent("""{ "query": "{ datasets { totalCount } }" }""", Encoding.UTF8, "application/json"))).Dispose();
        await app.Services.GetRequiredService<UsageCounter>().FlushAsync();
        var json = await JsonAsync($"/api/v1/usage?from={Text(Today)}&to={Text(Today)}&per=dataset,face");
        json["items"]!.Select(i => $"{i["dataset"]} {i["face"]} {i["requests"]}").Should().Equal(
            " graphql 1", " rest 1", "open-one page 2", "open-one rest 2", "open-two page 1", "open-two rest 1");
        ((long)json["requests"]!).Should().Be(8);
        var csv = await client.GetStringAsync($"/api/v1/usage.csv?from={Text(Today)}&to={Text(Today)}&dataset=open-one&per=face");
        csv.ReplaceLineEndings("\n").Should().Be($"day,face,requests\n{Text(Today)},page,2\n{Text(Today)},rest,2\n");
    }

    [Fact]
    public async Task Counts_survive_a_stop_and_months_sum_the_days()
    {
        for (var day = 0; day < 40; day++)
        {
            for (var n = 0; n <= day % 3; n++)
            {
                (await client.GetAsync("/api/v1/datasets/open-one")).Dispose();
            }

            clock.Move(TimeSpan.FromDays(1));
        }

        await app.StopAsync();
        await app.DisposeAsync();
        client.Dispose();
        await StartAsync();
        var span = $"from={Text(Today.AddDays(-40))}&to={Text(Today)}&per=dataset&dataset=open-one";
        var days = (await JsonAsync("/api/v1/usage?by=day&" + span))["items"]!;
        var months = (await JsonAsync("/api/v1/usage?by=month&" + span))["items"]!;
        days.Should().HaveCount(40);
        days.Sum(d => (long)d["requests"]!).Should().Be((13 * 6) + 1, "thirteen times 1 + 2 + 3, and the fortieth day's 1");
        var sums = days.GroupBy(d => ((string)d["day"]!)[..7]).ToDictionary(g => g.Key, g => g.Sum(d => (long)d["requests"]!));
        months.ToDictionary(m => (string)m["month"]!, m => (long)m["requests"]!).Should().Equal(sums);
    }

    [Fact]
    public async Task Neither_addresses_nor_browsers_nor_tokens_are_in_the_database()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/datasets/open-one");
        request.Headers.Add("X-Forwarded-For", Forwarded);
        request.Headers.UserAgent.ParseAdd("TellTale/7");
        (await client.SendAsync(request)).Dispose();
        await app.StopAsync();
        var held = TestStore.Held(folder);
        held.Should().Contain("open-one", "that is the registry").And.NotContain("127.0.0.1").And.NotContain(Forwarded).And.NotContain("TellTale").And.NotContain(CatalogServer.Token);
    }

    [Fact]
    public async Task The_public_reads_the_usage_of_what_is_published_now()
    {
        (await client.GetAsync("/api/v1/datasets/open-two")).Dispose();
        app.Services.GetRequiredService<UsageCounter>().Count(UsageFaces.Rest, "a-draft", "");
        await app.Services.GetRequiredService<UsageCounter>().FlushAsync();
        await StepAsync("open-two", w => w.Withdraw("ผิด"));
        var address = $"/api/v1/usage?from={Text(Today)}&to={Text(Today)}";
        (await JsonAsync(address)).ToString().Should().NotContain("open-two").And.NotContain("a-draft");
        (await client.GetStringAsync($"/usage?dataset=open-two&lang=en")).Should().Contain("There was no use");
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new("Bearer", CatalogServer.Token);
        using var seen = await client.SendAsync(request);
        (await seen.Content.ReadAsStringAsync()).Should().Contain("open-two", "who sees withdrawn datasets sees how they were used").And.NotContain("a-draft");
    }

    [Theory]
    [InlineData("from=2026-13-01")]
    [InlineData("from=01/02/2026")]
    [InlineData("from=2026-05-02&to=2026-05-01")]
    [InlineData("from=2020-01-01&to=2026-05-01")]
    [InlineData("by=year")]
    [InlineData("per=dataset,who")]
    [InlineData("dataset=%3Cscript%3E")]
    [InlineData("limit=0")]
    [InlineData("unknown=1")]
    public async Task A_faulty_report_is_refused_with_what_it_takes(string query)
    {
        using var answer = await client.GetAsync("/api/v1/usage?" + query);
        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        CatalogServer.Json(await answer.Content.ReadAsStringAsync())["errors"]!.Should().NotBeEmpty();
    }

    [Fact]
    public async Task The_page_is_whole_in_both_languages_and_a_faulty_query_shows_the_last_month()
    {
        (await client.GetAsync("/api/v1/datasets/open-one")).Dispose();
        await app.Services.GetRequiredService<UsageCounter>().FlushAsync();
        foreach (var language in new[] { "th", "en" })
        {
            var html = await client.GetStringAsync("/usage?lang=" + language);
            html.Should().Contain($"<html lang=\"{language}\">").And.Contain("open-one").And.Contain("/api/v1/usage.csv?from=").And.NotContain("<script");
        }

        using var faulty = await client.GetAsync("/usage?from=%3Cb%3E");
        faulty.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await faulty.Content.ReadAsStringAsync()).Should().Contain("&lt;b&gt;").And.Contain("open-one");
    }

    [Theory]
    [InlineData("GET", "/", "page")]
    [InlineData("GET", "/datasets/x", "page")]
    [InlineData("GET", "/api/v1/datasets/x", "rest")]
    [InlineData("GET", "/api/v1/data/x/main.csv", "rest")]
    [InlineData("GET", "/api/v1/datasets/x/resources/main/file", "download")]
    [InlineData("GET", "/graphql", "graphql")]
    [InlineData("POST", "/graphql", "graphql")]
    [InlineData("GET", "/api/3/action/package_show", "ckan")]
    [InlineData("POST", "/api/action/package_show", "ckan")]
    [InlineData("GET", "/datastore/dump/1", "ckan")]
    [InlineData("GET", "/catalog.ttl", "dcat")]
    [InlineData("GET", "/dataset/x", "dcat")]
    [InlineData("GET", "/data.json", "dcat")]
    [InlineData("GET", "/sdmx/3.0/data", "sdmx")]
    [InlineData("HEAD", "/api/v1/datasets/x", null)]
    [InlineData("POST", "/api/v1/validate", null)]
    [InlineData("PUT", "/api/v1/datasets/x", null)]
    [InlineData("GET", "/health/ready", null)]
    [InlineData("GET", "/work/feedback", null)]
    public void A_face_is_told_from_method_and_path(string method, string path, string? face) => CountedUse.FaceOf(method, new PathString(path)).Should().Be(face);

    [Theory]
    [InlineData("/api/v1/datasets/{name}/resources/{key}/file", "open", "main", null, "open/main")]
    [InlineData("/api/v1/data/{name}/{file}", "open", null, "main.csv", "open/main")]
    [InlineData("organizations/{name}", "office", null, null, "/")]
    [InlineData("/api/3/action/{name}", "package_show", null, null, "/")]
    public void A_subject_is_told_from_the_values_of_the_route(string pattern, string? name, string? key, string? file, string subject)
    {
        var (dataset, resource) = CountedUse.SubjectOf(pattern, new RouteValueDictionary { ["name"] = name, ["key"] = key, ["file"] = file });
        $"{dataset}/{resource}".Should().Be(subject);
    }

    private DateOnly Today => Scores.FiscalYear.ThaiDay(clock.GetUtcNow());

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<JObject> JsonAsync(string address) => CatalogServer.Json(await client.GetStringAsync(address));

    private async Task RevalidateAsync(string address)
    {
        using var first = await client.GetAsync(address);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var known = await client.SendAsync(again);
        known.StatusCode.Should().Be(HttpStatusCode.NotModified);
    }

    private async Task StepAsync(string name, Func<Workflow, DatasetChange> step) =>
        (await store.Reviews.ChangeAsync(step(new Workflow((await store.Registry.FindDatasetAsync(name))!, new Registry.Access.Agent("m", "m", []), clock.GetUtcNow())))).Should().NotBeNull();

    private async Task StartAsync()
    {
        app = OpenDataServer.Build(new ServerOptions { Urls = "http://127.0.0.1:0", Clock = clock, WriteToken = CatalogServer.Token }, store);
        await app.StartAsync();
        client = CatalogServer.Client(app);
    }

    /// <summary>Noon in Thailand, moved by hand: no test runs into midnight.</summary>
    private sealed class NoonClock : TimeProvider
    {
        private DateTimeOffset now = new(2026, 4, 10, 5, 0, 0, TimeSpan.Zero);

        public void Move(TimeSpan by) => now += by;

        public override DateTimeOffset GetUtcNow() => now;
    }
}
