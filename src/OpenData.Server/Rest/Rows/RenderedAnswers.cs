using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;
using OpenData.Registry;
using OpenData.Server.Published;

namespace OpenData.Server.Rest.Rows;

/// <summary>Answers of rows kept as they were sent: a release never changes, so the same question has the same answer for ever.</summary>
internal sealed class RenderedAnswers(ServerOptions options)
{
    private readonly AnswerCache? kept = options.KeptAnswerBytes > 0 ? new AnswerCache(options.KeptAnswerBytes, ServerLimits.KeptAnswerSize) : null;

    /// <summary>Everything that decides an answer, as its request says it: an answer is known before its question is read.</summary>
    public static string QuestionOf(HttpContext context, Release release, RowFormat format)
    {
        // As it was sent: decoded, a comma inside a key's value and one between two values look the same.
        var request = context.Request;
        var target = context.Features.Get<IHttpRequestFeature>()?.RawTarget is { Length: > 0 } raw ? raw : $"{request.Path}{request.QueryString}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{release.ResourceId:N} {release.Number} {release.Unit} {format.Suffix} {AskedLanguage.Of(context)} {Coding(context)} {request.PathBase} {target}");
    }

    /// <summary>The answer to a question, where it is kept.</summary>
    public RenderedAnswer? Find(string question) => kept?.Find<RenderedAnswer>(question);

    /// <summary>Makes an answer of its bytes, compressed where the client takes that, and keeps it where it is not too large.</summary>
    public RenderedAnswer Keep(HttpContext context, string question, RenderedAnswer answer, ReadOnlyMemory<byte> body)
    {
        if (kept is null || body.Length > ServerLimits.KeptAnswerSize)
        {
            return answer with { Body = body };
        }

        var coding = Coding(context);
        var rendered = answer with { Body = coding is null ? body.ToArray() : Compressed(context, body), Coding = coding };
        kept.Keep(question, rendered, rendered.Body.Length);
        return rendered;
    }

    private static string? Coding(HttpContext context) => Provider(context)?.EncodingName;

    private static ICompressionProvider? Provider(HttpContext context) =>
        context.Request.Headers.AcceptEncoding.Count == 0 ? null : context.RequestServices.GetRequiredService<IResponseCompressionProvider>().GetCompressionProvider(context);

    private static byte[] Compressed(HttpContext context, ReadOnlyMemory<byte> body)
    {
        using var bytes = new MemoryStream();
        using (var compressing = Provider(context)!.CreateStream(bytes))
        {
            compressing.Write(body.Span);
        }

        return bytes.ToArray();
    }
}

/// <summary>A whole answer of rows, ready to be sent.</summary>
internal sealed record RenderedAnswer : IResult
{
    /// <summary>Everything that decides its bytes, for its tag.</summary>
    public required string Identity { get; init; }

    public required DateTimeOffset Modified { get; init; }
    public required string ContentType { get; init; }
    public string? Disposition { get; init; }
    public required string Link { get; init; }
    public long? Total { get; init; }

    /// <summary>The bytes, compressed where <see cref="Coding"/> says so.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    public string? Coding { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (!Validators.IsKnown(httpContext, Identity, Modified))
        {
            await SendAsync(httpContext);
        }
    }

    /// <summary>Sends it to a client that has it not.</summary>
    public async Task SendAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        SetHeaders(response);
        if (Coding is not null)
        {
            response.Headers.ContentEncoding = Coding;
            response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        }

        response.ContentLength = Body.Length;
        await httpContext.WriteWholeAsync(Body);
    }

    /// <summary>The headers that do not depend on how the bytes go.</summary>
    public void SetHeaders(HttpResponse response)
    {
        response.ContentType = ContentType;
        response.Headers.Link = Link;
        if (Disposition is not null)
        {
            response.Headers.ContentDisposition = Disposition;
        }

        if (Total is { } total)
        {
            response.Headers[TableAnswer.TotalHeader] = total.ToString(CultureInfo.InvariantCulture);
        }
    }
}
