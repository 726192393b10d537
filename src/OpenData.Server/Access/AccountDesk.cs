using Microsoft.AspNetCore.Identity;
using OpenData.Registry.Access;
using OpenData.Server.Rest;
using OpenData.Server.Rest.Problems;
using OpenData.Store;

namespace OpenData.Server.Access;

/// <summary>People and their secrets, whichever interface asks.</summary>
internal sealed class AccountDesk(IDataStore store, ServerOptions options)
{
    /// <summary>Characters of a subject at most (OpenID Connect Core, 2).</summary>
    private const int LongestSubject = 255;

    private static readonly PasswordHasher<string> Hasher = new();

    /// <summary>What a password is compared with where there is no such name: the answer takes as long as for one that there is.</summary>
    private static readonly string NobodysHash = Hasher.HashPassword("", Secrets.NewSession());

    /// <summary>The same desk, with a name in the audit log for what is changed at it.</summary>
    public AccountDesk By(Registry.Actor actor) => new(store.By(actor), options);

    /// <summary>Closes an account or opens it again.</summary>
    public Task SetDisabledAsync(Account account, bool disabled, CancellationToken cancellation) => store.Accounts.SetDisabledAsync(account.Id, disabled, cancellation);

    /// <summary>Revokes a token of an account; false where it has none of that id.</summary>
    public Task<bool> RevokeTokenAsync(Account account, Guid token, CancellationToken cancellation) =>
        store.Accounts.RevokeTokenAsync(account.Id, token, options.Clock.GetUtcNow(), cancellation);

    /// <summary>The account of a name and password, or null; why it is null is nobody's business.</summary>
    public async Task<Account?> SignInAsync(string name, string password, CancellationToken cancellation)
    {
        var floor = Task.Delay(ServerLimits.SignInFloor, cancellation);
        var account = await VerifyAsync(name, password, cancellation);
        if (account is null)
        {
            // What a failure costs differs by its cause; how long it takes must not.
            await floor;
        }

        return account;
    }

    private async Task<Account?> VerifyAsync(string name, string password, CancellationToken cancellation)
    {
        var account = await store.Accounts.FindAsync(Plain(name), cancellation);
        var verdict = Hasher.VerifyHashedPassword(Plain(name), account?.PasswordHash ?? NobodysHash, password);
        if (account is null || account.IsDisabled)
        {
            return null;
        }

        if (account.LockedUntil > options.Clock.GetUtcNow())
        {
            await store.Accounts.TellRefusedAsync(account.Id, cancellation);
            return null;
        }

        if (verdict == PasswordVerificationResult.Failed)
        {
            await store.Accounts.CountFailureAsync(account.Id, ServerLimits.SignInFailures, options.Clock.GetUtcNow() + ServerLimits.LockOut, cancellation);
            return null;
        }

        await store.Accounts.ForgiveAsync(account.Id, cancellation);
        return account;
    }

    /// <summary>The account that somebody at a provider is linked to, or a new one without roles where unknown people are admitted; or the refusal.</summary>
    /// <remarks>An account that is there already is never taken for theirs, whatever name or address the provider gives: an admin links it.</remarks>
    public async Task<(Account? Account, ProviderRefusal Refusal)> OfIdentityAsync(SignInProvider provider, string subject, string? named, string? display, CancellationToken cancellation)
    {
        var account = await store.Accounts.FindIdentityAsync(provider.Issuer, subject, cancellation);
        if (account is null)
        {
            return provider.AdmitsUnknown && await AdmitAsync(provider, subject, named, display, cancellation) is { } admitted ? (admitted, default) : (null, ProviderRefusal.Unknown);
        }

        if (account.LockedUntil > options.Clock.GetUtcNow())
        {
            await store.Accounts.TellRefusedAsync(account.Id, cancellation);
            return (null, ProviderRefusal.Refused);
        }

        return account.IsDisabled ? (null, ProviderRefusal.Refused) : (account, default);
    }

    /// <summary>Links somebody at the provider to an account; or the refusal.</summary>
    public async Task<Problem?> LinkAsync(Account account, string subject, CancellationToken cancellation)
    {
        if (options.Provider is not { } provider)
        {
            return AccessTexts.NoProvider;
        }

        return subject.Length is 0 or > LongestSubject ? AccessTexts.BadSubject
            : await store.Accounts.LinkIdentityAsync(Guid.CreateVersion7(), account.Id, provider.Issuer, subject, cancellation) ? null : AccessTexts.IdentityTaken;
    }

