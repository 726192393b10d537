using OpenData.GraphQL.Execution;
using OpenData.GraphQL.Types;
using OpenData.Schemas;
using OpenData.Server.GraphQl.Catalog;
using OpenData.Server.GraphQl.Http;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.GraphQl;

/// <summary>GraphQL: what it needs, and where it is.</summary>
internal static partial class GraphQlSetup
{
    /// <summary>Pages of other sites may ask by POST too. No cookie ever opens anything here, and a mutation needs the token in a header that no other site has: there is nothing to forge.</summary>
    public const string CorsPolicy = "graphql";

    public static void AddGraphQl(this IServiceCollection services)
    {
        services.AddSingleton<ISchemaModule, CatalogModule>();
        services.AddSingleton<DataSchema>();
        services.AddHostedService<SchemaAtStart>();
        services.AddSingleton<SweptCatalog>();
        services.AddSingleton<TrustedDocuments>();
        services.AddSingleton(Executor);
        services.AddCors(cors => cors.AddPolicy(CorsPolicy, policy => policy
            .AllowAnyOrigin()
            .WithMethods(HttpMethods.Get, HttpMethods.Head, HttpMethods.Post)
            .AllowAnyHeader()
            .WithExposedHeaders(CostHeader.Name, "ETag")));
    }

    private static GraphQLExecutor Executor(IServiceProvider services)
    {
        var log = services.GetRequiredService<ILogger<GraphQLExecutor>>();
        return new GraphQLExecutor(GraphQlServerLimits.Engine)
        {
            Describe = fault =>
            {
                FieldFailed(log, fault);
                return ProblemTexts.OfStatus(StatusCodes.Status500InternalServerError, "", "").In(Language.English);
            },
        };
    }

    [LoggerMessage(1, LogLevel.Error, "A field failed.")]
    private static partial void FieldFailed(ILogger logger, Exception fault);
}
