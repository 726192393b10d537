using OpenData.Reports;
using OpenData.Schemas;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.Rows;
using OpenData.Server.Rest.Rules;
using OpenData.Server.Rest.Validation;
using OpenData.Store;
using OpenData.Server.Rest.OpenApi;

namespace OpenData.Server.Rest.Reports;

/// <summary>The report of a resource, or of one of its releases, as JSON, HTML, CSV or SARIF.</summary>
internal static class ReportRoutes
{
    public static void MapReports(this IEndpointRouteBuilder api)
    {
        foreach (var suffix in new[] { "", ".json", ".html", ".csv", ".sarif" })
        {
            var resource = "/datasets/{name}/resources/{key}";
            api.MapRead($"{resource}/report{suffix}", (HttpContext context, string name, string key, Catalog catalog, IDataStore store, CheckDesk desk) =>
                AnswerAsync(context, name, key, null, suffix, catalog, store, desk)).Takes().Tells(ReportOperations.Of(suffix, ofRelease: false));
            api.MapRead($"{resource}/releases/{{number:int}}/report{suffix}", (HttpContext context, string name, string key, int number, Catalog catalog, IDataStore store, CheckDesk desk) =>
                AnswerAsync(context, name, key, number, suffix, catalog, store, desk)).Takes().Tells(ReportOperations.Of(suffix, ofRelease: true));
        }
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, string name, string key, int? number, string suffix, Catalog catalog, IDataStore store, CheckDesk desk)
    {
        var (dataset, resource, missing) = await catalog.FindAsync(name, key, context.RequestAborted);
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
        var asked = number ?? (catalog.SeesDraftsOf(dataset!.Organization) ? null : resource!.Current?.Number);
        if (await store.Registry.FindReportAsync(resource!.Id, asked, context.RequestAborted) is not { } json)
        {
            return number is { } release ? CatalogTexts.UnknownRelease(resource, release) : CatalogTexts.NoReport(resource);
        }

        var report = JsonReport.Read(json);
        return new ReportBody(format == ReportFormat.Html ? await desk.PageOfAsync(report, dataset!, context.RequestAborted) : new ReportPage(report), format);
    }
}

/// <summary>A form that reports are written in.</summary>
internal sealed record ReportFormat(string Suffix, string MediaType)
{
    public static readonly ReportFormat Json = new("json", "application/json");
    public static readonly ReportFormat Html = new("html", "text/html");
    public static readonly ReportFormat Csv = new("csv", "text/csv");
    public static readonly ReportFormat Sarif = new("sarif", "application/sarif+json");

    /// <summary>All of them, the one that answers where any will do first.</summary>
    public static readonly IReadOnlyList<ReportFormat> All = [Json, Html, Csv, Sarif];
}

/// <summary>A report in one of its forms, in the asked language.</summary>
internal sealed class ReportBody(ReportPage page, ReportFormat format) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var language = AskedLanguage.Of(httpContext);
        var body = Write(language, RulePages.Prefix(httpContext.Request));
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

    private byte[] Write(Language language, string rulePages)
    {
        if (format == ReportFormat.Json)
        {
            return JsonReport.Write(page.Report, language);
        }

        if (format == ReportFormat.Sarif)
        {
            return SarifReport.Write(page.Report, language);
        }

        using var bytes = new MemoryStream();
        if (format == ReportFormat.Csv)
        {
            CsvReport.Write(page.Report, language, bytes);
            return bytes.ToArray();
        }

        using (var writer = new StreamWriter(bytes, leaveOpen: true))
        {
            HtmlReport.Write(page with { RulePages = rulePages }, language, writer);
        }

        return bytes.ToArray();
    }
}
