using OpenData.Server.Rest.OpenApi;
using OpenData.Server.Rest.Parameters;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.GraphQl.Http;

/// <summary>What the routes of GraphQL do.</summary>
internal static class GraphQlOperations
{
    private static readonly ForeignRefusals Errors = new("GraphQlAnswer", [400, 405, 406, 413, 415, 422], "application/graphql-response+json", "application/json");
    private static readonly ParameterDescription Dataset = SharedParameters.Dataset;

    public static readonly Operation Ask = new("graphql", OperationTags.GraphQl, new("ถามด้วย GraphQL ในเบราว์เซอร์คือคอนโซล", "Asks by GraphQL; a browser gets a console."), new(StatusCodes.Status200OK, new AnswerForm("application/graphql-response+json", "GraphQlAnswer"), new AnswerForm("application/json", "GraphQlAnswer"), new AnswerForm("text/html", null)))
    {
        Body = SentBody.Json("GraphQlRequest"),
        Foreign = Errors,
        TakesAnyParameter = true,
    };

    public static readonly Operation AskOne = Ask with { Id = "graphqlOfDataset", Summary = new("ถามชุดข้อมูลเดียวด้วย GraphQL", "Asks one dataset by GraphQL."), Path = [Dataset], Refusals = [ProblemKinds.UnknownDataset] };
    public static readonly Operation Schema = new("graphqlSchema", OperationTags.GraphQl, new("สคีมาทั้งหมด", "The whole schema."), Answer.Text("text/plain")) { Refusals = [ProblemKinds.SchemaTooLarge] };
    public static readonly Operation SchemaOfOne = Schema with { Id = "graphqlSchemaOfDataset", Summary = new("สคีมาของชุดข้อมูลเดียว", "The schema of one dataset."), Path = [Dataset], Refusals = [ProblemKinds.UnknownDataset] };
}
