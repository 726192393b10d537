using Microsoft.Net.Http.Headers;
using OpenData.Registry;

namespace OpenData.Server.Rest.Rows;

/// <summary>
/// A whole table as CSV: from its file where that is made, which has a length and ranges; else the same bytes as a stream, while the
/// file is made for whoever comes next.
/// </summary>
internal sealed class WholeFile(Downloads downloads, AskedTable asked, Release release, TableAnswer streamed) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var request = httpContext.Request;
        var inParts = request.Headers.Range.Count > 0;
        if (inParts)
        {
            // A range counts the bytes of the file itself.
            request.Headers.Remove(HeaderNames.AcceptEncoding);
        }

        var compressed = !inParts && TakesGzip(request);
        var suffix = compressed ? Downloads.Compressed : Downloads.Plain;
        var file = inParts ? await downloads.MakeAsync(release, asked.Key, suffix, httpContext.RequestAborted) : downloads.Open(release, asked.Key, suffix);
        if (file is null)
        {
            await streamed.ExecuteAsync(httpContext);
            return;
        }

        var headers = httpContext.Response.Headers;
        headers.Link = asked.Links(request, RowFormat.Csv, null);
        headers.ContentDisposition = $"attachment; filename=\"{asked.Key}.csv\"";
        Validators.Keep(httpContext);
        if (compressed)
        {
            headers.ContentEncoding = "gzip";
            headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        }

        var tag = Validators.TagOf(streamed.IdentityFor(httpContext), compressed ? "gzip" : Validators.Coding(httpContext));
        await TypedResults.File(file, RowFormat.Csv.ContentType, null, release.Published, tag, enableRangeProcessing: true).ExecuteAsync(httpContext);
    }

    private static bool TakesGzip(HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding.Any(e => e.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase) && e.Quality is null or > 0);
}

/// <summary>A whole table as one compressed file, <c>.csv.gz</c>.</summary>
internal sealed class CompressedFile(Downloads downloads, AskedTable asked, Release release) : IResult
{
    public const string Suffix = "csv.gz";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (await downloads.MakeAsync(release, asked.Key, Downloads.Compressed, httpContext.RequestAborted) is not { } file)
        {
            await RowFormatTexts.NotMade(asked.Key).ExecuteAsync(httpContext);
            return;
        }

        httpContext.Response.Headers.Link = asked.Links(httpContext.Request, RowFormat.Csv, null);
        Validators.Keep(httpContext);
        var tag = Validators.TagOf($"{release.Number} {release.Sha256} {release.Dictionary.Sha256}", Suffix);
        await TypedResults.File(file, "application/gzip", $"{asked.Key}.csv.gz", release.Published, tag, enableRangeProcessing: true).ExecuteAsync(httpContext);
    }
}
