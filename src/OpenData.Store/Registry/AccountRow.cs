using OpenData.Registry.Access;

namespace OpenData.Store.Registry;

/// <summary>An account as the registry keeps it, without its grants.</summary>
internal sealed class AccountRow
{
    /// <summary>The columns of table <c>account a</c>, named as the properties here.</summary>
    public const string Columns =
        "a.id AS Id, a.name AS Name, a.display AS Display, a.password_hash AS PasswordHash, a.must_change AS MustChange, a.disabled AS Disabled, a.failures AS Failures, a.locked_until AS LockedUntil";

    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Display { get; init; }
    public required string PasswordHash { get; init; }
    public required long MustChange { get; init; }
    public required long Disabled { get; init; }
    public required long Failures { get; init; }
    public string? LockedUntil { get; init; }

    public Account ToAccount(IEnumerable<Grant> grants) => new()
    {
        Id = Guid.Parse(Id),
        Name = Name,
        Display = Display,
        PasswordHash = PasswordHash,
        MustChange = MustChange != 0,
        IsDisabled = Disabled != 0,
        Failures = checked((int)Failures),
        LockedUntil = LockedUntil is null ? null : StoredTime.Read(LockedUntil),
        Grants = [.. grants],
    };
}

/// <summary>A role of an account as the registry keeps it.</summary>
internal sealed class GrantRow
{
    public required string AccountId { get; init; }
    public required string Role { get; init; }
    public required string Organization { get; init; }

    public static string Write(Role role) => role.ToString().ToLowerInvariant();

    public static Grant ToGrant(string role, string organization) =>
        new(Enum.Parse<Role>(role, ignoreCase: true), organization.Length == 0 ? null : organization);
}

/// <summary>A token as the registry keeps it.</summary>
internal sealed class TokenRow
{
    public const string Columns = "id AS Id, account_id AS AccountId, label AS Label, role AS Role, organization AS Organization, created AS Created, expires AS Expires, revoked AS Revoked";

    public required string Id { get; init; }
    public required string AccountId { get; init; }
    public required string Label { get; init; }
    public required string Role { get; init; }
    public required string Organization { get; init; }
    public required string Created { get; init; }
    public required string Expires { get; init; }
    public string? Revoked { get; init; }

    public ApiToken ToToken() => new(
        Guid.Parse(Id), Guid.Parse(AccountId), Label, GrantRow.ToGrant(Role, Organization), StoredTime.Read(Created), StoredTime.Read(Expires), Revoked is null ? null : StoredTime.Read(Revoked));
}
