using OpenData.Reports;
using OpenData.Schemas;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.Rows;
using OpenData.Store;

namespace OpenData.Server.Rest.Reports;

/// <summary>The report of a resource, or of one of its releases, as JSON, HTML or CSV.</summary>
internal static class ReportRoutes
{
    public static void MapReports(this IEndpointRouteBuilder api)
    {
        foreach (var suffix in new[] { "", ".json", ".html", ".csv" })
        {
            var resource = "/datasets/{name}/resources/{key}";
            api.MapRead($"{resource}/report{suffix}", (HttpContext context, string name, string key, Catalog catalog, IDataStore store) =>
                AnswerAsync(context, name, key, null, suffix, catalog, store)).Takes();
            api.MapRead($"{resource}/releases/{{number:int}}/report{suffix}", (HttpContext context, string name, string key, int number, Catalog catalog, IDataStore store) =>
                AnswerAsync(context, name, key, number, suffix, catalog, store)).Takes();
        }
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, string name, string key, int? number, string suffix, Catalog catalog, IDataStore store)
    {
        var (_, resource, missing) = await catalog.FindAsync(name, key, context.RequestAborted);
        if (missing is not null)
        {
            return missing;
        }

        var format = suffix.Length > 0
            ? ReportFormat.All.First(f => f.Suffix == suffix[1..])
            : Accepted.Best(context.Request, ReportFormat.All, f => f.MediaType);
        if (format is null)
        {
            return new Problem(ProblemKinds.NotAcceptable, RowFormatTexts.NotAcceptable([.. ReportFormat.All.Select(f => f.MediaType)]));
        }

        // A reader gets the report of what is published; only the token shows the newest check, which may be of a refused file.
        var asked = number ?? (catalog.SeesDrafts ? null : resource!.Current?.Number);
        return await store.Registry.FindReportAsync(resource!.Id, asked, context.RequestAborted) is { } json
            ? new ReportBody(JsonReport.Read(json), format)
            : number is { } release ? CatalogTexts.UnknownRelease(resource, release) : CatalogTexts.NoReport(resource);
    }
}

/// <summary>A form that reports are written in.</summary>
internal sealed record ReportFormat(string Suffix, string MediaType)
{
    public static readonly ReportFormat Json = new("json", "application/json");
    public static readonly ReportFormat Html = new("html", "text/html");
    public static readonly ReportFormat Csv = new("csv", "text/csv");

    /// <summary>All of them, the one that answers where any will do first.</summary>
    public static readonly IReadOnlyList<ReportFormat> All = [Json, Html, Csv];
}

/// <summary>A report in one of its forms, in the asked language.</summary>
internal sealed class ReportBody(Report report, ReportFormat format) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var language = AskedLanguage.Of(httpContext);
        var body = Write(language);
        httpContext.Response.Headers.ContentLanguage = AskedLanguage.Tag(language);
        var reads = HttpMethods.IsGet(httpContext.Request.Method) || HttpMethods.IsHead(httpContext.Request.Method);
        if (reads && Validators.IsKnown(httpContext, Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(body))))
        {
            return;
        }

        if (format == ReportFormat.Html)
        {
            Web.PageSafety.AllowInlineStyle(httpContext.Response);
        }

        httpContext.Response.ContentType = format.MediaType + "; charset=utf-8";
        httpContext.Response.ContentLength = body.Length;
        await httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    private byte[] Write(Language language)
    {
        if (format == ReportFormat.Json)
        {
            return JsonReport.Write(report, language);
        }

        using var bytes = new MemoryStream();
        if (format == ReportFormat.Csv)
        {
            CsvReport.Write(report, language, bytes);
            return bytes.ToArray();
        }

        using (var writer = new StreamWriter(bytes, leaveOpen: true))
        {
            HtmlReport.Write(report, language, writer);
        }

        return bytes.ToArray();
    }
}
