using Microsoft.AspNetCore.Mvc;
using OpenData.Registry;
using OpenData.Reports;
using OpenData.Schemas;
using OpenData.Server.Access;
using OpenData.Server.Rest;
using OpenData.Server.Web.Auditing;
using OpenData.Store;

namespace OpenData.Server.Web.Pages;

/// <summary>The last check of every resource of every organization, for those who see everything.</summary>
public sealed class AuditReportsModel : WorkPage
{
    internal override LocalText Heading => AuditTexts.Reports;
    internal IReadOnlyList<CheckedResource> Resources { get; private set; } = [];
    internal string? Next { get; private set; }

    private protected override bool IsOpenTo(Caller caller) => caller.SeesAll;

    private protected override LocalText Closed => AccessTexts.AuditorsOnly;

    public async Task OnGetAsync(string? after)
    {
        var catalog = HttpContext.RequestServices.GetRequiredService<Catalog>();
        var registry = HttpContext.RequestServices.GetRequiredService<IDataStore>().Registry;
        var page = await catalog.ListAsync(null, null, after is not null && Slug.Is(after) ? after : null, ServerLimits.MostDatasets, HttpContext.RequestAborted);
        var all = page.Items.SelectMany(d => d.Resources.Select(r => (Dataset: d, Resource: r))).ToList();
        var reports = await registry.FindReportsAsync([.. all.Select(a => (a.Resource.Id, (int?)null))], HttpContext.RequestAborted);
        Resources = [.. all.Zip(reports, (a, json) => new CheckedResource(a.Dataset, a.Resource, json is null ? null : JsonReport.Read(json)))];
        Next = page.More ? "/audit/reports?after=" + page.Items[^1].Name : null;
    }

    /// <summary>A resource with the report of its last check, or without where it was never checked.</summary>
    internal sealed record CheckedResource(Dataset Dataset, Resource Resource, Report? Report);
}
