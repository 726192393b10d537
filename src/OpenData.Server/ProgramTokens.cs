using OpenData.Registry;
using OpenData.Registry.Access;
using OpenData.Schemas;
using OpenData.Server.Access;
using OpenData.Store;

namespace OpenData.Server;

/// <summary>Tokens for programs, made and revoked by whoever has the catalog's data.</summary>
/// <param name="store">The catalog.</param>
/// <param name="clock">Tells the time.</param>
public sealed class ProgramTokens(IDataStore store, TimeProvider clock)
{
    private readonly AccountDesk desk = new(store, new ServerOptions { Clock = clock });

    /// <summary>Makes a token of a role, which expires in the course of a day (UTC); it is given this once. Or the refusal, in words.</summary>
    /// <param name="grant">What it may do.</param>
    /// <param name="account">
    /// Whose it is, who has to have that role; or null for an account of its own, called after the role and the organization, that nobody can sign in to.
    /// </param>
    /// <param name="label">What it is for.</param>
    /// <param name="until">The day on which it expires.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<(string? Token, ApiToken? Kept, LocalText? Refusal)> CreateAsync(Grant grant, string? account, string label, DateOnly until, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(grant);
        var name = account ?? $"program-{grant.Role.ToString().ToLowerInvariant()}{(grant.Organization is null ? "" : "-" + grant.Organization)}";
        var owner = await store.Accounts.FindAsync(name, cancellation);
        if (owner is null)
        {
            if (account is not null)
            {
                return (null, null, AccessTexts.UnknownAccount(name).Detail);
            }

            // The one-time secret goes nowhere: nobody signs in as a program.
            var (_, fault) = await desk.AddAsync(name, name, [grant], cancellation);
            if (fault is not null)
            {
                return (null, null, fault.Detail);
            }

            owner = (await store.Accounts.FindAsync(name, cancellation))!;
        }

        var days = until.DayNumber - DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).DayNumber;
        var (token, kept, refusal) = await desk.MakeTokenAsync(owner, label, grant, days, cancellation);
        return (token, kept, refusal?.Detail);
    }

    /// <summary>Every token with the name of its account: by account, the newest first.</summary>
    public async Task<IReadOnlyList<(string Account, ApiToken Token)>> ListAsync(CancellationToken cancellation = default)
    {
        var all = new List<(string, ApiToken)>();
        foreach (var account in await store.Accounts.ListAsync(cancellation))
        {
            all.AddRange((await store.Accounts.ListTokensAsync(account.Id, cancellation)).Select(t => (account.Name, t)));
        }

        return all;
    }

    /// <summary>Revokes a token by its id; false where there is none.</summary>
    public async Task<bool> RevokeAsync(Guid id, CancellationToken cancellation = default)
    {
        var token = (await ListAsync(cancellation)).FirstOrDefault(t => t.Token.Id == id).Token;
        return token is not null && await store.Accounts.RevokeTokenAsync(token.AccountId, id, clock.GetUtcNow(), cancellation);
    }
}
