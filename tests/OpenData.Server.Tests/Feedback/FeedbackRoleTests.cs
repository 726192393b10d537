using System.Text;
using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Server.Tests.Review;

namespace OpenData.Server.Tests.Feedback;

/// <summary>Every role and every step of an officer, over REST and by pages: A allowed, r refused, i invisible, k who are you.</summary>
[Collection(ReviewCollection.Name)]
public sealed class FeedbackRoleTests(ReviewServer server)
{
    private static readonly string[] QuestionSteps = ["answer", "accept", "hide"];
    private static readonly string[] RequestSteps = ["grant", "refuse", "hide", "hand-on"];

    /// <summary>Questions of an office, requests to it, requests to nobody; each letter is a step.</summary>
    private static readonly Dictionary<string, string> Expected = new()
    {
        ["anonymous"] = "kkk kkkk kkkk",
        ["other"] = "iii iiii iiii",
        ["officer"] = "AAA AAAA iiii",
        ["approver"] = "rrr rrrr iiii",
        ["auditor"] = "rrr rrrr rrrr",
        ["admin"] = "AAA AAAA AAAA",
        ["unit-officer"] = "iii iiii iiii",
    };

    public static TheoryData<string> Roles => [.. Expected.Keys];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task By_rest_a_role_may_do_what_the_table_says(string role)
    {
        await UnitOfficerAsync(role);
        var letters = "";
        foreach (var step in QuestionSteps)
        {
            var (name, id) = await QuestionAsync();
            letters += Letter(await PostAsync(role, $"/api/v1/datasets/{name}/feedback/questions/{id}/{step}", step));
        }

        foreach (var organization in new[] { "office", null })
        {
            letters += ' ';
            foreach (var step in RequestSteps)
            {
                letters += Letter(await PostAsync(role, $"/api/v1/requests/{await RequestAsync(organization)}/{step}", step));
            }
        }

        letters.Should().Be(Expected[role]);
    }

    [Theory]
    [MemberData(nameof(Roles))]
    [Trait("Store", "None")] // As by REST, the store is asked the same.
    public async Task By_pages_a_role_may_do_what_the_table_says(string role)
    {
        await UnitOfficerAsync(role);
        using var browser = new Browser(server["anonymous"]);
        if (role != "anonymous")
        {
            (await browser.SignInAsync(role, ReviewServer.Password(role))).Dispose();
        }

        var letters = "";
        foreach (var step in QuestionSteps)
        {
            var (name, id) = await QuestionAsync();
            letters += await FormAsync(browser, role, step[..1].ToUpperInvariant() + step[1..], ("dataset", name), ("id", id));
        }

        foreach (var organization in new[] { "office", null })
        {
            letters += ' ';
            foreach (var step in new[] { "Grant", "Refuse", "PutAway", "HandOn" })
            {
                letters += await FormAsync(browser, role, step, ("id", (await RequestAsync(organization)).ToString()), ("organization", "elsewhere"));
            }
        }

        letters.Should().Be(Expected[role]);
    }

    [Theory]
    [InlineData("other", false)]
    [InlineData("officer", true)]
    [InlineData("approver", true)]
    [InlineData("auditor", true)]
    [InlineData("admin", true)]
    public async Task An_inbox_holds_what_is_asked_of_ones_own_organizations_and_the_units_below(string role, bool sees)
    {
        var name = await server.MakeAsync(DatasetState.Published, "unit");
        var text = "ถามกอง " + Guid.NewGuid().ToString("N");
        using var asked = await server["anonymous"].PostAsync($"/api/v1/datasets/{name}/feedback/questions", Json(new JObject { ["text"] = text }));
        using var requested = await server["anonymous"].PostAsync("/api/v1/requests", Json(new JObject { ["kind"] = "restricted", ["dataset"] = name, ["text"] = text }));
        ((int)asked.StatusCode, (int)requested.StatusCode).Should().Be((201, 201));
        (await server[role].GetStringAsync("/api/v1/questions/inbox")).Contains(text, StringComparison.Ordinal).Should().Be(sees);
        (await server[role].GetStringAsync("/api/v1/requests/inbox")).Contains(text, StringComparison.Ordinal).Should().Be(sees);
        using var browser = new Browser(server["anonymous"]);
        (await browser.SignInAsync(role, ReviewServer.Password(role))).Dispose();
        using var page = await browser.GetAsync("/work/feedback");
        var html = await page.Content.ReadAsStringAsync();
        html.Split(text).Length.Should().Be(sees ? 3 : 1, "the question and the request");
        if (sees)
        {
            html.Contains("handler=Grant", StringComparison.Ordinal).Should().Be(role is "officer" or "admin", "who reads only has no forms");
        }
    }

    private async Task UnitOfficerAsync(string role)
    {
        if (role == "unit-officer" && await server.Store.Accounts.FindAsync(role) is null)
        {
            await server.AddAsync(role, new Registry.Access.Grant(Registry.Access.Role.Officer, "unit"));
        }
    }

    private async Task<(string Name, string Id)> QuestionAsync()
    {
        var name = await server.MakeAsync(DatasetState.Published);
        using var asked = await server["anonymous"].PostAsync($"/api/v1/datasets/{name}/feedback/questions", Json(new JObject { ["text"] = "ถาม" }));
        return (name, (string)CatalogServer.Json(await asked.Content.ReadAsStringAsync())["id"]!);
    }

    private async Task<Guid> RequestAsync(string? organization)
    {
        var text = Guid.NewGuid().ToString();
        using var asked = await server["anonymous"].PostAsync("/api/v1/requests", Json(new JObject { ["kind"] = "missing", ["organization"] = organization, ["text"] = text }));
        asked.StatusCode.Should().Be(System.Net.HttpStatusCode.Created, await asked.Content.ReadAsStringAsync());
        return (await server.Store.Feedback.ListRequestsAsync(new Store.RequestQuery(null, [Registry.Feedback.RequestState.Asked], 100))).Single(r => r.Text == text).Id;
    }

    private async Task<int> PostAsync(string role, string address, string step)
    {
        var body = step switch
        {
            "accept" => new JObject(),
            "hide" when address.Contains("/questions/", StringComparison.Ordinal) => new JObject { ["reason"] = "เหตุผล" },
            "hand-on" => new JObject { ["organization"] = "elsewhere" },
            _ => new JObject { ["text"] = "คำตอบ" },
        };
        using var answer = await server[role].PostAsync(address, Json(body));
        return (int)answer.StatusCode;
    }

    private static async Task<char> FormAsync(Browser browser, string role, string handler, params (string Name, string Value)[] fields)
    {
        var from = role == "anonymous" ? "/sign-in" : "/work/feedback";
        if (role is not ("officer" or "admin"))
        {
            // Who only reads has no form to send: one from the page of their account has the same token.
            from = role == "anonymous" ? from : "/account";
        }

        using var answer = await browser.PostAsync("/work/feedback?handler=" + handler, from, [.. fields, ("revision", "1"), ("text", "ข้อความ")]);
        return answer.StatusCode == System.Net.HttpStatusCode.Redirect && answer.Headers.Location!.ToString().StartsWith("/sign-in", StringComparison.Ordinal) ? 'k' : Letter((int)answer.StatusCode);
    }

    private static char Letter(int status) => status switch
    {
        200 or 302 => 'A',
        401 => 'k',
        403 => 'r',
        404 => 'i',
        _ => throw new InvalidOperationException($"Nobody expects {status} here."),
    };

    private static StringContent Json(JObject json) => new(json.ToString(), Encoding.UTF8, "application/json");
}
