using OpenData.Registry;
using Newtonsoft.Json.Linq;
using OpenData.Schemas;
using OpenData.Schemas.Exchange;
using OpenData.Server.Access;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.Reviews;
using OpenData.Server.Rest.OpenApi;

namespace OpenData.Server.Rest.Datasets;

/// <summary>Registration: Form 1 of datasets and Form 2 of their resources.</summary>
internal static class DatasetWriting
{
    public static void MapDatasetWriting(this IEndpointRouteBuilder api)
    {
        api.MapLate("/datasets", RegisterAsync, HttpMethods.Post).NeedsToken().Takes().Tells(DatasetOperations.Register);
        api.MapLate("/datasets/{name}", ReplaceAsync, HttpMethods.Put).NeedsToken().Takes().Tells(DatasetOperations.Replace);
        api.MapLate("/datasets/{name}/resources/{key}/dictionary", SetDictionaryAsync, HttpMethods.Put).NeedsToken().Takes().Tells(DatasetOperations.SetDictionary);
    }

    private static async Task<IResult> RegisterAsync(HttpContext context, RegistrationDesk desk)
    {
        var (form, refusal) = await ReadFormAsync(context.Request);
        return refusal ?? await SaveAsync(context, form!, known: null, desk);
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
        if (known is null && await catalog.ExistsAsync(name, context.RequestAborted))
        {
            return await catalog.RefusalAsync(name, context.RequestAborted);
        }

        if (Validators.IsOutdated(context, known is null ? "" : JsonBody.Text(DatasetJson.Of(known))))
        {
            return DatasetTexts.Changed(name);
        }

        return known is not null && LacksVersion(context) ? ReviewTexts.VersionRequired(name) : await SaveAsync(context, form, known, desk);
    }

    /// <summary>People say which version they change; the configuration's token is for scripts that own what they write.</summary>
    private static bool LacksVersion(HttpContext context) =>
        context.Request.Headers.IfMatch.Count == 0 && context.Caller().Actor is { IsDirect: false };

    private static async Task<IResult> SetDictionaryAsync(HttpContext context, string name, string key, Catalog catalog, RegistrationDesk desk)
    {
        var (_, resource, missing) = await catalog.FindAsync(name, key, context.RequestAborted);
        if (missing is not null)
        {
            return missing;
        }

        if (resource!.Dictionary is { } present && Validators.IsOutdated(context, JsonBody.Text(DictionaryDocument.Write(present))))
        {
            return DatasetTexts.Changed($"{name}/{key}");
        }

        var (text, refusal) = await SentDocument.ReadAsync(context.Request);
        if (refusal is not null)
        {
            return refusal;
        }

        var read = DictionaryExchange.Read(text!);
        if (read.Value is not { } dictionary)
        {
            return Problem.OfDocument(read.Errors);
        }

        return await desk.SetDictionaryAsync(name, key, dictionary, context.RequestAborted) is { } gone ? gone : new JsonBody(Told(dictionary, read.Losses));
    }

    /// <summary>The dictionary as it was taken, and what of a document of another standard could not be carried over.</summary>
    private static JObject Told(DataDictionary dictionary, IReadOnlyList<Loss> losses)
    {
        var json = DictionaryDocument.Write(dictionary);
        if (losses.Count > 0)
        {
            json["losses"] = new JArray(losses.Select(l => new JObject { ["pointer"] = l.Pointer, ["message"] = new JObject { ["th"] = l.Message.Th, ["en"] = l.Message.En } }));
        }

        return json;
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

    private static async Task<IResult> SaveAsync(HttpContext context, DatasetForm form, Dataset? known, RegistrationDesk desk)
    {
        var (saved, refusal) = await desk.SaveAsync(form, known, context.RequestAborted);
        if (refusal is not null)
        {
            return refusal;
        }

        var created = known is null;
        if (created)
        {
            context.Response.Headers.Location = $"/api/v1/datasets/{saved!.Name}";
        }

        return new JsonBody(DatasetJson.Of(saved!), created ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }
}
