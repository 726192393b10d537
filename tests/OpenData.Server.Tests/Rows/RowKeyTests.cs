using System.Net;

namespace OpenData.Server.Tests.Rows;

[Collection(TableCollection.Name)]
public sealed class RowKeyTests(TableServer server)
{
    [Fact]
    public async Task A_row_is_found_by_the_values_of_its_key_and_is_the_whole_answer()
    {
        var row = await server.Catalog.GetJsonAsync(TableServer.Stations + "/rows/50,1");
        ((string)row["name"]!).Should().Be("เชียงใหม่");
        row.Properties().Select(p => p.Name).Should().Equal("province", "no", "name", "lat", "lng", "opened", "visitors", "fee");
        (await server.Reader.GetStringAsync(TableServer.Stations + "/rows/50,1?select=fee,no")).Should().Be("""{"fee":15.25,"no":1}""");
    }

    [Fact]
    public async Task A_comma_inside_a_value_is_percent_encoded_and_told_from_one_between_two()
    {
        ((long)(await server.Catalog.GetJsonAsync(TableServer.Stations + "/rows/a%2Cb,3"))["visitors"]!).Should().Be(1);
        await server.Catalog.GetJsonAsync(TableServer.Stations + "/rows/a,b,3", HttpStatusCode.NotFound);
        ((long)(await server.Catalog.GetJsonAsync(TableServer.Stations + "/rows/a%2Cb,3"))["visitors"]!).Should().Be(1);
    }

    [Theory]
    [InlineData("99,1")]
    [InlineData("50")]
    [InlineData("50,one")]
    [InlineData("50,1,1")]
    [InlineData("%FF,1")]
    public async Task Where_no_row_has_the_key_the_problem_names_its_columns(string id)
    {
        var problem = await server.Catalog.GetJsonAsync($"{TableServer.Stations}/rows/{id}?lang=en", HttpStatusCode.NotFound);
        ((string)problem["code"]!).Should().Be("unknown-row");
        ((string)problem["detail"]!).Should().Contain("province (code), no (integer)");
    }

    [Fact]
    public async Task A_table_without_a_key_has_rows_by_their_number()
    {
        ((long)(await server.Catalog.GetJsonAsync("/api/v1/data/big/main/rows/2345"))["id"]!).Should().Be(2345);
        foreach (var none in new[] { "0", "2346", "-1", "x", "99999999999999999999" })
        {
            ((string)(await server.Catalog.GetJsonAsync($"/api/v1/data/big/main/rows/{none}?lang=en", HttpStatusCode.NotFound))["detail"]!).Should().Contain("1 to 2345");
        }
    }

    [Fact]
    public async Task A_row_comes_in_the_format_that_the_client_accepts_and_takes_no_filters()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, TableServer.Stations + "/rows/50,1?select=no,fee");
        request.Headers.Accept.ParseAdd("text/csv");
        using var answer = await server.Reader.SendAsync(request);
        (await answer.Content.ReadAsStringAsync()).Should().Be("no,fee\r\n1,15.25\r\n");
        var problem = await server.Catalog.GetJsonAsync(TableServer.Stations + "/rows/50,1?no=1", HttpStatusCode.BadRequest);
        ((string)problem["code"]!).Should().Be("unknown-parameter");
    }

    [Fact]
    public async Task A_row_that_is_not_published_does_not_exist()
    {
        await server.Catalog.GetJsonAsync("/api/v1/data/hidden/main/rows/1", HttpStatusCode.NotFound);
        await server.Catalog.GetJsonAsync("/api/v1/data/hidden/main/aggregate", HttpStatusCode.NotFound);
    }
}
