using Microsoft.Net.Http.Headers;
using OpenData.Publishing;
using OpenData.Publishing.Comparison;
using OpenData.Registry;
using OpenData.Registry.Access;
using OpenData.Server.Access;
using OpenData.Server.Rest.Datasets;
using OpenData.Server.Rest.Files;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.Reviews;
using OpenData.Server.Rest.RowQueries;
using OpenData.Server.Rest.Rows;
using OpenData.Server.Rest.Validation;
using OpenData.Store;
using OpenData.Server.Rest.OpenApi;
using OpenData.Server.Rest.Parameters;

namespace OpenData.Server.Rest.Releases;

/// <summary>The permanent addresses of each release: itself, its rows, its file; two compared; an older one brought back.</summary>
internal static class ReleaseRoutes
{
    private const string Resource = "/datasets/{name}/resources/{key}/releases";

    public static void MapReleases(this IEndpointRouteBuilder api)
    {
        api.MapRead($"{Resource}/{{number:int}}", ShowAsync).Takes().Tells(ReleaseOperations.Show);
        api.MapRead($"{Resource}/{{number:int}}/file", FileAsync).Takes().Tells(ReleaseOperations.File);
        api.MapRead($"{Resource}/{{from:int}}/compare/{{to:int}}", CompareAsync).Takes().Tells(ReleaseOperations.Compare);
        api.MapLate($"{Resource}/{{number:int}}/rollback", RollBackAsync, HttpMethods.Post).NeedsToken().Takes(SharedParameters.Notes).Tells(ReleaseOperations.RollBack);
        foreach (var suffix in RowFormat.All.Select(f => f.Suffix).Append(CompressedFile.Suffix).Append(null))
        {
            var dotted = suffix is null ? "" : "." + suffix;
            api.MapRead($"{Resource}/{{number:int}}/rows{dotted}", (HttpContext context, string name, string key, int number, Catalog catalog, IDataStore store, TableDesk desk) =>
                RowsAsync(context, name, key, number, suffix, catalog, store, desk)).WithMetadata(RowOperations.Parameters(RowParameters.Rows, suffix)).Tells(RowOperations.OfRelease(suffix));
        }
    }

    private static async Task<IResult> ShowAsync(HttpContext context, string name, string key, int number, Catalog catalog, IDataStore store)
    {
        var (_, release, missing) = await FindAsync(name, key, number, catalog, store, context.RequestAborted);
        return missing is not null ? missing : new JsonBody(ReleaseJson.Of(release!, name, key)) { Modified = release!.Published };
    }

    private static async Task<IResult> FileAsync(HttpContext context, string name, string key, int number, Catalog catalog, IDataStore store)
    {
        var (resource, release, missing) = await FindAsync(name, key, number, catalog, store, context.RequestAborted);
        if (missing is not null)
        {
            return missing;
        }

        if (store.Originals.Open(release!.Sha256) is not { } original)
        {
            return ReleaseTexts.OriginalLost(resource!, release);
        }

        Validators.Keep(context);
        return TypedResults.File(original, FileRoutes.MediaType(release.FileName), release.FileName, release.Published, new EntityTagHeaderValue($"\"{release.Sha256}\""), enableRangeProcessing: true);
    }

    private static async Task<IResult> RowsAsync(HttpContext context, string name, string key, int number, string? suffix, Catalog catalog, IDataStore store, TableDesk desk)
    {
        var (_, release, missing) = await FindAsync(name, key, number, catalog, store, context.RequestAborted);
        return missing is not null ? missing : desk.Rows(context, new AskedTable(name, key, $"/api/v1{Resource.Replace("{name}", name, StringComparison.Ordinal).Replace("{key}", key, StringComparison.Ordinal)}/{number}/rows"), release!, suffix);
    }

    private static async Task<IResult> CompareAsync(HttpContext context, string name, string key, int from, int to, Catalog catalog, IDataStore store, CheckDesk desk)
    {
        var (_, older, missing) = await FindAsync(name, key, from, catalog, store, context.RequestAborted);
        if (missing is not null)
        {
            return missing;
        }

        (_, var newer, missing) = await FindAsync(name, key, to, catalog, store, context.RequestAborted);
        if (missing is not null)
        {
            return missing;
        }

        // Releases never change, and neither does what differs between two of them.
        return Validators.IsKnown(context, $"{older!.Unit} {newer!.Unit}", newer.Published)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Bytes(ComparisonJson.Write(await desk.CompareAsync(older, newer, context.RequestAborted)), "application/json; charset=utf-8");
    }

    private static async Task<IResult> RollBackAsync(HttpContext context, string name, string key, int number, Catalog catalog, ReviewDesk desk, ServerOptions options)
    {
        var (dataset, _, missing) = await catalog.FindAsync(name, key, context.RequestAborted);

        // Whoever may take a dataset from the public may take its newest release from it; no review stands before an older one, which had its own.
        if ((missing ?? desk.Judge(dataset!, DatasetAction.Withdraw)) is { } refusal)
        {
            return refusal;
        }

        var outcome = await new Rollback(catalog.CallersStore, options.Clock).RunAsync(name, key, number, context.Parameters()["notes"], context.RequestAborted);
        if (outcome is RollbackOutcome.RolledBack done)
        {
            context.Response.Headers.Location = ReleaseJson.Address(name, key, done.Release.Number);
            return new JsonBody(ReleaseJson.Of(done.Release, name, key), StatusCodes.Status201Created);
        }

        return outcome switch
        {
            RollbackOutcome.NotRegistered gone => CatalogTexts.UnknownDataset(gone.Dataset),
            RollbackOutcome.UnknownRelease unknown => CatalogTexts.UnknownRelease(unknown.Resource, unknown.Number),
            RollbackOutcome.IsWithdrawn withdrawn => ReviewTexts.Withdrawn(withdrawn.Dataset, null),
            RollbackOutcome.IsCurrent current => ReleaseTexts.AlreadyCurrent(key, current.Release),
            RollbackOutcome.OriginalLost lost => ReleaseTexts.OriginalLost(key, lost.Release),
            _ => throw new InvalidOperationException($"No answer is known to {outcome.GetType().Name}."),
        };
    }

    /// <summary>A release that the caller may see, or the refusal.</summary>
    private static async Task<(Resource? Resource, Release? Release, Problem? Refusal)> FindAsync(
        string name, string key, int number, Catalog catalog, IDataStore store, CancellationToken cancellation)
    {
        var (dataset, resource, missing) = await catalog.FindAsync(name, key, cancellation);
        if (missing is not null)
        {
            return (null, null, missing);
        }

        if (dataset!.State == DatasetState.Withdrawn)
        {
            return (null, null, ReviewTexts.Withdrawn(dataset, null));
        }

        return await catalog.FindReleaseAsync(resource!, number, cancellation) is { } release
            ? (resource, release, null)
            : (resource, null, CatalogTexts.UnknownRelease(resource!, number));
    }
}
