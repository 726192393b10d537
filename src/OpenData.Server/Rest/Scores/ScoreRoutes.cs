using System.Globalization;
using Newtonsoft.Json.Linq;
using OpenData.Scores;
using OpenData.Scores.Faces;
using OpenData.Scores.Indicators;
using OpenData.Server.Rest.Parameters;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.OpenApi;

namespace OpenData.Server.Rest.Scores;

/// <summary>Indicators and scores for programs: JSON, CSV, and the evidence page.</summary>
internal static class ScoreRoutes
{
    public static void MapScores(this IEndpointRouteBuilder api)
    {
        api.MapRead("/indicators", Indicators).Takes(SharedParameters.Year).Tells(ScoreOperations.Indicators);
        foreach (var suffix in new[] { "", ".csv", ".html" })
        {
            api.MapRead("/scores" + suffix, (HttpContext context, Catalog catalog, ScoreDesk desk) => ScoresAsync(context, suffix, catalog, desk)).Takes(ScoreOperations.ScoreParameters(suffix)).Tells(ScoreOperations.Scores(suffix));
        }
    }

    /// <summary>The year that a query asks for, this one where it asks for none, or what is wrong with it.</summary>
    public static (FiscalYear Year, ProblemError? Fault) Year(string? asked, ScoreDesk desk)
    {
        var first = IndicatorBook.All.Min(i => i.FiscalYear);
        var last = desk.ThisYear.Number + 1;
        return asked is null ? (desk.ThisYear, null)
            : int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= first && year <= last ? (new FiscalYear(year), null)
            : (default, ParameterTexts.Invalid("year", asked, ScoreTexts.YearOf(first, last)));
    }

    private static IResult Indicators(HttpContext context, ScoreDesk desk)
    {
        var (year, fault) = Year(context.Parameters()["year"], desk);
        if (fault is not null)
        {
            return Problem.OfQuery([fault]);
        }

        var indicators = IndicatorBook.Of(year);
        return new JsonBody(new JObject { ["fiscalYear"] = year.Number, ["items"] = new JArray(indicators.Select(IndicatorDocument.Json)), ["total"] = indicators.Count });
    }

    private static async Task<IResult> ScoresAsync(HttpContext context, string suffix, Catalog catalog, ScoreDesk desk)
    {
        var parameters = context.Parameters();
        var (year, fault) = Year(parameters["year"], desk);
        if (fault is not null)
        {
            return Problem.OfQuery([fault]);
        }

        if (parameters["organization"] is not { } organization)
        {
            return suffix.Length == 0 ? await ListAsync(year, catalog, context.RequestAborted) : Problem.OfQuery([ParameterTexts.Invalid("organization", "", ScoreTexts.Organization)]);
        }

        if (await desk.FindAsync(organization, year, catalog, context.RequestAborted) is not { } report)
        {
            return CatalogTexts.UnknownOrganization(organization);
        }

        return suffix.Length == 0 ? new JsonBody(ScoreJson.Of(report)) : new ScoreBody(report, suffix == ".csv");
    }

    private static async Task<JsonBody> ListAsync(FiscalYear year, Catalog catalog, CancellationToken cancellation)
    {
        var organizations = await catalog.ListOrganizationsAsync(cancellation);
        return new JsonBody(new JObject
        {
            ["fiscalYear"] = year.Number,
            ["items"] = new JArray(organizations.Select(o => new JObject
            {
                ["organization"] = o.Organization.Name,
                ["title"] = new JObject { ["th"] = o.Organization.Title.Th, ["en"] = o.Organization.Title.En },
                ["datasets"] = o.Datasets,
                ["scores"] = $"/api/v1/scores?organization={o.Organization.Name}&year={year.Number}",
                ["page"] = $"/scores/{o.Organization.Name}?year={year.Number}",
            })),
            ["total"] = organizations.Count,
        });
    }
}

/// <summary>Scores as a CSV, or as the evidence page, in the asked language.</summary>
internal sealed class ScoreBody(ScoreReport report, bool isCsv) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var language = AskedLanguage.Of(httpContext);
        using var bytes = new MemoryStream();
        if (isCsv)
        {
            ScoreCsv.Write([report], language, bytes);
        }
        else
        {
            await using var writer = new StreamWriter(bytes, leaveOpen: true);
            ScorePage.Write(report, language, writer);
        }

        var body = bytes.ToArray();
        httpContext.Response.Headers.ContentLanguage = AskedLanguage.Tag(language);
        if (Validators.IsKnown(httpContext, Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(body))))
        {
            return;
        }

        if (!isCsv)
        {
            Web.PageSafety.AllowInlineStyle(httpContext.Response);
        }

        httpContext.Response.ContentType = isCsv ? "text/csv; charset=utf-8" : "text/html; charset=utf-8";
        httpContext.Response.ContentLength = body.Length;
        await httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}
