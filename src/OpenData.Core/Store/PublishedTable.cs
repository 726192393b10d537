namespace OpenData.Store;

/// <summary>A resource that is published, in as few words as ten thousand of them can be listed with.</summary>
public sealed record PublishedTable
{
    public required Guid ResourceId { get; init; }

    /// <summary>The dataset's name.</summary>
    public required string Dataset { get; init; }

    /// <summary>The version of the dataset's registration.</summary>
    public required int DatasetVersion { get; init; }

    /// <summary>How many resources the dataset has, published or not, while <see cref="Name"/> is to be chosen; 0 afterwards.</summary>
    public required int Resources { get; init; }

    /// <summary>The resource's key in its dataset.</summary>
    public required string Key { get; init; }

    /// <summary>The number of the release that answers.</summary>
    public required int Release { get; init; }

    /// <summary>True where the release's dictionary has a key.</summary>
    public required bool HasKey { get; init; }

    /// <summary>True where a column can be added up.</summary>
    public required bool HasNumbers { get; init; }

    /// <summary>The identifier that typed interfaces call it by, or null while none is chosen.</summary>
    public string? Name { get; init; }
}

/// <summary>A wish for the identifier of a resource.</summary>
/// <param name="ResourceId">The resource.</param>
/// <param name="Name">The identifier; where another resource has it, <c>_2</c>, <c>_3</c>, … is put behind it.</param>
/// <param name="Instead">The identifier it has and must not keep, or null.</param>
public sealed record NameWish(Guid ResourceId, string Name, string? Instead);
