using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenData.Registry.Usage;
using OpenData.Server.Web;

namespace OpenData.Server.Rest.Usage;

/// <summary>Tells what each answer was about, from its route and path: the interfaces themselves need not know that they are counted.</summary>
internal static class CountedUse
{
    /// <summary>What is no use of data: the server's health, its own files, and the pages of those who work on the data.</summary>
    private static readonly string[] Uncounted =
    [
        "/health", "/assets", "/problem", "/sign-in", "/account", "/people", "/work", "/audit", "/api/v1/accounts", "/api/v1/audit", "/api/v1/questions/inbox", "/api/v1/requests/inbox", "/robots.txt", "/favicon.ico",
    ];

    private static readonly string[] DcatPaths = ["/catalog", "/dataset", "/data.json", "/dcat.json", "/sitemap", "/feed", "/vocabulary"];

    /// <summary>Counts every answer that gives what was asked for: a GET, or a query sent by POST, with a status from 200 to 299. What a client had already (304) and HEAD are not use.</summary>
    public static void UseCounting(this WebApplication app)
    {
        var counter = app.Services.GetRequiredService<UsageCounter>();
        app.Use(async (context, next) =>
        {
            // The day on which it came; method and path change where a problem is shown as a page.
            var (day, method, path) = (counter.Today, context.Request.Method, context.Request.Path);
            await next(context);
            if (context.Response.StatusCode is >= 200 and <= 299 && FaceOf(method, path) is { } face && !IsWork(context))
            {
                Count(context, counter, day, face);
            }
        });
    }

    /// <summary>Notes that a request is about a dataset, or a resource of it, where its address does not say so: a GraphQL field, a CKAN action. Each is counted once a request.</summary>
    public static void Uses(this HttpContext context, string dataset, string resource = "")
    {
        if (context.Items[typeof(CountedUse)] is not HashSet<(string, string)> used)
        {
            context.Items[typeof(CountedUse)] = used = [];
        }

        lock (used)
        {
            used.Add((dataset, resource));
        }
    }

    /// <summary>The interface that a request came by; null where it is not counted.</summary>
    internal static string? FaceOf(string method, PathString path)
    {
        var text = path.Value ?? "";
        var isQuery = HttpMethods.IsPost(method) && (text == "/graphql" || Starts(text, "/api/3") || Starts(text, "/api/action"));
        if ((!HttpMethods.IsGet(method) && !isQuery) || Array.Exists(Uncounted, prefix => Starts(text, prefix)))
        {
            return null;
        }

        return Starts(text, "/graphql") ? UsageFaces.GraphQl
            : Starts(text, "/sdmx") ? UsageFaces.Sdmx
            : Starts(text, "/api/v1") ? (IsDownload(text) ? UsageFaces.Download : UsageFaces.Rest)
            : Starts(text, "/api") || Starts(text, "/datastore") ? UsageFaces.Ckan
            : Array.Exists(DcatPaths, prefix => Starts(text, prefix)) ? UsageFaces.Dcat
            : UsageFaces.Page;
    }

    /// <summary>The dataset and the resource that a route's values name; empty where they name none.</summary>
    internal static (string Dataset, string Resource) SubjectOf(string pattern, RouteValueDictionary values)
    {
        var dataset = values["dataset"] as string
            ?? (pattern.Contains("dataset", StringComparison.OrdinalIgnoreCase) || pattern.Contains("/data/", StringComparison.Ordinal) ? values["name"] as string : null)
            ?? "";
        var resource = values["key"] as string ?? values["resource"] as string ?? (values["file"] as string)?.Split('.')[0] ?? "";
        return dataset.Length == 0 ? ("", "") : (dataset, resource);
    }

    private static void Count(HttpContext context, UsageCounter counter, DateOnly day, string face)
    {
        if (context.Items[typeof(CountedUse)] is HashSet<(string Dataset, string Resource)> used)
        {
            foreach (var (dataset, resource) in used)
            {
                counter.Count(day, face, dataset, resource);
            }

            return;
        }

        var pattern = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
        var subject = SubjectOf(pattern, context.Request.RouteValues);
        counter.Count(day, face, subject.Dataset, subject.Resource);
    }

    /// <summary>The pages of those who work on the data are no use of them.</summary>
    private static bool IsWork(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<CompiledPageActionDescriptor>()?.ModelTypeInfo?.IsSubclassOf(typeof(WorkPage)) == true;

    private static bool IsDownload(string path) => path.EndsWith("/file", StringComparison.Ordinal) || path.Contains("/download", StringComparison.Ordinal);

    /// <summary>True where a path is a prefix, goes on below it, or has a suffix: <c>/catalog</c>, <c>/catalog/x</c>, <c>/catalog.ttl</c>.</summary>
    private static bool Starts(string path, string prefix) =>
        path.StartsWith(prefix, StringComparison.Ordinal) && (path.Length == prefix.Length || path[prefix.Length] is '/' or '.' or '-');
}
