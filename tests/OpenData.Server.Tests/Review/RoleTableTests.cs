using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Server.Tests.GraphQl;

namespace OpenData.Server.Tests.Review;

/// <summary>
/// Every role × every action × every state, by REST and by GraphQL. The tables are written by hand, from the documents: A allowed,
/// n not in this state (409), r refused (403), w withdrawn (410), i invisible (404), k a token is needed (401).
/// </summary>
[Collection(ReviewCollection.Name)]
public sealed class RoleTableTests(ReviewServer server)
{
    private static readonly string[] Actions = ["see", "edit", "upload", "except", "submit", "approve", "return", "publish", "withdraw"];

    /// <summary>For each role, a line for each action; in a line the states draft, submitted, returned, approved, published, withdrawn.</summary>
    private static readonly Dictionary<string, string[]> Expected = new()
    {
        ["anonymous"] = ["iiiiAw", "kkkkkk", "kkkkkk", "kkkkkk", "kkkkkk", "kkkkkk", "kkkkkk", "kkkkkk", "kkkkkk"],
        ["other"] = ["iiiiAw", "iiiirw", "iiiirw", "iiiirw", "iiiirw", "iiiirw", "iiiirw", "iiiirw", "iiiirw"],
        ["officer"] = ["AAAAAA", "AAAAAA", "AAAAAA", "rrrrrr", "AnAnnA", "rrrrrr", "rrrrrr", "rrrrrr", "rrrrrr"],
        ["approver"] = ["AAAAAA", "rrrrrr", "rrrrrr", "AAAAAA", "rrrrrr", "nAnnnn", "nAnAnn", "nnnAnn", "nnnnAn"],
        ["auditor"] = ["AAAAAA", "rrrrrr", "rrrrrr", "rrrrrr", "rrrrrr", "rrrrrr", "rrrrrr", "rrrrrr", "rrrrrr"],
        ["admin"] = ["AAAAAA", "AAAAAA", "AAAAAA", "AAAAAA", "AnAnnA", "nAnnnn", "nAnAnn", "nnnAnn", "nnnnAn"],
    };

    public static TheoryData<string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var role in Expected.Keys)
            {
                foreach (var action in Actions)
                {
                    rows.Add(role, action);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task By_REST_a_role_may_do_what_the_table_says_and_nothing_else(string role, string action)
    {
        var answers = "";
        foreach (var state in Enum.GetValues<DatasetState>())
        {
            var name = await server.MakeAsync(state);
            var before = await server.FindAsync(name);
            using var answer = await server[role].SendAsync(Rest(action, name));
            var text = await answer.Content.ReadAsStringAsync();
            var letter = Letter((int)answer.StatusCode, text);
            answers += letter;
            var after = await server.FindAsync(name);
            (letter == 'A' || after.Revision == before.Revision).Should().BeTrue("what was refused has changed nothing");
            if (letter == 'i')
            {
                text.Should().Contain("unknown-dataset").And.NotContain("สมมติ");
            }
        }

        answers.Should().Be(Expected[role][Array.IndexOf(Actions, action)], "{0} who would {1}", role, action);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    [Trait("Store", "None")] // As by REST, the store is asked the same.
    public async Task By_GraphQL_too(string role, string action)
    {
        if (action is "upload" or "except")
        {
            return;
        }

        var answers = "";
        foreach (var state in Enum.GetValues<DatasetState>())
        {
            var name = await server.MakeAsync(state);
            var answer = await server[role].AskAsync(GraphQl(action, name), accept: Asking.Json);
            answers += action == "see"
                ? answer.Data["dataset"]!.Type == JTokenType.Null ? 'i' : 'A'
                : answer.Json["errors"] is null ? 'A' : LetterOf(answer.Code);
        }

        // A field that is null tells no reason: what was withdrawn is as absent as what never was.
        var expected = Expected[role][Array.IndexOf(Actions, action)];
        answers.Should().Be(action == "see" ? expected.Replace('w', 'i') : expected, "{0} who would {1}", role, action);
    }

    private static HttpRequestMessage Rest(string action, string name)
    {
        var dataset = "/api/v1/datasets/" + name;
        var request = action switch
        {
            "see" => new HttpRequestMessage(HttpMethod.Get, dataset),
            "edit" => new HttpRequestMessage(HttpMethod.Put, dataset) { Content = Json(Changed(name)) },
            "upload" => new HttpRequestMessage(HttpMethod.Put, dataset + "/resources/main/file") { Content = new StringContent(ReviewServer.Csv + "3,สาม\r\n", Encoding.UTF8, "text/csv") },
            "except" => new HttpRequestMessage(HttpMethod.Post, dataset + "/resources/main/exceptions") { Content = Json(new { rule = "out-of-range", reason = "ค่าจริงจากต้นทาง" }) },
            _ => new HttpRequestMessage(HttpMethod.Post, $"{dataset}/{action}") { Content = Json(new { reason = "เหตุผล" }) },
        };
        if (action == "edit")
        {
            request.Headers.TryAddWithoutValidation("If-Match", "*");
        }

        return request;
    }

    private static JObject Changed(string name)
    {
        var form = (JObject)ReviewServer.Form(name).Json.DeepClone();
        form["title"] = "ชื่อใหม่ของชุดข้อมูล";
        return form;
    }

    private static string GraphQl(string action, string name) => action switch
    {
        "see" => $"{{ dataset(name: \"{name}\") {{ name }} }}",
        "edit" => $"mutation {{ updateDataset(dataset: {{ name: \"{name}\", title: {{ th: \"ชื่อใหม่\" }}, organization: {{ name: \"office\" }}, resources: [{{ key: \"main\", name: {{ th: \"ตาราง\" }} }}] }}) {{ name }} }}",
        "return" or "withdraw" => $"mutation {{ {action}(dataset: \"{name}\", reason: \"เหตุผล\") {{ name }} }}",
        _ => $"mutation {{ {action}(dataset: \"{name}\") {{ name }} }}",
    };

    private static StringContent Json(object value) => new(value as string ?? JsonConvert.SerializeObject(value), Encoding.UTF8, "application/json");

    private static char Letter(int status, string text) => status switch
    {
        < 300 => 'A',
        _ => LetterOf((string)CatalogServer.Json(text)["code"]!),
    };

    private static char LetterOf(string code) => code switch
    {
        "unknown-dataset" => 'i',
        "forbidden" => 'r',
        "wrong-state" => 'n',
        "withdrawn" => 'w',
        "token-required" => 'k',
        _ => throw new InvalidOperationException($"{code} is in no table."),
    };
}
