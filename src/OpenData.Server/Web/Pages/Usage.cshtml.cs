using OpenData.Registry.Usage;
using OpenData.Schemas;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.Usage;
using OpenData.Store;

namespace OpenData.Server.Web.Pages;

/// <summary>How much the catalog, an organization's data or one dataset is used.</summary>
public sealed class UsageModel : CatalogPage
{
    internal override LocalText Heading => UsageTexts.Title;
    internal UsageQuery Query { get; private set; } = null!;

    /// <summary>What is wrong with the query, or null.</summary>
    internal LocalText? Fault { get; private set; }

    /// <summary>The counts by period and face.</summary>
    internal IReadOnlyList<IGrouping<string, UsageCount>> Periods { get; private set; } = [];

    /// <summary>The faces that were used.</summary>
    internal IReadOnlyList<string> Faces { get; private set; } = [];

    /// <summary>The datasets that were used most in the whole time.</summary>
    internal IReadOnlyList<UsageCount> MostUsed { get; private set; } = [];

    /// <summary>The query of the same report for programs.</summary>
    internal string Link => UsageRoutes.QueryOf(Query);

    public async Task OnGetAsync()
    {
        var desk = HttpContext.RequestServices.GetRequiredService<UsageDesk>();
        var faults = new List<ProblemError>();
        Query = desk.Read(name => Request.Query[name].ToString() is { Length: > 0 } given ? given : null, faults);
        if (faults.Count > 0)
        {
            Fault = faults[0].Message;
            Query = desk.Read(_ => null, []);
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        var counts = await desk.ListAsync(Query with { Per = [UsagePart.Face] }, HttpContext.RequestAborted);
        Periods = [.. counts.GroupBy(c => c.Period)];
        Faces = [.. UsageFaces.All.Where(face => counts.Any(c => c.Face == face))];
        var datasets = await desk.ListAsync(Query with { ByMonth = true, Per = [UsagePart.Organization, UsagePart.Dataset] }, HttpContext.RequestAborted);
        MostUsed = [.. datasets.Where(c => c.Dataset.Length > 0)
            .GroupBy(c => (c.Organization, c.Dataset))
            .Select(g => g.First() with { Requests = g.Sum(c => c.Requests) })
            .OrderByDescending(c => c.Requests).ThenBy(c => c.Dataset, StringComparer.Ordinal)
            .Take(ServerLimits.DefaultRows)];
    }
}
