namespace OpenData.Registry.Access;

/// <summary>What somebody may be for an organization; who is none of these there is <see cref="Anonymous"/>.</summary>
public enum Role
{
    /// <summary>Anybody: reads what is published.</summary>
    Anonymous,

    /// <summary>Registers and uploads for an organization and its units.</summary>
    Officer,

    /// <summary>Approves, returns, publishes and withdraws for an organization and its units.</summary>
    Approver,

    /// <summary>Reads everything of all organizations, and changes nothing.</summary>
    Auditor,

    /// <summary>May do what officers and approvers may, and keeps people and organizations.</summary>
    Admin,
}

/// <summary>A role for an organization and the units below it.</summary>
/// <param name="Role">What somebody is there.</param>
/// <param name="Organization">The slug of the organization, or null for all of them.</param>
public sealed record Grant(Role Role, string? Organization)
{
    /// <summary>True where whoever has this grant may hand on <paramref name="other"/>: the same role, for the same organization or one below it.</summary>
    public bool Covers(Grant other, OrganizationTree tree)
    {
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(tree);
        return Role == other.Role && (Organization is null || (other.Organization is { } below && tree.IsWithin(below, Organization)));
    }
}

/// <summary>Who does something, and what they are.</summary>
/// <param name="Id">Tells one person from another, whatever token or session they come by.</param>
/// <param name="Name">What they are called in the history.</param>
/// <param name="Grants">Their roles.</param>
public sealed record Agent(string Id, string Name, IReadOnlyList<Grant> Grants)
{
    /// <summary>Whoever has the server's configuration or its data folder: acts as admin, and publishes without review.</summary>
    public static Agent Configuration { get; } = new("configuration", "configuration", [new Grant(Role.Admin, null)]) { IsDirect = true };

    /// <summary>The command line on a local folder: as <see cref="Configuration"/>, under a name of its own.</summary>
    public static Agent CommandLine { get; } = Configuration with { Id = "cli", Name = "cli" };

    /// <summary>True where no review stands between them and the public: they could as well change the files.</summary>
    public bool IsDirect { get; init; }

    /// <summary>The roles they have at an organization, by grants for it or for one above it.</summary>
    public IReadOnlyList<Role> RolesAt(string organization, OrganizationTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return [.. Grants.Where(g => g.Organization is null || tree.IsWithin(organization, g.Organization)).Select(g => g.Role).Distinct()];
    }
}
