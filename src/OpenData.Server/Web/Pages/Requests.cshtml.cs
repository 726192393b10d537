using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using OpenData.Registry;
using OpenData.Registry.Feedback;
using OpenData.Schemas;
using OpenData.Server.Access;
using OpenData.Server.Rest;
using OpenData.Server.Rest.Feedback;

namespace OpenData.Server.Web.Pages;

/// <summary>Where anybody asks for data that are missing or restricted, and sees how many have asked.</summary>
[EnableRateLimiting(RateLimits.Feedback)]
[RequestSizeLimit(ServerLimits.FeedbackBytes)]
public sealed class RequestsModel : OpenPage
{
    internal override LocalText Heading => FeedbackWords.RequestData;
    internal IReadOnlyList<Organization> Organizations { get; private set; } = [];
    internal IReadOnlyList<RequestCounts> Counts { get; private set; } = [];

    /// <summary>The dataset it is about, or null.</summary>
    internal Dataset? Dataset { get; private set; }

    internal RequestKind Kind { get; private set; }
    internal string? Organization { get; private set; }
    internal string? Contact { get; private set; }

    private RequestDesk Desk => HttpContext.RequestServices.GetRequiredService<RequestDesk>();

    public Task<IActionResult> OnGetAsync(string? dataset) => ShowAsync(dataset);

    public async Task<IActionResult> OnPostAsync(string? kind, string? organization, string? dataset, string? text, string? contact)
    {
        Kind = SentFeedback.KindOf(kind) ?? RequestKind.Missing;
        (Organization, Typed, Contact) = (Given(organization), text ?? "", contact);
        if (IsTrapped)
        {
            // An address as everybody gets one; nothing is there.
            return LocalRedirect(RequestRoutes.PageOf(BrowserKey.New()));
        }

        var (secret, _, refusal) = await Desk.AskAsync(new SentRequest(Kind, Organization, Given(dataset), text, contact), HttpContext.RequestAborted);
        Refusal = refusal;
        return secret is not null ? LocalRedirect(RequestRoutes.PageOf(secret)) : await ShowAsync(dataset);
    }

    /// <summary>An organization by its title, or by its slug.</summary>
    internal string NameOf(Organization organization) => organization.Title.IsEmpty ? organization.Name : Say(organization.Title);

    /// <inheritdoc cref="NameOf(Registry.Organization)"/>
    internal string NameOf(string? organization) =>
        organization is null ? Say(FeedbackWords.Unknown) : Organizations.FirstOrDefault(o => o.Name == organization) is { } known ? NameOf(known) : organization;

    private async Task<IActionResult> ShowAsync(string? dataset)
    {
        var catalog = HttpContext.RequestServices.GetRequiredService<Catalog>();
        Dataset = Given(dataset) is { } name && await catalog.FindAsync(name, HttpContext.RequestAborted) is { State: DatasetState.Published } found ? found : null;
        Organizations = [.. (await catalog.ListOrganizationsAsync(HttpContext.RequestAborted)).Select(o => o.Organization)];
        Counts = await Desk.CountAsync(HttpContext.RequestAborted);
        Response.Headers.CacheControl = "private, no-store";
        return Show();
    }

    private static string? Given(string? field) => string.IsNullOrWhiteSpace(field) ? null : field;
}
