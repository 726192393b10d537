namespace OpenData.Registry.Access;

/// <summary>Which organization belongs to which.</summary>
/// <param name="organizations">All of them.</param>
public sealed class OrganizationTree(IEnumerable<Organization> organizations)
{
    private readonly Dictionary<string, string?> parents = organizations.ToDictionary(o => o.Name, o => o.Parent, StringComparer.Ordinal);

    /// <summary>The names of all organizations.</summary>
    public IReadOnlyCollection<string> Names => parents.Keys;

    /// <summary>True where <paramref name="organization"/> is <paramref name="root"/>, or a unit of it at any depth.</summary>
    public bool IsWithin(string organization, string root)
    {
        // As many steps as there are organizations: parents that go in a circle end there.
        var at = organization;
        for (var steps = 0; at is not null && steps <= parents.Count; steps++)
        {
            if (at == root)
            {
                return true;
            }

            at = parents.GetValueOrDefault(at);
        }

        return false;
    }
}
