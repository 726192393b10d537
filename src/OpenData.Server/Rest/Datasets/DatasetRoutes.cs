using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.Rest.Parameters;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.Search;
using OpenData.Store;
using OpenData.Server.Rest.OpenApi;

namespace OpenData.Server.Rest.Datasets;

/// <summary>The catalog as JSON: datasets, organizations, dictionaries and releases.</summary>
internal static class DatasetRoutes
{
    public static void MapDatasets(this IEndpointRouteBuilder api)
    {
        api.MapRead("/datasets", ListAsync).Takes(SearchRequest.Parameters).Tells(DatasetOperations.Search);
        api.MapRead("/datasets/{name}", ShowAsync).Takes().Tells(DatasetOperations.Show);
        api.MapRead("/datasets/{name}/resources/{key}/dictionary", DictionaryAsync).Takes().Tells(DatasetOperations.Dictionary);
        api.MapRead("/datasets/{name}/resources/{key}/releases", ReleasesAsync).Takes().Tells(DatasetOperations.Releases);
        api.MapRead("/organizations", OrganizationsAsync).Takes().Tells(DatasetOperations.Organizations);
    }

    private static async Task<IResult> ListAsync(HttpContext context, Catalog catalog, FoundItems items, SearchTurns turns)
    {
        var faults = new List<ProblemError>();
        if (SearchRequest.Read(context.Parameters(), AskedLanguage.Of(context), faults) is not { } request)
        {
            return Problem.OfQuery(faults);
        }

        return await turns.TakeAsync<IResult>(
            async () =>
            {
                var page = await catalog.SearchAsync(request.Search, context.RequestAborted);
                var next = page.Next is { } place ? NextAddress(context.Request, context.Parameters(), SearchCursor.Write(place, request.Sameness)) : null;
                return new SearchAnswer(await items.BodyAsync(page, next, catalog, context.RequestAborted), next);
            },
            context.RequestAborted);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, string name, Catalog catalog) =>
        await catalog.FindAsync(name, context.RequestAborted) is { } dataset
            ? new JsonBody(DatasetJson.Of(dataset)) { Modified = LastChange(dataset) }
            : await catalog.RefusalAsync(name, context.RequestAborted);

    private static async Task<IResult> DictionaryAsync(HttpContext context, string name, string key, Catalog catalog)
    {
        var (dataset, resource, missing) = await catalog.FindAsync(name, key, context.RequestAborted);
        if (missing is not null)
        {
            return missing;
        }

        return Catalog.DictionaryOf(resource!) is { } dictionary
            ? new JsonBody(DictionaryDocument.Write(dictionary))
            : DatasetTexts.NoDictionary(dataset!.Name, resource!.Key);
    }

    private static async Task<IResult> ReleasesAsync(HttpContext context, string name, string key, Catalog catalog, IDataStore store)
    {
        var (_, resource, missing) = await catalog.FindAsync(name, key, context.RequestAborted);
        if (missing is not null)
        {
            return missing;
        }

        var releases = await store.Registry.ListReleasesAsync(resource!.Id, context.RequestAborted);
        return new JsonBody(List(releases.Select(DatasetJson.Of), releases.Count, null));
    }

    private static async Task<IResult> OrganizationsAsync(HttpContext context, Catalog catalog)
    {
        var organizations = await catalog.ListOrganizationsAsync(context.RequestAborted);
        return new JsonBody(List(organizations.Select(o => DatasetJson.Of(o.Organization, o.Datasets)), organizations.Count, null));
    }

    private static JObject List(IEnumerable<JObject> items, long total, string? next) =>
        new() { ["items"] = new JArray(items), ["total"] = total, ["next"] = next };

    private static string NextAddress(HttpRequest request, QueryParameters parameters, string after)
    {
        var kept = parameters.All.Where(p => p.Name != "after").Append(new Parameter("after", after));
        return request.PathBase + request.Path + "?" + string.Join('&', kept.Select(p => Uri.EscapeDataString(p.Name) + "=" + Uri.EscapeDataString(p.Value)));
    }

    private static DateTimeOffset LastChange(Dataset dataset) =>
        dataset.Resources.Select(r => r.Current?.Published ?? DateTimeOffset.MinValue).Append(dataset.Modified).Max();
}
