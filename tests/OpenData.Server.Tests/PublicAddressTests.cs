using System.Net;
using OpenData.Server.Tests.Cli;

namespace OpenData.Server.Tests;

/// <summary>The address that links show: the configured one, else the request's, and a proxy's word only where it is trusted.</summary>
[Collection(CatalogCollection.Name)]
public class PublicAddressTests(CatalogServer catalog)
{
    [Fact]
    public async Task Links_show_the_address_that_a_request_came_by_and_no_header_of_a_stranger_changes_it()
    {
        var (own, page) = await AboutAsync(new ServerOptions());
        page.Should().Contain($"{own}/api/v1/datasets").And.NotContain("data.example.go.th");
    }

    [Fact]
    public async Task Links_show_the_configured_address_whatever_a_request_says()
    {
        var (own, page) = await AboutAsync(new ServerOptions { PublicAddress = new Uri("https://open.example.go.th/catalog/") });
        page.Should().Contain("https://open.example.go.th/catalog/api/v1/datasets").And.NotContain(own);
    }

    [Fact]
    public async Task Links_show_what_a_trusted_proxy_says()
    {
        var (own, page) = await AboutAsync(new ServerOptions { TrustedProxies = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")] });
        page.Should().Contain("https://data.example.go.th/api/v1/datasets").And.NotContain(own);
    }

    [Theory]
    [InlineData("--public-address", "data.example.go.th")]
    [InlineData("--public-address", "https://data.example.go.th/?a=b")]
    [InlineData("--trusted-proxy", "everybody")]
    public async Task An_address_that_is_none_is_refused_with_its_value(string option, string value)
    {
        var run = await OpenDataProcess.RunAsync("serve", "--data", "unused", option, value);
        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain(value);
    }

    private async Task<(string Own, string Page)> AboutAsync(ServerOptions options)
    {
        await using var server = OpenDataServer.Build(options with { Urls = "http://127.0.0.1:0", TempFolder = catalog.TempFolder, WriteToken = null }, catalog.Store);
        await server.StartAsync();
        using var client = CatalogServer.Client(server);
        client.DefaultRequestHeaders.Add("X-Forwarded-Host", "data.example.go.th");
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        return (server.Urls.First(), WebUtility.HtmlDecode(await client.GetStringAsync("/about")));
    }
}
