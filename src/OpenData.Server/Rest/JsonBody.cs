using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace OpenData.Server.Rest;

/// <summary>A small JSON document of the registry, with its validators.</summary>
internal sealed class JsonBody(JToken json, int status = StatusCodes.Status200OK) : IResult
{
    /// <summary>When the document changed last, or null.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>The address of the next page, or null.</summary>
    public string? Next { get; init; }

    /// <summary>The document as it is sent.</summary>
    public static string Text(JToken json) => json.ToString(Formatting.None);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var text = Text(json);
        if (Reads(httpContext) && Validators.IsKnown(httpContext, text, Modified))
        {
            return;
        }

        var body = Encoding.UTF8.GetBytes(text);
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        if (Next is not null)
        {
            httpContext.Response.Headers.Link = $"<{Next}>; rel=\"next\"";
        }

        httpContext.Response.ContentLength = body.Length;
        await httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    private static bool Reads(HttpContext context) => HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
}
