using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Scores;
using OpenData.Scores.Indicators;
using OpenData.Server.Rest;
using OpenData.Server.Rest.Scores;

namespace OpenData.Server.Web.Pages;

/// <summary>The organizations that have scores, each with its evidence pages by year.</summary>
public sealed class ScoresModel : CatalogPage
{
    /// <summary>Years back that are offered: those for which an auditor still asks.</summary>
    private const int YearsBack = 5;

    internal override LocalText Heading => ScoreTexts.Title;
    internal FiscalYear Year { get; private set; }
    internal IReadOnlyList<(Organization Organization, long Datasets)> Organizations { get; private set; } = [];

    /// <summary>The years for which there are indicators, the newest first.</summary>
    internal IEnumerable<int> Years => Enumerable.Range(0, YearsBack).Select(i => Year.Number - i).Where(y => y >= IndicatorBook.All.Min(i => i.FiscalYear));

    public async Task OnGetAsync()
    {
        Year = HttpContext.RequestServices.GetRequiredService<ScoreDesk>().ThisYear;
        Organizations = await HttpContext.RequestServices.GetRequiredService<Catalog>().ListOrganizationsAsync(HttpContext.RequestAborted);
    }
}
