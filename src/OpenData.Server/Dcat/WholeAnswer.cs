using OpenData.Server.Dcat.Rdf;
using OpenData.Server.Rest;
using System.Text;

namespace OpenData.Server.Dcat;

/// <summary>An answer whose bytes are at hand, with its length, which harvesters ask by HEAD, and its validators.</summary>
internal sealed class WholeAnswer(byte[] body, string contentType, DateTimeOffset? modified = null) : IResult
{
    /// <summary>The value of <c>Link</c>, or null.</summary>
    public string? Link { get; init; }

    /// <summary>A graph in a notation.</summary>
    public static WholeAnswer Of(RdfGraph graph, RdfFormat format, DateTimeOffset? modified = null) => new(format.Write(graph), format.ContentType, modified);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (Link is not null)
        {
            httpContext.Response.Headers.Link = Link;
        }

        if (Validators.IsKnown(httpContext, contentType + Encoding.UTF8.GetString(body), modified))
        {
            return;
        }

        httpContext.Response.ContentType = contentType;
        httpContext.Response.ContentLength = body.Length;
        await httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}
