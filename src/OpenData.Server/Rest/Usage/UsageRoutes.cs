using System.Globalization;
using CsvHelper;
using Newtonsoft.Json.Linq;
using OpenData.Registry.Usage;
using OpenData.Server.Rest.Feedback;
using OpenData.Server.Rest.Problems;
using OpenData.Store;
using OpenData.Server.Rest.OpenApi;

namespace OpenData.Server.Rest.Usage;

/// <summary>Usage reports for programs: JSON and CSV.</summary>
internal static class UsageRoutes
{
    public static void MapUsage(this IEndpointRouteBuilder api)
    {
        foreach (var suffix in new[] { "", ".csv" })
        {
            api.MapRead("/usage" + suffix, (HttpContext context, UsageDesk desk) => AnswerAsync(context, desk, suffix.Length > 0)).Takes(UsageOperations.Parameters).Tells(UsageOperations.Of(suffix.Length > 0));
        }
    }

    /// <summary>The parameters of a report's query, kept for a link to another form of it.</summary>
    public static string QueryOf(UsageQuery query) => string.Join('&', new[]
    {
        "from=" + UsageDesk.Text(query.From), "to=" + UsageDesk.Text(query.To), "by=" + (query.ByMonth ? "month" : "day"), "per=" + string.Join(',', query.Per.Select(UsageTexts.Word)),
        query.Organization is null ? null : "organization=" + query.Organization, query.Dataset is null ? null : "dataset=" + query.Dataset,
    }.OfType<string>());

    private static async Task<IResult> AnswerAsync(HttpContext context, UsageDesk desk, bool isCsv)
    {
        var faults = new List<ProblemError>();
        var parameters = context.Parameters();
        var query = desk.Read(name => parameters[name], faults);
        var (limit, offset) = FeedbackRoutes.Page(parameters, faults, ServerLimits.MostRows, ServerLimits.MostRows);
        if (faults.Count > 0)
        {
            return Problem.OfQuery(faults);
        }

        // One more than the page, to know whether there is another.
        var lines = await desk.ListAsync(query with { Limit = limit + 1, Offset = offset }, context.RequestAborted);
        var shown = lines.Take(limit).ToList();
        var next = lines.Count > limit ? string.Create(CultureInfo.InvariantCulture, $"{context.Request.PathBase}{context.Request.Path}?{QueryOf(query)}&limit={limit}&offset={offset + limit}") : null;
        return isCsv ? new UsageCsv(query, shown, next) : new JsonBody(Json(query, shown, next)) { Next = next };
    }

    private static JObject Json(UsageQuery query, IReadOnlyList<UsageCount> lines, string? next) => new()
    {
        ["from"] = UsageDesk.Text(query.From),
        ["to"] = UsageDesk.Text(query.To),
        ["by"] = query.ByMonth ? "month" : "day",
        ["items"] = new JArray(lines.Select(line =>
        {
            var json = new JObject { [query.ByMonth ? "month" : "day"] = line.Period };
            foreach (var part in query.Per)
            {
                json[UsageTexts.Word(part)] = UsageCsv.Value(line, part) is { Length: > 0 } value ? value : null;
            }

            json["requests"] = line.Requests;
            return json;
        })),
        ["requests"] = lines.Sum(line => line.Requests),
        ["next"] = next,
    };
}

/// <summary>A usage report as CSV, a line for each count.</summary>
internal sealed class UsageCsv(UsageQuery query, IReadOnlyList<UsageCount> lines, string? next) : IResult
{
    public static string Value(UsageCount line, UsagePart part) => part switch
    {
        UsagePart.Organization => line.Organization,
        UsagePart.Dataset => line.Dataset,
        UsagePart.Resource => line.Resource,
        _ => line.Face,
    };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, new CsvWriterOptions { Injection = CsvInjection.Escape }, leaveOpen: true))
        {
            csv.WriteRecord([query.ByMonth ? "month" : "day", .. query.Per.Select(UsageTexts.Word), "requests"]);
            foreach (var line in lines)
            {
                csv.WriteRecord([line.Period, .. query.Per.Select(part => Value(line, part)), line.Requests.ToString(CultureInfo.InvariantCulture)]);
            }
        }

        var body = bytes.ToArray();
        if (Validators.IsKnown(httpContext, Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(body))))
        {
            return;
        }

        if (next is not null)
        {
            httpContext.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        }

        httpContext.Response.ContentType = "text/csv; charset=utf-8; header=present";
        httpContext.Response.ContentLength = body.Length;
        await httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}
