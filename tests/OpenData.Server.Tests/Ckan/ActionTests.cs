using System.Net;
using System.Text;
using Newtonsoft.Json.Linq;

namespace OpenData.Server.Tests.Ckan;

/// <summary>The Action API's envelopes, statuses and ways to send arguments, as <c>ckan/views/api.py</c> has them.</summary>
[Collection(CatalogCollection.Name)]
public class ActionTests(CatalogServer catalog)
{
    private HttpClient Client => catalog.Reader;

    [Theory]
    [InlineData("/api/3")]
    [InlineData("/api")]
    public async Task The_root_tells_the_version(string address) =>
        (await Client.GetStringAsync(new Uri(address, UriKind.Relative))).Should().Be("{\"version\":3}");

    [Fact]
    public async Task Site_status_licences_and_help_are_told()
    {
        ((bool)await Client.CallAsync("site_read")).Should().BeTrue();
        var status = await Client.CallAsync("status_show");
        ((string)status["site_url"]!).Should().Be(Client.BaseAddress!.ToString().TrimEnd('/'));
        status["extensions"]!.Values<string>().Should().Contain("datastore");
        (await Client.CallAsync("license_list")).Single(l => (string)l["id"]! == "Creative Commons Attributions")["isopen"]!.Value<bool>().Should().BeTrue();
        ((string)(await Client.GetAsync("help_show", "name=package_show&lang=en"))!).Should().Contain("One dataset");
        (await Client.RefusedAsync(HttpStatusCode.NotFound, "help_show", new { name = "nothing" }))["message"]!.Value<string>().Should().Be("Not found: Action function not found");
    }

    [Fact]
    public async Task Every_way_to_send_arguments_says_the_same()
    {
        var byGet = await Client.GetAsync("package_show", "id=places");
        foreach (var (body, type, query) in new[]
        {
            ("{\"id\":\"places\"}", "application/json", ""),
            ("{\"id\":\"places\"}", "application/x-www-form-urlencoded", ""),
            ("%7B%22id%22%3A%22places%22%7D=1", "application/x-www-form-urlencoded", ""),
            ("id=places", "application/x-www-form-urlencoded", ""),
            ("--b\r\nContent-Disposition: form-data; name=\"id\"\r\n\r\nplaces\r\n--b--\r\n", "multipart/form-data; boundary=b", ""),
            ("", "application/json", "?id=places"),
        })
        {
            foreach (var root in (string[])["/api/action/", "/api/3/action/"])
            {
                using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
                content.Headers.TryAddWithoutValidation("Content-Type", type);
                using var answer = await Client.PostAsync(new Uri($"{root}package_show{query}", UriKind.Relative), content);
                var text = await answer.Content.ReadAsStringAsync();
                answer.StatusCode.Should().Be(HttpStatusCode.OK, "{0} as {1}: {2}", body, type, text);
                JToken.DeepEquals(CatalogServer.Json(text)["result"], byGet).Should().BeTrue();
            }
        }
    }

    [Fact]
    public async Task A_package_has_the_keys_of_CKAN()
    {
        var package = (JObject)await Client.CallAsync("package_show", new { id = "places", use_default_schema = true });
        package.Properties().Select(p => p.Name).Should().Contain(
        [
            "id", "name", "title", "version", "url", "author", "author_email", "maintainer", "maintainer_email", "notes", "license_id", "license_title", "isopen", "type", "state", "private", "owner_org",
            "organization", "creator_user_id", "metadata_created", "metadata_modified", "num_resources", "num_tags", "tags", "groups", "resources", "extras", "relationships_as_subject", "relationships_as_object",
        ]);
        ((string)package["metadata_modified"]!).Should().MatchRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$");
        ((string)package["organization"]!["title"]!).Should().Be("กระทรวงมหาดไทย");
        ((string)package["data_type"]!).Should().Be("ข้อมูลระเบียน");
        package["extras"]!.Should().BeEmpty();
        var resource = (JObject)package["resources"]![0]!;
        resource.Properties().Select(p => p.Name).Should().Contain(
        [
            "id", "package_id", "position", "name", "description", "format", "url", "url_type", "resource_type", "mimetype", "mimetype_inner", "size", "hash", "created", "last_modified", "metadata_modified",
            "cache_url", "cache_last_updated", "state", "datastore_active",
        ]);
        (await Client.GetByteArrayAsync(new Uri((string)resource["url"]!))).Should().Equal(CatalogServer.Original);
        JToken.DeepEquals(await Client.CallAsync("resource_show", new { id = (string)resource["id"]! }), resource).Should().BeTrue();
        JToken.DeepEquals(await Client.CallAsync("package_show", new { id = (string)package["id"]! }), package).Should().BeTrue();
    }

