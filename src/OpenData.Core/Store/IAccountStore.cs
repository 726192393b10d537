using OpenData.Registry.Access;

namespace OpenData.Store;

/// <summary>Somebody who signs in.</summary>
public sealed record Account
{
    public required Guid Id { get; init; }

    /// <summary>The name they sign in with, in lower case, unique.</summary>
    public required string Name { get; init; }

    /// <summary>What they are called in pages and histories.</summary>
    public required string Display { get; init; }

    /// <summary>The hash of their password, made and read by the server.</summary>
    public required string PasswordHash { get; init; }

    /// <summary>True while the password is the one-time secret they were given: until it is changed they may do nothing else.</summary>
    public required bool MustChange { get; init; }

    /// <summary>True where they may not sign in any more; tokens of theirs are dead too.</summary>
    public bool IsDisabled { get; init; }

    /// <summary>Wrong passwords in a row.</summary>
    public int Failures { get; init; }

    /// <summary>Until when nobody signs in under this name, or null.</summary>
    public DateTimeOffset? LockedUntil { get; init; }

    public IReadOnlyList<Grant> Grants { get; init; } = [];
}

/// <summary>A token by which a program acts for an account, in one role; the token itself is not kept.</summary>
/// <param name="Id">Its id.</param>
/// <param name="AccountId">Whose it is.</param>
/// <param name="Label">What it is for, in its owner's words.</param>
/// <param name="Grant">What it may do: no more than its owner may when it is used.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Expires">From when on it opens nothing.</param>
/// <param name="Revoked">When it was revoked, or null.</param>
public sealed record ApiToken(Guid Id, Guid AccountId, string Label, Grant Grant, DateTimeOffset Created, DateTimeOffset Expires, DateTimeOffset? Revoked);

/// <summary>People, what they may do, and how they come in. Secrets come here hashed.</summary>
public interface IAccountStore
{
    /// <summary>Adds an account with its grants; false where the name is taken.</summary>
    Task<bool> AddAsync(Account account, CancellationToken cancellation = default);

    Task<Account?> FindAsync(string name, CancellationToken cancellation = default);
    Task<Account?> FindAsync(Guid id, CancellationToken cancellation = default);

    /// <summary>All accounts, by name.</summary>
    Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellation = default);

    /// <summary>Replaces what somebody may do.</summary>
    Task SetGrantsAsync(Guid id, IReadOnlyList<Grant> grants, CancellationToken cancellation = default);

    /// <summary>Closes an account and ends its sessions, or opens it again.</summary>
    Task SetDisabledAsync(Guid id, bool disabled, CancellationToken cancellation = default);

    /// <summary>Sets a password, forgives failures, and ends every session of the account.</summary>
    Task SetPasswordAsync(Guid id, string passwordHash, bool mustChange, CancellationToken cancellation = default);

    /// <summary>Counts a wrong password, and locks the name at <paramref name="most"/> of them until <paramref name="until"/>.</summary>
    Task CountFailureAsync(Guid id, int most, DateTimeOffset until, CancellationToken cancellation = default);

    /// <summary>Tells the log that somebody tried to sign in under a locked name; the first time of each lock-out.</summary>
    Task TellRefusedAsync(Guid id, CancellationToken cancellation = default);

    /// <summary>Forgives the wrong passwords before a right one.</summary>
    Task ForgiveAsync(Guid id, CancellationToken cancellation = default);

    /// <summary>Begins a session, known by the SHA-256 of its secret.</summary>
    Task BeginSessionAsync(string sha256, Guid accountId, DateTimeOffset expires, CancellationToken cancellation = default);

    /// <summary>Whose session it is; null where it has ended or expired, or its account is closed.</summary>
    Task<Account?> FindSessionAsync(string sha256, DateTimeOffset now, CancellationToken cancellation = default);

    Task EndSessionAsync(string sha256, CancellationToken cancellation = default);

    /// <summary>Keeps a token by the SHA-256 of its secret.</summary>
    Task AddTokenAsync(ApiToken token, string sha256, CancellationToken cancellation = default);

    /// <summary>The token and its owner, whether or not it is still good; null where there is none.</summary>
    Task<(ApiToken Token, Account Account)?> FindTokenAsync(string sha256, CancellationToken cancellation = default);

    /// <summary>The tokens of an account, newest first.</summary>
    Task<IReadOnlyList<ApiToken>> ListTokensAsync(Guid accountId, CancellationToken cancellation = default);

    /// <summary>Revokes a token of an account; false where it has none of that id.</summary>
    Task<bool> RevokeTokenAsync(Guid accountId, Guid tokenId, DateTimeOffset now, CancellationToken cancellation = default);

    /// <summary>The account that an identity at a provider is linked to; null where none is.</summary>
    /// <param name="issuer">The provider.</param>
    /// <param name="subject">Who it is there: unchanging and unique, unlike an address of mail.</param>
    /// <param name="cancellation">Ends it.</param>
    Task<Account?> FindIdentityAsync(string issuer, string subject, CancellationToken cancellation = default);

    /// <summary>Links an identity to an account; false where it is linked already.</summary>
    Task<bool> LinkIdentityAsync(Guid id, Guid accountId, string issuer, string subject, CancellationToken cancellation = default);

    /// <summary>The keys that protect cookies, as XML.</summary>
    Task<IReadOnlyList<string>> ListKeysAsync(CancellationToken cancellation = default);

    Task AddKeyAsync(string name, string xml, CancellationToken cancellation = default);
}