    private async Task<Account?> AdmitAsync(SignInProvider provider, string subject, string? named, string? display, CancellationToken cancellation)
    {
        var plain = new string([.. Plain((named ?? "").Split('@')[0]).Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' ? c : '-')]).TrimStart('_', '-');
        if (!Slug.Is(plain))
        {
            plain = "person-" + Secrets.Sha256(provider.Issuer + " " + subject)[..12];
        }

        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            Name = plain,
            Display = string.IsNullOrWhiteSpace(display) ? plain : ProblemTexts.Shown(display.Trim()),

            // A password that nobody knows: an admin gives them a one-time secret where they need one.
            PasswordHash = Hasher.HashPassword(plain, Secrets.NewSession()),
            MustChange = false,
        };
        return await store.Accounts.AddAsync(account, cancellation) && await store.Accounts.LinkIdentityAsync(Guid.CreateVersion7(), account.Id, provider.Issuer, subject, cancellation) ? account : null;
    }

    /// <summary>Adds a person, and gives their one-time secret; or the refusal.</summary>
    public async Task<(string? Secret, Problem? Refusal)> AddAsync(string name, string display, IReadOnlyList<Grant> grants, CancellationToken cancellation)
    {
        if (!Slug.Is(Plain(name)))
        {
            return (null, AccessTexts.BadName(name));
        }

        if (await FaultAsync(grants, cancellation) is { } fault)
        {
            return (null, fault);
        }

        var secret = Secrets.NewOneTime();
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            Name = Plain(name),
            Display = display.Trim().Length == 0 ? Plain(name) : display.Trim(),
            PasswordHash = Hasher.HashPassword(Plain(name), secret),
            MustChange = true,
            Grants = grants,
        };
        return await store.Accounts.AddAsync(account, cancellation) ? (secret, null) : (null, AccessTexts.NameTaken(name));
    }

    /// <summary>Gives somebody a new one-time secret in place of their password.</summary>
    public async Task<string> ResetAsync(Account account, CancellationToken cancellation)
    {
        var secret = Secrets.NewOneTime();
        await store.Accounts.SetPasswordAsync(account.Id, Hasher.HashPassword(account.Name, secret), mustChange: true, cancellation);
        return secret;
    }

    /// <summary>Changes somebody's own password, which ends their sessions; or the refusal.</summary>
    public async Task<Problem?> ChangePasswordAsync(Account account, string present, string next, CancellationToken cancellation)
    {
        if (await SignInAsync(account.Name, present, cancellation) is null)
        {
            return AccessTexts.WrongPassword;
        }

        if (next.Length is < ServerLimits.PasswordLength or > ServerLimits.LongestPassword || next == present)
        {
            return AccessTexts.WeakPassword;
        }

        await store.Accounts.SetPasswordAsync(account.Id, Hasher.HashPassword(account.Name, next), mustChange: false, cancellation);
        return null;
    }

    /// <summary>Replaces what somebody may do; or the refusal.</summary>
    public async Task<Problem?> GrantAsync(Account account, IReadOnlyList<Grant> grants, CancellationToken cancellation)
    {
        if (await FaultAsync(grants, cancellation) is { } fault)
        {
            return fault;
        }

        await store.Accounts.SetGrantsAsync(account.Id, grants, cancellation);
        return null;
    }

    /// <summary>Makes a token for an account, of no more than it may do itself; the token is shown this once.</summary>
    public async Task<(string? Token, ApiToken? Kept, Problem? Refusal)> MakeTokenAsync(Account account, string label, Grant grant, int days, CancellationToken cancellation)
    {
        var tree = new OrganizationTree(await store.Registry.ListOrganizationsAsync(cancellation));
        if (days is < 1 or > ServerLimits.TokenDays)
        {
            return (null, null, AccessTexts.BadDays(days));
        }

        if (!account.Grants.Any(g => g.Covers(grant, tree)))
        {
            return (null, null, AccessTexts.TokenBeyondOwner(grant));
        }

        var now = options.Clock.GetUtcNow();
        var token = Secrets.NewApiToken();
        var kept = new ApiToken(Guid.CreateVersion7(), account.Id, ProblemTexts.Shown(label.Trim()), grant, now, now.AddDays(days), null);
        await store.Accounts.AddTokenAsync(kept, Secrets.Sha256(token), cancellation);
        return (token, kept, null);
    }

    private async Task<Problem?> FaultAsync(IReadOnlyList<Grant> grants, CancellationToken cancellation)
    {
        var known = (await store.Registry.ListOrganizationsAsync(cancellation)).Select(o => o.Name).ToHashSet(StringComparer.Ordinal);
        var faulty = grants.FirstOrDefault(g => g.Role == Role.Anonymous
            || (g.Role is Role.Admin or Role.Auditor ? g.Organization is not null : g.Organization is null || !known.Contains(g.Organization)));
        return faulty is null ? null : AccessTexts.BadGrant(faulty);
    }

    private static string Plain(string name) => name.Trim().ToLowerInvariant();
}
