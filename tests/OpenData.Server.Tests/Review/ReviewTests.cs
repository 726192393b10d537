using System.Net;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using OpenData.Publishing.Verification;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.Tests.GraphQl;

namespace OpenData.Server.Tests.Review;

/// <summary>From a draft to a withdrawn dataset, and what happens on the way.</summary>
[Collection(ReviewCollection.Name)]
public sealed class ReviewTests(ReviewServer server)
{
    [Fact]
    public async Task From_a_form_to_the_public_and_away_again()
    {
        var form = ReviewServer.Form("whole-way", "unit").Json;
        await OkAsync("officer", HttpMethod.Post, "/api/v1/datasets", form);
        await OkAsync("officer", HttpMethod.Put, "/api/v1/datasets/whole-way/resources/main/dictionary", DictionaryDocument.Write(ReviewServer.Dictionary));
        using (var file = await server["officer"].PutAsync("/api/v1/datasets/whole-way/resources/main/file", new StringContent(ReviewServer.Csv, Encoding.UTF8, "text/csv")))
        {
            file.StatusCode.Should().Be(HttpStatusCode.OK, await file.Content.ReadAsStringAsync());
        }

        (await StatusAsync("anonymous", "/api/v1/data/whole-way/main")).Should().Be(404, "a staged file is nobody's business");
        await OkAsync("officer", HttpMethod.Post, "/api/v1/datasets/whole-way/submit");
        await OkAsync("approver", HttpMethod.Post, "/api/v1/datasets/whole-way/return", JObject.Parse("""{ "comments": [{ "field": "title", "text": "บอกปี" }, { "resource": "main", "column": "name", "text": "ชื่ออะไร" }] }"""));
        await OkAsync("officer", HttpMethod.Post, "/api/v1/datasets/whole-way/submit");
        await OkAsync("approver", HttpMethod.Post, "/api/v1/datasets/whole-way/approve");
        (await StatusAsync("anonymous", "/api/v1/datasets/whole-way")).Should().Be(404);
        await OkAsync("approver", HttpMethod.Post, "/api/v1/datasets/whole-way/publish");
        (await StatusAsync("anonymous", "/api/v1/data/whole-way/main")).Should().Be(200);
        await OkAsync("approver", HttpMethod.Post, "/api/v1/datasets/whole-way/withdraw", JObject.Parse("""{ "reason": "พบข้อผิดพลาดในต้นทาง" }"""));
        foreach (var address in new[] { "/api/v1/datasets/whole-way", "/api/v1/data/whole-way/main", "/api/v1/datasets/whole-way/resources/main/file", "/api/v1/datasets/whole-way/resources/main/report", "/datasets/whole-way" })
        {
            (await StatusAsync("anonymous", address)).Should().Be(410, address);
        }

        (await server["anonymous"].GetStringAsync("/api/v1/datasets?limit=100")).Should().NotContain("whole-way");
        var history = CatalogServer.Json(await server["auditor"].GetStringAsync("/api/v1/datasets/whole-way/review"));
        history["steps"]!.Select(s => (string)s["action"]!).Should().Equal("edit", "upload", "submit", "return", "submit", "approve", "publish", "withdraw");
        ((string)history["steps"]![3]!["comments"]![1]!["column"]!).Should().Be("name");

        var verification = await new Verifier(server.Store).RunAsync();
        verification.Found.Where(f => !f.IsNote && f.Object.Contains("whole-way", StringComparison.Ordinal)).Should().BeEmpty("the log tells of every change");
        verification.Found.Should().NotContain(f => f.Code == DiscrepancyCodes.BasisUnknown && f.Object.Contains("whole-way", StringComparison.Ordinal), "a staged file keeps the basis of its check");
        var log = await server.Store.Audit.ReadAsync().Where(e => e.Object.StartsWith("dataset/whole-way/", StringComparison.Ordinal)).ToListAsync();
        log.Where(e => e.Object.EndsWith("/state", StringComparison.Ordinal)).Select(e => $"{e.Actor.Kind} {e.Actor.Name} {e.Action}").Should().Equal(
            "account officer dataset.submitted",
            "account approver dataset.returned",
            "account officer dataset.submitted",
            "account approver dataset.approved",
            "account approver dataset.published",
            "account approver dataset.withdrawn");
        log.Should().ContainSingle(e => e.Action == AuditActions.ReleasePublished && e.Actor.Name == "approver");
    }

