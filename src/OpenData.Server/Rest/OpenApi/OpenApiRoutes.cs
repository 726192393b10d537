using System.Collections.Concurrent;
using Microsoft.OpenApi;
using OpenData.Schemas;
using OpenData.Server.Dcat;
using OpenData.Server.Published;
using OpenData.Server.Rest.OpenApi.Reader;
using OpenData.Server.Rest.Problems;
using OpenData.Store;

namespace OpenData.Server.Rest.OpenApi;

/// <summary>The OpenAPI documents: of the server, and of each published resource.</summary>
internal static class OpenApiRoutes
{
    /// <summary>Where the document of the server is.</summary>
    public const string Address = "/openapi.json";

    private const string ContentType = "application/json; charset=utf-8";

    private static readonly Operation Server = new("readOpenApi", OperationTags.Documents, new("เอกสาร OpenAPI 3.1 ของเซิร์ฟเวอร์นี้", "This server's OpenAPI 3.1 document."), Answer.Json("AnyObject"));

    private static readonly Operation Resource = new("readResourceOpenApi", OperationTags.Documents, new("เอกสาร OpenAPI 3.1 ของทรัพยากร พร้อมคอลัมน์และตัวอย่างจากข้อมูล", "The OpenAPI 3.1 document of a resource, with its columns and examples from the data."), Answer.Json("AnyObject"))
    {
        Refusals = Refusals.Release,
    };

    public static void AddOpenApi(this IServiceCollection services)
    {
        services.AddSingleton<ServerDocument>();
        services.AddSingleton<WrittenDocuments>();
    }

    public static void MapOpenApi(this IEndpointRouteBuilder app)
    {
        app.MapRead(Address, (HttpContext context, WrittenDocuments written) => written.AnswerAsync(AskedLanguage.Of(context), context.PublicRoot())).Takes().Tells(Server);
        app.MapRead("/api/v1/data/{name}/{key}/openapi.json", ResourceAsync).Takes().Tells(Resource);
        app.MapReaderPage();
        app.MapReader();
    }

    /// <summary>A document as it is sent.</summary>
    public static async Task<byte[]> WriteAsync(OpenApiDocument document)
    {
        using var bytes = new MemoryStream();
        await document.SerializeAsJsonAsync(bytes, OpenApiSpecVersion.OpenApi3_1);
        return bytes.ToArray();
    }

    private static async Task<IResult> ResourceAsync(HttpContext context, string name, string key, PublishedDatasets datasets, IDataStore store)
    {
        if (await datasets.FindAsync(name, context.RequestAborted) is not { } dataset)
        {
            return await datasets.RefusalAsync(name, context.RequestAborted);
        }

        if (dataset.Resource(key) is not { } resource)
        {
            return CatalogTexts.UnknownResource(dataset, key);
        }

        if (resource.Current is not { } release)
        {
            return CatalogTexts.NotPublished(dataset, resource);
        }

        var examples = await ExampleRows.ReadAsync(store.Rows, release, context.RequestAborted);
        var document = new ResourceDocument(dataset, resource, release, AskedLanguage.Of(context)).Write(context.PublicRoot(), examples);
        return new WholeAnswer(await WriteAsync(document), ContentType, release.Published);
    }

    /// <summary>The server's document, written once for each language and address by which the world reaches it.</summary>
    internal sealed class WrittenDocuments(ServerDocument server)
    {
        /// <summary>Addresses remembered: a request may name any host, and each is half a megabyte.</summary>
        private const int Kept = 8;

        private readonly ConcurrentDictionary<(Language, string), byte[]> written = new();

        public async Task<IResult> AnswerAsync(Language language, string root)
        {
            if (!written.TryGetValue((language, root), out var bytes))
            {
                bytes = await WriteAsync(server.In(language, root));
                if (written.Count < Kept)
                {
                    written[(language, root)] = bytes;
                }
            }

            return new WholeAnswer(bytes, ContentType);
        }
    }
}
