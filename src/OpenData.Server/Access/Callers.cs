using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using OpenData.Registry.Access;
using OpenData.Server.Ckan;
using OpenData.Server.Rest;
using OpenData.Server.Rest.Problems;
using OpenData.Store;
using OpenData.Server.Rest.OpenApi;

namespace OpenData.Server.Access;

/// <summary>Tells who sends a request: by the configuration's token, an API token, or the session of a page.</summary>
internal sealed class Callers(ServerOptions options, IDataStore store)
{
    private const string Scheme = "Bearer ";
    private readonly byte[]? configured = string.IsNullOrEmpty(options.WriteToken) ? null : Secrets.Hash(options.WriteToken);

    /// <summary>Who asks: told once per request.</summary>
    public async Task<Caller> TellAsync(HttpContext context)
    {
        if (CkanRoutes.Holds(context.Request.Path))
        {
            return CkanToken.Of(context.Request) is { } sent ? await OfTokenAsync(sent, context.RequestAborted) : Caller.Anonymous;
        }

        var header = context.Request.Headers.Authorization.ToString();
        if (header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return await OfTokenAsync(header[Scheme.Length..].Trim(), context.RequestAborted);
        }

        // A browser sends its cookie to wherever another site points it: to programs' interfaces it says nothing.
        return Session.IsForPages(context.Request) ? await OfSessionAsync(context) : Caller.Anonymous;
    }

    /// <summary>The refusal of a request to write by whoever it is, or null where we know them.</summary>
    public async Task<Problem?> RefusalAsync(HttpContext context)
    {
        var caller = context.Caller();
        if (caller.IsKnown)
        {
            return null;
        }

        if (configured is null && (await store.Accounts.ListAsync(context.RequestAborted)).Count == 0)
        {
            return new Problem(ProblemKinds.WritingIsOff, AccessTexts.WritingIsOff);
        }

        return caller.IsImpostor ? new Problem(ProblemKinds.InvalidToken, AccessTexts.InvalidToken) : new Problem(ProblemKinds.TokenRequired, AccessTexts.TokenRequired);
    }

    private async Task<Caller> OfTokenAsync(string token, CancellationToken cancellation)
    {
        // Hashes have one length, so the comparison tells nothing of the token, not even how long it is.
        if (configured is not null && CryptographicOperations.FixedTimeEquals(Secrets.Hash(token), configured))
        {
            return new Caller { Actor = Agent.Configuration, Tree = await TreeAsync(cancellation) };
        }

        if (!Secrets.IsApiToken(token) || await store.Accounts.FindTokenAsync(Secrets.Sha256(token), cancellation) is not var (found, account))
        {
            return Caller.Impostor;
        }

        var tree = await TreeAsync(cancellation);
        var isGood = found.Revoked is null && found.Expires > options.Clock.GetUtcNow() && !account.IsDisabled && account.Grants.Any(g => g.Covers(found.Grant, tree));
        return isGood ? new Caller { Actor = new Agent(account.Id.ToString(), account.Display, [found.Grant]), Account = account, Tree = tree } : Caller.Impostor;
    }

    private async Task<Caller> OfSessionAsync(HttpContext context)
    {
        if (!context.Request.Cookies.ContainsKey(Session.Cookie)
            || await context.AuthenticateAsync(Session.Scheme) is not { Succeeded: true, Principal: { } principal }
            || principal.FindFirstValue(Session.SecretClaim) is not { } secret
            || await store.Accounts.FindSessionAsync(Secrets.Sha256(secret), options.Clock.GetUtcNow(), context.RequestAborted) is not { } account)
        {
            return Caller.Anonymous;
        }

        context.User = principal;
        var caller = new Caller { Account = account, Session = Secrets.Sha256(secret), Tree = await TreeAsync(context.RequestAborted) };

        // Until the one-time secret is changed, its owner may change it and nothing else.
        return account.MustChange ? caller : caller with { Actor = new Agent(account.Id.ToString(), account.Display, account.Grants) };
    }

    private async Task<OrganizationTree> TreeAsync(CancellationToken cancellation) => new(await store.Registry.ListOrganizationsAsync(cancellation));
}

/// <summary>Tells every request's caller, and keeps the routes that write for those we know.</summary>
internal static class CallerAccess
{
    public static Caller Caller(this HttpContext context) => context.Items[typeof(Caller)] as Caller ?? Access.Caller.Anonymous;

    /// <summary>Tells the caller; a wrong token is refused even for reading, since who sends one expects to see more.</summary>
    public static void UseCaller(this WebApplication app) => app.Use(async (context, next) =>
    {
        var caller = await context.RequestServices.GetRequiredService<Callers>().TellAsync(context);
        context.Items[typeof(Caller)] = caller;
        if (caller.IsImpostor && !CkanRoutes.Holds(context.Request.Path) && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)))
        {
            await new Problem(ProblemKinds.InvalidToken, AccessTexts.InvalidToken).ExecuteAsync(context);
            return;
        }

        await next(context);
    });

    /// <summary>The route needs somebody we know; what they may is asked where the dataset is known.</summary>
    public static LateRoute NeedsToken(this LateRoute route) =>
        route.WithMetadata(new CallerNeeded(Admin: false)).AddFilter(async (invocation, next) =>
        {
            var context = invocation.HttpContext;
            return await context.RequestServices.GetRequiredService<Callers>().RefusalAsync(context) is { } refusal ? refusal : await next(invocation);
        });

    /// <summary>The route is an admin's.</summary>
    public static LateRoute NeedsAdmin(this LateRoute route) =>
        route.NeedsToken().WithMetadata(new CallerNeeded(Admin: true)).AddFilter(async (invocation, next) =>
            invocation.HttpContext.Caller().IsAdmin ? await next(invocation) : new Problem(ProblemKinds.Forbidden, AccessTexts.AdminOnly));
}
