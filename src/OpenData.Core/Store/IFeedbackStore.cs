using OpenData.Registry.Feedback;

namespace OpenData.Store;

/// <summary>Questions asked for, the newest first.</summary>
/// <param name="Dataset">Those about one dataset, or null for all.</param>
/// <param name="Organizations">Those of these organizations, or null for all.</param>
/// <param name="States">Those that stand so.</param>
/// <param name="Limit">The greatest number to give.</param>
public sealed record QuestionQuery(Guid? Dataset, IReadOnlyCollection<string>? Organizations, IReadOnlyCollection<QuestionState> States, int Limit)
{
    /// <summary>What this browser has asked is given however it stands; null for nobody's.</summary>
    public string? Asker { get; init; }

    /// <summary>How many to pass over first.</summary>
    public int Offset { get; init; }
}

/// <summary>Requests asked for, the newest first.</summary>
/// <param name="Organizations">Those of these organizations, or null for all, those of none included.</param>
/// <param name="States">Those that stand so.</param>
/// <param name="Limit">The greatest number to give.</param>
public sealed record RequestQuery(IReadOnlyCollection<string>? Organizations, IReadOnlyCollection<RequestState> States, int Limit)
{
    /// <summary>How many to pass over first.</summary>
    public int Offset { get; init; }
}

/// <summary>What the public says: ratings, questions, and requests for data. Every step of a question or a request is told to the audit log.</summary>
public interface IFeedbackStore
{
    /// <summary>Keeps a rating from 1 to 5; a browser's second of a dataset replaces its first, also where both come at once.</summary>
    Task RateAsync(Guid dataset, string browser, int stars, CancellationToken cancellation = default);

    /// <summary>The rating a browser has given, or null.</summary>
    Task<int?> FindRatingAsync(Guid dataset, string browser, CancellationToken cancellation = default);

    /// <summary>The counts of these datasets, in their order.</summary>
    Task<IReadOnlyList<FeedbackCounts>> CountAsync(IReadOnlyList<Guid> datasets, CancellationToken cancellation = default);

    /// <summary>The ratings of the published datasets of these organizations.</summary>
    Task<RatingCounts> CountRatingsAsync(IReadOnlyCollection<string> organizations, CancellationToken cancellation = default);

    /// <summary>Keeps a new question.</summary>
    Task AddAsync(Question question, CancellationToken cancellation = default);

    Task<Question?> FindQuestionAsync(Guid id, CancellationToken cancellation = default);
    Task<IReadOnlyList<Question>> ListQuestionsAsync(QuestionQuery query, CancellationToken cancellation = default);

    /// <summary>Keeps a step of a question; false where somebody else took one since.</summary>
    Task<bool> ChangeAsync(Question question, CancellationToken cancellation = default);

    /// <summary>Keeps a new request.</summary>
    Task AddAsync(DataRequest request, CancellationToken cancellation = default);

    Task<DataRequest?> FindRequestAsync(Guid id, CancellationToken cancellation = default);

    /// <summary>The request whose asker's address has this hash, or null.</summary>
    Task<DataRequest?> FindRequestAsync(string address, CancellationToken cancellation = default);

    Task<IReadOnlyList<DataRequest>> ListRequestsAsync(RequestQuery query, CancellationToken cancellation = default);

    /// <summary>Keeps a step of a request; false where somebody else took one since.</summary>
    Task<bool> ChangeAsync(DataRequest request, CancellationToken cancellation = default);

    /// <summary>The requests of every organization that was asked, counted.</summary>
    Task<IReadOnlyList<RequestCounts>> CountRequestsAsync(CancellationToken cancellation = default);

    /// <summary>Forgets the contacts of requests decided before one moment, and of all that were asked before another. Returns how many.</summary>
    Task<int> ForgetContactsAsync(DateTimeOffset decidedBefore, DateTimeOffset askedBefore, CancellationToken cancellation = default);
}
