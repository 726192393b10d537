using Microsoft.Net.Http.Headers;
using OpenData.Publishing;
using OpenData.Registry;
using OpenData.Registry.Access;
using OpenData.Reports;
using OpenData.Rules;
using OpenData.Schemas;
using OpenData.Server.Access;
using OpenData.Server.Rest.Datasets;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.Reports;
using OpenData.Server.Rest.Reviews;
using OpenData.Store;
using OpenData.Server.Rest.OpenApi;
using OpenData.Server.Rest.Parameters;
using OpenData.Server.Rest.Releases;

namespace OpenData.Server.Rest.Files;

/// <summary>The original file of a resource: given as it came, taken to be published.</summary>
internal static class FileRoutes
{
    private const string Pattern = "/datasets/{name}/resources/{key}/file";

    public static void MapFiles(this IEndpointRouteBuilder api)
    {
        api.MapRead(Pattern, GiveAsync).Takes().Tells(ReleaseOperations.Download);
        api.MapLate(Pattern, TakeAsync, HttpMethods.Put).NeedsToken().Takes(SharedParameters.FileName, SharedParameters.Notes).Tells(ReleaseOperations.Publish);
    }

    private static async Task<IResult> GiveAsync(HttpContext context, string name, string key, Catalog catalog, IDataStore store)
    {
        var (dataset, resource, missing) = await catalog.FindAsync(name, key, context.RequestAborted);
        if (missing is not null)
        {
            return missing;
        }

        if (dataset!.State == DatasetState.Withdrawn)
        {
            return ReviewTexts.Withdrawn(dataset, null);
        }

        if (resource!.Current is not { } release || store.Originals.Open(release.Sha256) is not { } original)
        {
            return CatalogTexts.NotPublished(dataset!, resource);
        }

        Validators.Keep(context);
        return TypedResults.File(original, MediaType(release.FileName), release.FileName, release.Published, new EntityTagHeaderValue($"\"{release.Sha256}\""), enableRangeProcessing: true);
    }

    private static async Task<IResult> TakeAsync(HttpContext context, string name, string key, Catalog catalog, ReviewDesk desk, ServerOptions options)
    {
        var (dataset, resource, missing) = await catalog.FindAsync(name, key, context.RequestAborted);
        if ((missing ?? desk.Judge(dataset!, DatasetAction.Upload)) is { } refusal)
        {
            return refusal;
        }

        if (resource!.Dictionary is null)
        {
            return DatasetTexts.NoDictionary(name, key);
        }

        var actor = catalog.Caller.Actor!;
        var publisher = new Publisher(catalog.CallersStore, options.Clock) { By = actor, Way = actor.IsDirect ? PublishWay.Direct : PublishWay.Reviewed };
        using var sent = await SentFile.ReceiveAsync(context.Request, options, context.Parameters()["name"], takesDictionary: false);
        return sent.Refusal ?? Answer(await publisher.PublishAsync(name, key, sent.Upload!, new CheckOptions(), null, sent.Notes ?? context.Parameters()["notes"], context.RequestAborted), AskedLanguage.Of(context));
    }

    private static IResult Answer(PublishOutcome outcome, Language language) => outcome switch
    {
        PublishOutcome.Published published => new ReportBody(new ReportPage(published.Report), ReportFormat.Json),
        PublishOutcome.Staged staged => new ReportBody(new ReportPage(staged.Report), ReportFormat.Json),
        PublishOutcome.Unchanged unchanged => new ReportBody(new ReportPage(unchanged.Report), ReportFormat.Json),
        PublishOutcome.Rejected rejected => new Problem(ProblemKinds.DoesNotComply, ReportTexts.DoesNotComply(rejected.Report))
        {
            Report = JsonReport.Write(rejected.Report, language),
        },
        PublishOutcome.NoDictionary missing => DatasetTexts.NoDictionary(missing.Dataset, missing.Resource),
        PublishOutcome.NotRegistered missing => CatalogTexts.UnknownDataset(missing.Dataset),
        _ => throw new InvalidOperationException($"No answer is known to {outcome.GetType().Name}."),
    };

    /// <summary>The media type of a file by its name.</summary>
    public static string MediaType(string fileName) => Path.GetExtension(fileName).ToLowerInvariant() switch
    {
        ".csv" => "text/csv",
        ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    };
}
