using System.Net;
using System.Text;
using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Server.Rest.Feedback;
using OpenData.Server.Tests.Review;

namespace OpenData.Server.Tests.Feedback;

/// <summary>Ratings and questions, as the public gives them and officers answer.</summary>
[Collection(ReviewCollection.Name)]
public sealed class FeedbackTests(ReviewServer server)
{
    [Fact]
    public async Task A_browsers_second_rating_replaces_its_first_and_the_mean_is_of_all_browsers()
    {
        var name = await server.MakeAsync(DatasetState.Published);
        var first = await PutAsync(name, """{ "stars": 2 }""");
        await PutAsync(name, """{ "stars": 4 }""");
        await PutAsync(name, """{ "stars": 4 }""");
        (await MeanAsync(name)).Should().Be((3, 3.33m), "2, 4 and 4 are 10, by 3");
        await PutAsync(name, $$"""{ "stars": 5, "key": "{{first["key"]}}" }""");
        (await MeanAsync(name)).Should().Be((3, 4.33m), "5, 4 and 4 are 13, by 3");
        var asked = await GraphQlAsync($$"""{ dataset(name: "{{name}}") { feedback { ratings meanRating openQuestions answeredQuestions } } }""");
        asked["dataset"]!["feedback"]!.ToString(Newtonsoft.Json.Formatting.None).Should().Be("""{"ratings":3,"meanRating":4.33,"openQuestions":0,"answeredQuestions":0}""");
    }

