using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpenData.Server.Rest;

namespace OpenData.Server.Tests;

/// <summary>Routes that are compiled when they are first asked for answer as those that were compiled before.</summary>
[Trait("Store", "None")]
public sealed class LateRouteTests : IAsyncLifetime
{
    private const int Callers = 32;
    private readonly WebApplication app = Build();
    private HttpClient client = null!;

    public async Task InitializeAsync()
    {
        await app.StartAsync();
        client = CatalogServer.Client(app);
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Parameters_come_from_the_whole_address_whoever_asks_first()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, Callers).Select(n => client.GetStringAsync($"/offices/health/rows/{n}?word=w{n}")));
        answers.Should().Equal(Enumerable.Range(0, Callers).Select(n => $"first,second,health {n} w{n}"));
    }

    [Theory]
    [InlineData("PUT", "/offices/health/rows/1", HttpStatusCode.OK)]
    [InlineData("DELETE", "/offices/health/rows/1", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/offices/health/rows/one", HttpStatusCode.NotFound)]
    [InlineData("GET", "/offices/health/rows/1?stop=1", HttpStatusCode.Conflict)]
    public async Task Methods_constraints_and_filters_hold(string method, string address, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        using var answer = await client.SendAsync(request);
        answer.StatusCode.Should().Be(expected);
    }

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGroup("/offices/{office}").MapLate("/rows/{number:int}", (HttpContext context, string office, int number, string? word) => $"{context.Items["way"]}{office} {number} {word}", "GET", "PUT")
            .AddFilter(async (invocation, next) =>
            {
                invocation.HttpContext.Items["way"] = "first,";
                return await next(invocation);
            })
            .AddFilter(async (invocation, next) =>
            {
                invocation.HttpContext.Items["way"] += "second,";
                return invocation.HttpContext.Request.Query.ContainsKey("stop") ? Results.Conflict() : await next(invocation);
            });
        return app;
    }
}