    [Theory]
    [InlineData("officer", 403)]
    [InlineData("approver", 403)]
    [InlineData("auditor", 200)]
    [InlineData("admin", 200)]
    [InlineData("anonymous", 401)]
    public async Task The_audit_log_is_for_those_who_see_everything(string who, int status) => (await StatusAsync(who, "/api/v1/audit?limit=1")).Should().Be(status);

    [Theory]
    [InlineData("officer", 403)]
    [InlineData("auditor", 403)]
    [InlineData("other", 403)]
    [InlineData("approver", 409)]
    public async Task An_older_release_is_brought_back_by_an_approver(string who, int status)
    {
        var name = await server.MakeAsync(DatasetState.Published);
        (await SendAsync(who, HttpMethod.Post, $"/api/v1/datasets/{name}/resources/main/releases/1/rollback")).Status.Should().Be(status, "release 1 answers already");
    }

    [Fact]
    public async Task A_comment_on_a_place_that_is_not_there_is_refused()
    {
        var name = await server.MakeAsync(DatasetState.Submitted);
        foreach (var comment in new[] { "{ \"field\": \"nothing\", \"text\": \"x\" }", "{ \"resource\": \"main\", \"column\": \"nothing\", \"text\": \"x\" }", "{ \"resource\": \"main\", \"finding\": \"nothing\", \"text\": \"x\" }" })
        {
            (await SendAsync("approver", HttpMethod.Post, $"/api/v1/datasets/{name}/return", JObject.Parse($"{{ \"comments\": [{comment}] }}"))).Should().Be((422, "invalid-document"));
        }

        (await SendAsync("approver", HttpMethod.Post, $"/api/v1/datasets/{name}/return")).Should().Be((422, "invalid-document"));
    }

    [Fact]
    public async Task Who_submits_does_not_approve_unless_the_organization_says_so()
    {
        await server.AddAsync("both", new Registry.Access.Grant(Registry.Access.Role.Admin, null));
        var name = await server.MakeAsync(DatasetState.Draft, "unit");
        await OkAsync("both", HttpMethod.Post, $"/api/v1/datasets/{name}/submit");
        (await SendAsync("both", HttpMethod.Post, $"/api/v1/datasets/{name}/approve")).Should().Be((403, "two-people"));
        (await server["both"].AskAsync($"mutation {{ approve(dataset: \"{name}\") {{ name }} }}", accept: Asking.Json)).Code.Should().Be("two-people");
        await OkAsync("admin", HttpMethod.Put, "/api/v1/organizations/unit/review", JObject.Parse("""{ "onePersonMayApprove": true }"""));
        await OkAsync("both", HttpMethod.Post, $"/api/v1/datasets/{name}/approve");
        await OkAsync("admin", HttpMethod.Put, "/api/v1/organizations/unit/review", JObject.Parse("""{ "onePersonMayApprove": false }"""));
    }

