using System.Globalization;
using System.Text;
using OpenData.Registry;
using OpenData.Server.Web.Dictionaries;
using OpenData.Server.Web.Forms;

namespace OpenData.Server.Tests.Review;

/// <summary>The same table as by REST, by pages; who has not signed in is sent to do so (k).</summary>
[Trait("Store", "None")] // The table of RoleTableTests through another face, which asks the store the same.
[Collection(ReviewCollection.Name)]
public sealed class RolePageTests(ReviewServer server)
{
    private static readonly string[] Actions = ["see", "edit", "fields", "dictionary", "file", "except", "submit", "approve", "return", "publish", "withdraw"];

    private static readonly Dictionary<string, string[]> Expected = new()
    {
        ["anonymous"] = ["iiiiAw", "kkkkkk", "kkkkkk", "kkkkkk", "kkkkkk", "kkkkkk", "kkkkkk", "kkkkkk", "kkkkkk", "kkkkkk", "kkkkkk"],
        ["other"] = ["iiiiAw", "iiiirw", "iiiirw", "iiiirw", "iiiirw", "iiiirw", "iiiirw", "iiiirw", "iiiirw", "iiiirw", "iiiirw"],
        ["officer"] = ["AAAAAA", "AAAAAA", "AAAAAA", "AAAAAA", "AAAAAA", "rrrrrr", "AnAnnA", "rrrrrr", "rrrrrr", "rrrrrr", "rrrrrr"],
        ["approver"] = ["AAAAAA", "rrrrrr", "rrrrrr", "rrrrrr", "rrrrrr", "AAAAAA", "rrrrrr", "nAnnnn", "nAnAnn", "nnnAnn", "nnnnAn"],
        ["auditor"] = ["AAAAAA", "rrrrrr", "rrrrrr", "rrrrrr", "rrrrrr", "rrrrrr", "rrrrrr", "rrrrrr", "rrrrrr", "rrrrrr", "rrrrrr"],
        ["admin"] = ["AAAAAA", "AAAAAA", "AAAAAA", "AAAAAA", "AAAAAA", "AAAAAA", "AnAnnA", "nAnnnn", "nAnAnn", "nnnAnn", "nnnnAn"],
    };

    [Theory]
    [InlineData("anonymous")]
    [InlineData("other")]
    [InlineData("officer")]
    [InlineData("approver")]
    [InlineData("auditor")]
    [InlineData("admin")]
    public async Task By_pages_a_role_may_do_what_the_table_says_and_nothing_else(string role)
    {
        using var browser = new Browser(server["anonymous"]);
        if (role != "anonymous")
        {
            using var signed = await browser.SignInAsync(role, ReviewServer.Password(role));
            ((int)signed.StatusCode).Should().Be(302);
        }

        for (var i = 0; i < Actions.Length; i++)
        {
            var answers = "";
            foreach (var state in Enum.GetValues<DatasetState>())
            {
                var name = await server.MakeAsync(state);
                answers += await TryAsync(browser, role, Actions[i], name);
            }

            answers.Should().Be(Expected[role][i], "{0} who would {1}", role, Actions[i]);
        }
    }

    private async Task<char> TryAsync(Browser browser, string role, string action, string name)
    {
        if (action == "see")
        {
            using var page = await browser.GetAsync("/datasets/" + name);
            return Letter(page);
        }

        var revision = (await server.FindAsync(name)).Revision.ToString(CultureInfo.InvariantCulture);
        var form = ReviewServer.Form(name).Json.ToString().Replace("ชุดข้อมูลสมมติ", "ชื่อใหม่", StringComparison.Ordinal);
        var own = role == "anonymous" ? "/sign-in" : "/account";
        if (action == "file")
        {
            using var given = await browser.GiveAsync($"/datasets/{name}/main/file", own, Encoding.UTF8.GetBytes(ReviewServer.Csv + "3,สาม\r\n"), "new.csv");
            return Letter(given);
        }

        if (action is "fields" or "dictionary")
        {
            using var sent = await browser.PostAsync(action == "fields" ? $"/datasets/{name}/edit" : $"/datasets/{name}/main/dictionary", own, [.. Inputs(action, name), ("revision", revision)]);
            return Letter(sent);
        }

        using var answer = await browser.PostAsync(
            action == "edit" ? $"/datasets/{name}/edit/json" : $"/datasets/{name}/review?handler={action}",
            own,
            ("revision", revision), ("reason", "เหตุผล"), ("key", "main"), ("rule", "out-of-range"), ("form", form));
        return Letter(answer);
    }

    /// <summary>What the inputs of a page hold, with a change.</summary>
    private static IEnumerable<(string Name, string Value)> Inputs(string action, string name)
    {
        var inputs = action == "fields" ? FormSheet.Show(ReviewServer.Form(name).Json) : DictionarySheet.Show(ReviewServer.Dictionary);
        inputs.Set(action == "fields" ? "title.th" : "columns.0.label.th", "ชื่อใหม่");
        return inputs.Names.SelectMany(n => inputs.All(n).Select(v => (n, v)));
    }

    private static char Letter(HttpResponseMessage answer) => (int)answer.StatusCode switch
    {
        302 when answer.Headers.Location!.ToString().StartsWith("/sign-in", StringComparison.Ordinal) => 'k',
        200 or 302 => 'A',
        403 => 'r',
        404 => 'i',
        409 => 'n',
        410 => 'w',
        var status => throw new InvalidOperationException($"{status} is in no table."),
    };
}
