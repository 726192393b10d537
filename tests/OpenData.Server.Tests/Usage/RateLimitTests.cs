using System.Net;
using Microsoft.AspNetCore.Builder;
using OpenData.Registry.Access;
using OpenData.Server.Tests.Review;

namespace OpenData.Server.Tests.Usage;

/// <summary>Limits per address and per token, and what a client is told of them.</summary>
[Collection(ReviewCollection.Name)]
public sealed class RateLimitTests(ReviewServer server)
{
    private readonly MinuteClock clock = new();

    [Fact]
    public async Task A_client_is_told_what_is_left_and_when_it_begins_anew()
    {
        await using var app = await StartAsync(new ServerOptions { AddressRequestsPerMinute = 3, TokenRequestsPerMinute = 5 });
        using var client = CatalogServer.Client(app);
        clock.Set(12);
        foreach (var left in new[] { 2, 1, 0 })
        {
            using var answer = await client.GetAsync("/api/v1/rules");
            answer.StatusCode.Should().Be(HttpStatusCode.OK);
            Header(answer, "RateLimit-Policy").Should().Be("\"token\";q=5;w=60, \"address\";q=3;w=60");
            Header(answer, "RateLimit").Should().Be($"\"address\";r={left};t=48");
        }

        using var refused = await client.GetAsync("/api/v1/rules?lang=en");
        refused.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        Header(refused, "RateLimit").Should().Be("\"address\";r=0;t=48");
        refused.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(48));
        refused.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        var problem = CatalogServer.Json(await refused.Content.ReadAsStringAsync());
        ((string)problem["code"]!, (int)problem["status"]!, (string)problem["type"]!).Should().Be(("too-many-requests", 429, "/about#too-many-requests"));
        ((string)problem["detail"]!).Should().Contain("48");
        (await client.GetAsync("/health/live")).StatusCode.Should().Be(HttpStatusCode.OK, "who watches the server is not counted");
        using var page = new HttpRequestMessage(HttpMethod.Get, "/about");
        page.Headers.Accept.ParseAdd("text/html");
        using var shown = await client.SendAsync(page);
        shown.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        (await shown.Content.ReadAsStringAsync()).Should().Contain("<html");
        clock.Set(60);
        using var anew = await client.GetAsync("/api/v1/rules");
        anew.StatusCode.Should().Be(HttpStatusCode.OK);
        Header(anew, "RateLimit").Should().Be("\"address\";r=2;t=60");
    }

    [Fact]
    public async Task Each_token_has_its_own_and_a_wrong_one_counts_as_the_address()
    {
        var account = await server.Store.Accounts.FindAsync("officer");
        var (second, _, _) = await server.Desk.MakeTokenAsync(account!, "limits", new Grant(Role.Officer, "office"), 30, default);
        await using var app = await StartAsync(new ServerOptions { AddressRequestsPerMinute = 2, TokenRequestsPerMinute = 3, WriteToken = CatalogServer.Token });
        using var client = CatalogServer.Client(app);
        (await AskAsync(client, "Bearer " + CatalogServer.Token, 4)).Should().Be("200 200 200 429");
        (await AskAsync(client, "bearer   " + CatalogServer.Token, 1)).Should().Be("429", "however it is written");
        (await AskAsync(client, "Bearer " + second, 4)).Should().Be("200 200 200 429");
        (await AskAsync(client, null, 3)).Should().Be("200 200 429");
        (await AskAsync(client, "Bearer opendata_wrong", 1)).Should().Be("401", "a token that opens nothing is refused as ever");
    }

    [Fact]
    public async Task Many_at_once_get_exactly_what_there_is()
    {
        await using var app = await StartAsync(new ServerOptions { AddressRequestsPerMinute = 50 });
        using var client = CatalogServer.Client(app);
        var statuses = await Task.WhenAll(Enumerable.Range(0, 120).Select(async _ => (int)(await client.GetAsync("/api/v1/rules")).StatusCode));
        statuses.Count(s => s == 200).Should().Be(50);
        statuses.Count(s => s == 429).Should().Be(70);
    }

    [Fact]
    public async Task Only_a_trusted_proxy_says_whose_address_it_is()
    {
        await using var open = await StartAsync(new ServerOptions { AddressRequestsPerMinute = 1 });
        using var liar = CatalogServer.Client(open);
        (await FromAsync(liar, "192.0.2.1"), await FromAsync(liar, "192.0.2.2")).Should().Be((200, 429), "from anybody the header says nothing");
        await using var behind = await StartAsync(new ServerOptions { AddressRequestsPerMinute = 1, TrustedProxies = [IPNetwork.Parse("127.0.0.1/32")] });
        using var proxy = CatalogServer.Client(behind);
        (await FromAsync(proxy, "192.0.2.1"), await FromAsync(proxy, "192.0.2.2"), await FromAsync(proxy, "192.0.2.1")).Should().Be((200, 200, 429));
        (await FromAsync(proxy, "2001:db8::1"), await FromAsync(proxy, "2001:db8::2"), await FromAsync(proxy, "2001:db8:0:1::1")).Should().Be((200, 429, 200), "one network of IPv6 is one address");
    }

    [Fact]
    public async Task Without_a_limit_nothing_is_said_of_one()
    {
        await using var app = await StartAsync(new ServerOptions());
        using var client = CatalogServer.Client(app);
        using var answer = await client.GetAsync("/api/v1/rules");
        answer.Headers.Contains("RateLimit").Should().BeFalse();
        answer.Headers.Contains("RateLimit-Policy").Should().BeFalse();
    }

    private async Task<WebApplication> StartAsync(ServerOptions options)
    {
        var app = OpenDataServer.Build(options with { Urls = "http://127.0.0.1:0", Clock = clock, WriteToken = CatalogServer.Token }, server.Store);
        await app.StartAsync();
        return app;
    }

    private static string Header(HttpResponseMessage answer, string name) => string.Join(", ", answer.Headers.GetValues(name));

    private static async Task<string> AskAsync(HttpClient client, string? authorization, int times)
    {
        var statuses = new List<int>();
        for (var i = 0; i < times; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/rules");
            if (authorization is not null)
            {
                request.Headers.TryAddWithoutValidation("Authorization", authorization);
            }

            using var answer = await client.SendAsync(request);
            statuses.Add((int)answer.StatusCode);
        }

        return string.Join(' ', statuses);
    }

    private static async Task<int> FromAsync(HttpClient client, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/rules");
        request.Headers.Add("X-Forwarded-For", address);
        using var answer = await client.SendAsync(request);
        return (int)answer.StatusCode;
    }

    /// <summary>A clock that stands still at a second of its minute.</summary>
    private sealed class MinuteClock : TimeProvider
    {
        private long second;

        public void Set(long value) => second = value;

        public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 11, 28, 12, 0, 0, TimeSpan.Zero).AddSeconds(second);
    }
}
