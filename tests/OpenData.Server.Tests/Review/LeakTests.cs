using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using OpenData.Publishing;
using OpenData.Registry;
using OpenData.Registry.Access;
using OpenData.Registry.Review;
using OpenData.Schemas;
using OpenData.Scores;
using OpenData.Server.Tests.GraphQl;

namespace OpenData.Server.Tests.Review;

/// <summary>What waits, and what was taken away, shows in no face: a staged file, a pending form, a draft's score, a withdrawn release.</summary>
[Collection(ReviewCollection.Name)]
public sealed partial class LeakTests(ReviewServer server)
{
    private const string Secret = "ความลับในไฟล์ที่รอ";

    /// <summary>Whatever an outsider can read of a dataset with one release.</summary>
    private static readonly string[] Faces =
    [
        "/", "/?q={0}", "/datasets/{0}", "/datasets/{0}/main/report", "/organizations/office", "/scores/office", "/scores",
        "/api/v1/datasets?limit=100", "/api/v1/datasets/{0}", "/api/v1/datasets/{0}/resources/main/file", "/api/v1/datasets/{0}/resources/main/dictionary",
        "/api/v1/datasets/{0}/resources/main/report", "/api/v1/datasets/{0}/resources/main/report.html", "/api/v1/datasets/{0}/resources/main/releases",
        "/api/v1/datasets/{0}/resources/main/releases/1", "/api/v1/datasets/{0}/resources/main/releases/1/report.html",
        "/api/v1/data/{0}/main?limit=100", "/api/v1/data/{0}/main.csv?limit=all", "/api/v1/data/{0}/main.ndjson?limit=all", "/api/v1/data/{0}/main.xml",
        "/api/v1/scores?organization=office", "/api/v1/scores.csv?organization=office", "/graphql/{0}/schema.graphql",
    ];

    [Theory]
    [InlineData("anonymous")]
    [InlineData("other")]
    public async Task A_file_that_waits_shows_in_no_face(string who)
    {
        var name = await server.MakeAsync(DatasetState.Published);
        var before = new Dictionary<string, string>();
        foreach (var face in Faces)
        {
            before[face] = await TextAsync(who, string.Format(System.Globalization.CultureInfo.InvariantCulture, face, name));
        }

        var (sha256, _) = await StageAsync(name);
        server.Clock.Move(TimeSpan.FromMinutes(2));

        foreach (var face in Faces)
        {
            var text = await TextAsync(who, string.Format(System.Globalization.CultureInfo.InvariantCulture, face, name));
            text.Should().NotContain(Secret, "{0} asks {1}", who, face).And.NotContain(sha256).And.NotContain("secret_column").And.NotContain("secret.csv");
            if (face.Contains("{0}", StringComparison.Ordinal))
            {
                Steady(text).Should().Be(Steady(before[face]), "{0} reads {1} as if nothing waited", who, face);
            }
        }

        foreach (var number in new[] { "0", "2" })
        {
            foreach (var part in new[] { "", "/file", "/report.html", "/rows", "/rows.csv" })
            {
                (await StatusAsync(who, $"/api/v1/datasets/{name}/resources/main/releases/{number}{part}")).Should().Be(404);
            }
        }

        var asked = await server[who].AskAsync($"{{ dataset(name: \"{name}\") {{ resources {{ key rows release {{ number rows sha256 }} releases {{ number fileName }} }} }} }}", accept: Asking.Json);
        asked.Json.ToString(Formatting.None).Should().NotContain(sha256).And.NotContain("\"errors\"").And.Contain("\"number\":1").And.NotContain("\"number\":2");
    }

    [Fact]
    public async Task The_report_of_a_file_that_waits_or_was_refused_is_for_those_who_see_drafts()
    {
        var name = await server.MakeAsync(DatasetState.Published);
        var published = await TextAsync("anonymous", $"/api/v1/datasets/{name}/resources/main/report");
        using (var file = await server["officer"].PutAsync($"/api/v1/datasets/{name}/resources/main/file?name=refused.csv", new StringContent("id,name\r\n1,saraban@example.go.th\r\n2,someone.else@example.com\r\n", Encoding.UTF8, "text/csv")))
        {
            file.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        }

        (await TextAsync("anonymous", $"/api/v1/datasets/{name}/resources/main/report")).Should().Be(published);
        (await TextAsync("other", $"/api/v1/datasets/{name}/resources/main/report")).Should().Be(published);
        (await TextAsync("officer", $"/api/v1/datasets/{name}/resources/main/report")).Should().Contain("refused.csv");
    }

    [Fact]
    public async Task Drafts_pending_changes_and_their_evidence_do_not_change_public_scores()
    {
        var name = await server.MakeAsync(DatasetState.Published);
        var year = FiscalYear.Of(server.Clock.GetUtcNow()).Number;
        string[] faces = [$"/api/v1/scores?organization=office&year={year}", $"/api/v1/scores.csv?organization=office&year={year}", $"/scores/office?year={year}"];
        var query = $"{{ scores(organization: \"office\", year: {year}) {{ indicator {{ id }} dataset score missing {{ th }} parts {{ id state reason {{ th }} }} }} }}";
        server.Clock.Move(TimeSpan.FromMinutes(2));
        var before = await Task.WhenAll(faces.Select(f => TextAsync("anonymous", f)));
        var asked = (await server["anonymous"].AskAsync(query, accept: Asking.Json)).Json.ToString();
        asked.Should().NotContain("\"errors\"");

        foreach (var state in new[] { DatasetState.Draft, DatasetState.Submitted, DatasetState.Approved, DatasetState.Withdrawn })
        {
            var hidden = await server.MakeAsync(state);
            await GiveAsync(hidden, year);
        }

        await StageAsync(name);
        server.Clock.Move(TimeSpan.FromMinutes(2));

        for (var i = 0; i < faces.Length; i++)
        {
            Steady(await TextAsync("anonymous", faces[i])).Should().Be(Steady(before[i]), faces[i]);
        }

        (await server["anonymous"].AskAsync(query, accept: Asking.Json)).Json.ToString().Should().Be(asked);
        (await TextAsync("officer", faces[0])).Should().NotBe(await TextAsync("anonymous", faces[0]), "the officer's are of the whole registry");
    }

