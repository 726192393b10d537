using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Server.Published;
using OpenData.Server.Rest;

namespace OpenData.Server.Ckan.Datastore;

/// <summary><c>/datastore/dump/{id}</c>: a whole table as a file, streamed; a refusal is plain text, as CKAN's.</summary>
internal sealed class Dump(CkanCall call, string id) : IResult
{
    private static readonly string[] Known = ["format", "bom", "filters", "q", "distinct", "plain", "language", "fields", "sort", "offset", "limit"];

    private static readonly IReadOnlyDictionary<string, string> Formats = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["csv"] = "text/csv; charset=utf-8",
        ["tsv"] = "text/tab-separated-values; charset=utf-8",
        ["json"] = "application/json; charset=utf-8",
        ["xml"] = "text/xml; charset=utf-8",
    };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var cancellation = httpContext.RequestAborted;
        if (await call.Packages.FindTableAsync(id, cancellation) is not var (dataset, resource, release))
        {
            await RefuseAsync(httpContext, StatusCodes.Status404NotFound, "DataStore resource not found");
            return;
        }

        call.Uses(dataset, resource);

        var format = call.Arguments.Text("format") is { Length: > 0 } asked ? asked : "csv";
        if (Read(release, format) is not { } query)
        {
            await RefuseAsync(httpContext, StatusCodes.Status400BadRequest, Faults(call.Arguments.Refusal.Error!));
            return;
        }

        httpContext.Response.ContentType = Formats[format];
        if (Validators.IsKnown(httpContext, $"{release.Number} {release.Sha256} {release.Dictionary.Sha256} dump {call.Arguments.Canonical}", release.Published))
        {
            httpContext.Response.ContentType = null;
            return;
        }

        httpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{id}.{format}\"";
        if (HttpMethods.IsHead(httpContext.Request.Method))
        {
            await httpContext.Response.StartAsync(cancellation);
            return;
        }

        await using var rows = await query.ReadAsync(call.Store.Rows, call.Service<GroupingTurn>(), release, cancellation);
        await new DumpWriter(release, query, call.Arguments.Truth("bom", false)).WriteAsync(format, httpContext.Response, rows, cancellation);
    }

    private DatastoreQuery? Read(Release release, string format)
    {
        var arguments = call.Arguments;
        arguments.Refuse(Known);
        if (!Formats.ContainsKey(format))
        {
            arguments.Fault("format", $"Value must be one of {string.Join(", ", Formats.Keys)}");
        }

        var offset = arguments.Natural("offset", 0);
        long? limit = arguments["limit"] is null ? null : arguments.Natural("limit", 0);
        var query = DatastoreRequest.Read(arguments, release.Dictionary);
        if (query is { Distinct: true } && offset > CkanLimits.MostDistinctOffset)
        {
            arguments.Fault("offset", $"at most {CkanLimits.MostDistinctOffset} distinct rows may be passed over");
        }

        return arguments.HasFaults ? null : query! with { Offset = offset, Limit = limit };
    }

    private static string Faults(JObject errors) =>
        string.Join('\n', errors.Properties().Where(p => p.Name != "__type").Select(p => $"{p.Name}: {string.Join(' ', p.Value.Select(v => (string?)v))}"));

    private static async Task RefuseAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsync(message + "\n", context.RequestAborted);
    }
}
