using OpenData.Registry;
using OpenData.Registry.Access;
using OpenData.Store;

namespace OpenData.Server.Access;

/// <summary>Who sends a request, and what they may.</summary>
internal sealed record Caller
{
    /// <summary>Anybody: sees what is published.</summary>
    public static readonly Caller Anonymous = new();

    /// <summary>Whoever sends a token that opens nothing.</summary>
    public static readonly Caller Impostor = new() { IsImpostor = true };

    /// <summary>Who it is, with what they may now; null for nobody we know.</summary>
    public Agent? Actor { get; init; }

    /// <summary>The account they signed in with or whose token they sent; null for the configuration's token.</summary>
    public Account? Account { get; init; }

    /// <summary>The hash of their session, where they came by a cookie.</summary>
    public string? Session { get; init; }

    /// <summary>What the audit log calls them.</summary>
    public Registry.Actor Logged => Account is null ? Registry.Actor.Token : Registry.Actor.Account(Account.Name);

    public bool IsImpostor { get; private init; }
    public OrganizationTree Tree { get; init; } = new([]);

    /// <summary>True where they have any role: then answers are for them alone.</summary>
    public bool IsKnown => Actor is not null;

    public bool IsAdmin => Actor?.Grants.Any(g => g is { Role: Role.Admin, Organization: null }) == true;

    /// <summary>True where they see the drafts of all organizations.</summary>
    public bool SeesAll => Actor?.Grants.Any(g => g.Organization is null) == true;

    /// <summary>The organizations whose drafts they see.</summary>
    public IReadOnlyCollection<string> Organizations => IsKnown ? [.. Tree.Names.Where(o => RolesAt(o).Count > 0)] : [];

    public IReadOnlyList<Role> RolesAt(string organization) => Actor?.RolesAt(organization, Tree) ?? [];

    /// <summary>The answer for a dataset of <see cref="Permissions"/>.</summary>
    public Permit May(DatasetAction action, Dataset dataset) => Permissions.Of(RolesAt(dataset.Organization), action, dataset);
}
