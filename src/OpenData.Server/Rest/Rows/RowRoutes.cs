using OpenData.Registry;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.RowQueries;
using OpenData.Store;

namespace OpenData.Server.Rest.Rows;

/// <summary>Rows of a resource: <c>/data/{name}/{key}[.json|.ndjson|.csv|.xml]</c>.</summary>
internal static class RowRoutes
{
    public static void MapRows(this IEndpointRouteBuilder api) => api.MapRead("/data/{name}/{file}", AnswerAsync);

    private static async Task<IResult> AnswerAsync(HttpContext context, string name, string file, Catalog catalog, IDataStore store)
    {
        var dot = file.IndexOf('.', StringComparison.Ordinal);
        var (key, suffix) = dot < 0 ? (file, null) : (file[..dot], file[(dot + 1)..]);
        var (dataset, resource, missing) = await catalog.FindAsync(name, key, context.RequestAborted);
        if (missing is not null)
        {
            return missing;
        }

        if (dataset!.State == DatasetState.Withdrawn)
        {
            return Reviews.ReviewTexts.Withdrawn(dataset, null);
        }

        if (resource!.Current is not { } release)
        {
            return CatalogTexts.NotPublished(dataset!, resource);
        }

        return Answer(context, resource.Key, release, suffix, store);
    }

    /// <summary>The rows of a release, as the request asks for them.</summary>
    public static IResult Answer(HttpContext context, string key, Release release, string? suffix, IDataStore store)
    {
        var (format, refusal) = suffix is null ? RowFormat.OfAccept(context.Request) : RowFormat.OfSuffix(suffix);
        if (refusal is not null)
        {
            return refusal;
        }

        var faults = new List<ProblemError>();
        return RowRequest.Read(context.Request, release, format == RowFormat.Csv, faults) is { } request
            ? new RowAnswer(store.Rows, key, release, request, format!)
            : Problem.OfQuery(faults);
    }
}

/// <summary>An answer of rows: its headers, then the rows as they come from the store.</summary>
internal sealed class RowAnswer(IRowStore store, string key, Release release, RowRequest request, RowFormat format) : IResult
{
    /// <summary>How many rows match, where <c>count=true</c> asked; CSV and NDJSON have no other place for it.</summary>
    public const string TotalHeader = "X-Total-Count";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var cancellation = httpContext.RequestAborted;
        var language = AskedLanguage.Tag(AskedLanguage.Of(httpContext));
        httpContext.Response.ContentType = format.MediaType + (format == RowFormat.Csv ? "; charset=utf-8; header=present" : "; charset=utf-8");
        if (Validators.IsKnown(httpContext, $"{release.Number} {release.Sha256} {release.Dictionary.Sha256} {format.Suffix} {language} {request.Canonical}", release.Published))
        {
            httpContext.Response.ContentType = null;
            return;
        }

        var page = await RowPage.FindAsync(httpContext, store, release, request);
        SetHeaders(httpContext.Response, page);
        if (HttpMethods.IsHead(httpContext.Request.Method))
        {
            await httpContext.Response.StartAsync(cancellation);
            return;
        }

        await using var rows = await store.QueryAsync(release, request.Query, cancellation);
        await (format.Suffix switch
        {
            "csv" => CsvRows.WriteAsync(httpContext.Response.Body, rows, page, cancellation),
            "xml" => XmlRows.WriteAsync(httpContext.Response.Body, rows, page, cancellation),
            "ndjson" => JsonRows.WriteLinesAsync(httpContext.Response.BodyWriter, rows, page, cancellation),
            _ => JsonRows.WriteAsync(httpContext.Response.BodyWriter, rows, page, cancellation),
        });
    }

    private void SetHeaders(HttpResponse response, RowPage page)
    {
        if (page.Next is { } next)
        {
            response.Headers.Link = $"<{next}>; rel=\"next\"";
        }

        if (page.Total is { } total)
        {
            response.Headers[TotalHeader] = total.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        if (format == RowFormat.Csv)
        {
            response.Headers.ContentDisposition = $"attachment; filename=\"{key}.csv\"";
        }
    }
}
