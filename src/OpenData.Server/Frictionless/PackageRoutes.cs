using System.Text;
using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Registry.Vocabularies;
using OpenData.Schemas;
using OpenData.Schemas.Exchange;
using OpenData.Server.Dcat;
using OpenData.Server.Published;
using OpenData.Server.Rest;
using OpenData.Server.Rest.Problems;
using OpenData.Store;
using OpenData.Server.Rest.OpenApi;

namespace OpenData.Server.Frictionless;

/// <summary>Data packages, Table Schemas, and the CSVW metadata beside each CSV.</summary>
internal static class PackageRoutes
{
    private const string CsvwType = "application/csvm+json";
    private const string CsvwSuffix = ".csv-metadata.json";
    private static readonly PathString Rows = "/api/v1/data";
    private static readonly string[] OtherColumns = ["select", "header"];

    public static void MapPackages(this IEndpointRouteBuilder api)
    {
        api.MapRead("/datasets/{name}/datapackage.json", PackageAsync).Takes().Tells(PackageOperations.Package);
        api.MapRead("/datasets/{name}/resources/{key}/tableschema.json", SchemaAsync).Takes().Tells(PackageOperations.Schema);
        api.MapRead("/data/{name}/{key}" + CsvwSuffix, MetadataAsync).Takes().Tells(PackageOperations.Csvw);
    }

    /// <summary>Says of each CSV of rows where its metadata are (W3C Tabular Data Model, section 5.2); not where the request chose other columns than they describe.</summary>
    public static void UseCsvDescriptions(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.Request.Path.StartsWithSegments(Rows))
        {
            context.Response.OnStarting(Describe, context);
        }

        return next(context);
    });

    private static Task Describe(object state)
    {
        var (request, response) = (((HttpContext)state).Request, ((HttpContext)state).Response);
        var file = request.Path.Value![(request.Path.Value!.LastIndexOf('/') + 1)..];
        if (response is { StatusCode: 200 or 206, ContentType: { } type } && type.StartsWith("text/csv", StringComparison.Ordinal)
            && request.Path.Value.Count(c => c == '/') == 5 && !OtherColumns.Any(request.Query.ContainsKey))
        {
            var dot = file.IndexOf('.', StringComparison.Ordinal);
            response.Headers.Append("Link", $"<{(dot < 0 ? file : file[..dot])}{CsvwSuffix}>; rel=\"describedby\"; type=\"{CsvwType}\"");
        }

        return Task.CompletedTask;
    }

    private static async Task<IResult> PackageAsync(HttpContext context, string name, PublishedDatasets datasets, IDataStore store) =>
        await datasets.FindAsync(name, context.RequestAborted) is { } dataset
            ? new JsonBody(new DataPackage(context.PublicRoot(), store.Originals).Write(dataset))
            : await datasets.RefusalAsync(name, context.RequestAborted);

    private static async Task<IResult> SchemaAsync(HttpContext context, string name, string key, PublishedDatasets datasets, IDataStore store)
    {
        var (dataset, resource, refusal) = await FindAsync(name, key, datasets, context);
        return refusal is null ? new JsonBody(new DataPackage(context.PublicRoot(), store.Originals).Schema(dataset!, resource!.Current!.Dictionary)) : refusal;
    }

    private static async Task<IResult> MetadataAsync(HttpContext context, string name, string key, PublishedDatasets datasets)
    {
        var (dataset, resource, refusal) = await FindAsync(name, key, datasets, context);
        if (refusal is not null)
        {
            return refusal;
        }

        var metadata = CsvwWriter.Write($"{context.PublicRoot()}{Rows}/{name}/{key}.csv?limit=all", resource!.Current!.Dictionary, About(dataset!, resource, context.PublicRoot()));
        return new WholeAnswer(Encoding.UTF8.GetBytes(JsonBody.Text(metadata)), CsvwType, resource.Current.Published);
    }

    /// <summary>What CSVW says of the table beside its columns, in the words of Dublin Core and DCAT.</summary>
    private static JObject About(Dataset dataset, Resource resource, string root)
    {
        var about = new JObject();
        Put(about, "dc:title", CsvwWriter.Texts(resource.Name));
        Put(about, "dc:description", CsvwWriter.Texts(dataset.Form.ResourceForm(resource.Key)?.Description is { IsEmpty: false } own ? own : dataset.Form.Notes));
        Put(about, "dcat:keyword", dataset.Form.Tags.Count == 0 ? null : new JArray(dataset.Form.Tags));
        Put(about, "dc:license", EuAuthority.Licence(dataset.Form) is { } licence ? new JObject { ["@id"] = licence.Address } : null);
        about["dc:isPartOf"] = new JObject { ["@id"] = $"{root}/dataset/{dataset.Id}" };
        about["dc:modified"] = new JObject { ["@value"] = Rest.Datasets.DatasetJson.Time(resource.Current!.Published), ["@type"] = "xsd:dateTime" };
        return about;
    }

    private static async Task<(Dataset? Dataset, Resource? Resource, Problem? Refusal)> FindAsync(string name, string key, PublishedDatasets datasets, HttpContext context)
    {
        if (await datasets.FindAsync(name, context.RequestAborted) is not { } dataset)
        {
            return (null, null, await datasets.RefusalAsync(name, context.RequestAborted));
        }

        return dataset.Resource(key) is { } resource ? (dataset, resource, null) : (dataset, null, CatalogTexts.UnknownResource(dataset, key));
    }

    private static void Put(JObject json, string name, JToken? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }
}
