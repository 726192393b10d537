using Microsoft.AspNetCore.Mvc;
using OpenData.Registry;
using OpenData.Registry.Feedback;
using OpenData.Schemas;
using OpenData.Server.Rest.Feedback;
using OpenData.Store;

namespace OpenData.Server.Web.Pages;

/// <summary>A request for data as its asker sees it, at the address that only they have.</summary>
public sealed class AskedRequestModel : CatalogPage
{
    private Organization? organization;

    internal override LocalText Heading => FeedbackWords.YourRequest;
    internal DataRequest Asked { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string address)
    {
        if (await HttpContext.RequestServices.GetRequiredService<RequestDesk>().FindAsync(address, HttpContext.RequestAborted) is not { } asked)
        {
            return Refuse(FeedbackTexts.UnknownRequest);
        }

        Asked = asked;
        organization = asked.Organization is null
            ? null
            : await HttpContext.RequestServices.GetRequiredService<IDataStore>().Registry.FindOrganizationAsync(asked.Organization, HttpContext.RequestAborted);
        Response.Headers.CacheControl = "private, no-store";
        Response.Headers["X-Robots-Tag"] = "noindex";
        Response.Headers["Referrer-Policy"] = "no-referrer";
        return Page();
    }

    /// <summary>The organization's title, or its slug.</summary>
    internal string OrganizationTitle(string name) => organization is { Title.IsEmpty: false } known ? Say(known.Title) : name;
}
