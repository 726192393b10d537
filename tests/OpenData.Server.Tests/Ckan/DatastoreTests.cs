using System.Net;
using System.Xml.Linq;
using Newtonsoft.Json.Linq;

namespace OpenData.Server.Tests.Ckan;

/// <summary>The DataStore over <c>places</c> (five rows, one of them empty but for its id) and <c>big</c>.</summary>
[Collection(CatalogCollection.Name)]
public class DatastoreTests(CatalogServer catalog) : IAsyncLifetime
{
    private string places = "";
    private string big = "";

    private HttpClient Client => catalog.Reader;

    public async Task InitializeAsync()
    {
        places = (await catalog.Store.Registry.FindDatasetAsync("places"))!.Resources[0].Id.ToString();
        big = (await catalog.Store.Registry.FindDatasetAsync("big"))!.Resources[0].Id.ToString();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_page_has_fields_records_and_total()
    {
        var page = (JObject)await Client.CallAsync("datastore_search", new { resource_id = places, limit = 2 });
        page["fields"]!.Select(f => $"{f["id"]} {f["type"]}").Should().Equal(
            "_id int", "id int", "name text", "code text", "price numeric", "ratio float", "active bool", "day date", "moment timestamp", "hour time", "year int");
        ((string)page["fields"]![2]!["info"]!["label"]!).Should().Be("ป้าย name");
        ((string)page["fields"]![2]!["info"]!["notes"]!).Should().Be("คำอธิบาย name");
        ((long)page["total"]!).Should().Be(5);
        page["records"]!.Count().Should().Be(2);
        page["records"]![0]!.ToString(Newtonsoft.Json.Formatting.None).Should().Be(
            """{"_id":1,"id":1,"name":"เชียงใหม่","code":"01","price":10.5,"ratio":0.5,"active":true,"day":"2024-01-31","moment":"2024-01-31T08:30:00","hour":"08:30","year":2024}""");
        var rest = await Client.GetAsync("datastore_search", $"id={places}&limit=2&offset=4");
        rest["records"]!.Select(r => (int)r["_id"]!).Should().Equal(5);
        ((string)rest["_links"]!["start"]!).Should().Be($"/api/3/action/datastore_search?id={places}&limit=2");
        ((string)rest["_links"]!["prev"]!).Should().Be($"/api/3/action/datastore_search?id={places}&limit=2&offset=2");
    }

    [Theory]
    [InlineData("""{"filters":{"name":"เชียงใหม่"}}""", "1")]
    [InlineData("""{"filters":{"code":["01","02","x"]}}""", "1,2")]
    [InlineData("""{"filters":"{\"active\":true}"}""", "1,3")]
    [InlineData("""{"filters":{"active":"False"}}""", "2,5")]
    [InlineData("""{"filters":{"year":{"gte":2024,"lt":2026}}}""", "1,2")]
    [InlineData("""{"filters":{"_id":{"gt":2}}}""", "3,4,5")]
    [InlineData("""{"filters":{"_id":[5,1]}}""", "1,5")]
    [InlineData("""{"filters":{"_id":"2"}}""", "2")]
    [InlineData("""{"filters":[{"id":1},{"id":3}]}""", "1,3")]
    [InlineData("""{"filters":{"$or":[{"id":1},{"active":false}],"year":[2024,2026]}}""", "1,5")]
    [InlineData("""{"filters":{"name":null}}""", "4")]
    [InlineData("""{"filters":{"day":"2024-01-31"}}""", "1")]
    [InlineData("""{"filters":{"moment":"2025-06-01 00:00:00"}}""", "2")]
    [InlineData("""{"filters":{"price":"10.5"}}""", "1")]
    [InlineData("""{"filters":{}}""", "1,2,3,4,5")]
    [InlineData("""{"q":"bangkok"}""", "2")]
    [InlineData("""{"q":"ชียง ใหม่"}""", "1")]
    [InlineData("""{"q":"2026"}""", "5")]
    [InlineData("""{"q":{"name":"city"}}""", "2")]
    [InlineData("""{"q":"{\"code\":\"0\"}"}""", "1,2,3")]
    [InlineData("""{"q":"bang:* | เชียง:*","plain":false}""", "1,2")]
    [InlineData("""{"q":"city & !เชียง","plain":false}""", "2")]
    [InlineData("""{"sort":"year desc"}""", "5,2,1,3,4")]
    [InlineData("""{"sort":"active desc nulls last, _id desc"}""", "3,1,5,2,4")]
    [InlineData("""{"sort":["_id desc"],"limit":2}""", "5,4")]
    public async Task Filters_words_and_order_find_what_is_meant(string arguments, string ids)
    {
        var call = CatalogServer.Json(arguments);
        call["resource_id"] = places;
        var page = await Client.CallAsync("datastore_search", call);
        string.Join(',', page["records"]!.Select(r => (long)r["_id"]!)).Should().Be(ids);
        if (call["limit"] is null)
        {
            ((long)page["total"]!).Should().Be(ids.Split(',').Length);
        }
    }

    [Theory]
    [InlineData("""{"filters":{"nothing":1}}""", "filters", "invalid value \"nothing\"")]
    [InlineData("""{"filters":{"year":"soon"}}""", "filters", "\"year\" is a int, and \"soon\" is none")]
    [InlineData("""{"filters":{"year":{"like":1}}}""", "filters", "unknown filter operation")]
    [InlineData("""{"filters":{"active":{"lt":true}}}""", "filters", "has no order")]
    [InlineData("""{"filters":"{"}""", "filters", "Cannot parse JSON")]
    [InlineData("""{"filters":7}""", "filters", "Not a JSON object")]
    [InlineData("""{"fields":["id","nothing"]}""", "fields", "invalid value \"nothing\"")]
    [InlineData("""{"sort":"id sideways"}""", "sort", "invalid value \"id sideways\"")]
    [InlineData("""{"sort":"id asc nulls last"}""", "sort", "invalid value")]
    [InlineData("""{"q":{"nothing":"a"}}""", "q", "invalid value \"nothing\"")]
    [InlineData("""{"q":"a b c d e f g h i"}""", "q", "8 words at most")]
    [InlineData("""{"q":"(a","plain":false}""", "q", "not closed")]
    [InlineData("""{"limit":"-1"}""", "limit", "Must be a natural number")]
    [InlineData("""{"records_format":"yaml"}""", "records_format", "Value must be one of")]
    public async Task A_faulty_argument_is_named(string arguments, string field, string message)
    {
        var call = CatalogServer.Json(arguments);
        call["resource_id"] = places;
        var error = await Client.RefusedAsync(HttpStatusCode.Conflict, "datastore_search", call);
        ((string)error["__type"]!).Should().Be("Validation Error");
        ((string)error[field]![0]!).Should().Contain(message);
    }

    [Fact]
    public async Task Records_come_as_lists_and_as_text()
    {
        var lists = await Client.CallAsync("datastore_search", new { resource_id = places, fields = "code,active", records_format = "lists", limit = 2, include_total = false });
        lists["records"]!.ToString(Newtonsoft.Json.Formatting.None).Should().Be("""[["01",true],["02",false]]""");
        lists["fields"]!.Select(f => (string)f["id"]!).Should().Equal("code", "active");
        lists["total"].Should().BeNull();
        ((string)(await Client.CallAsync("datastore_search", new { resource_id = places, fields = "_id,name", records_format = "csv", limit = 2 }))["records"]!)
            .Should().Be("1,เชียงใหม่\r\n2,\"Bangkok, \"\"the\"\" city\"\r\n");
        ((string)(await Client.CallAsync("datastore_search", new { resource_id = places, fields = "_id,day", records_format = "tsv", limit = 1 }))["records"]!).Should().Be("1\t2024-01-31\r\n");
    }

    [Fact]
    public async Task Distinct_rows_are_given_once_and_counted_so()
    {
        // Every seventh of the 2,345 rows is empty in section; the others are one of five groups.
        var page = await Client.CallAsync("datastore_search", new { resource_id = big, fields = new[] { "section" }, distinct = true, sort = "section" });
        page["records"]!.Select(r => (string?)r["section"]).Should().Equal(null, "กลุ่ม 0", "กลุ่ม 1", "กลุ่ม 2", "กลุ่ม 3", "กลุ่ม 4");
        ((long)page["total"]!).Should().Be(6);
        var second = await Client.CallAsync("datastore_search", new { resource_id = big, fields = "section", distinct = true, sort = "section desc", limit = 2, offset = 1 });
        second["records"]!.Select(r => (string?)r["section"]).Should().Equal("กลุ่ม 3", "กลุ่ม 2");
    }

    [Fact]
    public async Task Pages_by_offset_and_by_the_filter_of_the_next_page_give_every_row_once()
    {
        var seen = new List<long>();
        JToken? filter = null;
        JToken page;
        do
        {
            page = await Client.CallAsync("datastore_search", new { resource_id = big, limit = 500, include_next_page = true, filters = filter ?? new JObject() });
            seen.AddRange(page["records"]!.Select(r => (long)r["_id"]!));
            filter = page["next_page"];
        }
        while (filter is not null && page["records"]!.Any());

        seen.Should().Equal(Enumerable.Range(1, CatalogServer.BigRows).Select(i => (long)i));
        var all = await Client.CallAsync("datastore_search", new { resource_id = big, limit = 1_000_000 });
        ((int)all["limit"]!).Should().Be(32_000);
        all["records"]!.Count().Should().Be(CatalogServer.BigRows);
    }

    [Fact]
    public async Task Info_tells_columns_and_rows()
    {
        var info = await Client.CallAsync("datastore_info", new { id = places });
        ((long)info["meta"]!["count"]!).Should().Be(5);
        ((string)info["meta"]!["table_type"]!).Should().Be("BASE TABLE");
        info["fields"]!.Select(f => (string)f["id"]!).Should().Equal("id", "name", "code", "price", "ratio", "active", "day", "moment", "hour", "year");
        ((string)info["fields"]![3]!["schema"]!["native_type"]!).Should().Be("numeric");
    }

    [Fact]
    public async Task A_dump_is_the_whole_table()
    {
        using var csv = await Client.GetAsync(new Uri($"/datastore/dump/{places}?bom=true", UriKind.Relative));
        csv.Content.Headers.ContentType!.ToString().Should().Be("text/csv; charset=utf-8");
        csv.Content.Headers.ContentDisposition!.FileName.Should().Be($"{places}.csv");
        var bytes = await csv.Content.ReadAsByteArrayAsync();
        bytes[..3].Should().Equal(0xEF, 0xBB, 0xBF);
        var lines = System.Text.Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        lines[0].Should().Be("_id,id,name,code,price,ratio,active,day,moment,hour,year");
        lines[1].Should().Be("1,1,เชียงใหม่,01,10.50,0.5,true,2024-01-31,2024-01-31T08:30:00,08:30,2024");
        (await Client.GetStringAsync(new Uri($"/datastore/dump/{big}?format=tsv&limit=2&offset=1&fields=id,amount", UriKind.Relative))).Should().Be("id\tamount\r\n2\t1\r\n3\t1.5\r\n");
        (await Client.GetStringAsync(new Uri($"/datastore/dump/{big}", UriKind.Relative))).Split("\r\n").Should().HaveCount(CatalogServer.BigRows + 2);
        var json = CatalogServer.Json(await Client.GetStringAsync(new Uri($"/datastore/dump/{places}?format=json&filters=%7B%22id%22%3A%5B1%2C4%5D%7D&sort=_id%20desc", UriKind.Relative)));
        json["records"]!.Select(r => (int)r[0]!).Should().Equal(4, 1);
        var xml = XDocument.Parse(await Client.GetStringAsync(new Uri($"/datastore/dump/{places}?format=xml", UriKind.Relative)));
        xml.Root!.Elements("row").Select(r => (int)r.Attribute("_id")!).Should().Equal(1, 2, 3, 4, 5);
        xml.Root.Elements("row").ElementAt(3).Element("name")!.Attribute(XName.Get("nil", "http://www.w3.org/2001/XMLSchema-instance"))!.Value.Should().Be("true");
    }

    [Theory]
    [InlineData("?format=yaml", HttpStatusCode.BadRequest, "format")]
    [InlineData("?limit=x", HttpStatusCode.BadRequest, "limit: Invalid integer")]
    [InlineData("?wrong=1", HttpStatusCode.BadRequest, "wrong")]
    public async Task A_faulty_dump_is_refused_in_plain_text(string query, HttpStatusCode status, string said)
    {
        using var answer = await Client.GetAsync(new Uri($"/datastore/dump/{places}{query}", UriKind.Relative));
        answer.StatusCode.Should().Be(status);
        (await answer.Content.ReadAsStringAsync()).Should().Contain(said);
        using var missing = await Client.GetAsync(new Uri("/datastore/dump/nothing", UriKind.Relative));
        missing.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }
}
