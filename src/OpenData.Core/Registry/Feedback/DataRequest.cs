namespace OpenData.Registry.Feedback;

/// <summary>What is asked for.</summary>
public enum RequestKind
{
    /// <summary>Data that the catalog does not have.</summary>
    Missing,

    /// <summary>Data that are kept from the public.</summary>
    Restricted,
}

/// <summary>Where a request stands.</summary>
public enum RequestState
{
    Asked,
    Granted,
    Refused,

    /// <summary>No request at all, such as spam: put away with a reason, and not counted.</summary>
    Hidden,
}

/// <summary>A request for data that are missing or restricted. Its asker reads it at an address that nobody guesses; the public sees only how many there are.</summary>
public sealed record DataRequest
{
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the secret in the asker's address, lower-case hex.</summary>
    public required string Address { get; init; }

    public required RequestKind Kind { get; init; }

    /// <summary>The slug of the organization that is asked, or null while nobody knows which.</summary>
    public string? Organization { get; init; }

    /// <summary>The name of the published dataset it is about, or null.</summary>
    public string? Dataset { get; init; }

    /// <summary>What is wanted, and what for.</summary>
    public required string Text { get; init; }

    /// <summary>Where the asker wants to be told, or null. Personal: officers read it, and it is forgotten some time after the answer.</summary>
    public string? Contact { get; init; }

    public required DateTimeOffset Asked { get; init; }
    public RequestState State { get; init; }

    /// <summary>How the data are had where it is granted, else why not; null while it is open.</summary>
    public string? Answer { get; init; }

    /// <summary>The officer who took the newest step, or null.</summary>
    public string? By { get; init; }

    /// <summary>When the newest step was taken, or null.</summary>
    public DateTimeOffset? Changed { get; init; }

    /// <summary>Counts its steps, from 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>True while an officer should answer it.</summary>
    public bool IsOpen => State == RequestState.Asked;

    /// <summary>Granted, refused or put away, with what its asker reads; null where that was done before.</summary>
    public DataRequest? Decided(RequestState state, string answer, string by, DateTimeOffset now) =>
        IsOpen && state != RequestState.Asked ? Taken(by, now) with { State = state, Answer = answer } : null;

    /// <summary>Handed to the organization that has the data; null where it is decided or there already.</summary>
    public DataRequest? HandedTo(string organization, string by, DateTimeOffset now) =>
        IsOpen && organization != Organization ? Taken(by, now) with { Organization = organization } : null;

    private DataRequest Taken(string by, DateTimeOffset now) => this with { By = by, Changed = now, Revision = Revision + 1 };
}
