using OpenData.Registry.Review;
using OpenData.Schemas;

namespace OpenData.Registry;

/// <summary>Where a dataset stands between its first draft and its withdrawal.</summary>
public enum DatasetState
{
    Draft,
    Submitted,
    Returned,
    Approved,
    Published,
    Withdrawn,
}

/// <summary>A registered dataset: its Form 1 and the resources that hold its data.</summary>
public sealed record Dataset
{
    public required Guid Id { get; init; }

    /// <summary>The slug by which people and programs call it, unique in the catalog.</summary>
    public required string Name { get; init; }

    /// <summary>The slug of the owner organization.</summary>
    public required string Organization { get; init; }

    public required DatasetState State { get; init; }

    /// <summary>Counts the changes of the registration, from 1.</summary>
    public required int Version { get; init; }

    public required DatasetForm Form { get; init; }
    public required IReadOnlyList<Resource> Resources { get; init; }
    public required DateTimeOffset Created { get; init; }
    public required DateTimeOffset Modified { get; init; }

    /// <summary>Counts every change, those that the public does not see included, from 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>A change under review of a dataset that is or was public, or null; never there for those who see no drafts.</summary>
    public PendingChange? Pending { get; init; }

    /// <summary>The id of who submitted it last, or null.</summary>
    public string? SubmittedBy { get; init; }

    /// <summary>True where the public has seen it: then a change waits beside it for its review.</summary>
    public bool WasPublic => State is DatasetState.Published or DatasetState.Withdrawn;

    /// <summary>Where the newest form stands.</summary>
    public DatasetState WorkState => Pending?.State ?? State;

    /// <summary>The newest form, published or not.</summary>
    public DatasetForm WorkForm => Pending?.Form ?? Form;

    /// <summary>True where a file for <paramref name="resource"/> needs no review: the form and the dictionary it goes by are published.</summary>
    public bool IsSettled(Resource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return State == DatasetState.Published && Pending is null && resource.Current is { } current && current.Dictionary.Sha256 == resource.Dictionary?.Sha256;
    }

    /// <summary>The resource called <paramref name="key"/>, or null.</summary>
    public Resource? Resource(string key) => Resources.FirstOrDefault(r => r.Key == key);
}

/// <summary>One table of a dataset.</summary>
public sealed record Resource
{
    public required Guid Id { get; init; }

    /// <summary>Its slug, unique in its dataset.</summary>
    public required string Key { get; init; }

    public required LocalText Name { get; init; }

    /// <summary>The data dictionary (Form 2), or null while none was given.</summary>
    public DataDictionary? Dictionary { get; init; }

    /// <summary>The release that answers queries, or null while none was published.</summary>
    public Release? Current { get; init; }

    /// <summary>An accepted file that waits for its review, number 0; null where there is none, and always for those who see no drafts.</summary>
    public Release? Staged { get; init; }

    /// <summary>The rules that an approver has excepted for this resource's files, each with a reason.</summary>
    public IReadOnlyList<RecordedException> Exceptions { get; init; } = [];
}

/// <summary>An accepted file and the rows made from it; a release never changes.</summary>
public sealed record Release
{
    public required Guid ResourceId { get; init; }

    /// <summary>Counts the releases of a resource, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>SHA-256 of the original file, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The name the original file came under.</summary>
    public required string FileName { get; init; }

    /// <summary>Size of the original file in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>Number of data rows.</summary>
    public required long Rows { get; init; }

    /// <summary>The dictionary the file was checked against; it names and types the columns of this release.</summary>
    public required DataDictionary Dictionary { get; init; }

    /// <summary>The store unit that holds the rows.</summary>
    public required string Unit { get; init; }

    public required DateTimeOffset Published { get; init; }

    /// <summary>Error, warning and info findings of its report.</summary>
    public required FindingCounts Counts { get; init; }

    /// <summary>What the publisher says of it, or null.</summary>
    public string? Notes { get; init; }

    /// <summary>The release whose bytes it repeats, where an older one was brought back; else null.</summary>
    public int? Repeats { get; init; }

    /// <summary>True where the report has no error.</summary>
    public bool Complies => Counts.Error == 0;
}

/// <summary>How many findings of each severity a report counts.</summary>
public readonly record struct FindingCounts(long Error, long Warning, long Info)
{
    /// <summary>All of them.</summary>
    public long Total => Error + Warning + Info;
}