    [Fact]
    public async Task A_change_of_what_is_reviewed_waits_beside_what_is_published()
    {
        var name = await server.MakeAsync(DatasetState.Published);
        var before = await server["anonymous"].GetStringAsync("/api/v1/datasets/" + name);
        var form = (JObject)ReviewServer.Form(name).Json.DeepClone();
        form["title"] = "ชื่อที่รออนุมัติ";
        await OkAsync("officer", HttpMethod.Put, "/api/v1/datasets/" + name, form, "*");
        var other = DictionaryDocument.Read("""{"columns":[{"name":"id","type":"integer","description":"ลำดับ"},{"name":"name","type":"text","description":"ชื่อเต็ม"}]}""").Value!;
        await OkAsync("officer", HttpMethod.Put, $"/api/v1/datasets/{name}/resources/main/dictionary", DictionaryDocument.Write(other));
        (await server["anonymous"].GetStringAsync("/api/v1/datasets/" + name)).Should().Be(before, "not even a date or a version changes for the public");
        (await server["anonymous"].AskAsync("{ datasets(search: \"รออนุมัติ\") { totalCount } }")).Data.ToString(Formatting.None).Should().Contain("\"totalCount\":0");

        await OkAsync("officer", HttpMethod.Post, $"/api/v1/datasets/{name}/submit");
        await OkAsync("approver", HttpMethod.Post, $"/api/v1/datasets/{name}/approve");
        (await SendAsync("approver", HttpMethod.Post, $"/api/v1/datasets/{name}/publish")).Should().Be((422, "gate-closed"), "the file was checked against the old dictionary");
        using (var file = await server["officer"].PutAsync($"/api/v1/datasets/{name}/resources/main/file", new StringContent(ReviewServer.Csv, Encoding.UTF8, "text/csv")))
        {
            file.StatusCode.Should().Be(HttpStatusCode.OK, await file.Content.ReadAsStringAsync());
        }

        (await server["anonymous"].GetStringAsync("/api/v1/datasets/" + name)).Should().Be(before);
        await OkAsync("approver", HttpMethod.Post, $"/api/v1/datasets/{name}/publish");
        (await server["anonymous"].GetStringAsync("/api/v1/datasets/" + name)).Should().Contain("ชื่อที่รออนุมัติ");
        (await server.FindAsync(name)).Resources[0].Current!.Number.Should().Be(2, "what was staged left no gap");
    }

    [Fact]
    public async Task A_change_of_words_that_nobody_reviews_and_a_new_file_need_no_approval()
    {
        var name = await server.MakeAsync(DatasetState.Published);
        var form = (JObject)ReviewServer.Form(name).Json.DeepClone();
        form["last_updated_date"] = "2026-01-01";
        await OkAsync("officer", HttpMethod.Put, "/api/v1/datasets/" + name, form, "*");
        (await server["anonymous"].GetStringAsync("/api/v1/datasets/" + name)).Should().Contain("2026-01-01");
        using var file = await server["officer"].PutAsync($"/api/v1/datasets/{name}/resources/main/file", new StringContent(ReviewServer.Csv + "3,สาม\r\n", Encoding.UTF8, "text/csv"));
        file.StatusCode.Should().Be(HttpStatusCode.OK);
        (await server["anonymous"].GetStringAsync($"/api/v1/data/{name}/main")).Should().Contain("สาม");
    }

    [Fact]
    public async Task Editing_what_was_approved_begins_the_review_anew()
    {
        var name = await server.MakeAsync(DatasetState.Approved);
        var form = (JObject)ReviewServer.Form(name).Json.DeepClone();
        form["data_source"] = "ที่อื่น";
        await OkAsync("officer", HttpMethod.Put, "/api/v1/datasets/" + name, form, "*");
        (await server.FindAsync(name)).State.Should().Be(DatasetState.Draft);
        (await SendAsync("approver", HttpMethod.Post, $"/api/v1/datasets/{name}/publish")).Should().Be((409, "wrong-state"));
    }

