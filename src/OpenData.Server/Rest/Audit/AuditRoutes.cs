using System.Globalization;
using OpenData.Publishing;
using OpenData.Registry;
using OpenData.Server.Access;
using OpenData.Server.Rest.Parameters;
using OpenData.Server.Rest.Problems;
using OpenData.Store;
using OpenData.Server.Rest.OpenApi;
using OpenData.Server.Rest.Accounts;

namespace OpenData.Server.Rest.Audit;

/// <summary>The audit log as JSON lines or CSV, a page at a time or all of it as one stream; for those who see everything.</summary>
internal static class AuditRoutes
{
    private static readonly string[] Formats = ["jsonl", "csv"];

    private static readonly IReadOnlyList<ParameterDescription> Parameters =
    [
        new("after", ParameterKind.Integer, new("เริ่มต่อจากรายการลำดับที่", "Go on behind the entry of this number.")) { Minimum = 0, Maximum = long.MaxValue, Standard = "0" },
        new("limit", ParameterKind.IntegerOrChoice, new("จำนวนรายการ หรือ all", "How many entries, or all as one stream.")) { Minimum = 1, Maximum = ServerLimits.MostRows, Allowed = ["all"], Standard = $"{ServerLimits.DefaultRows}" },
        new("format", ParameterKind.Choice, new("รูปแบบ", "The format.")) { Allowed = Formats, Standard = Formats[0] },
    ];

    public static void MapAudit(this IEndpointRouteBuilder api) => api.MapRead("/audit", AnswerAsync).NeedsToken().Takes(Parameters).Tells(AccountOperations.Audit);

    private static async Task<IResult> AnswerAsync(HttpContext context, Catalog catalog, IDataStore store)
    {
        if (!catalog.Caller.SeesAll)
        {
            return new Problem(ProblemKinds.Forbidden, AccessTexts.AuditorsOnly);
        }

        var parameters = context.Parameters();
        var faults = new List<ProblemError>();
        var after = Number(parameters, "after", 0, 0, long.MaxValue, faults);
        long? limit = parameters["limit"] == "all" ? null : Number(parameters, "limit", ServerLimits.DefaultRows, 1, ServerLimits.MostRows, faults);
        var format = parameters["format"] ?? Formats[0];
        if (!Formats.Contains(format))
        {
            faults.Add(ParameterTexts.OneOf("format", format, Formats));
        }

        return faults.Count > 0 ? Problem.OfQuery(faults) : new AuditPage(store.Audit, await store.Audit.FindHeadAsync(context.RequestAborted), after, limit, format == "csv");
    }

    private static long Number(QueryParameters parameters, string name, long standard, long from, long to, List<ProblemError> faults)
    {
        if (parameters[name] is not { } text)
        {
            return standard;
        }

        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < from || number > to)
        {
            faults.Add(ParameterTexts.Invalid(name, text, ParameterTexts.WholeNumber(from, to)));
        }

        return number;
    }
}

/// <summary>Entries as they come from the store. <c>Link</c> names the next page, <c>X-Audit-Head</c> where the log ends.</summary>
internal sealed class AuditPage(IAuditStore audit, AuditHead head, long after, long? limit, bool isCsv) : IResult
{
    /// <summary>Where the log ended when the answer began: entry and hash.</summary>
    public const string HeadHeader = "X-Audit-Head";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        Validators.Keep(httpContext);
        response.ContentType = isCsv ? "text/csv; charset=utf-8; header=present" : "application/x-ndjson; charset=utf-8";
        response.Headers[HeadHeader] = string.Create(CultureInfo.InvariantCulture, $"{head.Entries}:{head.Hash}");
        if (limit is { } most && after < head.Entries - most)
        {
            var kept = httpContext.Parameters().All.Where(p => p.Name != "after").Append(new Parameter("after", (after + most).ToString(CultureInfo.InvariantCulture)));
            var query = string.Join('&', kept.Select(p => Uri.EscapeDataString(p.Name) + "=" + Uri.EscapeDataString(p.Value)));
            response.Headers.Link = $"<{httpContext.Request.PathBase}{httpContext.Request.Path}?{query}>; rel=\"next\"";
        }

        if (!HttpMethods.IsHead(httpContext.Request.Method))
        {
            await WriteAsync(response, httpContext.RequestAborted);
        }
    }

    private async Task WriteAsync(HttpResponse response, CancellationToken cancellation)
    {
        if (isCsv)
        {
            await response.Body.WriteAsync(AuditExport.CsvHeader(), cancellation);
        }

        await foreach (var entry in audit.ReadAsync(after, limit, cancellation))
        {
            await response.Body.WriteAsync(isCsv ? AuditExport.CsvLine(entry) : AuditExport.JsonLine(entry), cancellation);
        }
    }
}
