using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.Access;
using OpenData.Server.Rest.Problems;

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

    private static async Task<IResult> RegisterAsync(HttpContext context, Catalog catalog, RegistrationDesk desk)
    {
        var (form, refusal) = await ReadFormAsync(context.Request);
        return refusal ?? await SaveAsync(context, form!, expectedVersion: 0, catalog, desk);
    }

    private static async Task<IResult> ReplaceAsync(HttpContext context, string name, Catalog catalog, RegistrationDesk desk)
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

        return await SaveAsync(context, form, known?.Version ?? 0, catalog, desk);
    }

    private static async Task<IResult> SetDictionaryAsync(HttpContext context, string name, string key, Catalog catalog, RegistrationDesk desk)
    {
        var (_, _, missing) = await catalog.FindAsync(name, key, context.RequestAborted);
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

        return await desk.SetDictionaryAsync(name, key, dictionary, context.RequestAborted) is { } gone ? gone : new JsonBody(DictionaryDocument.Write(dictionary));
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

    private static async Task<IResult> SaveAsync(HttpContext context, DatasetForm form, int expectedVersion, Catalog catalog, RegistrationDesk desk)
    {
        var (saved, refusal) = await desk.SaveAsync(form, expectedVersion, context.RequestAborted);
        if (refusal is not null)
        {
            return refusal;
        }

        var created = expectedVersion == 0;
        if (created)
        {
            context.Response.Headers.Location = $"/api/v1/datasets/{saved!.Name}";
        }

        return new JsonBody(DatasetJson.Of(saved!, catalog), created ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }
}
