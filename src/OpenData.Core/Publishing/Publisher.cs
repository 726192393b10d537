using OpenData.Intake;
using OpenData.Registry;
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

        if (IsPublished(target, upload, dictionary) && await store.Registry.FindReportAsync(target.Id, target.Current!.Number, cancellation) is { } known)
        {
            return new PublishOutcome.Unchanged(target.Current, JsonReport.Read(known));
        }

        var references = await StoredReferenceKeys.LoadAsync(store, dictionary, cancellation);
        var chosen = options with { Today = options.Today ?? Today() };
        var inspection = Inspector.Inspect(
            new Submission(upload, dictionary, references, registered.Form) { ResourceKey = resource }, chosen, progress, cancellation);
        var report = ReportBuilder.Build(inspection);
        var json = JsonReport.Write(report, Language.English);
        await store.Registry.SaveReportAsync(target.Id, json, cancellation);
        if (!report.Complies)
        {
            return new PublishOutcome.Rejected(report);
        }

        await store.Originals.KeepAsync(upload, cancellation);
        if (await LoadAsync(inspection, dictionary, cancellation) is not var (unit, count))
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
        var basis = CheckBasis.Of(chosen, registered.Form, references);
        return new PublishOutcome.Published(await store.Registry.PublishAsync(new NewRelease(release, json, basis), cancellation), report);
    }

    /// <summary>Loads the rows; null where two have one key, which a check of a very long file leaves to the store to find.</summary>
    private async Task<(string Unit, long Rows)?> LoadAsync(Inspection inspection, DataDictionary dictionary, CancellationToken cancellation)
    {
        await using var rows = new AcceptedRows(inspection.Submission.Upload, dictionary, inspection.Layout!);
        try
        {
            return await store.Rows.LoadAsync(dictionary, rows, cancellation);
        }
        catch (InvalidDataException) when (inspection.ReachedUniquenessBound)
        {
            inspection.Findings.Add(RuleBook.Find("duplicate-key")!);
            return null;
        }
    }

    private DateOnly Today() => CheckBasis.DayOf(clock.GetUtcNow());

    private static bool IsPublished(Resource target, Upload upload, DataDictionary dictionary) =>
        target.Current is { } current && current.Sha256 == upload.Sha256 && current.Dictionary.Sha256 == dictionary.Sha256;
}
