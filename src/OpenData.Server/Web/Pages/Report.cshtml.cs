using Microsoft.AspNetCore.Mvc;
using OpenData.Reports;
using OpenData.Schemas;
using OpenData.Server.Rest;
using OpenData.Server.Rest.Rules;
using OpenData.Server.Rest.Validation;
using OpenData.Store;

namespace OpenData.Server.Web.Pages;

/// <summary>The report of what is published, as the self-contained page that the command line writes too.</summary>
public sealed class ReportModel : CatalogPage
{
    internal override LocalText Heading => WebTexts.Report;

    public async Task<IActionResult> OnGetAsync(string name, string key)
    {
        var catalog = HttpContext.RequestServices.GetRequiredService<Catalog>();
        var (dataset, resource, missing) = await catalog.FindAsync(name, key, HttpContext.RequestAborted);
        if (missing is not null)
        {
            return Refuse(missing);
        }

        var registry = HttpContext.RequestServices.GetRequiredService<IDataStore>().Registry;
        if (await registry.FindReportAsync(resource!.Id, catalog.SeesDraftsOf(dataset!.Organization) ? null : resource.Current?.Number, HttpContext.RequestAborted) is not { } json)
        {
            return Refuse(CatalogTexts.NoReport(resource));
        }

        PageSafety.AllowInlineStyle(Response);
        using var html = new StringWriter();
        var page = await HttpContext.RequestServices.GetRequiredService<CheckDesk>().PageOfAsync(JsonReport.Read(json), dataset!, HttpContext.RequestAborted);
        HtmlReport.Write(page with { RulePages = RulePages.Prefix(Request) }, Language, html);
        return Content(html.ToString(), "text/html; charset=utf-8");
    }
}
