using OpenData.Schemas;

namespace OpenData.Server.Rest.Problems;

/// <summary>The one place that gives a refusal or a fault its body, whoever made it: an endpoint, the router, the web server or an exception.</summary>
internal sealed partial class ProblemFace(RequestDelegate next, ILogger<ProblemFace> log)
{
    /// <summary>The page that shows a problem to people.</summary>
    public const string Page = "/problem";

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has left: there is nobody to answer, and nothing went wrong here.
            context.Abort();
            return;
        }
        catch (BadHttpRequestException refused) when (!context.Response.HasStarted)
        {
            Refuse(context, refused.StatusCode);
        }
#pragma warning disable CA1031 // The edge of the process towards one request: whatever failed, the others go on.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Failed(log, fault, context.Request.Method, context.TraceIdentifier);
            if (context.Response.HasStarted)
            {
                // A download that ends early must look broken, never complete.
                context.Abort();
                return;
            }

            Refuse(context, StatusCodes.Status500InternalServerError);
        }

        if (NeedsBody(context))
        {
            await WriteAsync(context);
        }
    }

    private static void Refuse(HttpContext context, int status)
    {
        context.Items.Remove(typeof(Problem));
        context.Response.Clear();
        context.Response.StatusCode = status;
    }

    private static bool NeedsBody(HttpContext context) =>
        context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null or 0 };

    private async Task WriteAsync(HttpContext context)
    {
        var problem = context.Items[typeof(Problem)] as Problem ?? OfStatus(context);
        context.Items[typeof(Problem)] = problem;
        context.Response.Headers.CacheControl = "no-store";
        if (problem.Kind.Status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
        }

        if (IsForPeople(context.Request))
        {
            await ShowPageAsync(context);
            return;
        }

        var language = AskedLanguage.Of(context);
        var body = ProblemJson.Write(problem, language, context.TraceIdentifier);
        context.Response.ContentType = "application/problem+json";
        context.Response.Headers.ContentLanguage = language == Language.Thai ? "th" : "en";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static Problem OfStatus(HttpContext context)
    {
        var status = context.Response.StatusCode;
        return new Problem(ProblemKinds.OfStatus(status), ProblemTexts.OfStatus(status, context.Request.Method, ProblemTexts.Shown(context.Request.Path)));
    }

    private static bool IsForPeople(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api") && !request.Path.StartsWithSegments("/health")
        && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsPost(request.Method))
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private async Task ShowPageAsync(HttpContext context)
    {
        var status = context.Response.StatusCode;
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        context.Items[typeof(ProblemFace)] = context.Request.Path;
        context.Request.Path = Page;
        context.Request.Method = HttpMethods.Get;
        await next(context);
        if (!context.Response.HasStarted)
        {
            context.Response.StatusCode = status;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "A {Method} request failed ({RequestId}).")]
    private static partial void Failed(ILogger logger, Exception fault, string method, string requestId);
}
