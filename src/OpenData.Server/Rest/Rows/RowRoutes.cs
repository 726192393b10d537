using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.Published;
using OpenData.Server.Rest.Parameters;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.RowQueries;
using OpenData.Store;
using OpenData.Server.Rest.OpenApi;

namespace OpenData.Server.Rest.Rows;

/// <summary>Rows of a resource: <c>/data/{name}/{key}[.json|.ndjson|.csv|.xml|.geojson|.xlsx]</c>, one of them, groups of them.</summary>
internal static class RowRoutes
{
    public static void MapRows(this IEndpointRouteBuilder api)
    {
        api.MapRead("/data/{name}/{file}", RowsAsync).WithMetadata(RowParameters.Rows).Tells(RowOperations.Rows);
        api.MapRead("/data/{name}/{key}/rows/{id}", RowAsync).WithMetadata(RowParameters.Row).Tells(RowOperations.Row);
        api.MapRead("/data/{name}/{key}/aggregate", GroupsAsync).WithMetadata(RowParameters.Groups).Tells(RowOperations.Groups(null));
        foreach (var suffix in RowFormat.All.Where(f => !f.NeedsPlace).Select(f => f.Suffix))
        {
            api.MapRead($"/data/{{name}}/{{key}}/aggregate.{suffix}", (HttpContext context, string name, string key, Catalog catalog, TableDesk desk) =>
                AggregateAsync(context, name, key, suffix, catalog, desk)).WithMetadata(RowOperations.Parameters(RowParameters.Groups, suffix)).Tells(RowOperations.Groups(suffix));
        }
    }

    private static async Task<IResult> RowsAsync(HttpContext context, string name, string file, Catalog catalog, TableDesk desk)
    {
        var dot = file.IndexOf('.', StringComparison.Ordinal);
        var (key, suffix) = dot < 0 ? (file, null) : (file[..dot], file[(dot + 1)..]);
        var (release, refusal) = await FindAsync(name, key, catalog, context.RequestAborted);
        return refusal ?? desk.Rows(context, new AskedTable(name, key, $"/api/v1/data/{name}/{key}"), release!, suffix);
    }

    private static async Task<IResult> RowAsync(HttpContext context, string name, string key, Catalog catalog, TableDesk desk)
    {
        var (release, refusal) = await FindAsync(name, key, catalog, context.RequestAborted);
        return refusal ?? desk.Row(context, new AskedTable(name, key, "") { Formats = [] }, release!);
    }

    private static Task<IResult> GroupsAsync(HttpContext context, string name, string key, Catalog catalog, TableDesk desk) =>
        AggregateAsync(context, name, key, null, catalog, desk);

    private static async Task<IResult> AggregateAsync(HttpContext context, string name, string key, string? suffix, Catalog catalog, TableDesk desk)
    {
        var (release, refusal) = await FindAsync(name, key, catalog, context.RequestAborted);
        return refusal ?? desk.Groups(context, new AskedTable(name, key, $"/api/v1/data/{name}/{key}/aggregate") { Formats = [.. RowFormat.All.Where(f => !f.NeedsPlace)] }, release!, suffix);
    }

    /// <summary>The release that answers for a resource, or why none does.</summary>
    private static async Task<(Release? Release, Problem? Refusal)> FindAsync(string name, string key, Catalog catalog, CancellationToken cancellation)
    {
        var (dataset, resource, missing) = await catalog.FindAsync(name, key, cancellation);
        return missing is not null ? (null, missing)
            : dataset!.State == DatasetState.Withdrawn ? (null, Reviews.ReviewTexts.Withdrawn(dataset, null))
            : resource!.Current is { } release ? (release, null)
            : (null, CatalogTexts.NotPublished(dataset, resource));
    }
}
