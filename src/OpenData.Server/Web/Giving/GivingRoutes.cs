using OpenData.Registry;
using OpenData.Registry.Access;
using OpenData.Schemas;
using OpenData.Server.Rest;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Web.Giving;

/// <summary>What people take home from the pages of a resource: the mended file, what was changed in it, and the dictionary.</summary>
internal static class GivingRoutes
{
    private const string Resource = "/datasets/{name}/{key}";

    public static void MapGiving(this WebApplication app)
    {
        app.MapRead(Resource + "/repaired.csv", (HttpContext context, string name, string key, GivingDesk desk) => MendedAsync(context, name, key, desk, isLog: false)).Takes();
        app.MapRead(Resource + "/repairs.csv", (HttpContext context, string name, string key, GivingDesk desk) => MendedAsync(context, name, key, desk, isLog: true)).Takes();
        app.MapRead(Resource + "/dictionary.json", (HttpContext context, string name, string key, Catalog catalog) => DictionaryAsync(context, name, key, catalog, isTable: false)).Takes();
        app.MapRead(Resource + "/dictionary.csv", (HttpContext context, string name, string key, Catalog catalog) => DictionaryAsync(context, name, key, catalog, isTable: true)).Takes();
    }

    private static async Task<IResult> MendedAsync(HttpContext context, string name, string key, GivingDesk desk, bool isLog)
    {
        var (_, resource, refusal) = await desk.FindAsync(name, key, DatasetAction.Upload, context.RequestAborted);
        if (refusal is not null)
        {
            return refusal;
        }

        Validators.Keep(context);
        if (desk.Waiting(resource!) is not { } upload || await desk.MendAsync(resource!, upload, isLog, context.RequestAborted) is not { } file)
        {
            return new Problem(ProblemKinds.NotFound, GivingTexts.NothingWaits);
        }

        return TypedResults.File(file, "text/csv; charset=utf-8", Path.GetFileNameWithoutExtension(upload.Name) + (isLog ? "-changes.csv" : "-repaired.csv"));
    }

    private static async Task<IResult> DictionaryAsync(HttpContext context, string name, string key, Catalog catalog, bool isTable)
    {
        var (dataset, resource, missing) = await catalog.FindAsync(name, key, context.RequestAborted);
        if (missing is not null)
        {
            return missing;
        }

        Validators.Keep(context);
        if (Catalog.DictionaryOf(resource!) is not { } dictionary)
        {
            return Rest.Datasets.DatasetTexts.NoDictionary(dataset!.Name, resource!.Key);
        }

        return TypedResults.File(Bytes(dictionary, isTable), isTable ? "text/csv; charset=utf-8" : "application/json", $"{key}.dictionary.{(isTable ? "csv" : "json")}");
    }

    private static byte[] Bytes(DataDictionary dictionary, bool isTable)
    {
        using var bytes = new MemoryStream();
        if (isTable)
        {
            DictionaryTable.Write(dictionary, bytes);
            return bytes.ToArray();
        }

        return System.Text.Encoding.UTF8.GetBytes(DictionaryDocument.Write(dictionary).ToString(Newtonsoft.Json.Formatting.Indented).ReplaceLineEndings("\n") + "\n");
    }
}
