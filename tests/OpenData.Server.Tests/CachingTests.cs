using System.Net;
using System.Net.Http.Headers;

namespace OpenData.Server.Tests;

[Collection(CatalogCollection.Name)]
public sealed class CachingTests(CatalogServer server)
{
    public static TheoryData<string> Addresses => new()
    {
        "/api/v1/datasets",
        "/api/v1/datasets/places",
        "/api/v1/organizations",
        "/api/v1/data/places/main",
        "/api/v1/data/places/main.csv",
        "/api/v1/data/places/main.xml?limit=2",
        "/api/v1/data/big/main.ndjson?order=-id&count=true",
        "/api/v1/datasets/places/resources/main/releases",
        "/api/v1/datasets/places/resources/main/file",
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task What_a_client_has_already_is_a_304_without_a_body(string address)
    {
        using var first = await server.Reader.GetAsync(address);
        first.Headers.ETag!.IsWeak.Should().BeFalse();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag);
        using var again = await server.Reader.SendAsync(request);
        again.StatusCode.Should().Be(HttpStatusCode.NotModified);
        again.Headers.ETag.Should().Be(first.Headers.ETag);
        (await again.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    [InlineData("/")]
    [InlineData("/datasets/places")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/v1/data/places/main?nope=1")]
    public async Task Head_answers_with_the_headers_of_get(string address)
    {
        using var get = await server.Reader.GetAsync(address);
        using var head = await server.Reader.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));
        head.StatusCode.Should().Be(get.StatusCode);
        (await head.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
        Names(head).Should().BeEquivalentTo(Names(get));
    }

    [Fact]
    public async Task An_answer_of_rows_was_last_modified_when_its_release_was_published()
    {
        using var answer = await server.Reader.GetAsync("/api/v1/data/places/main");
        answer.Content.Headers.LastModified.Should().Be(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/data/places/main");
        request.Headers.IfModifiedSince = answer.Content.Headers.LastModified;
        using var again = await server.Reader.SendAsync(request);
        again.StatusCode.Should().Be(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task The_same_question_in_another_order_of_words_has_the_same_tag()
    {
        using var one = await server.Reader.GetAsync("/api/v1/data/places/main?id.gt=1&year.gt=2000");
        using var other = await server.Reader.GetAsync("/api/v1/data/places/main?year.gt=2000&id.gt=1");
        using var different = await server.Reader.GetAsync("/api/v1/data/places/main?year.gt=2001&id.gt=1");
        other.Headers.ETag.Should().Be(one.Headers.ETag);
        different.Headers.ETag.Should().NotBe(one.Headers.ETag);
    }

    [Fact]
    public async Task Any_site_may_read_but_none_may_write()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/data/places/main");
        request.Headers.Add("Origin", "https://example.org");
        using var answer = await server.Reader.SendAsync(request);
        answer.Headers.GetValues("Access-Control-Allow-Origin").Should().Equal("*");
        answer.Headers.GetValues("Access-Control-Expose-Headers").Single().Should().Contain("ETag").And.Contain("Link");

        using var ask = new HttpRequestMessage(HttpMethod.Options, "/api/v1/datasets/places");
        ask.Headers.Add("Origin", "https://example.org");
        ask.Headers.Add("Access-Control-Request-Method", "PUT");
        using var preflight = await server.Reader.SendAsync(ask);
        preflight.Headers.TryGetValues("Access-Control-Allow-Methods", out var methods).Should().BeTrue();
        string.Join(',', methods!).Should().NotContain("PUT");
    }

    [Fact]
    public async Task The_original_comes_byte_for_byte_and_in_ranges()
    {
        const string address = "/api/v1/datasets/places/resources/main/file";
        using var answer = await server.Reader.GetAsync(address);
        (await answer.Content.ReadAsByteArrayAsync()).Should().Equal(CatalogServer.Original);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("text/csv");
        answer.Content.Headers.ContentDisposition!.FileName.Should().Be("data.csv");

        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Range = new RangeHeaderValue(3, 6);
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        using var part = await server.Reader.SendAsync(request);
        part.StatusCode.Should().Be(HttpStatusCode.PartialContent);
        (await part.Content.ReadAsByteArrayAsync()).Should().Equal(CatalogServer.Original[3..7]);
    }

    private static IEnumerable<string> Names(HttpResponseMessage answer) =>
        answer.Headers.Concat(answer.Content.Headers)
            // The body's framing is not the answer's (RFC 9110, section 9.3.2), and the clock and the request's id move on.
            .Where(h => h.Key is not ("Transfer-Encoding" or "Date" or "Content-Length"))
            .Select(h => h.Key + ": " + string.Join(", ", h.Value));
}
