using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Server.GraphQl.Resources;

/// <summary>What a resource's types are made of: its release, and the texts of its dataset. Read when somebody asks for the first of them.</summary>
internal sealed class ResourceTable
{
    private ResourceTable(Release release, Dataset? dataset, PublishedTable published)
    {
        Release = release;
        Columns = FieldNames.Of(release.Dictionary);
        References = FieldNames.Of(release.Dictionary, Columns);
        Key = [.. release.Dictionary.Key.Select(release.Dictionary.IndexOf).Where(i => i >= 0).Select(i => Columns[i])];
        Description = Descriptions.OfTable(dataset, dataset?.Resources.FirstOrDefault(r => r.Id == published.ResourceId), release);
        byName = Columns.ToDictionary(c => c.Name, StringComparer.Ordinal);
    }

    private readonly Dictionary<string, ColumnField> byName;

    public Release Release { get; }
    public DataDictionary Dictionary => Release.Dictionary;
    public IReadOnlyList<ColumnField> Columns { get; }
    public IReadOnlyList<ReferenceField> References { get; }

    /// <summary>The columns that tell one row from another; none where there is no key.</summary>
    public IReadOnlyList<ColumnField> Key { get; }

    public string Description { get; }

    /// <summary>The column of a GraphQL name, or null.</summary>
    public ColumnField? Column(string name) => byName.GetValueOrDefault(name);

    /// <summary>Reads a resource from the registry.</summary>
    /// <exception cref="InvalidOperationException">The release is not there: the registry has lost it.</exception>
    public static async Task<ResourceTable> LoadAsync(IRegistryStore registry, PublishedTable published)
    {
        var release = await registry.FindReleaseAsync(published.ResourceId, published.Release)
            ?? throw new InvalidOperationException($"The registry has no release {published.Release} of resource {published.Dataset}/{published.Key}.");
        return new ResourceTable(release, await registry.FindDatasetAsync(published.Dataset), published);
    }
}
