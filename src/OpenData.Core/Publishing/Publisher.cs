using OpenData.Intake;
using OpenData.Registry;
using OpenData.Registry.Access;
using OpenData.Registry.Review;
using OpenData.Reports;
using OpenData.Rules;
using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Publishing;

/// <summary>Takes a file to a dataset: checked, reported, kept, loaded, and last of all published.</summary>
/// <param name="store">Where everything is kept.</param>
/// <param name="clock">Tells the time of a release.</param>
public sealed class Publisher(IDataStore store, TimeProvider clock)
{
    /// <summary>Whether a file may have to wait for a review.</summary>
    public PublishWay Way { get; init; }

    /// <summary>Who gives the files.</summary>
    public Agent By { get; init; } = Agent.CommandLine;

    /// <summary>
    /// Publishes a file as the next release of a resource. Killed at any point, the release that was there before
    /// still answers; only the last step makes the new one visible, and it is one transaction.
    /// </summary>
    /// <param name="dataset">The dataset's name.</param>
    /// <param name="resource">The resource's key.</param>
    /// <param name="upload">The file, received.</param>
    /// <param name="options">How to check it.</param>
    /// <param name="progress">Told how far the check has come, or null.</param>
    /// <param name="notes">What is to be said of the release, or null.</param>
    /// <param name="cancellation">Stops it between two steps or rows; nothing is then published.</param>
    public async Task<PublishOutcome> PublishAsync(
        string dataset,
        string resource,
        Upload upload,
        CheckOptions options,
        IProgress<CheckProgress>? progress = null,
        string? notes = null,
        CancellationToken cancellation = default)
    {
        await using var turn = await store.BeginPublishAsync(cancellation);
        var registered = await store.Registry.FindDatasetAsync(dataset, cancellation);
        if (registered?.Resource(resource) is not { } target)
        {
            return new PublishOutcome.NotRegistered(dataset, resource);
        }

        if (target.Dictionary is not { } dictionary)
        {
            return new PublishOutcome.NoDictionary(dataset, resource);
        }

        // What was withdrawn comes back by a review alone, whoever sends the file.
        var isLive = (Way == PublishWay.Direct && registered.State != DatasetState.Withdrawn) || registered.IsSettled(target);
        if (await UnchangedAsync(target, upload, dictionary, isLive, cancellation) is { } unchanged)
        {
            return unchanged;
        }

        var references = await StoredReferenceKeys.LoadAsync(store, dictionary, cancellation);
        var form = isLive ? registered.Form : registered.WorkForm;
        var chosen = options with { Today = options.Today ?? Today() };
        await using var load = new EarlyLoad(store.Rows, upload, dictionary, cancellation);
        var inspection = Inspector.Inspect(
            new Submission(upload, dictionary, references, form) { ResourceKey = resource }, chosen, load.Begin, progress, cancellation);
        var report = ReportBuilder.Build(inspection);
        var json = JsonReport.Write(report, Language.English);
        await store.Registry.SaveReportAsync(target.Id, json, cancellation);
        if (!report.Complies && !Exceptions.Cover(report, target))
        {
            return new PublishOutcome.Rejected(report);
        }

        // Neither needs the other, and the release names both only when both are there.
        var keeping = store.Originals.KeepAsync(upload, cancellation);
        var loading = LoadAsync(load, inspection);
        await Task.WhenAll(keeping, loading);
        if (await loading is not var (unit, count))
        {
            report = ReportBuilder.Build(inspection);
            await store.Registry.SaveReportAsync(target.Id, JsonReport.Write(report, Language.English), cancellation);
            return new PublishOutcome.Rejected(report);
        }

        var release = new Release
        {
            ResourceId = target.Id,
            Number = 0,
            Sha256 = upload.Sha256,
            FileName = upload.Name,
            Bytes = upload.Bytes,
            Rows = count,
            Dictionary = dictionary,
            Unit = unit,
            Published = clock.GetUtcNow(),
            Counts = report.Counts,
            Notes = notes,
        };
        var step = new ReviewStep(clock.GetUtcNow(), By.Id, By.Name, DatasetAction.Upload, isLive ? DatasetState.Published : registered.WorkState, $"{resource}: {upload.Name} {upload.Sha256}", []);
        var made = new NewRelease(release, json, CheckBasis.Of(chosen, form, references)) { Step = step };
        return isLive
            ? new PublishOutcome.Published(await store.Registry.PublishAsync(made, cancellation), report)
            : new PublishOutcome.Staged(await store.Reviews.StageAsync(made, cancellation), report);
    }

    /// <summary>The outcome for bytes that are where they would be taken to, checked against the same dictionary; else null.</summary>
    private async Task<PublishOutcome?> UnchangedAsync(Resource target, Upload upload, DataDictionary dictionary, bool isLive, CancellationToken cancellation)
    {
        var there = isLive ? target.Current : target.Staged ?? target.Current;
        if (there is null || there.Sha256 != upload.Sha256 || there.Dictionary.Sha256 != dictionary.Sha256)
        {
            return null;
        }

        var report = there == target.Current
            ? await store.Registry.FindReportAsync(target.Id, there.Number, cancellation)
            : await store.Reviews.FindStagedReportAsync(target.Id, cancellation);
        return report is null ? null : new PublishOutcome.Unchanged(there, JsonReport.Read(report));
    }

    /// <summary>Loads the rows; null where two have one key, which a check of a very long file leaves to the store to find.</summary>
    private static async Task<(string Unit, long Rows)?> LoadAsync(EarlyLoad load, Inspection inspection)
    {
        try
        {
            return await load.AcceptAsync(inspection);
        }
        catch (InvalidDataException) when (inspection.ReachedUniquenessBound)
        {
            inspection.Findings.Add(RuleBook.Find("duplicate-key")!);
            return null;
        }
    }

    private DateOnly Today() => CheckBasis.DayOf(clock.GetUtcNow());
}

/// <summary>How a file comes to the public.</summary>
public enum PublishWay
{
    /// <summary>At once, whatever the dataset's state: whoever has the data folder or the server's configuration.</summary>
    Direct,

    /// <summary>At once where its form and dictionary are published; else with the dataset, when that is published.</summary>
    Reviewed,
}
