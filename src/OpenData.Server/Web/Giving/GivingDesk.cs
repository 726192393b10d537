using OpenData.Intake;
using OpenData.Publishing;
using OpenData.Publishing.Repair;
using OpenData.Registry;
using OpenData.Registry.Access;
using OpenData.Reports;
using OpenData.Rules;
using OpenData.Rules.Drafts;
using OpenData.Schemas;
using OpenData.Server.Rest;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.Reviews;
using OpenData.Server.Rest.Validation;

namespace OpenData.Server.Web.Giving;

/// <summary>Takes files that people give by pages: to publication where they are described, to a draft of their description where they are not.</summary>
internal sealed class GivingDesk(Catalog catalog, ReviewDesk reviews, CheckDesk checks, GivenFiles files, ServerOptions options)
{
    /// <summary>The dataset and resource for which the caller may do this, or the refusal.</summary>
    public async Task<(Dataset? Dataset, Resource? Resource, Problem? Refusal)> FindAsync(string name, string key, DatasetAction action, CancellationToken cancellation)
    {
        var (dataset, resource, missing) = await catalog.FindAsync(name, key, cancellation);
        return (missing ?? reviews.Judge(dataset!, action)) is { } refusal ? (null, null, refusal) : (dataset, resource, null);
    }

    /// <summary>The file that the caller gave last and that was not accepted, or null.</summary>
    public Upload? Waiting(Resource resource) => files.Find(By(resource));

    /// <summary>Forgets it.</summary>
    public void Forget(Resource resource) => files.Forget(By(resource));

    /// <summary>Takes a file for a resource that has a dictionary; one that is refused is kept to be mended.</summary>
    public async Task<PublishOutcome> PublishAsync(Dataset dataset, Resource resource, Upload upload, string? notes, CancellationToken cancellation)
    {
        var actor = catalog.Caller.Actor!;
        var publisher = new Publisher(catalog.CallersStore, options.Clock) { By = actor, Way = actor.IsDirect ? PublishWay.Direct : PublishWay.Reviewed };
        var outcome = await publisher.PublishAsync(dataset.Name, resource.Key, upload, new CheckOptions(), null, string.IsNullOrWhiteSpace(notes) ? null : notes.Trim(), cancellation);
        var isKept = outcome is PublishOutcome.Rejected or PublishOutcome.NoDictionary;
        if (isKept && upload.Path != Waiting(resource)?.Path)
        {
            files.Keep(By(resource), upload);
        }
        else if (!isKept)
        {
            Forget(resource);
        }

        return outcome;
    }

    /// <summary>Keeps a file that is not described yet, where it has a table to describe; else the report that says why it has none.</summary>
    public async Task<Report?> KeepToDescribeAsync(Resource resource, Upload upload, CancellationToken cancellation)
    {
        var inspection = await InspectAsync(upload, cancellation);
        if (inspection.Layout is null)
        {
            return ReportBuilder.Build(inspection);
        }

        files.Keep(By(resource), upload);
        return null;
    }

    /// <summary>The draft of a dictionary from a file, or null where it has no table.</summary>
    public async Task<DataDictionary?> DraftAsync(Upload upload, CancellationToken cancellation) =>
        await InspectAsync(upload, cancellation) is { Layout: not null } inspection ? DictionaryDraft.From(inspection) : null;

    /// <summary>What may be mended in a file without doubt, or null where it cannot be read as a table.</summary>
    public async Task<Conversion?> ExamineAsync(Resource resource, Upload upload, CancellationToken cancellation)
    {
        var conversion = await checks.ReadAsync(() => Conversion.Examine(new Submission(upload, resource.Dictionary), new CheckOptions(), repairs: true, null, cancellation), cancellation);
        return conversion.Refusal == ConversionRefusal.None ? conversion : null;
    }

    /// <summary>Mends a file: the result, or the log of what was changed, in a file that goes when it is closed.</summary>
    public async Task<FileStream?> MendAsync(Resource resource, Upload upload, bool isLog, CancellationToken cancellation)
    {
        if (await ExamineAsync(resource, upload, cancellation) is not { } conversion)
        {
            return null;
        }

        Directory.CreateDirectory(options.TempFolder);
        var written = new FileStream(Path.Combine(options.TempFolder, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        await checks.ReadAsync(() => isLog ? Log(conversion, written, cancellation) : conversion.Write(written, null, null, cancellation), cancellation);
        written.Position = 0;
        return written;
    }

    /// <summary>What mending would change, counted, with the first of each kind.</summary>
    public async Task<RepairTally?> TryMendingAsync(Resource resource, Upload upload, CancellationToken cancellation) =>
        upload.Bytes <= ServerLimits.ExcerptBytes && await ExamineAsync(resource, upload, cancellation) is { } conversion
            ? await checks.ReadAsync(() => conversion.Write(Stream.Null, null, null, cancellation), cancellation)
            : null;

    private static RepairTally Log(Conversion conversion, Stream written, CancellationToken cancellation)
    {
        using var log = new RepairLog(written);
        return conversion.Write(Stream.Null, log.Write, null, cancellation);
    }

    private Task<Inspection> InspectAsync(Upload upload, CancellationToken cancellation) => checks.ReadAsync(
        () => Inspector.Inspect(new Submission(upload, null), new CheckOptions { DistinctLimit = CheckLimits.DraftDistinct }, null, cancellation), cancellation);

    private GivenBy By(Resource resource) => new(resource.Id, catalog.Caller.Actor!.Id);
}
