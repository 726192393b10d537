using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Registry.Feedback;
using OpenData.Schemas;
using OpenData.Server.Tests.Review;
using OpenData.Store;
using OpenData.Tests.Engines;

namespace OpenData.Server.Tests.Feedback;

/// <summary>Requests for missing or restricted data, from asking to the answer, and how often anybody may ask.</summary>
[Collection(ReviewCollection.Name)]
public sealed class RequestTests(ReviewServer server)
{
    private const string Contact = "someone.private@example.org";

    [Fact]
    public async Task A_request_is_granted_or_refused_with_a_reason_and_read_at_its_own_address()
    {
        var name = await server.MakeAsync(DatasetState.Published);
        foreach (var (step, state) in new[] { ("grant", "granted"), ("refuse", "refused") })
        {
            var before = await CountsAsync(state);
            var (address, id) = await AskAsync(new JObject { ["kind"] = "restricted", ["dataset"] = name, ["text"] = "ขอรายคน", ["contact"] = Contact });
            address.Should().MatchRegex("^/api/v1/requests/[A-Za-z0-9_-]{43}$", "256 bits");
            ((string)(await ReadAsync(address))["state"]!).Should().Be("asked");
            (await DecideAsync(id, step, "{}")).Should().Be(422, "a decision has its reason");
            (await DecideAsync(id, step, """{ "text": "ตามระเบียบ" }""")).Should().Be(200);
            (await DecideAsync(id, "refuse", """{ "text": "อีกครั้ง" }""")).Should().Be(409);
            var read = await ReadAsync(address);
            ((string)read["state"]!, (string)read["answer"]!).Should().Be((state, "ตามระเบียบ"));
            read.ToString().Should().NotContain(Contact).And.NotContain("คุณ officer");
            (await CountsAsync(state)).Should().Be(before + 1);
            var entries = await EntriesAsync(id);
            entries.Should().Equal(("request.asked", "anybody"), ("request." + state, "officer"));
        }
    }

    [Fact]
    public async Task Nobody_but_its_asker_and_officers_reads_a_request_and_only_officers_its_contact()
    {
        var name = await server.MakeAsync(DatasetState.Published);
        var text = "ลับของผู้ขอ " + Guid.NewGuid().ToString("N");
        var (address, id) = await AskAsync(new JObject { ["kind"] = "missing", ["dataset"] = name, ["text"] = text, ["contact"] = Contact });
        foreach (var open in new[] { "/api/v1/requests", $"/api/v1/datasets/{name}/feedback", $"/api/v1/datasets/{name}", $"/datasets/{name}", $"/datasets/{name}/feedback", "/requests", address, address.Replace("/api/v1", "", StringComparison.Ordinal) })
        {
            using var answer = await server["anonymous"].GetAsync(open);
            var said = await answer.Content.ReadAsStringAsync();
            answer.StatusCode.Should().Be(HttpStatusCode.OK, open);
            said.Should().NotContain(Contact, open);
            said.Contains(text, StringComparison.Ordinal).Should().Be(open.Contains(address[8..], StringComparison.Ordinal), open);
        }

        (await server["auditor"].GetStringAsync("/api/v1/audit?limit=all")).Should().NotContain(Contact).And.NotContain(text);
        (await server["officer"].GetStringAsync("/api/v1/requests/inbox")).Should().Contain(Contact).And.Contain(text);
        using (var read = await server["anonymous"].GetAsync(address))
        {
            read.Headers.CacheControl!.NoStore.Should().BeTrue();
            read.Headers.GetValues("X-Robots-Tag").Should().Equal("noindex");
        }

        foreach (var wrong in new[] { $"/api/v1/requests/{id}", "/api/v1/requests/" + new string('A', 43), "/requests/" + new string('A', 43), "/requests/x" })
        {
            (await server["anonymous"].GetAsync(wrong)).StatusCode.Should().Be(HttpStatusCode.NotFound, wrong);
        }
    }

    [Fact]
    public async Task A_request_to_nobody_is_an_admins_who_hands_it_on()
    {
        var (address, id) = await AskAsync(new JObject { ["kind"] = "missing", ["text"] = "ข้อมูลน้ำท่วม" });
        (await DecideAsync(id, "grant", """{ "text": "x" }""")).Should().Be(404, "an officer does not see it");
        using var handed = await server["admin"].PostAsync($"/api/v1/requests/{id}/hand-on", Json(new JObject { ["organization"] = "unit" }));
        handed.StatusCode.Should().Be(HttpStatusCode.OK);
        (await DecideAsync(id, "grant", """{ "text": "ดูที่ชุดข้อมูลใหม่" }""")).Should().Be(200, "an officer of the office answers for its unit");
        ((string)(await ReadAsync(address))["organization"]!).Should().Be("unit");
        (await EntriesAsync(id)).Should().Equal(("request.asked", "anybody"), ("request.handed-on", "admin"), ("request.granted", "officer"));
    }

