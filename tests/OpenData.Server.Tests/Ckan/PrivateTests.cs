using System.Net;
using OpenData.Registry;
using OpenData.Registry.Access;
using OpenData.Server.Tests.Review;

namespace OpenData.Server.Tests.Ckan;

/// <summary>What is not published, tokens as CKAN's clients send them, and harvests that come again.</summary>
public sealed class PrivateTests(ReviewServer server) : IClassFixture<ReviewServer>
{
    [Fact]
    public async Task A_draft_is_for_its_office_alone_by_either_header()
    {
        var draft = await server.MakeAsync(DatasetState.Draft);
        var token = server["officer"].DefaultRequestHeaders.Authorization!.Parameter!;
        foreach (var header in (string[])["Authorization", "X-CKAN-API-Key"])
        {
            using var client = server.Client(null);
            client.DefaultRequestHeaders.TryAddWithoutValidation(header, token);
            var package = await client.CallAsync("package_show", new { id = draft });
            ((bool)package["private"]!).Should().BeTrue();
            ((string)package["state"]!).Should().Be("draft");
            ((int)(await client.CallAsync("package_search", new { fq = $"name:{draft}" }))["count"]!).Should().Be(0);
            ((int)(await client.CallAsync("package_search", new { fq = $"name:{draft}", include_private = true }))["count"]!).Should().Be(1);
        }

        foreach (var who in (string[])["anonymous", "other"])
        {
            await server[who].RefusedAsync(HttpStatusCode.NotFound, "package_show", new { id = draft });
            ((int)(await server[who].CallAsync("package_search", new { fq = $"name:{draft}", include_private = true, include_drafts = true, include_deleted = true }))["count"]!).Should().Be(0);
            (await server[who].CallAsync("package_list", new { include_private = true, include_drafts = true }))!.Values<string>().Should().NotContain(draft);
        }

        var resource = (await server.FindAsync(draft)).Resources[0].Id;
        await server["anonymous"].RefusedAsync(HttpStatusCode.NotFound, "resource_show", new { id = resource });
        await server["anonymous"].RefusedAsync(HttpStatusCode.NotFound, "datastore_search", new { resource_id = resource });
        await server["officer"].RefusedAsync(HttpStatusCode.NotFound, "datastore_search", new { resource_id = resource });
    }

    [Fact]
    public async Task A_token_that_opens_nothing_is_refused_in_CKANs_words()
    {
        using var client = server.Client("no-such-token");
        var error = await client.RefusedAsync(HttpStatusCode.Forbidden, "package_list");
        ((string)error["__type"]!).Should().Be("Authorization Error");
        using var dump = await client.GetAsync(new Uri($"/datastore/dump/{Guid.NewGuid()}", UriKind.Relative));
        dump.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_harvest_that_comes_again_is_given_what_has_changed_and_a_withdrawn_dataset_is_gone()
    {
        var name = await server.MakeAsync(DatasetState.Published);
        var untouched = await server.MakeAsync(DatasetState.Published);
        var before = await ModifiedAsync(name);
        server.Clock.Move(TimeSpan.FromHours(2));
        var since = server.Clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", System.Globalization.CultureInfo.InvariantCulture);
        (await ChangedAsync(since)).Should().BeEmpty();

        // New data.
        server.Clock.Move(TimeSpan.FromMinutes(1));
        using (var file = new StringContent("id,name\r\n1,หนึ่ง\r\n2,สอง\r\n3,สาม\r\n"))
        using (var sent = await server["configuration"].PutAsync(new Uri($"/api/v1/datasets/{name}/resources/main/file?name=data.csv", UriKind.Relative), file))
        {
            sent.StatusCode.Should().Be(HttpStatusCode.OK, await sent.Content.ReadAsStringAsync());
        }

        (await ChangedAsync(since)).Should().Equal(name);
        var between = await ModifiedAsync(name);
        string.CompareOrdinal(between, before).Should().BePositive();
        (await ChangedAsync(between)).Should().Equal(name);

        // New metadata.
        server.Clock.Move(TimeSpan.FromMinutes(1));
        var form = (Newtonsoft.Json.Linq.JObject)ReviewServer.Form(name).Json.DeepClone();
        form["notes"] = "เปลี่ยนคำอธิบาย";
        using (var sent = await server["configuration"].PutAsync(new Uri($"/api/v1/datasets/{name}", UriKind.Relative), new StringContent(form.ToString(), System.Text.Encoding.UTF8, "application/json")))
        {
            sent.IsSuccessStatusCode.Should().BeTrue(await sent.Content.ReadAsStringAsync());
        }

        string.CompareOrdinal(await ModifiedAsync(name), between).Should().BePositive();

        var withdrawn = await server.MakeAsync(DatasetState.Withdrawn);
        await server["anonymous"].RefusedAsync(HttpStatusCode.NotFound, "package_show", new { id = withdrawn });
        await server["anonymous"].RefusedAsync(HttpStatusCode.NotFound, "datastore_info", new { id = (await server.FindAsync(withdrawn)).Resources[0].Id });
        (await server["anonymous"].CallAsync("package_list"))!.Values<string>().Should().NotContain(withdrawn).And.Contain([name, untouched]);
    }

    [Fact]
    public async Task An_agency_with_units_is_a_group_with_the_datasets_of_all()
    {
        var own = await server.MakeAsync(DatasetState.Published);
        var units = await server.MakeAsync(DatasetState.Published, "unit");
        (await server["anonymous"].CallAsync("group_list"))!.Values<string>().Should().Equal("office");
        var found = (await server["anonymous"].CallAsync("package_search", new { fq = "groups:office", rows = 1000 }))["results"]!.Select(p => (string)p["name"]!);
        found.Should().Contain([own, units]);
        var unit = await server["anonymous"].CallAsync("organization_show", new { id = "unit", include_datasets = true });
        unit["packages"]!.Select(p => (string)p["name"]!).Should().Equal(units);
        unit["groups"]!.Select(g => (string)g["name"]!).Should().Equal("office");
        unit["users"]!.Should().BeEmpty();
        ((int)(await server["anonymous"].CallAsync("group_show", new { id = "office" }))["package_count"]!).Should().BeGreaterThan(1);
        await server["anonymous"].RefusedAsync(HttpStatusCode.NotFound, "group_show", new { id = "unit" });
    }

    private async Task<string> ModifiedAsync(string name) => (string)(await server["anonymous"].CallAsync("package_show", new { id = name }))["metadata_modified"]!;

    private async Task<IReadOnlyList<string>> ChangedAsync(string since) =>
        [.. (await server["anonymous"].GetAsync("package_search", $"rows=100&start=0&sort=id+asc&fq=organization%3Aoffice+OR+organization%3Aelsewhere+metadata_modified%3A%5B{Uri.EscapeDataString(since)}Z+TO+%2A%5D"))["results"]!.Select(p => (string)p["name"]!)];
}
