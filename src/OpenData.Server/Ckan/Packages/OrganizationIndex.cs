using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Store.Search;

namespace OpenData.Server.Ckan.Packages;

/// <summary>The organizations with published datasets, as CKAN has organizations and groups.</summary>
/// <remarks>
/// CKAN's groups gather datasets across organizations. Ours is an agency with units: the group has the datasets of all of them, which is
/// how a harvester takes a whole ministry.
/// </remarks>
internal sealed class OrganizationIndex
{
    private readonly Dictionary<string, Organization> all;
    private readonly Dictionary<string, int> own;
    private readonly Dictionary<string, int> under;
    private readonly Dictionary<string, DateTimeOffset> begun;
    private readonly HashSet<string> parents;

    public OrganizationIndex(IReadOnlyList<Organization> organizations, IReadOnlyList<FoundDataset> datasets)
    {
        All = organizations;
        all = organizations.ToDictionary(o => o.Name, StringComparer.Ordinal);
        parents = [.. organizations.Select(o => o.Parent).OfType<string>()];
        own = datasets.CountBy(d => d.Organization).ToDictionary(StringComparer.Ordinal);
        under = datasets.SelectMany(d => Line(d.Organization)).CountBy(o => o).ToDictionary(StringComparer.Ordinal);
        begun = datasets.SelectMany(d => Line(d.Organization).Select(o => (Name: o, d.Created))).GroupBy(d => d.Name).ToDictionary(g => g.Key, g => g.Min(d => d.Created), StringComparer.Ordinal);
        Organizations = [.. organizations.Where(o => own.ContainsKey(o.Name))];
        Groups = [.. organizations.Where(o => parents.Contains(o.Name) && under.ContainsKey(o.Name))];
    }

    /// <summary>All that are registered, shown or not.</summary>
    public IReadOnlyList<Organization> All { get; }

    /// <summary>Those with published datasets.</summary>
    public IReadOnlyList<Organization> Organizations { get; }

    /// <summary>Those with units, of which some have published datasets.</summary>
    public IReadOnlyList<Organization> Groups { get; }

    /// <summary>The organization of a name or id, among those that are shown.</summary>
    public Organization? Find(string nameOrId, bool asGroup) =>
        (asGroup ? Groups : Organizations).FirstOrDefault(o => o.Name == nameOrId || CkanIds.Organization(o.Name) == nameOrId);

    /// <summary>The organization that owns a dataset.</summary>
    public Organization Of(string name) => all.GetValueOrDefault(name) ?? new Organization(name, LocalText.Empty, null);

    /// <summary>The groups that a dataset of an organization is in.</summary>
    public IReadOnlyList<Organization> GroupsOf(string organization) => [.. Line(organization).Where(parents.Contains).Select(Of)];

    public int Count(Organization organization, bool asGroup) => (asGroup ? under : own).GetValueOrDefault(organization.Name);

    /// <summary>When its first dataset came, since when it is in the catalog.</summary>
    public DateTimeOffset? Begun(Organization organization) => begun.TryGetValue(organization.Name, out var time) ? time : null;

    /// <summary>The organization, and those above it; a circle ends where it closes.</summary>
    private IEnumerable<string> Line(string name)
    {
        HashSet<string> seen = [];
        for (string? next = name; next is not null && seen.Add(next); next = all.GetValueOrDefault(next)?.Parent)
        {
            yield return next;
        }
    }
}
