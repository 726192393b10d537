using OpenData.Registry;
using OpenData.Store;

namespace OpenData.Publishing;

/// <summary>What became of a wish to bring an older release back: a closed list.</summary>
public abstract record RollbackOutcome
{
    private RollbackOutcome()
    {
    }

    /// <summary>A new release repeats the older one and answers now.</summary>
    public sealed record RolledBack(Release Release) : RollbackOutcome;

    /// <summary>No such dataset, or no such resource in it.</summary>
    public sealed record NotRegistered(string Dataset, string Resource) : RollbackOutcome;

    /// <summary>The dataset was withdrawn: it comes back by a review alone.</summary>
    public sealed record IsWithdrawn(Dataset Dataset) : RollbackOutcome;

    /// <summary>The resource has no release of that number.</summary>
    public sealed record UnknownRelease(Resource Resource, int Number) : RollbackOutcome;

    /// <summary>That release answers already.</summary>
    public sealed record IsCurrent(Release Release) : RollbackOutcome;

    /// <summary>The original is gone, or is not the file it was; see <c>opendata verify</c>.</summary>
    public sealed record OriginalLost(Release Release) : RollbackOutcome;
}

/// <summary>
/// Brings an older release back as a new one: its bytes, its dictionary and its report as they were, its rows read from the original again.
/// The dictionary that is registered for the next file stays as it is.
/// </summary>
/// <param name="store">Where everything is kept.</param>
/// <param name="clock">Tells the time of the new release.</param>
public sealed class Rollback(IDataStore store, TimeProvider clock)
{
    /// <summary>Publishes a release that repeats release <paramref name="number"/>; nothing is visible of it before it is whole.</summary>
    /// <param name="dataset">The dataset's name.</param>
    /// <param name="resource">The resource's key.</param>
    /// <param name="number">The release to bring back.</param>
    /// <param name="notes">What is to be said of it, or null.</param>
    /// <param name="cancellation">Stops it between two rows; nothing is then published.</param>
    public async Task<RollbackOutcome> RunAsync(string dataset, string resource, int number, string? notes = null, CancellationToken cancellation = default)
    {
        await using var turn = await store.BeginPublishAsync(cancellation);
        var registered = await store.Registry.FindDatasetAsync(dataset, cancellation);
        if (registered?.Resource(resource) is not { } target)
        {
            return new RollbackOutcome.NotRegistered(dataset, resource);
        }

        if (registered.State == DatasetState.Withdrawn)
        {
            return new RollbackOutcome.IsWithdrawn(registered);
        }

        if (await store.Registry.FindReleaseAsync(target.Id, number, cancellation) is not { } older)
        {
            return new RollbackOutcome.UnknownRelease(target, number);
        }

        if (target.Current!.Number == number)
        {
            return new RollbackOutcome.IsCurrent(older);
        }

        if (store.Originals.Inspect(older.Sha256, older.FileName, cancellation) is not { } original || original.Sha256 != older.Sha256)
        {
            return new RollbackOutcome.OriginalLost(older);
        }

        var noted = await store.Registry.FindBasisAsync(target.Id, number, cancellation);
        var basis = noted ?? await CheckBasis.GuessAsync(store, registered.Form, older, cancellation);
        var inspection = await CheckBasis.InspectAsync(store, original, older, resource, basis, cancellation);
        await using var rows = new AcceptedRows(original, older.Dictionary, inspection.Layout!);
        var (unit, count) = await store.Rows.LoadAsync(older.Dictionary, rows, cancellation);
        var report = await store.Registry.FindReportAsync(target.Id, number, cancellation);
        var release = older with { Unit = unit, Rows = count, Published = clock.GetUtcNow(), Notes = notes, Repeats = number };
        return new RollbackOutcome.RolledBack(await store.Registry.PublishAsync(new NewRelease(release, report!, noted), cancellation));
    }
}
