using System.Net;
using System.Text;
using Newtonsoft.Json.Linq;
using OpenData.Publishing.Verification;
using OpenData.Registry;
using OpenData.Scores;
using OpenData.Server.Rest.Scores;

namespace OpenData.Server.Tests.Review;

/// <summary>The selection checklist and evidence: attached at a page or by REST by those who may edit, seen whole by those who see drafts, and by nobody else.</summary>
[Collection(ReviewCollection.Name)]
public sealed class EvidenceTests(ReviewServer server)
{
    private const string Link = "https://example.go.th/order-77.pdf";

    private int Year => FiscalYear.Of(server.Clock.GetUtcNow()).Number;

    [Fact]
    public async Task An_officer_fills_the_checklist_at_its_page_and_reviewers_and_scores_show_it()
    {
        var name = await server.MakeAsync(DatasetState.Submitted);
        using var browser = await SignedInAsync("officer");
        var page = await TextAsync(browser, $"/evidence/office/{name}?lang=en");
        page.Should().Contain("Criterion 1").And.Contain("Criterion 2").And.Contain("Criterion 3").And.Contain("Level 1");

        using (var refused = await browser.PostAsync($"/evidence/office/{name}?handler=Give&year={Year}", "/account", ("indicator", "doh-2.5"), ("part", "1.1"), ("link", "javascript:alert(1)"), ("date", "2024-08-10")))
        {
            refused.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
            (await refused.Content.ReadAsStringAsync()).Should().Contain("value=\"javascript:alert(1)\"", "what was typed is not lost").And.Contain("value=\"2024-08-10\"").And.NotContain("href=\"javascript");
        }

        foreach (var part in new[] { "1.1", "1.2", "1.3" })
        {
            using var given = await browser.PostAsync($"/evidence/office/{name}?handler=Give&year={Year}", "/account", ("indicator", "doh-2.5"), ("part", part), ("link", $"{Link}#{part}"), ("date", "2024-08-10"));
            given.Headers.Location!.ToString().Should().Be($"/evidence/office/{name}?year={Year}");
        }

        (await TextAsync(browser, $"/evidence/office/{name}?lang=th")).Should().Contain(Link + "#1.3").And.Contain("คุณ officer").And.Contain("✓ ผ่าน");
        using var approver = await SignedInAsync("approver");
        (await TextAsync(approver, $"/datasets/{name}/review")).Should().Contain("เกณฑ์ 1").And.Contain("2024-08-10").And.Contain("คุณ officer");
        (await TextAsync(approver, $"/evidence/office/{name}")).Should().Contain(Link).And.NotContain("<button type=\"submit\">แนบ", "an approver reads it");
        var scores = JObject.Parse(await server["officer"].GetStringAsync($"/api/v1/scores?organization=office&year={Year}"));
        var parts = scores["indicators"]!.First(i => (string)i["id"]! == "doh-2.5")["datasets"]!.First(d => (string)d["dataset"]! == name)["parts"]!;
        parts.Where(p => ((string)p["id"]!).StartsWith("1.", StringComparison.Ordinal) && (string)p["id"]! != "1.4").Should().OnlyContain(p => (string)p["state"]! == "met" && (string)p["evidence"]![0]!["date"]! == "2024-08-10");

        using (var back = await browser.PostAsync($"/evidence/office/{name}?handler=Withdraw&year={Year}", "/account", ("indicator", "doh-2.5"), ("part", "1.1")))
        {
            back.StatusCode.Should().Be(HttpStatusCode.Redirect);
        }

        (await TextAsync(browser, $"/evidence/office/{name}?lang=en")).Should().Contain("awaits evidence").And.Contain("taken back:");
        var log = await server.Store.Audit.ReadAsync().Where(e => e.Detail is not null && e.Detail.StartsWith($"office/{name} ", StringComparison.Ordinal)).ToListAsync();
        log.Select(e => $"{e.Actor.Name} {e.Action} {e.Detail!.Split(' ')[^1]}").Should().Equal("officer evidence.given 1.1", "officer evidence.given 1.2", "officer evidence.given 1.3", "officer evidence.withdrawn 1.1");
        (await new Verifier(server.Store).RunAsync()).Found.Where(f => f.Object.StartsWith("evidence/", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public async Task By_REST_evidence_is_given_read_and_taken_back_and_readers_see_its_day_alone()
    {
        var name = await server.MakeAsync(DatasetState.Published);
        var given = await SendAsync("officer", Sent(name));
        given.Status.Should().Be(201, given.Text);
        ((string)given.Json["givenBy"]!).Should().Be("คุณ officer", "who gives it is told by the token, not by what is sent");
        (await server["auditor"].GetStringAsync($"/api/v1/evidence?organization=office&dataset={name}&year={Year}")).Should().Contain(Link);
        var page = await server["anonymous"].GetStringAsync($"/scores/office?year={Year}");
        page.Should().NotContain(Link).And.NotContain("คุณ officer");
        var withdrawn = Sent(name);
        withdrawn["withdrawn"] = true;
        (await SendAsync("officer", withdrawn)).Status.Should().Be(201);
        var listed = JObject.Parse(await server["officer"].GetStringAsync($"/api/v1/evidence?organization=office&dataset={name}&year={Year}"));
        listed["items"]!.Select(i => (bool)i["withdrawn"]!).Should().Equal(true, false);
    }

    [Theory]
    [InlineData("anonymous", 401, 401)]
    [InlineData("other", 403, 403)]
    [InlineData("approver", 403, 200)]
    [InlineData("auditor", 403, 200)]
    [InlineData("officer", 201, 200)]
    [InlineData("admin", 201, 200)]
    [InlineData("configuration", 201, 200)]
    public async Task Whoever_may_edit_gives_evidence_and_whoever_sees_drafts_reads_it(string who, int giving, int reading)
    {
        var name = await server.MakeAsync(DatasetState.Published);
        (await SendAsync(who, Sent(name))).Status.Should().Be(giving);
        using var read = await server[who].GetAsync($"/api/v1/evidence?organization=office&year={Year}");
        ((int)read.StatusCode).Should().Be(reading);
        var draft = await server.MakeAsync(DatasetState.Draft, "elsewhere");
        var strange = Sent(draft);
        strange["organization"] = "elsewhere";
        var refused = await SendAsync("officer", strange);
        refused.Status.Should().Be(refused.Text.Contains("unknown-organization", StringComparison.Ordinal) ? 404 : 403);
        refused.Text.Should().NotContain("สมมติ");
    }

    [Theory]
    [InlineData("link", "javascript:alert(1)", "/link")]
    [InlineData("link", " data:text/html,x", "/link")]
    [InlineData("link", "java\tscript:alert(1)", "/link")]
    [InlineData("link", "ftp://example.org/a", "/link")]
    [InlineData("link", "https:", "/link")]
    [InlineData("link", "http://exa mple.org/", "/link")]
    [InlineData("link", "", "/link")]
    [InlineData("date", "2567-08-10", "/date")]
    [InlineData("date", "10/08/2024", "/date")]
    [InlineData("date", "9999-01-01", "/date")]
    [InlineData("part", "9.9", "/part")]
    [InlineData("indicator", "nothing", "/indicator")]
    [InlineData("dataset", null, "/dataset")]
    [InlineData("fiscalYear", "2024", "/fiscalYear")]
    public async Task What_is_faulty_is_told_by_its_place_and_nothing_is_kept(string field, string? value, string pointer)
    {
        var name = await server.MakeAsync(DatasetState.Draft);
        var sent = Sent(name);
        sent[field] = value;
        var answer = await SendAsync("officer", sent);
        answer.Status.Should().Be(422, answer.Text);
        answer.Json["errors"]!.Select(e => (string)e["pointer"]!).Should().Contain(pointer);
        (await server["officer"].GetStringAsync($"/api/v1/evidence?organization=office&dataset={name}&year={Year}")).Should().Contain("\"total\":0");
    }

    [Fact]
    public async Task The_number_of_a_letter_is_evidence_and_is_no_link()
    {
        var name = await server.MakeAsync(DatasetState.Draft);
        var sent = Sent(name);
        sent["link"] = "ที่ นร 0123/456 ลงวันที่ 10 ส.ค. 67";
        (await SendAsync("officer", sent)).Status.Should().Be(201);
        using var browser = await SignedInAsync("officer");
        (await TextAsync(browser, $"/evidence/office/{name}")).Should().Contain("นร 0123/456").And.NotContain("href=\"ที่");
    }

    [Fact]
    public async Task Months_and_values_of_an_organization_are_attached_at_its_page_and_its_score_follows()
    {
        using var browser = await SignedInAsync("officer");
        var closed = Year - 1;
        var html = await TextAsync(browser, $"/evidence/unit?year={closed}&lang=en");
        html.Should().Contain("October " + (closed - 544)).And.Contain("due by").And.Contain($"{closed - 544}-11-10");
        await GiveAsync("unit", ("indicator", "monthly-reporting"), ("part", "month-10"), ("date", $"{closed - 544}-11-10"));
        await GiveAsync("unit", ("indicator", "monthly-reporting"), ("part", "month-11"), ("date", $"{closed - 544}-12-11"));
        var scores = JObject.Parse(await server["officer"].GetStringAsync($"/api/v1/scores?organization=unit&year={closed}"));
        var monthly = scores["indicators"]!.First(i => (string)i["id"]! == "monthly-reporting");
        ((decimal)monthly["score"]!).Should().Be(0.2m, "one month was in time; the one a day late counts as none");
        (await TextAsync(browser, $"/evidence/unit?year={closed}&lang=en")).Should().Contain("✓ met").And.Contain("✗ not met");

        async Task GiveAsync(string organization, params (string, string)[] fields)
        {
            using var given = await browser.PostAsync($"/evidence/{organization}?handler=Give&year={closed}", "/account", [.. fields, ("link", Link)]);
            given.StatusCode.Should().Be(HttpStatusCode.Redirect, await given.Content.ReadAsStringAsync());
        }
    }

    [Theory]
    [InlineData("other", "/evidence/office", 403)]
    [InlineData("other", "/evidence/nobody", 404)]
    [InlineData("officer", "/evidence/office/nothing", 404)]
    [InlineData("officer", "/evidence/office?year=2024", 400)]
    public async Task The_page_is_for_those_who_see_drafts(string who, string address, int status)
    {
        // The office is in the public catalog: that it is there is no secret.
        await server.MakeAsync(DatasetState.Published);
        using var browser = await SignedInAsync(who);
        using var answer = await browser.GetAsync(address);
        ((int)answer.StatusCode).Should().Be(status);
        using var nobody = new Browser(server["anonymous"]);
        using var sent = await nobody.GetAsync(address);
        sent.Headers.Location!.ToString().Should().StartWith("/sign-in?to=");
    }

    [Theory]
    [InlineData("2026-11-10T16:59:59Z", "00:10:01")]
    [InlineData("2026-11-10T17:09:59Z", "00:00:01")]
    [InlineData("2026-11-10T17:10:00Z", "1.00:00:00")]
    public void Scores_are_kept_when_the_tenth_has_ended_in_Thailand(string now, string wait) =>
        ScoreKeeper.UntilNext(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)).Should().Be(TimeSpan.Parse(wait, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public async Task A_nights_scores_are_kept_once_and_again_only_where_they_have_changed()
    {
        var keeper = new ScoreKeeper(server.Store, new ServerOptions { Clock = server.Clock }, Microsoft.Extensions.Logging.Abstractions.NullLogger<ScoreKeeper>.Instance);
        (await keeper.KeepAsync(default)).Should().BePositive();
        (await keeper.KeepAsync(default)).Should().Be(0);
        var sent = new JObject { ["organization"] = "unit", ["fiscalYear"] = Year, ["indicator"] = "monthly-reporting", ["part"] = "month-10", ["link"] = Link, ["date"] = FiscalYear.ThaiDay(server.Clock.GetUtcNow()).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) };
        var before = (await server.Store.Scores.ListScoresAsync("unit", Year)).Count(s => s.Indicator == "monthly-reporting");
        (await SendAsync("officer", sent)).Status.Should().Be(201);
        (await keeper.KeepAsync(default)).Should().BePositive();
        (await server.Store.Scores.ListScoresAsync("unit", Year)).Count(s => s.Indicator == "monthly-reporting").Should().Be(before + 1);
        (await server.Store.Audit.ReadAsync().LastAsync()).Action.Should().Be(AuditActions.ScoreKept);
    }

    private JObject Sent(string dataset) => new()
    {
        ["organization"] = "office", ["dataset"] = dataset, ["fiscalYear"] = Year, ["indicator"] = "doh-2.5", ["part"] = "1.1", ["link"] = Link, ["date"] = "2024-08-10",
    };

    private async Task<(int Status, string Text, JObject Json)> SendAsync(string who, JObject sent)
    {
        using var answer = await server[who].PostAsync("/api/v1/evidence", new StringContent(sent.ToString(), Encoding.UTF8, "application/json"));
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text, (JObject)CatalogServer.Json(text));
    }

    private async Task<Browser> SignedInAsync(string who)
    {
        var browser = new Browser(server["anonymous"]);
        (await browser.SignInAsync(who, ReviewServer.Password(who))).Dispose();
        return browser;
    }

    private static async Task<string> TextAsync(Browser browser, string address)
    {
        using var page = await browser.GetAsync(address);
        var html = await page.Content.ReadAsStringAsync();
        page.StatusCode.Should().Be(HttpStatusCode.OK, html);
        return WebUtility.HtmlDecode(html);
    }
}
