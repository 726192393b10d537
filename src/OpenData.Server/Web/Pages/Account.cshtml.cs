using Microsoft.AspNetCore.Mvc;
using OpenData.Schemas;
using OpenData.Server.Access;
using OpenData.Server.Rest.Problems;
using OpenData.Store;

namespace OpenData.Server.Web.Pages;

/// <summary>One's own account: password and tokens.</summary>
public sealed class AccountModel : WorkPage
{
    internal override LocalText Heading => new(Account.Display, Account.Display);
    internal Account Account => Caller.Account!;
    internal IReadOnlyList<ApiToken> Tokens { get; private set; } = [];

    /// <summary>A token that was made just now; it is shown this once.</summary>
    internal string? Token { get; private set; }

    private protected override bool IsOpenTo(Caller caller) => caller.Session is not null;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostPasswordAsync(string? present, string? next)
    {
        Refusal = await Desk.ChangePasswordAsync(Account, present ?? "", next ?? "", HttpContext.RequestAborted);
        if (Refusal is not null)
        {
            return await ShowAsync();
        }

        // Every session has ended with the old password; this browser begins a new one.
        await Session.BeginAsync(HttpContext, Account);
        return LocalRedirect("/work");
    }

    public async Task<IActionResult> OnPostTokenAsync(string? label, string? grant, int days)
    {
        var chosen = Account.Grants.FirstOrDefault(g => WorkTexts.Of(g) == grant);
        if (!Account.MustChange && chosen is not null)
        {
            (Token, _, Refusal) = await Desk.MakeTokenAsync(Account, label ?? "", chosen, days, HttpContext.RequestAborted);
        }

        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid id)
    {
        await Desk.RevokeTokenAsync(Account, id, HttpContext.RequestAborted);
        return LocalRedirect("/account");
    }

    public async Task<IActionResult> OnPostSignOutAsync()
    {
        await Session.EndAsync(HttpContext);
        return LocalRedirect("/");
    }

    private AccountDesk Desk => HttpContext.RequestServices.GetRequiredService<AccountDesk>().By(Caller.Logged);

    private IAccountStore Accounts => HttpContext.RequestServices.GetRequiredService<IDataStore>().Accounts;

    private async Task<IActionResult> ShowAsync()
    {
        Response.StatusCode = Refusal?.Kind.Status ?? StatusCodes.Status200OK;
        Tokens = await Accounts.ListTokensAsync(Account.Id, HttpContext.RequestAborted);
        return Page();
    }
}