    [Fact]
    public async Task Two_people_who_edit_at_once_lose_nothing()
    {
        var name = await server.MakeAsync(DatasetState.Draft);
        var form = (JObject)ReviewServer.Form(name).Json.DeepClone();
        (await SendAsync("officer", HttpMethod.Put, "/api/v1/datasets/" + name, form)).Should().Be((428, "version-required"));
        using var read = await server["officer"].GetAsync("/api/v1/datasets/" + name);
        var tag = read.Headers.ETag!.ToString();
        form["title"] = "คนแรก";
        await OkAsync("officer", HttpMethod.Put, "/api/v1/datasets/" + name, form, tag);
        form["title"] = "คนที่สอง";
        (await SendAsync("officer", HttpMethod.Put, "/api/v1/datasets/" + name, form, tag)).Should().Be((412, "changed-in-between"));
        (await server.FindAsync(name)).Form.Title.Th.Should().Be("คนแรก");
        (await SendAsync("officer", HttpMethod.Post, $"/api/v1/datasets/{name}/submit", JObject.Parse("""{ "revision": 1 }"""))).Should().Be((412, "changed-in-between"));
    }

    [Fact]
    public async Task An_exception_with_a_reason_lets_a_file_pass_and_every_face_shows_it()
    {
        var name = await server.MakeAsync(DatasetState.Draft, withFile: false);
        var bounded = DictionaryDocument.Read("""{"columns":[{"name":"id","type":"integer","description":"ลำดับ","maximum":1},{"name":"name","type":"text","description":"ชื่อ"}]}""").Value!;
        await OkAsync("officer", HttpMethod.Put, $"/api/v1/datasets/{name}/resources/main/dictionary", DictionaryDocument.Write(bounded));
        (await UploadAsync(name)).Should().Be(422);
        (await SendAsync("approver", HttpMethod.Post, $"/api/v1/datasets/{name}/resources/main/exceptions", JObject.Parse("""{ "rule": "personal-data", "reason": "x" }"""))).Should().Be((422, "invalid-document"));
        (await SendAsync("approver", HttpMethod.Post, $"/api/v1/datasets/{name}/resources/main/exceptions", JObject.Parse("""{ "rule": "out-of-range" }"""))).Should().Be((422, "invalid-document"));
        await OkAsync("approver", HttpMethod.Post, $"/api/v1/datasets/{name}/resources/main/exceptions", JObject.Parse("""{ "rule": "out-of-range", "reason": "ค่าจริงจากต้นทาง" }"""));
        (await UploadAsync(name)).Should().Be(200);
        await OkAsync("officer", HttpMethod.Post, $"/api/v1/datasets/{name}/submit");
        await OkAsync("approver", HttpMethod.Post, $"/api/v1/datasets/{name}/approve");
        await OkAsync("approver", HttpMethod.Post, $"/api/v1/datasets/{name}/publish");
        (await server["anonymous"].GetStringAsync("/api/v1/datasets/" + name)).Should().Contain("ค่าจริงจากต้นทาง");
        (await server["anonymous"].GetStringAsync("/datasets/" + name)).Should().Contain("ค่าจริงจากต้นทาง");
        (await server["anonymous"].AskAsync($"{{ dataset(name: \"{name}\") {{ resources {{ exceptions {{ rule reason }} }} }} }}")).Data.ToString(Formatting.None).Should().Contain("ค่าจริงจากต้นทาง");
    }

    [Fact]
    public async Task The_gate_lists_every_reason_and_personal_data_are_never_let_through()
    {
        var name = await server.MakeAsync(DatasetState.Approved, withFile: false);
        var form = (JObject)ReviewServer.Form(name).Json.DeepClone();
        form["data_category"] = "internal";
        form["license_id"] = "not-specified";
        var changed = (await server.Store.Registry.SaveDatasetAsync(new DatasetForm(form), Store.ResourceDraft.Of(new DatasetForm(form)), null))!;
        changed.State.Should().Be(DatasetState.Approved);
        using var refused = await RequestAsync("approver", HttpMethod.Post, $"/api/v1/datasets/{name}/publish");
        var problem = CatalogServer.Json(await refused.Content.ReadAsStringAsync());
        problem["errors"]!.Select(e => (string)e["code"]!).Should().Equal("not-open", "not-open", "no-file");
        problem["errors"]!.Should().OnlyContain(e => ((string)e["fix"]!).Length > 0);
        var personal = await server.MakeAsync(DatasetState.Approved, withFile: false);
        (await UploadAsync(personal, "id,name\r\n1,saraban@example.go.th\r\n2,someone.else@example.com\r\n")).Should().Be(422);
        using var again = await RequestAsync("approver", HttpMethod.Post, $"/api/v1/datasets/{personal}/publish");
        (await again.Content.ReadAsStringAsync()).Should().Contain("\"personal-data\"");
    }

