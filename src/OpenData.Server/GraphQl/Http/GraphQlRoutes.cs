using OpenData.GraphQL.Types;
using OpenData.Server.GraphQl.Console;
using OpenData.Server.Rest;
using OpenData.Server.Rest.OpenApi;

namespace OpenData.Server.GraphQl.Http;

/// <summary>Where GraphQL is: the whole catalog, each dataset alone, their schemas as text, and the console for browsers.</summary>
internal static class GraphQlRoutes
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post];

    public static void MapGraphQl(this WebApplication app)
    {
        app.MapLate("/graphql", (HttpContext context, DataSchema schemas) => AnswerAsync(context, schemas, null), Methods).RequireCors(GraphQlSetup.CorsPolicy).Tells(GraphQlOperations.Ask);
        app.MapLate("/graphql/{dataset}", (HttpContext context, DataSchema schemas, string dataset) => AnswerAsync(context, schemas, dataset), Methods).RequireCors(GraphQlSetup.CorsPolicy).Tells(GraphQlOperations.AskOne);
        app.MapRead("/graphql/schema.graphql", (HttpContext context, DataSchema schemas) => PrintAsync(context, schemas, null)).Takes().RequireCors(GraphQlSetup.CorsPolicy).Tells(GraphQlOperations.Schema);
        app.MapRead("/graphql/{dataset}/schema.graphql", (HttpContext context, DataSchema schemas, string dataset) => PrintAsync(context, schemas, dataset)).Takes().RequireCors(GraphQlSetup.CorsPolicy).Tells(GraphQlOperations.SchemaOfOne);
        app.MapConsole();
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, DataSchema schemas, string? dataset)
    {
        if (await SchemaAsync(context, schemas, dataset) is not { } schema)
        {
            return CatalogTexts.UnknownDataset(dataset!);
        }

        var type = AnswerType.Of(context.Request);
        return type == AnswerType.Html ? new ConsolePage(dataset, schema) : new GraphQlExchange(schema, type);
    }

    private static async Task<IResult> PrintAsync(HttpContext context, DataSchema schemas, string? dataset) =>
        await SchemaAsync(context, schemas, dataset) is { } schema ? SchemaText.Of(schema) : CatalogTexts.UnknownDataset(dataset!);

    private static async ValueTask<Schema?> SchemaAsync(HttpContext context, DataSchema schemas, string? dataset) =>
        dataset is null ? await schemas.WholeAsync(context.RequestAborted)
        : Slug.Is(dataset) ? await schemas.AloneAsync(dataset, context.RequestAborted)
        : null;
}