    [Theory]
    [InlineData("""{ "kind": "other", "text": "x" }""", 422)]
    [InlineData("""{ "text": "x" }""", 422)]
    [InlineData("""{ "kind": "missing" }""", 422)]
    [InlineData("""{ "kind": "missing", "text": "x", "organization": "not-there" }""", 404)]
    [InlineData("""{ "kind": "missing", "text": "x", "dataset": "not-there" }""", 404)]
    [InlineData("""{ "kind": "missing", "text": "x", "contact": "a\nb" }""", 422)]
    [InlineData("""{ "kind": "missing", "text": "x", "state": "granted" }""", 422)]
    public async Task A_request_with_a_fault_is_refused(string body, int status)
    {
        using var answer = await server["anonymous"].PostAsync("/api/v1/requests", new StringContent(body, Encoding.UTF8, "application/json"));
        ((int)answer.StatusCode).Should().Be(status, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_request_about_a_draft_reads_as_one_about_nothing()
    {
        var draft = await server.MakeAsync(DatasetState.Draft, "elsewhere");
        using var hidden = await server["anonymous"].PostAsync("/api/v1/requests", Json(new JObject { ["kind"] = "missing", ["text"] = "x", ["dataset"] = draft }));
        hidden.StatusCode.Should().Be(HttpStatusCode.NotFound);
        using var browser = new Browser(server["anonymous"]);
        using var page = await browser.GetAsync("/requests?dataset=" + draft);
        (await page.Content.ReadAsStringAsync()).Should().NotContain("name=\"dataset\"").And.NotContain("/datasets/" + draft);
    }

    [Fact]
    public async Task By_pages_a_request_is_sent_kept_at_its_address_and_decided()
    {
        using var browser = new Browser(server["anonymous"]);
        var text = "ขอทางหน้าเว็บ " + Guid.NewGuid().ToString("N");
        await server.MakeAsync(DatasetState.Published);
        using var sent = await browser.PostAsync("/requests", "/requests", ("kind", "restricted"), ("organization", "office"), ("text", text), ("contact", Contact));
        sent.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var address = sent.Headers.Location!.ToString();
        using var officer = new Browser(server["anonymous"]);
        (await officer.SignInAsync("officer", ReviewServer.Password("officer"))).Dispose();
        var asked = (await server.Store.Feedback.ListRequestsAsync(new RequestQuery(null, [RequestState.Asked], 100))).Single(r => r.Text == text);
        using var empty = await officer.PostAsync("/work/feedback?handler=Refuse", "/work/feedback", ("id", asked.Id.ToString()), ("revision", "1"), ("text", ""));
        empty.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        using var refused = await officer.PostAsync("/work/feedback?handler=Refuse", "/work/feedback", ("id", asked.Id.ToString()), ("revision", "1"), ("text", "เป็นข้อมูลส่วนบุคคล"));
        refused.StatusCode.Should().Be(HttpStatusCode.Redirect);
        foreach (var language in new[] { "th", "en" })
        {
            using var page = await browser.GetAsync($"{address}?lang={language}");
            (await page.Content.ReadAsStringAsync()).Should().Contain(text).And.Contain("เป็นข้อมูลส่วนบุคคล").And.NotContain(Contact).And.Contain($"<html lang=\"{language}\">");
        }

        using var trapped = await browser.PostAsync("/requests", "/requests", ("kind", "missing"), ("text", "spam"), ("website", "x"));
        trapped.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await server.Store.Feedback.ListRequestsAsync(new RequestQuery(null, [RequestState.Asked], 100))).Should().NotContain(r => r.Text == "spam");
    }

    [Fact]
    public async Task Who_sends_too_much_waits_and_the_others_do_not()
    {
        var name = await server.MakeAsync(DatasetState.Published);
        await using var strict = OpenDataServer.Build(new ServerOptions { Urls = "http://127.0.0.1:0", FeedbackPerHour = 3, WriteToken = CatalogServer.Token }, server.Store);
        await strict.StartAsync();
        using var client = CatalogServer.Client(strict);
        for (var i = 0; i < 3; i++)
        {
            (await client.PutAsync($"/api/v1/datasets/{name}/feedback/rating", Json(new JObject { ["stars"] = 3 }))).StatusCode.Should().Be(HttpStatusCode.OK);
        }

        using var refused = await client.PostAsync("/api/v1/requests", Json(new JObject { ["kind"] = "missing", ["text"] = "x" }));
        refused.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        refused.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.Should().BeInRange(1, 3600);
        CatalogServer.Json(await refused.Content.ReadAsStringAsync())["code"]!.ToString().Should().Be("too-many-requests");
        using var browser = new Browser(client);
        using var page = await browser.PostAsync($"/datasets/{name}/feedback?handler=Ask", $"/datasets/{name}/feedback", ("text", "x"));
        page.StatusCode.Should().Be(HttpStatusCode.TooManyRequests, "pages and interfaces are counted together");
        (await page.Content.ReadAsStringAsync()).Should().Contain("<html");
        (await client.GetAsync($"/api/v1/datasets/{name}/feedback")).StatusCode.Should().Be(HttpStatusCode.OK, "reading is not counted");
    }

    [Fact]
    public async Task A_contact_is_forgotten_a_month_after_the_answer_and_a_year_after_the_question()
    {
        var folder = Directory.CreateTempSubdirectory("opendata-contact-").FullName;
        try
        {
            var clock = new MovableClock();
            await using var store = DataStores.Open(TestStore.Of(folder), clock, Guid.CreateVersion7);
            await using var app = OpenDataServer.Build(new ServerOptions { Urls = "http://127.0.0.1:0", Clock = clock, WriteToken = CatalogServer.Token }, store);
            await app.StartAsync();
            using var client = CatalogServer.Client(app);
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", CatalogServer.Token);
            foreach (var text in new[] { "answered", "waiting" })
            {
                using var asked = await client.PostAsync("/api/v1/requests", Json(new JObject { ["kind"] = "missing", ["text"] = text, ["contact"] = Contact }));
                asked.StatusCode.Should().Be(HttpStatusCode.Created);
            }

            var id = (string)CatalogServer.Json(await client.GetStringAsync("/api/v1/requests/inbox"))["items"]!.Single(r => (string)r["text"]! == "answered")["id"]!;
            using var granted = await client.PostAsync($"/api/v1/requests/{id}/grant", Json(new JObject { ["text"] = "ได้" }));
            granted.StatusCode.Should().Be(HttpStatusCode.OK);
            (await ContactsAsync()).Should().Be((1, 1));
            clock.Move(ServerLimits.ContactKeptAfterAnswer + TimeSpan.FromMinutes(1));
            (await ContactsAsync()).Should().Be((0, 1), "past its time it is shown to nobody, swept or not");
            (await store.Feedback.ForgetContactsAsync(clock.GetUtcNow() - ServerLimits.ContactKeptAfterAnswer, clock.GetUtcNow() - ServerLimits.ContactKept)).Should().Be(1);
            (await store.Feedback.FindRequestAsync(Guid.Parse(id)))!.Contact.Should().BeNull();
            clock.Move(ServerLimits.ContactKept);
            (await store.Feedback.ForgetContactsAsync(clock.GetUtcNow() - ServerLimits.ContactKeptAfterAnswer, clock.GetUtcNow() - ServerLimits.ContactKept)).Should().Be(1);

            async Task<(int Answered, int Waiting)> ContactsAsync()
            {
                var counts = new List<int>();
                foreach (var state in new[] { "granted", "asked" })
                {
                    counts.Add((await client.GetStringAsync("/api/v1/requests/inbox?state=" + state)).Split(Contact).Length - 1);
                }

                return (counts[0], counts[1]);
            }
        }
        finally
        {
            TestStore.Drop(folder);
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<(string Address, Guid Id)> AskAsync(JObject body)
    {
        body["text"] = (string?)body["text"] + " " + Guid.NewGuid().ToString("N");
        using var answer = await server["anonymous"].PostAsync("/api/v1/requests", Json(body));
        var said = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.Should().Be(HttpStatusCode.Created, said);
        said.Should().NotContain(Contact);
        var asked = await server.Store.Feedback.ListRequestsAsync(new RequestQuery(null, [RequestState.Asked], 100));
        return ((string)CatalogServer.Json(said)["address"]!, asked.Single(r => r.Text == (string)body["text"]!).Id);
    }

    private async Task<int> DecideAsync(Guid id, string step, string body)
    {
        using var answer = await server["officer"].PostAsync($"/api/v1/requests/{id}/{step}", new StringContent(body, Encoding.UTF8, "application/json"));
        return (int)answer.StatusCode;
    }

    private async Task<JObject> ReadAsync(string address) => CatalogServer.Json(await server["anonymous"].GetStringAsync(address));

    private async Task<long> CountsAsync(string state) => (long)(await ReadAsync("/api/v1/requests"))[state]!;

    private async Task<List<(string Action, string Actor)>> EntriesAsync(Guid id)
    {
        var found = new List<(string, string)>();
        await foreach (var entry in server.Store.Audit.ReadAsync())
        {
            if (entry.Object == AuditObjects.Request(id.ToString("D")))
            {
                found.Add((entry.Action, entry.Actor.Name));
            }
        }

        return found;
    }

    private static StringContent Json(JObject json) => new(json.ToString(), Encoding.UTF8, "application/json");
}
