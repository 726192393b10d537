using System.Globalization;
using OpenData.Publishing;
using OpenData.Server.Access;
using OpenData.Server.Rest;
using OpenData.Server.Rest.Audit;
using OpenData.Server.Rest.Problems;
using OpenData.Store;
using OpenData.Server.Rest.Parameters;

namespace OpenData.Server.Web.Auditing;

/// <summary>The audit log as an auditor takes it home from its page: JSON lines or CSV, with the filter of the page.</summary>
internal static class AuditDownloads
{
    private static readonly IReadOnlyList<ParameterDescription> Parameters = [.. AuditFilter.Parameters.Select(name => new ParameterDescription(name, ParameterKind.Text, AuditTexts.Filter))];

    public static void MapAuditDownloads(this WebApplication app)
    {
        app.MapRead("/audit.jsonl", (HttpContext context, IDataStore store) => AnswerAsync(context, store, isCsv: false)).Takes([.. Parameters]);
        app.MapRead("/audit.csv", (HttpContext context, IDataStore store) => AnswerAsync(context, store, isCsv: true)).Takes([.. Parameters]);
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, IDataStore store, bool isCsv)
    {
        if (!context.Caller().SeesAll)
        {
            return context.Caller().IsKnown ? new Problem(ProblemKinds.Forbidden, AccessTexts.AuditorsOnly) : TypedResults.LocalRedirect("/sign-in?to=/audit");
        }

        var (filter, faulty) = AuditFilter.Read(context.Request.Query);
        if (faulty.Count > 0)
        {
            return new Problem(ProblemKinds.InvalidValue, AuditTexts.NoDay(context.Request.Query[faulty[0]].ToString()));
        }

        var head = await store.Audit.FindHeadAsync(context.RequestAborted);
        return new Download(filter, store.Audit, string.Create(CultureInfo.InvariantCulture, $"{head.Entries}:{head.Hash}"), isCsv);
    }

    private sealed class Download(AuditFilter filter, IAuditStore audit, string head, bool isCsv) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            Validators.Keep(httpContext);
            response.ContentType = isCsv ? "text/csv; charset=utf-8; header=present" : "application/x-ndjson; charset=utf-8";
            response.Headers.ContentDisposition = $"attachment; filename=\"audit.{(isCsv ? "csv" : "jsonl")}\"";
            response.Headers[AuditPage.HeadHeader] = head;
            if (isCsv)
            {
                await response.Body.WriteAsync(AuditExport.CsvHeader(), httpContext.RequestAborted);
            }

            await foreach (var entry in filter.ReadAsync(audit, httpContext.RequestAborted))
            {
                await response.Body.WriteAsync(isCsv ? AuditExport.CsvLine(entry) : AuditExport.JsonLine(entry), httpContext.RequestAborted);
            }
        }
    }
}
