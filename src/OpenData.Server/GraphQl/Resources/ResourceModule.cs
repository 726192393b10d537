using OpenData.GraphQL.Language;
using OpenData.GraphQL.Types;
using OpenData.Server.GraphQl.Catalog;
using OpenData.Server.GraphQl.Http;
using OpenData.Server.Published;
using OpenData.Server.Rest.Usage;
using OpenData.Store;

namespace OpenData.Server.GraphQl.Resources;

/// <summary>One release of a published resource as a part of the schema: a row type, a connection, groups, and the inputs that ask for them.</summary>
/// <remarks>
/// Until somebody asks for one of its types it is a few words. It lives as long as operations hold the snapshot it is in; the next
/// release is another module under the same key.
/// </remarks>
internal sealed class ResourceModule(PublishedTable published, ResourceDesk desk) : ISchemaModule
{
    // Not kept when it fails: the registry may be busy once.
    private readonly Lazy<ResourceTable> table = new(
        () => ResourceTable.LoadAsync(desk.Store.Registry, published).GetAwaiter().GetResult(), LazyThreadSafetyMode.PublicationOnly);

    private volatile string[]? referred;

    public PublishedTable Published => published;

    public ResourceNames Names { get; } = new(published.Name!);

    /// <inheritdoc/>
    public string Key => KeyOf(published.ResourceId);

    /// <inheritdoc/>
    public IReadOnlyCollection<string> TypeNames => Names.Types(published.HasNumbers);

    /// <summary>The release and its dictionary; the engine builds types on the thread that asks, so they are read on it too.</summary>
    public ResourceTable Table => table.Value;

    public ResourceDesk Desk => desk;

    /// <summary>Notes that a request is about this resource, for the usage reports; what is executed for no request is nobody's use.</summary>
    public void Used(object? state) => (state as GraphQlCall)?.Http.Uses(published.Dataset, published.Key);

    public static string KeyOf(Guid resourceId) => "resource " + resourceId.ToString("N");

    /// <summary>True where what was built of the module rests on which resources a dataset has.</summary>
    public bool RefersTo(IReadOnlySet<string> datasets) => referred is { } names && Array.Exists(names, datasets.Contains);

    /// <inheritdoc/>
    public IReadOnlyCollection<string> RootFieldNames(OperationType operation) => operation == OperationType.Query ? Names.Fields(published.HasKey) : [];

    /// <inheritdoc/>
    public FieldDefinition BuildRootField(OperationType operation, string name) =>
        name == Names.Stem ? ConnectionField.Build(this)
        : name == Names.Aggregate ? GroupField.Build(this)
        : KeyField.Build(this);

    /// <inheritdoc/>
    public NamedType BuildType(string name)
    {
        var word = name[Names.Row.Length..];
        return word switch
        {
            "" => RowType.Build(this),
            "Connection" => ConnectionTypes.Connection(this),
            "Edge" => ConnectionTypes.Edge(this),
            "FilterInput" => RowInputs.Filter(this),
            "SortInput" => RowInputs.Sort(this),
            "Column" => RowInputs.Column(this),
            "Group" => GroupTypes.Group(this),
            "GroupValues" => GroupTypes.Values(this),
            "GroupCounts" => GroupTypes.Counts(this),
            "GroupNumbers" => GroupTypes.Numbers(this),
            "GroupFilterInput" => GroupInputs.Having(this),
            "GroupCountsFilterInput" => GroupInputs.CountsFilter(this),
            "GroupNumbersFilterInput" => GroupInputs.NumbersFilter(this),
            "GroupSortInput" => GroupInputs.Sort(this),
            "GroupNumbersSortInput" => GroupInputs.NumbersSort(this),
            _ => throw new ArgumentException($"Resource {published.Dataset}/{published.Key} defines no type {name}.", nameof(name)),
        };
    }

    /// <summary>The resource that a reference points to, where it is published; the module is built anew when that changes.</summary>
    public ResourceModule? Target(ReferenceField field)
    {
        // Said before looking: who changes the directory looks for it afterwards.
        referred ??= [.. Table.References.Select(r => r.Reference.Dataset).Distinct(StringComparer.Ordinal)];
        Thread.MemoryBarrier();
        return desk.Find(field.Reference.Dataset, field.Reference.Resource);
    }
}

/// <summary>What modules share: the store, the answers kept, and which resources there are.</summary>
internal sealed class ResourceDesk(IDataStore store, GroupingTurn grouping)
{
    private volatile IReadOnlyDictionary<string, ResourceModule[]> directory = new Dictionary<string, ResourceModule[]>();

    public IDataStore Store => store;

    /// <summary>The turn to group rows, of which a few may have it at one time.</summary>
    public GroupingTurn Grouping => grouping;

    public AnswerCache Answers { get; } = new(ResourceLimits.KeptBytes, ResourceLimits.KeptAnswerBytes);

    /// <summary>The published resources by dataset.</summary>
    public IReadOnlyDictionary<string, ResourceModule[]> Directory
    {
        get => directory;
        set => directory = value;
    }

    /// <summary>The resource of a key, or the only one of the dataset where no key is given; null where that is not published or not one.</summary>
    public ResourceModule? Find(string dataset, string? key) =>
        directory.GetValueOrDefault(dataset) is not { } resources ? null
        : key is not null ? Array.Find(resources, r => r.Published.Key == key)
        : resources is [var only] ? only
        : null;
}
