using Microsoft.AspNetCore.Mvc;
using OpenData.Registry;
using OpenData.Registry.Access;
using OpenData.Schemas;
using OpenData.Server.Access;
using OpenData.Server.Rest;
using OpenData.Server.Rest.Accounts;
using OpenData.Server.Rest.Problems;
using OpenData.Store;

namespace OpenData.Server.Web.Pages;

/// <summary>An admin's page: people, what they may do, and organizations.</summary>
public sealed class PeopleModel : WorkPage
{
    internal override LocalText Heading => WorkTexts.People;
    internal IReadOnlyList<Account> Accounts { get; private set; } = [];
    internal IReadOnlyList<Organization> Organizations { get; private set; } = [];

    /// <summary>A one-time secret that was made just now; it is shown this once.</summary>
    internal string? Secret { get; private set; }

    /// <summary>True where people may sign in by a provider, so that accounts are linked to it.</summary>
    internal bool HasProvider => HttpContext.RequestServices.GetRequiredService<ServerOptions>().Provider is not null;

    /// <summary>The name that the secret is for.</summary>
    internal string SecretOf { get; private set; } = "";

    /// <summary>What was typed where the form of a handler was refused; empty otherwise.</summary>
    internal string Typed(string handler, string name) =>
        Refusal is not null && Request.HasFormContentType && string.Equals(Request.Query["handler"], handler, StringComparison.Ordinal) ? Request.Form[name].ToString() : "";

    private AccountDesk Desk => HttpContext.RequestServices.GetRequiredService<AccountDesk>().By(Caller.Logged);

    private IDataStore Store => HttpContext.RequestServices.GetRequiredService<IDataStore>().By(Caller.Logged);

    private CancellationToken Cancellation => HttpContext.RequestAborted;

    private protected override bool IsOpenTo(Caller caller) => caller.IsAdmin;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAddAsync(string? name, string? display, string? role, string? at, string? roles)
    {
        SecretOf = (name ?? "").Trim().ToLowerInvariant();
        if (!string.IsNullOrEmpty(role))
        {
            // Admins and auditors are so for all organizations.
            roles = $"{role} {(role is "admin" or "auditor" ? "" : at)}\n{roles}";
        }

        (Secret, Refusal) = GrantsOf(roles) is { } grants ? await Desk.AddAsync(name ?? "", display ?? "", grants, Cancellation) : (null, BadRoles(roles));
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostRolesAsync(string? name, string? roles)
    {
        if (await FindAsync(name) is { } account)
        {
            Refusal = GrantsOf(roles) is { } grants ? await Desk.GrantAsync(account, grants, Cancellation) : BadRoles(roles);
        }

        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostResetAsync(string? name)
    {
        SecretOf = name ?? "";
        Secret = await FindAsync(name) is { } account ? await Desk.ResetAsync(account, Cancellation) : null;
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostLinkAsync(string? name, string? subject)
    {
        if (await FindAsync(name) is { } account)
        {
            Refusal = await Desk.LinkAsync(account, subject?.Trim() ?? "", Cancellation);
        }

        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostCloseAsync(string? name, bool disabled)
    {
        if (await FindAsync(name) is { } account)
        {
            await Desk.SetDisabledAsync(account, disabled, Cancellation);
        }

        return LocalRedirect("/people");
    }

    public async Task<IActionResult> OnPostRuleAsync(string? organization, bool allowed)
    {
        await Store.Reviews.AllowOnePersonAsync(organization ?? "", allowed, Cancellation);
        return LocalRedirect("/people");
    }

    public async Task<IActionResult> OnPostOrganizationAsync(string? slug, string? th, string? en, string? parent)
    {
        if (!Slug.Is(slug ?? ""))
        {
            Refusal = AccessTexts.BadName(slug ?? "");
            return await ShowAsync();
        }

        await Store.Registry.SaveOrganizationAsync(new Organization(slug!, new LocalText(th, string.IsNullOrWhiteSpace(en) ? null : en), string.IsNullOrEmpty(parent) || !Slug.Is(parent) || parent == slug ? null : parent), Cancellation);
        return LocalRedirect("/people");
    }

    /// <summary>Lines such as <c>officer interior</c> and <c>auditor</c>; null where one cannot be read.</summary>
    private static List<Grant>? GrantsOf(string? lines)
    {
        var grants = new List<Grant>();
        foreach (var line in (lines ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 2 || AccountRoutes.RoleOf(words[0]) is not { } role)
            {
                return null;
            }

            grants.Add(new Grant(role, words.ElementAtOrDefault(1)));
        }

        return grants;
    }

    private static Problem BadRoles(string? lines) => new(ProblemKinds.InvalidDocument, new LocalText(
        $"อ่านบทบาท “{ProblemTexts.Shown(lines ?? "")}” ไม่ได้ เขียนบรรทัดละบทบาท เช่น officer interior หรือ auditor",
        $"The roles “{ProblemTexts.Shown(lines ?? "")}” cannot be read. Write one to a line, such as officer interior, or auditor."));

    private async Task<Account?> FindAsync(string? name)
    {
        var account = await Store.Accounts.FindAsync(name ?? "", Cancellation);
        Refusal = account is null ? AccessTexts.UnknownAccount(name ?? "") : null;
        return account;
    }

    private async Task<IActionResult> ShowAsync()
    {
        Response.StatusCode = Refusal?.Kind.Status ?? StatusCodes.Status200OK;
        Accounts = await Store.Accounts.ListAsync(Cancellation);
        Organizations = await Store.Registry.ListOrganizationsAsync(Cancellation);
        return Page();
    }
}