    [Theory]
    [InlineData("package_show", "{}", 409, "{\"id\":[\"Missing value\"],\"__type\":\"Validation Error\"}")]
    [InlineData("package_show", "{\"id\":\"hidden\"}", 404, "{\"__type\":\"Not Found Error\",\"message\":\"Not found\"}")]
    [InlineData("package_show", "{\"id\":\"nothing\"}", 404, "{\"__type\":\"Not Found Error\",\"message\":\"Not found\"}")]
    [InlineData("organization_show", "{\"id\":\"secret-office\"}", 404, "{\"__type\":\"Not Found Error\",\"message\":\"Not found\"}")]
    [InlineData("resource_show", "{\"id\":\"00000000-0000-0000-0000-000000000000\"}", 404, "{\"__type\":\"Not Found Error\",\"message\":\"Not found\"}")]
    [InlineData("package_search", "{\"rows\":\"many\"}", 409, "{\"rows\":[\"Invalid integer\"],\"__type\":\"Validation Error\"}")]
    [InlineData("package_search", "{\"rows\":-1}", 409, "{\"rows\":[\"Must be a natural number\"],\"__type\":\"Validation Error\"}")]
    [InlineData("package_search", "{\"sort\":\"name sideways\"}", 400, "{\"__type\":\"Search Query Error\",\"message\":\"Search Query is invalid: 'Invalid \\\"sort\\\" parameter'\"}")]
    [InlineData("package_search", "{\"wrong\":1}", 400, "{\"__type\":\"Search Query Error\",\"message\":\"Search Query is invalid: \\\"Invalid search parameters: ['wrong']\\\"\"}")]
    [InlineData("package_search", "{\"fq\":\"{!join}x\"}", 409, "{\"__type\":\"Search Error\",\"message\":\"Search error: 'Local parameters are not supported.'\"}")]
    [InlineData("datastore_search", "{\"resource_id\":\"nothing\"}", 404, "{\"__type\":\"Not Found Error\",\"message\":\"Not found: Resource \\\"nothing\\\" was not found.\"}")]
    [InlineData("datastore_search", "{\"resource_id\":\"x\",\"wrong\":1}", 409, "{\"__extras\":[\"The input field wrong was not expected.\"],\"__type\":\"Validation Error\"}")]
    [InlineData("resource_search", "{\"query\":\"format\"}", 409, "{\"query\":[\"Must be <field>:<value> pair(s)\"],\"__type\":\"Validation Error\"}")]
    public async Task A_refusal_is_CKANs(string action, string arguments, int status, string error) =>
        (await Client.RefusedAsync((HttpStatusCode)status, action, arguments)).ToString(Newtonsoft.Json.Formatting.None).Should().Be(error);

    [Theory]
    [InlineData("no_such_action", "{}", "\"Bad request: Action name not known: no_such_action\"")]
    [InlineData("package_show", "[1]", "\"Bad request: JSON Error: Request data JSON decoded to [1] but it needs to be a dictionary.\"")]
    [InlineData("package_show", "{\"id\":", "\"Bad request: JSON Error: Error decoding JSON data.\"")]
    public async Task What_does_not_reach_an_action_is_a_bare_text(string action, string body, string expected)
    {
        using var answer = await Client.PostAsync(action, body);
        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).Should().Be(expected);
    }

    [Fact]
    public async Task Sql_is_refused_with_what_does_the_same()
    {
        var error = await Client.RefusedAsync(HttpStatusCode.Forbidden, "datastore_search_sql", new { sql = "SELECT 1" });
        ((string)error["__type"]!).Should().Be("Authorization Error");
        ((string)error["message"]!).Should().Contain("aggregate").And.Contain("datastore_search");
        ((string)(await Client.RefusedAsync(HttpStatusCode.Forbidden, "user_list"))["__type"]!).Should().Be("Authorization Error");
    }

    [Fact]
    public async Task A_callback_gets_a_script_and_one_that_is_no_name_gets_none()
    {
        using var answer = await Client.GetAsync(new Uri("/api/3/action/package_list?callback=jQuery111.done_1", UriKind.Relative));
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/javascript");
        var script = await answer.Content.ReadAsStringAsync();
        script.Should().StartWith("/**/jQuery111.done_1({").And.EndWith("});");
        CatalogServer.Json(script["/**/jQuery111.done_1(".Length..^2])["result"]!.Values<string>().Should().Contain("places");
        foreach (var wrong in (string[])["alert(1)", "a;b", "", "1a", "a..b", "<script>", new string('a', 200)])
        {
            using var refused = await Client.GetAsync(new Uri("/api/3/action/package_list?callback=" + Uri.EscapeDataString(wrong), UriKind.Relative));
            refused.StatusCode.Should().Be(HttpStatusCode.BadRequest, wrong);
            refused.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
        }

        // A token is not for scripts of other sites.
        using var borrowed = await catalog.Writer.GetAsync(new Uri("/api/3/action/package_show?id=hidden&callback=f", UriKind.Relative));
        borrowed.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Pages_of_other_sites_may_ask_by_POST_and_HEAD_says_what_GET_would()
    {
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/api/3/action/datastore_search");
        preflight.Headers.Add("Origin", "https://example.org");
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "content-type");
        using var allowed = await Client.SendAsync(preflight);
        allowed.Headers.GetValues("Access-Control-Allow-Origin").Should().Equal("*");
        allowed.Headers.GetValues("Access-Control-Allow-Methods").Single().Should().Contain("POST");
        using var head = new HttpRequestMessage(HttpMethod.Head, "/api/3/action/package_list");
        using var known = await Client.SendAsync(head);
        known.StatusCode.Should().Be(HttpStatusCode.OK);
        known.Headers.ETag.Should().NotBeNull();
        (await known.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/3/action/package_list");
        again.Headers.IfNoneMatch.Add(known.Headers.ETag!);
        using var unchanged = await Client.SendAsync(again);
        unchanged.StatusCode.Should().Be(HttpStatusCode.NotModified);
    }
}