    [Fact]
    public async Task A_draft_is_in_no_list_count_search_error_schema_or_export()
    {
        foreach (var state in new[] { DatasetState.Draft, DatasetState.Submitted, DatasetState.Returned, DatasetState.Approved, DatasetState.Withdrawn })
        {
            var name = await server.MakeAsync(state, "elsewhere");
            foreach (var who in new[] { "anonymous", "officer" })
            {
                foreach (var address in new[] { "/api/v1/datasets?limit=100&q=สมมติ", "/api/v1/datasets?organization=elsewhere&limit=100", "/", "/?q=" + name, "/api/v1/organizations" })
                {
                    var listed = await server[who].GetStringAsync(address);
                    // The asked words come back in the search box, its links, and where another word is tried in their place.
                    listed.Replace($"value=\"{name}\"", "", StringComparison.Ordinal).Replace($"q={name}", "", StringComparison.Ordinal).Replace($"<q>{name}</q>", "", StringComparison.Ordinal).Should().NotContain(name, "{0} asks {1}", who, address);
                }

                var asked = await server[who].AskAsync("{ datasets(first: 100) { totalCount nodes { name } } organizations { name datasetCount } __schema { types { name } queryType { fields { name } } } }", accept: Asking.Json);
                asked.Json.ToString().Should().NotContain(name).And.NotContain(name.Replace("-", "_", StringComparison.Ordinal)).And.NotContain("\"elsewhere\"");
                foreach (var address in new[] { $"/graphql/{name}/schema.graphql", $"/organizations/elsewhere" })
                {
                    (await StatusAsync(who, address)).Should().Be(404, address);
                }
            }

            (await server["other"].GetStringAsync("/api/v1/datasets?organization=elsewhere&limit=100")).Should().Contain(name);
        }
    }

    private async Task<int> UploadAsync(string name, string csv = ReviewServer.Csv)
    {
        using var file = await server["officer"].PutAsync($"/api/v1/datasets/{name}/resources/main/file", new StringContent(csv, Encoding.UTF8, "text/csv"));
        return (int)file.StatusCode;
    }

    private async Task<int> StatusAsync(string who, string address)
    {
        using var answer = await server[who].GetAsync(address);
        return (int)answer.StatusCode;
    }

    private async Task OkAsync(string who, HttpMethod method, string address, JToken? body = null, string? ifMatch = null)
    {
        using var answer = await RequestAsync(who, method, address, body, ifMatch);
        ((int)answer.StatusCode).Should().BeInRange(200, 299, "{0} {1}: {2}", method, address, await answer.Content.ReadAsStringAsync());
    }

    private async Task<(int Status, string Code)> SendAsync(string who, HttpMethod method, string address, JToken? body = null, string? ifMatch = null)
    {
        using var answer = await RequestAsync(who, method, address, body, ifMatch);
        return ((int)answer.StatusCode, (string?)CatalogServer.Json(await answer.Content.ReadAsStringAsync())["code"] ?? "");
    }

    private async Task<HttpResponseMessage> RequestAsync(string who, HttpMethod method, string address, JToken? body = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Content = body is null ? null : new StringContent(body.ToString(), Encoding.UTF8, "application/json");
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return await server[who].SendAsync(request);
    }
}
