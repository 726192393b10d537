using Microsoft.AspNetCore.Mvc;
using OpenData.Schemas;
using OpenData.Server.Access;

namespace OpenData.Server.Web.Pages;

/// <summary>Where people sign in. A wrong name, a wrong password, a locked and a closed account read the same.</summary>
public sealed class SignInModel : CatalogPage
{
    internal override LocalText Heading => WorkTexts.SignIn;
    internal bool Failed { get; private set; }

    /// <summary>Where to go on afterwards: a place of this site, never another's.</summary>
    internal string To { get; private set; } = "/work";

    /// <summary>The provider by which people may sign in too, or null.</summary>
    internal SignInProvider? Provider => HttpContext.RequestServices.GetRequiredService<ServerOptions>().Provider;

    /// <summary>What became of a try to sign in by the provider, or null.</summary>
    internal LocalText? Told { get; private set; }

    public void OnGet(string? to, string? provider, string? subject)
    {
        To = Local(to);
        Told = provider switch
        {
            "failed" => AccessTexts.ProviderFailed,
            "refused" => AccessTexts.ProviderRefused,
            "unknown" => AccessTexts.ProviderUnknown(ProviderSignIn.SubjectOf(HttpContext, subject)),
            _ => null,
        };
        Response.Headers.CacheControl = "no-store";
    }

    public async Task<IActionResult> OnPostAsync(string? name, string? password, string? to)
    {
        To = Local(to);
        var desk = HttpContext.RequestServices.GetRequiredService<AccountDesk>();
        if (await desk.SignInAsync(name ?? "", password ?? "", HttpContext.RequestAborted) is not { } account)
        {
            Failed = true;
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Page();
        }

        await Session.BeginAsync(HttpContext, account);
        return LocalRedirect(account.MustChange ? "/account" : To);
    }

    private string Local(string? to) => to is not null && Url.IsLocalUrl(to) ? to : "/work";
}
