using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;
using OpenData.Server.Access;

namespace OpenData.Server.Rest;

/// <summary>The headers by which a client knows that it has an answer already (RFC 9110, section 13).</summary>
internal static class Validators
{
    /// <summary>Every coding an answer may have been read in: none, and the two of the framework.</summary>
    private static readonly string[] Codings = ["", "br", "gzip"];

    /// <summary>
    /// Sets <c>ETag</c>, <c>Last-Modified</c> and how the answer may be kept. True where the client has it already: then the status is 304.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="identity">Everything that decides the bytes of the answer.</param>
    /// <param name="modified">When it changed last, or null where that is not known.</param>
    public static bool IsKnown(HttpContext context, string identity, DateTimeOffset? modified = null)
    {
        var headers = context.Response.GetTypedHeaders();
        var tag = TagOf(identity, Coding(context));
        headers.ETag = tag;
        headers.LastModified = modified;
        Keep(context);
        var known = IsKnown(context.Request.GetTypedHeaders(), tag, modified);
        if (known)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
        }

        return known;
    }

    /// <summary>The tag of an answer of that identity, in that coding.</summary>
    public static EntityTagHeaderValue TagOf(string identity, string coding) => new($"\"{Hash(identity + coding)}\"");

    /// <summary>True where <c>If-Match</c> names something else than <paramref name="identity"/>.</summary>
    public static bool IsOutdated(HttpContext context, string identity)
    {
        var wanted = context.Request.GetTypedHeaders().IfMatch;
        var tags = Codings.Select(coding => $"\"{Hash(identity + coding)}\"").ToList();
        return wanted.Count > 0 && !wanted.Any(w => w.Tag == "*" || (!w.IsWeak && tags.Contains(w.Tag.Value!)));
    }

    /// <summary>How caches may keep an answer: ask again each time, and never share what only the token shows.</summary>
    public static void Keep(HttpContext context)
    {
        context.Response.Headers.CacheControl = context.Caller() is { IsKnown: true } or { Account: not null } ? "private, no-store" : "public, no-cache";
        context.Response.Headers.Append(HeaderNames.Vary, "Accept, Accept-Language, Authorization");
    }

    private static bool IsKnown(Microsoft.AspNetCore.Http.Headers.RequestHeaders request, EntityTagHeaderValue tag, DateTimeOffset? modified)
    {
        if (request.IfNoneMatch.Count > 0)
        {
            return request.IfNoneMatch.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Compare(tag, useStrongComparison: false));
        }

        // HTTP dates have whole seconds.
        return request.IfModifiedSince is { } since && modified is { } changed && changed.ToUnixTimeSeconds() <= since.ToUnixTimeSeconds();
    }

    /// <summary>The content coding of the answer: a strong tag differs where the bytes do.</summary>
    public static string Coding(HttpContext context) => context.Request.Headers.AcceptEncoding.Count == 0 ? "" :
        context.RequestServices.GetRequiredService<IResponseCompressionProvider>().GetCompressionProvider(context)?.EncodingName ?? "";

    private static string Hash(string identity) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(identity)).AsSpan(0, 18));
}
