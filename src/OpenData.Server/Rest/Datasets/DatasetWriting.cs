using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.Access;
using OpenData.Server.Rest.Problems;
using OpenData.Store;

namespace OpenData.Server.Rest.Datasets;

/// <summary>Registration: Form 1 of datasets and Form 2 of their resources.</summary>
internal static class DatasetWriting
{
    public static void MapDatasetWriting(this IEndpointRouteBuilder api)
    {
        api.MapPost("/datasets", RegisterAsync).NeedsToken().Takes();
        api.MapPut("/datasets/{name}", ReplaceAsync).NeedsToken().Takes();
        api.MapPut("/datasets/{name}/resources/{key}/dictionary", SetDictionaryAsync).NeedsToken().Takes();
    }

    private static async Task<IResult> RegisterAsync(HttpContext context, Catalog catalog, IDataStore store)
    {
        var (form, refusal) = await ReadFormAsync(context.Request);
        return refusal ?? await SaveAsync(context, form!, expectedVersion: 0, catalog, store);
    }

    private static async Task<IResult> ReplaceAsync(HttpContext context, string name, Catalog catalog, IDataStore store)
    {
        var (form, refusal) = await ReadFormAsync(context.Request);
        if (refusal is not null)
        {
            return refusal;
        }

        if (form!.Name != name)
        {
            return DatasetTexts.OtherName(name, form.Name);
        }

        var known = await catalog.FindAsync(name, context.RequestAborted);
        if (Validators.IsOutdated(context, known is null ? "" : JsonBody.Text(DatasetJson.Of(known, catalog))))
        {
            return DatasetTexts.Changed(name);
        }

        return await SaveAsync(context, form, known?.Version ?? 0, catalog, store);
    }

    private static async Task<IResult> SetDictionaryAsync(HttpContext context, string name, string key, Catalog catalog, IDataStore store)
    {
        var (_, resource, missing) = await catalog.FindAsync(name, key, context.RequestAborted);
        if (missing is not null)
        {
            return missing;
        }

        var (text, refusal) = await SentDocument.ReadAsync(context.Request);
        if (refusal is not null)
        {
            return refusal;
        }

        var (dictionary, errors) = DictionaryDocument.Read(text!);
        if (dictionary is null)
        {
            return Problem.OfDocument(errors);
        }

        await store.Registry.SaveDictionaryAsync(resource!.Id, dictionary, context.RequestAborted);
        return new JsonBody(DictionaryDocument.Write(dictionary));
    }

    private static async Task<(DatasetForm? Form, Problem? Refusal)> ReadFormAsync(HttpRequest request)
    {
        var (text, refusal) = await SentDocument.ReadAsync(request);
        if (refusal is not null)
        {
            return (null, refusal);
        }

        var (form, errors) = DatasetDocument.Read(text!);
        return form is null ? (null, Problem.OfDocument(errors)) : (form, null);
    }

    private static async Task<IResult> SaveAsync(HttpContext context, DatasetForm form, int expectedVersion, Catalog catalog, IDataStore store)
    {
        var cancellation = context.RequestAborted;
        if (!await KnowsOwnerAsync(form, store.Registry, cancellation))
        {
            return DatasetTexts.UnknownOwner(form.OwnerOrg);
        }

        var saved = await store.Registry.SaveDatasetAsync(form, Resources(form), expectedVersion, cancellation);
        if (saved is null)
        {
            return expectedVersion == 0 ? DatasetTexts.AlreadyExists(form.Name) : DatasetTexts.Changed(form.Name);
        }

        var created = expectedVersion == 0;
        if (created)
        {
            context.Response.Headers.Location = $"/api/v1/datasets/{saved.Name}";
        }

        return new JsonBody(DatasetJson.Of(saved, catalog), created ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    /// <summary>An owner given in full is registered along; one given by its short name must be there, and none is a draft's right.</summary>
    private static async Task<bool> KnowsOwnerAsync(DatasetForm form, IRegistryStore registry, CancellationToken cancellation)
    {
        if (form.Json["owner_org"] is JObject owner)
        {
            var title = new DatasetForm(owner).Text("title");
            await registry.SaveOrganizationAsync(new Organization(form.OwnerOrg, title, (string?)owner["parent"]), cancellation);
            return true;
        }

        return form.OwnerOrg.Length == 0 || await registry.FindOrganizationAsync(form.OwnerOrg, cancellation) is not null;
    }

    private static List<ResourceDraft> Resources(DatasetForm form) =>
        [.. (form.Json["resources"] as JArray ?? []).OfType<JObject>().Select(r => new ResourceDraft((string)r["key"]!, new DatasetForm(r).Text("name")))];
}
