using OpenData.Schemas;

namespace OpenData.Registry.Review;

/// <summary>A change of a dataset that a store makes in one transaction, or not at all where the dataset has moved on.</summary>
public sealed record DatasetChange
{
    public required Guid DatasetId { get; init; }

    /// <summary>The revision that the caller has seen.</summary>
    public required int Revision { get; init; }

    /// <summary>The new state of the dataset, or null where it stays.</summary>
    public DatasetState? State { get; init; }

    /// <summary>The form that replaces the registered one, or null.</summary>
    public DatasetForm? Form { get; init; }

    /// <summary>The pending change that replaces the one there is, or null where that stays; its new resources are registered, unseen by the public.</summary>
    public PendingChange? Pending { get; init; }

    /// <summary>True where the pending change is done with.</summary>
    public bool DropsPending { get; init; }

    /// <summary>A resource's new dictionary, or null.</summary>
    public (Guid ResourceId, DataDictionary Dictionary)? Dictionary { get; init; }

    /// <summary>True where every staged file becomes the release that answers.</summary>
    public bool PublishesStaged { get; init; }

    /// <summary>The id of who submitted, kept from then on; null where it stays.</summary>
    public string? SubmittedBy { get; init; }

    /// <summary>The step to note, or null for a change of words that nobody has to review.</summary>
    public ReviewStep? Step { get; init; }
}
