using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace OpenData.Server.Tests.Rows;

// Whole files are kept beside SQLite's units; over PostgreSQL downloads stream.
[Trait("Engine", "SQLite")]
[Collection(TableCollection.Name)]
public sealed class DownloadTests(TableServer server)
{
    private const string Whole = "/api/v1/data/big/main.csv?limit=all";

    [Fact]
    public async Task A_whole_table_has_a_length_and_comes_in_ranges_of_the_bytes_that_stream()
    {
        var streamed = await server.Reader.GetByteArrayAsync(Whole + "&order=id");
        using var part = await SendAsync(r => r.Headers.Range = new RangeHeaderValue(100, 299));
        part.StatusCode.Should().Be(HttpStatusCode.PartialContent);
        (await part.Content.ReadAsByteArrayAsync()).Should().Equal(streamed[100..300]);
        part.Content.Headers.ContentRange!.Length.Should().Be(streamed.Length);

        using var all = await SendAsync(_ => { });
        all.Content.Headers.ContentLength.Should().Be(streamed.Length);
        all.Headers.AcceptRanges.Should().Equal("bytes");
        all.Content.Headers.LastModified.Should().Be(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        (await all.Content.ReadAsByteArrayAsync()).Should().Equal(streamed);
        all.Headers.ETag.Should().Be(part.Headers.ETag);

        using var head = await SendAsync(r => r.Method = HttpMethod.Head);
        head.Content.Headers.ContentLength.Should().Be(streamed.Length);
        using var outside = await SendAsync(r => r.Headers.Range = new RangeHeaderValue(streamed.Length, null));
        outside.StatusCode.Should().Be(HttpStatusCode.RequestedRangeNotSatisfiable);
    }

    [Fact]
    public async Task A_download_goes_on_only_with_the_file_it_began_with()
    {
        using var part = await SendAsync(r => r.Headers.Range = new RangeHeaderValue(0, 9));
        using var same = await SendAsync(r =>
        {
            r.Headers.Range = new RangeHeaderValue(10, 19);
            r.Headers.IfRange = new RangeConditionHeaderValue(part.Headers.ETag!);
        });
        same.StatusCode.Should().Be(HttpStatusCode.PartialContent);
        using var other = await SendAsync(r =>
        {
            r.Headers.Range = new RangeHeaderValue(10, 19);
            r.Headers.IfRange = new RangeConditionHeaderValue(new EntityTagHeaderValue("\"another\""));
        });
        other.StatusCode.Should().Be(HttpStatusCode.OK);
        using var known = await SendAsync(r => r.Headers.IfNoneMatch.Add(part.Headers.ETag!));
        known.StatusCode.Should().Be(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Compressed_it_is_the_same_file_under_another_tag()
    {
        var streamed = await server.Reader.GetByteArrayAsync(Whole + "&order=id");
        using var archive = await server.Reader.GetAsync("/api/v1/data/big/main.csv.gz");
        archive.Content.Headers.ContentType!.MediaType.Should().Be("application/gzip");
        archive.Content.Headers.ContentDisposition!.FileName.Should().Be("main.csv.gz");
        Unpacked(await archive.Content.ReadAsByteArrayAsync()).Should().Equal(streamed);

        using var plain = await SendAsync(_ => { });
        using var coded = await SendAsync(r => r.Headers.AcceptEncoding.ParseAdd("gzip, br"));
        coded.Content.Headers.ContentEncoding.Should().Equal("gzip");
        coded.Headers.Vary.Should().Contain("Accept-Encoding");
        Unpacked(await coded.Content.ReadAsByteArrayAsync()).Should().Equal(streamed);
        coded.Headers.ETag.Should().NotBe(plain.Headers.ETag);
        using var part = await SendAsync(r =>
        {
            r.Headers.AcceptEncoding.ParseAdd("gzip");
            r.Headers.Range = new RangeHeaderValue(0, 4);
        });
        Encoding.UTF8.GetString(await part.Content.ReadAsByteArrayAsync()).Should().Be("id,se");
    }

    [Fact]
    public async Task A_release_at_its_own_address_is_downloaded_in_ranges_too()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/datasets/big/resources/main/releases/1/rows.csv?limit=all");
        request.Headers.Range = new RangeHeaderValue(0, 9);
        using var answer = await server.Reader.SendAsync(request);
        (await answer.Content.ReadAsStringAsync()).Should().Be("id,section");
        using var refused = await server.Reader.GetAsync("/api/v1/data/big/main.csv.gz?id=1");
        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    private Task<HttpResponseMessage> SendAsync(Action<HttpRequestMessage> dress)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, Whole);
        dress(request);
        return server.Reader.SendAsync(request);
    }

    private static byte[] Unpacked(byte[] bytes)
    {
        using var plain = new MemoryStream();
        using var unpacking = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        unpacking.CopyTo(plain);
        return plain.ToArray();
    }
}
