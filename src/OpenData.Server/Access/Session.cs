using System.Security.Claims;
using System.Xml.Linq;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;
using OpenData.Store;

namespace OpenData.Server.Access;

/// <summary>The session of a browser: a cookie of the framework, which holds a secret that the store knows by its hash.</summary>
internal static class Session
{
    public const string Scheme = "session";
    public const string Cookie = "opendata.session";
    public const string SecretClaim = "secret";

    /// <summary>True for what people see in a browser; interfaces of programs take no cookie, not even to read.</summary>
    public static bool IsForPages(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api") && !request.Path.StartsWithSegments("/graphql") && !request.Path.StartsWithSegments("/health");

    public static void AddSessions(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("opendata");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, StoredKeys>();
        services.AddAuthentication().AddCookie(Scheme, cookie =>
        {
            cookie.Cookie.Name = Cookie;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = ServerLimits.SessionLife;
            cookie.SlidingExpiration = false;
        });
        services.AddAntiforgery(forgery =>
        {
            forgery.Cookie.Name = "opendata.form";
            forgery.Cookie.HttpOnly = true;
            forgery.Cookie.SameSite = SameSiteMode.Strict;
            forgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            forgery.SuppressXFrameOptionsHeader = true;
        });
    }

    /// <summary>Begins a session of its own for every sign-in: what a browser held before is worth nothing afterwards.</summary>
    public static async Task BeginAsync(HttpContext context, Account account)
    {
        var options = context.RequestServices.GetRequiredService<ServerOptions>();
        var accounts = context.RequestServices.GetRequiredService<IDataStore>().Accounts;
        await EndStoredAsync(context);
        var secret = Secrets.NewSession();
        await accounts.BeginSessionAsync(Secrets.Sha256(secret), account.Id, options.Clock.GetUtcNow() + ServerLimits.SessionLife, context.RequestAborted);
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, account.Id.ToString()), new Claim(ClaimTypes.Name, account.Name), new Claim(SecretClaim, secret)], Scheme);
        await context.SignInAsync(Scheme, new ClaimsPrincipal(identity));
    }

    public static async Task EndAsync(HttpContext context)
    {
        await EndStoredAsync(context);
        await context.SignOutAsync(Scheme);
    }

    /// <summary>Ends the session that the request came with: a cookie that somebody has kept is worth nothing then.</summary>
    private static async Task EndStoredAsync(HttpContext context)
    {
        if (context.Caller().Session is { } session)
        {
            await context.RequestServices.GetRequiredService<IDataStore>().Accounts.EndSessionAsync(session, context.RequestAborted);
        }
    }

    /// <summary>Keys live in the store: a server that is started again, or a second one, reads the cookies of the first.</summary>
    private sealed class StoredKeys(IDataStore store) : IConfigureOptions<KeyManagementOptions>, IXmlRepository
    {
        public void Configure(KeyManagementOptions options) => options.XmlRepository = this;

        // The framework asks without awaiting, some times in a server's life, on threads that nothing else waits for.
        public IReadOnlyCollection<XElement> GetAllElements() =>
            [.. store.Accounts.ListKeysAsync().GetAwaiter().GetResult().Select(XElement.Parse)];

        public void StoreElement(XElement element, string friendlyName) =>
            store.Accounts.AddKeyAsync(friendlyName, element.ToString(SaveOptions.DisableFormatting)).GetAwaiter().GetResult();
    }
}