    [Fact]
    public async Task Ratings_of_one_browser_that_come_at_once_count_once()
    {
        var name = await server.MakeAsync(DatasetState.Published);
        var key = BrowserKey.New();
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => SendAsync(HttpMethod.Put, $"/api/v1/datasets/{name}/feedback/rating", $$"""{ "stars": {{(i % 5) + 1}}, "key": "{{key}}" }""")));
        answers.Should().AllSatisfy(a => a.Status.Should().Be(200));
        var (count, mean) = await MeanAsync(name);
        count.Should().Be(1);
        mean.Should().BeInRange(1, 5);
        var kept = await server.Store.Feedback.FindRatingAsync((await server.FindAsync(name)).Id, BrowserKey.At(key, (await server.FindAsync(name)).Id));
        ((decimal?)kept).Should().Be(mean);
    }

    [Theory]
    [InlineData("""{ "stars": 0 }""", 422)]
    [InlineData("""{ "stars": 6 }""", 422)]
    [InlineData("""{ "stars": 4.5 }""", 422)]
    [InlineData("""{ "stars": "5" }""", 422)]
    [InlineData("""{ "stars": 99999999999999999999 }""", 422)]
    [InlineData("""{ }""", 422)]
    [InlineData("""{ "stars": 4, "key": "short" }""", 422)]
    [InlineData("""{ "stars": 4, "star": 4 }""", 422)]
    [InlineData("""{ "stars": 4, "stars": 5 }""", 422)]
    [InlineData("""[4]""", 422)]
    [InlineData("", 422)]
    public async Task A_rating_that_is_none_is_refused(string body, int status)
    {
        var name = await server.MakeAsync(DatasetState.Published);
        (await SendAsync(HttpMethod.Put, $"/api/v1/datasets/{name}/feedback/rating", body)).Status.Should().Be(status);
        (await MeanAsync(name)).Count.Should().Be(0);
    }

    [Fact]
    public async Task A_question_is_the_askers_and_the_officers_until_it_is_accepted_or_answered()
    {
        var name = await server.MakeAsync(DatasetState.Published);
        var asked = await AskAsync(name, "ข้อมูลปีไหน?");
        var (id, key) = ((string)asked["id"]!, (string)asked["key"]!);
        (await SeenAsync(name, id)).Should().Be("404 404 200 200", "anonymous, another office, officer, asker");
        var counts = await server["anonymous"].GetStringAsync($"/api/v1/datasets/{name}/feedback");
        counts.Should().NotContain("ข้อมูลปีไหน").And.Contain("\"open\":1");

        (await OfficerAsync(name, id, "accept", "{}")).Should().Be(200);
        (await SeenAsync(name, id)).Should().Be("200 200 200 200");
        (await OfficerAsync(name, id, "accept", "{}")).Should().Be(409);
        (await OfficerAsync(name, id, "answer", """{ "text": "ปี 2567", "revision": 1 }""")).Should().Be(412, "it was accepted since");
        (await OfficerAsync(name, id, "answer", """{ "text": "ปี 2567", "revision": 2 }""")).Should().Be(200);
        var shown = await JsonAsync($"/api/v1/datasets/{name}/feedback");
        ((int)shown["questions"]!["open"]!, (int)shown["questions"]!["answered"]!).Should().Be((0, 1));
        ((string)shown["items"]![0]!["answer"]!).Should().Be("ปี 2567");
        shown.ToString().Should().NotContain("คุณ officer", "the public is answered by an organization").And.NotContain(key);

        (await OfficerAsync(name, id, "hide", "{}")).Should().Be(422, "hiding needs a reason");
        (await OfficerAsync(name, id, "hide", """{ "reason": "มีชื่อบุคคล", "erase": true }""")).Should().Be(200);
        (await SeenAsync(name, id)).Should().Be("404 404 200 200");
        var own = await OwnAsync(name, id, key);
        ((string)own["text"]!, (string)own["reason"]!, (string)own["state"]!).Should().Be(("", "มีชื่อบุคคล", "hidden"));

        async Task<string> SeenAsync(string dataset, string question)
        {
            var address = $"/api/v1/datasets/{dataset}/feedback/questions/{question}";
            var statuses = new List<int>();
            foreach (var who in new[] { "anonymous", "other", "officer" })
            {
                using var answer = await server[who].GetAsync(address);
                statuses.Add((int)answer.StatusCode);
            }

            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Add(BrowserKey.Header, key);
            using var mine = await server["anonymous"].SendAsync(request);
            return string.Join(' ', statuses.Append((int)mine.StatusCode));
        }
    }

    [Theory]
    [InlineData(DatasetState.Draft, 404, 409)]
    [InlineData(DatasetState.Submitted, 404, 409)]
    [InlineData(DatasetState.Returned, 404, 409)]
    [InlineData(DatasetState.Approved, 404, 409)]
    [InlineData(DatasetState.Withdrawn, 410, 409)]
    public async Task What_is_not_published_takes_no_feedback_and_tells_nothing(DatasetState state, int forPublic, int forOfficers)
    {
        var name = await server.MakeAsync(DatasetState.Published);
        if (state == DatasetState.Withdrawn)
        {
            await PutAsync(name, """{ "stars": 1 }""");
            using var withdrawn = await server["approver"].PostAsync($"/api/v1/datasets/{name}/withdraw", Json("""{ "reason": "ผิด" }"""));
            withdrawn.StatusCode.Should().Be(HttpStatusCode.OK);
        }
        else
        {
            name = await server.MakeAsync(state);
        }

        foreach (var (who, expected) in new[] { ("anonymous", forPublic), ("other", forPublic), ("officer", forOfficers) })
        {
            (await SendAsync(HttpMethod.Get, $"/api/v1/datasets/{name}/feedback", null, who)).Status.Should().Be(expected, who);
            (await SendAsync(HttpMethod.Put, $"/api/v1/datasets/{name}/feedback/rating", """{ "stars": 3 }""", who)).Status.Should().Be(expected, who);
            (await SendAsync(HttpMethod.Post, $"/api/v1/datasets/{name}/feedback/questions", """{ "text": "?" }""", who)).Status.Should().Be(expected, who);
        }

        using var browser = new Browser(server["anonymous"]);
        using var page = await browser.GetAsync($"/datasets/{name}/feedback");
        ((int)page.StatusCode).Should().Be(forPublic);
        var unknown = await SendAsync(HttpMethod.Put, "/api/v1/datasets/not-there-at-all/feedback/rating", """{ "stars": 3 }""");
        var hidden = await SendAsync(HttpMethod.Put, $"/api/v1/datasets/{name}/feedback/rating", """{ "stars": 3 }""");
        if (forPublic == 404)
        {
            Regular(hidden.Text, name).Should().Be(Regular(unknown.Text, "not-there-at-all"), "what is hidden and what is not there read the same");
        }
    }

    [Theory]
    [InlineData("\\u0000")]
    [InlineData("a\\u0007b")]
    [InlineData("a\\u202Eb")]
    [InlineData("a\\u2066b")]
    [InlineData("a\\uFFFFb")]
    [InlineData("   \\n ")]
    public async Task Text_that_is_no_plain_text_is_refused(string text)
    {
        var name = await server.MakeAsync(DatasetState.Published);
        var (status, said) = await SendAsync(HttpMethod.Post, $"/api/v1/datasets/{name}/feedback/questions", $$"""{ "text": "{{text}}" }""");
        status.Should().Be(422, said);
        CatalogServer.Json(said)["errors"]!.Should().ContainSingle().Which["pointer"]!.ToString().Should().Be("/text");
    }

    [Fact]
    public async Task Too_much_text_is_refused_before_it_is_read_through()
    {
        var name = await server.MakeAsync(DatasetState.Published);
        var address = $"/api/v1/datasets/{name}/feedback/questions";
        (await SendAsync(HttpMethod.Post, address, $$"""{ "text": "{{new string('ก', ServerLimits.FeedbackLength)}}" }""")).Status.Should().Be(201);
        (await SendAsync(HttpMethod.Post, address, $$"""{ "text": "{{new string('ก', ServerLimits.FeedbackLength + 1)}}" }""")).Status.Should().Be(422);
        (await SendAsync(HttpMethod.Post, address, $$"""{ "text": "{{new string('x', (int)ServerLimits.FeedbackBytes)}}" }""")).Status.Should().Be(413);
    }

    [Fact]
    public async Task Markup_is_text_on_pages_and_the_same_text_in_json()
    {
        const string Hostile = "<script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1)) {{7*7}} &lt;b&gt; \u200b ก\u0e49\u0e49 '\"";
        var name = await server.MakeAsync(DatasetState.Published);
        using var browser = new Browser(server["anonymous"]);
        using var sent = await browser.PostAsync($"/datasets/{name}/feedback?handler=Ask", $"/datasets/{name}/feedback", ("text", Hostile));
        sent.StatusCode.Should().Be(HttpStatusCode.Redirect);
        using var own = await browser.GetAsync($"/datasets/{name}/feedback");
        var html = await own.Content.ReadAsStringAsync();
        html.Should().Contain("&lt;script&gt;alert(1)&lt;/script&gt;").And.NotContain("<script").And.NotContain("<img");
        var question = (await JsonAsync("/api/v1/questions/inbox?limit=1", "officer"))["items"]![0]!;
        ((string)question["text"]!).Should().Be(Hostile);
        (await OfficerAsync(name, (string)question["id"]!, "answer", new JObject { ["text"] = Hostile }.ToString())).Should().Be(200);
        using var signed = new Browser(server["anonymous"]);
        (await signed.SignInAsync("officer", ReviewServer.Password("officer"))).Dispose();
        foreach (var address in new[] { $"/datasets/{name}/feedback", "/work/feedback?closed=1", $"/datasets/{name}" })
        {
            using var page = await signed.GetAsync(address);
            var shown = (await page.Content.ReadAsStringAsync()).Replace("<script type=\"application/ld+json\">", "", StringComparison.Ordinal);
            shown.Should().NotContain("<script").And.NotContain("<img");
            page.StatusCode.Should().Be(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Who_works_on_the_data_does_not_rate_them()
    {
        var name = await server.MakeAsync(DatasetState.Published);
        foreach (var who in new[] { "officer", "approver", "auditor", "admin", "configuration" })
        {
            (await SendAsync(HttpMethod.Put, $"/api/v1/datasets/{name}/feedback/rating", """{ "stars": 5 }""", who)).Status.Should().Be(403, who);
        }

        (await SendAsync(HttpMethod.Put, $"/api/v1/datasets/{name}/feedback/rating", """{ "stars": 5 }""", "other")).Status.Should().Be(200);
    }

    [Fact]
    public async Task By_pages_a_browser_rates_once_asks_and_sees_its_own_question()
    {
        var name = await server.MakeAsync(DatasetState.Published);
        var address = $"/datasets/{name}/feedback";
        using var browser = new Browser(server["anonymous"]);
        (await browser.PostAsync(address + "?handler=Rate", address, ("stars", "2"))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await browser.PostAsync(address + "?handler=Rate", address, ("stars", "5"))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await MeanAsync(name)).Should().Be((1, 5m));
        (await browser.PostAsync(address + "?handler=Rate", address, ("stars", "9"))).StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await browser.PostAsync(address + "?handler=Rate", null, ("stars", "1"))).StatusCode.Should().Be(HttpStatusCode.BadRequest, "a form without its page's token");
        (await browser.PostAsync(address + "?handler=Ask", address, ("text", "ของฉัน"))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await browser.PostAsync(address + "?handler=Ask", address, ("text", "หุ่นยนต์"), ("website", "http://spam.example"))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await browser.PostAsync(address + "?handler=Nothing", address)).StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
        using var own = await browser.GetAsync(address);
        (await own.Content.ReadAsStringAsync()).Should().Contain("ของฉัน").And.MatchRegex("value=\"5\"[^>]* checked").And.NotContain("หุ่นยนต์");
        using var stranger = new Browser(server["anonymous"]);
        foreach (var language in new[] { "th", "en" })
        {
            using var page = await stranger.GetAsync($"{address}?lang={language}");
            (await page.Content.ReadAsStringAsync()).Should().Contain($"<html lang=\"{language}\">").And.NotContain("ของฉัน").And.NotContain("<script");
        }

        (await JsonAsync("/api/v1/questions/inbox?limit=5", "officer")).ToString().Should().Contain("ของฉัน").And.NotContain("หุ่นยนต์", "what a program has typed into the hidden field is not kept");
    }

    [Fact]
    public async Task A_browser_is_known_by_another_hash_at_each_dataset()
    {
        var (one, two) = (await server.MakeAsync(DatasetState.Published), await server.MakeAsync(DatasetState.Published));
        var key = BrowserKey.New();
        await PutAsync(one, $$"""{ "stars": 1, "key": "{{key}}" }""");
        await PutAsync(two, $$"""{ "stars": 2, "key": "{{key}}" }""");
        var (first, second) = ((await server.FindAsync(one)).Id, (await server.FindAsync(two)).Id);
        (await server.Store.Feedback.FindRatingAsync(first, BrowserKey.At(key, first))).Should().Be(1);
        (await server.Store.Feedback.FindRatingAsync(second, BrowserKey.At(key, first))).Should().BeNull();
        (await server.Store.Feedback.FindRatingAsync(second, BrowserKey.At(key, second))).Should().Be(2);
    }

    private static string Regular(string problem, string name)
    {
        var json = CatalogServer.Json(problem.Replace(name, "NAME", StringComparison.Ordinal));
        json.Remove("requestId");
        return json.ToString();
    }

    private async Task<JObject> PutAsync(string name, string body)
    {
        var (status, text) = await SendAsync(HttpMethod.Put, $"/api/v1/datasets/{name}/feedback/rating", body);
        status.Should().Be(200, text);
        return CatalogServer.Json(text);
    }

    private async Task<JObject> AskAsync(string name, string text)
    {
        var (status, said) = await SendAsync(HttpMethod.Post, $"/api/v1/datasets/{name}/feedback/questions", new JObject { ["text"] = text }.ToString());
        status.Should().Be(201, said);
        return CatalogServer.Json(said);
    }

    private async Task<int> OfficerAsync(string name, string id, string step, string body) =>
        (await SendAsync(HttpMethod.Post, $"/api/v1/datasets/{name}/feedback/questions/{id}/{step}", body, "officer")).Status;

    private async Task<JObject> OwnAsync(string name, string id, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/datasets/{name}/feedback/questions/{id}");
        request.Headers.Add(BrowserKey.Header, key);
        using var answer = await server["anonymous"].SendAsync(request);
        return CatalogServer.Json(await answer.Content.ReadAsStringAsync());
    }

    private async Task<(long Count, decimal? Mean)> MeanAsync(string name)
    {
        var rating = (await JsonAsync($"/api/v1/datasets/{name}/feedback"))["rating"]!;
        return ((long)rating["count"]!, (decimal?)rating["mean"]);
    }

    private async Task<JObject> JsonAsync(string address, string who = "anonymous") => CatalogServer.Json(await server[who].GetStringAsync(address));

    private async Task<JObject> GraphQlAsync(string query)
    {
        using var answer = await server["anonymous"].PostAsync("/graphql", Json(new JObject { ["query"] = query }.ToString()));
        return (JObject)CatalogServer.Json(await answer.Content.ReadAsStringAsync())["data"]!;
    }

    private async Task<(int Status, string Text)> SendAsync(HttpMethod method, string address, string? body, string who = "anonymous")
    {
        using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : Json(body) };
        using var answer = await server[who].SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
