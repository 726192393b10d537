using Microsoft.AspNetCore.Mvc;
using OpenData.Schemas;
using OpenData.Scores.Faces;
using OpenData.Server.Rest;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.Scores;

namespace OpenData.Server.Web.Pages;

/// <summary>An organization's scores, as the self-contained evidence page that the command line writes too.</summary>
public sealed class OrganizationScoresModel : CatalogPage
{
    internal override LocalText Heading => ScoreTexts.Title;

    public async Task<IActionResult> OnGetAsync(string organization, string? year)
    {
        var desk = HttpContext.RequestServices.GetRequiredService<ScoreDesk>();
        var (asked, fault) = ScoreRoutes.Year(year, desk);
        if (fault is not null)
        {
            return Refuse(Problem.OfQuery([fault]));
        }

        var catalog = HttpContext.RequestServices.GetRequiredService<Catalog>();
        if (await desk.FindAsync(organization, asked, catalog, HttpContext.RequestAborted) is not { } report)
        {
            return Refuse(CatalogTexts.UnknownOrganization(organization));
        }

        PageSafety.AllowInlineStyle(Response);
        using var html = new StringWriter();
        ScorePage.Write(report, Language, html);
        return Content(html.ToString(), "text/html; charset=utf-8");
    }
}