    [Theory]
    [InlineData("anonymous", 401)]
    [InlineData("other", 410)]
    [InlineData("officer", 403)]
    [InlineData("auditor", 403)]
    [InlineData("approver", 409)]
    [InlineData("admin", 409)]
    [InlineData("configuration", 409)]
    public async Task No_release_of_a_withdrawn_dataset_is_brought_back(string who, int status)
    {
        var name = await TwoReleasesAsync();
        await WithdrawAsync(name);
        using var answer = await server[who].PostAsync($"/api/v1/datasets/{name}/resources/main/releases/1/rollback", null);
        ((int)answer.StatusCode).Should().Be(status, await answer.Content.ReadAsStringAsync());
        var dataset = await server.FindAsync(name);
        (dataset.State, dataset.Resources[0].Current!.Number).Should().Be((DatasetState.Withdrawn, 2));
        (await StatusAsync("anonymous", $"/api/v1/data/{name}/main")).Should().Be(410);
    }

    [Fact]
    public async Task The_command_line_s_way_is_closed_to_a_withdrawn_dataset_too_and_open_to_a_published_one()
    {
        var name = await TwoReleasesAsync();
        (await new Rollback(server.Store, server.Clock).RunAsync(name, "main", 1)).Should().BeOfType<RollbackOutcome.RolledBack>().Which.Release.Should().Match<Release>(r => r.Number == 3 && r.Repeats == 1);
        (await TextAsync("anonymous", $"/api/v1/data/{name}/main")).Should().NotContain("สาม");
        await WithdrawAsync(name);
        (await new Rollback(server.Store, server.Clock).RunAsync(name, "main", 2)).Should().BeOfType<RollbackOutcome.IsWithdrawn>();
        (await server.FindAsync(name)).Resources[0].Current!.Number.Should().Be(3);
    }

    /// <summary>A new dictionary waits, and a file by it.</summary>
    private async Task<(string Sha256, string Text)> StageAsync(string name)
    {
        var other = DictionaryDocument.Read("""{"columns":[{"name":"id","type":"integer","description":"ลำดับ"},{"name":"secret_column","header":"name","type":"text","description":"ชื่อที่รอ"}]}""").Value!;
        await OkAsync(server["officer"].PutAsync($"/api/v1/datasets/{name}/resources/main/dictionary", new StringContent(DictionaryDocument.Write(other).ToString(), Encoding.UTF8, "application/json")));
        var csv = $"id,name\r\n1,{Secret}\r\n2,สอง\r\n3,สาม\r\n";
        await OkAsync(server["officer"].PutAsync($"/api/v1/datasets/{name}/resources/main/file?name=secret.csv", new StringContent(csv, Encoding.UTF8, "text/csv")));
        var staged = (await server.FindAsync(name)).Resources[0].Staged;
        staged.Should().NotBeNull();
        return (staged!.Sha256, csv);
    }

    private async Task GiveAsync(string dataset, int year) =>
        await OkAsync(server["officer"].PostAsync("/api/v1/evidence", new StringContent(
            new JObject { ["organization"] = "office", ["dataset"] = dataset, ["fiscalYear"] = year, ["indicator"] = "doh-2.5", ["part"] = "1.1", ["link"] = "https://example.go.th/x", ["date"] = "2024-08-10" }.ToString(), Encoding.UTF8, "application/json")));

    private async Task<string> TwoReleasesAsync()
    {
        var name = await server.MakeAsync(DatasetState.Published);
        await OkAsync(server["officer"].PutAsync($"/api/v1/datasets/{name}/resources/main/file", new StringContent(ReviewServer.Csv + "3,สาม\r\n", Encoding.UTF8, "text/csv")));
        (await server.FindAsync(name)).Resources[0].Current!.Number.Should().Be(2);
        return name;
    }

    private async Task WithdrawAsync(string name) =>
        (await server.Store.Reviews.ChangeAsync(new Workflow(await server.FindAsync(name), new Agent("maker", "Maker", []), server.Clock.GetUtcNow()).Withdraw("ข้อมูลผิด"))).Should().NotBeNull();

    private async Task<string> TextAsync(string who, string address)
    {
        using var answer = await server[who].GetAsync(address);
        var text = await answer.Content.ReadAsStringAsync();
        ((int)answer.StatusCode).Should().Be(200, "{0}: {1}", address, text);
        return WebUtility.HtmlDecode(text);
    }

    private async Task<int> StatusAsync(string who, string address)
    {
        using var answer = await server[who].GetAsync(address);
        return (int)answer.StatusCode;
    }

    private static async Task OkAsync(Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        ((int)answer.StatusCode).Should().BeInRange(200, 299, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>A text without the moment at which scores were computed.</summary>
    private static string Steady(string text) => Moments().Replace(text, "");

    [GeneratedRegex(@"\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d(\.\d+)?)?( UTC|Z)?")]
    private static partial Regex Moments();
}
