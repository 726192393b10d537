namespace OpenData.Server.Web;

/// <summary>The headers that keep a browser from doing with our answers what we did not mean.</summary>
internal static class PageSafety
{
    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>Sets them on every answer.</summary>
    public static void UsePageSafety(this WebApplication app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(Set, context.Response);
        return next(context);
    });

    /// <summary>Lets this answer carry its own style: the report is one file that must also read well from a disk.</summary>
    public static void AllowInlineStyle(HttpResponse response) =>
        response.Headers.ContentSecurityPolicy = Policy.Replace("style-src 'self'", "style-src 'unsafe-inline'", StringComparison.Ordinal);

    /// <summary>Lets a console run, that of GraphQL or of OpenAPI: its scripts and workers from here, the styles its editor makes as it goes, the fonts inside its style sheet.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="forms">Where its forms may be sent.</param>
    public static void AllowConsole(HttpResponse response, string forms) =>
        response.Headers.ContentSecurityPolicy = $"default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; frame-ancestors 'none'; form-action {forms}; base-uri 'none'";

    // On starting, since a fault clears whatever headers were set before it.
    private static Task Set(object response)
    {
        var headers = ((HttpResponse)response).Headers;
        headers.ContentSecurityPolicy = headers.ContentSecurityPolicy.Count > 0 ? headers.ContentSecurityPolicy : Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = headers["Referrer-Policy"].Count > 0 ? headers["Referrer-Policy"] : "same-origin";
        return Task.CompletedTask;
    }
}
