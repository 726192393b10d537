using OpenData.Registry;
using OpenData.Registry.Review;
using OpenData.Store.Registry;
using OpenData.Store.Search;

namespace OpenData.Store;

/// <summary>A store in the hands of one actor: what writes the audit log bears another name, and what it is made of is its owner's.</summary>
internal sealed class NamedStore(IDataStore owner, RegistryStore registry, ReviewStore reviews, AccountStore accounts, FeedbackStore feedback) : IDataStore
{
    public IRegistryStore Registry => registry;
    public IOriginalStore Originals => owner.Originals;
    public IRowStore Rows => owner.Rows;
    public IDownloadStore? Downloads => owner.Downloads;
    public IScoreStore Scores => registry;
    public IAuditStore Audit => owner.Audit;
    public IReviewStore Reviews => reviews;
    public IAccountStore Accounts => accounts;
    public ISearchStore Search => owner.Search;
    public IFeedbackStore Feedback => feedback;
    public IUsageStore Usage => owner.Usage;

    /// <inheritdoc/>
    public IDataStore By(Actor actor) => owner.By(actor);

    /// <inheritdoc/>
    public ValueTask<IAsyncDisposable> BeginPublishAsync(CancellationToken cancellation = default) => owner.BeginPublishAsync(cancellation);

    /// <inheritdoc/>
    public ValueTask<int> SweepAsync(CancellationToken cancellation = default) => owner.SweepAsync(cancellation);

    /// <summary>Whoever opened the owner disposes it.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
