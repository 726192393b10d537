using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.DataProtection;
using OpenData.Registry.Access;
using OpenData.Server.Rest;
using OpenData.Store;

namespace OpenData.Server.Access;

/// <summary>Signing in by a provider, where one is configured: to it and back, and what becomes of who comes back.</summary>
internal static class ProviderSignIn
{
    /// <summary>The page's link that sends a browser to the provider.</summary>
    public const string Path = "/sign-in/provider";

    private const string Scheme = "provider";
    private const string Purpose = "subject of somebody unknown";

    /// <summary>How long a browser may stay at the provider.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static void AddProvider(this IServiceCollection services, ServerOptions options)
    {
        if (options.Provider is not { } provider)
        {
            return;
        }

        services.AddAuthentication().AddOAuth<OAuthOptions, ProviderHandler>(Scheme, oauth =>
        {
            oauth.ClientId = provider.ClientId;
            oauth.ClientSecret = provider.ClientSecret;
            oauth.AuthorizationEndpoint = provider.AuthorizationEndpoint.AbsoluteUri;
            oauth.TokenEndpoint = provider.TokenEndpoint.AbsoluteUri;
            oauth.UserInformationEndpoint = provider.UserInfoEndpoint.AbsoluteUri;
            oauth.CallbackPath = Path + "/back";
            oauth.UsePkce = true;
            oauth.SignInScheme = Session.Scheme;
            oauth.RemoteAuthenticationTimeout = Patience;
            oauth.Scope.Clear();
            foreach (var scope in provider.Scopes)
            {
                oauth.Scope.Add(scope);
            }

            // The answer comes by a link that the browser follows; the framework's default needs HTTPS even on this machine.
            oauth.CorrelationCookie.SameSite = SameSiteMode.Lax;
            oauth.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            oauth.CorrelationCookie.HttpOnly = true;
            oauth.Events.OnTicketReceived = ReceiveAsync;
            oauth.Events.OnRemoteFailure = context => RefuseAsync(context, "failed");
            oauth.Events.OnAccessDenied = context => RefuseAsync(context, "failed");
        });
    }

    /// <summary>Takes the answers of the provider, after the caller is told: whoever signs in ends the session they had.</summary>
    public static void UseProvider(this WebApplication app)
    {
        if (app.Services.GetRequiredService<ServerOptions>().Provider is not null)
        {
            app.UseAuthentication();
        }
    }

    public static void MapProvider(this WebApplication app)
    {
        if (app.Services.GetRequiredService<ServerOptions>().Provider is not null)
        {
            app.MapLate(Path, (HttpContext context) => TypedResults.Challenge(new AuthenticationProperties { RedirectUri = Local(context.Request.Query["to"]) }, [Scheme]), HttpMethods.Get);
        }
    }

    /// <summary>The subject that a refused sign-in has told of, for the admin who links it; null where the text is not ours.</summary>
    public static string? SubjectOf(HttpContext context, string? kept)
    {
        try
        {
            return string.IsNullOrEmpty(kept) ? null : Protector(context).Unprotect(kept);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private static async Task ReceiveAsync(TicketReceivedContext context)
    {
        context.HandleResponse();
        var desk = context.HttpContext.RequestServices.GetRequiredService<AccountDesk>();
        var provider = context.HttpContext.RequestServices.GetRequiredService<ServerOptions>().Provider!;
        var principal = context.Principal!;
        var subject = principal.FindFirstValue("sub")!;
        var (account, refusal) = await desk.OfIdentityAsync(
            provider, subject, principal.FindFirstValue(provider.AccountClaim), principal.FindFirstValue("name"), context.HttpContext.RequestAborted);
        if (account is null)
        {
            var told = refusal == ProviderRefusal.Unknown ? "&subject=" + Uri.EscapeDataString(Protector(context.HttpContext).Protect(subject)) : "";
            context.Response.Redirect($"/sign-in?provider={refusal.ToString().ToLowerInvariant()}{told}");
            return;
        }

        await Session.BeginAsync(context.HttpContext, account);
        context.Response.Redirect(account.MustChange ? "/account" : Local(context.ReturnUri));
    }

    private static Task RefuseAsync<TOptions>(HandleRequestContext<TOptions> context, string why)
        where TOptions : AuthenticationSchemeOptions
    {
        context.HandleResponse();
        context.Response.Redirect("/sign-in?provider=" + why);
        return Task.CompletedTask;
    }

    /// <summary>A place of this site, never another's.</summary>
    private static string Local(string? to) =>
        to is ['/', ..] && (to.Length == 1 || to[1] is not ('/' or '\\')) && !to.Any(char.IsControl) ? to : "/work";

    private static IDataProtector Protector(HttpContext context) => context.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector(Purpose);
}

/// <summary>Why somebody whom the provider knows is not signed in.</summary>
internal enum ProviderRefusal
{
    /// <summary>Nobody is linked to them, and unknown people are not admitted, or the name they would have is somebody else's.</summary>
    Unknown,

    /// <summary>Their account is closed or locked: which of the two is nobody's business.</summary>
    Refused,
}
