using OpenData.GraphQL;
using OpenData.Schemas;
using OpenData.Server.GraphQl.Catalog;
using OpenData.Server.Rest;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.GraphQl.Http;

/// <summary>One request as resolvers see it: handed to each of them as its state.</summary>
internal sealed class GraphQlCall(HttpContext context)
{
    private CatalogReads? reads;

    public HttpContext Http => context;

    /// <summary>The catalog as the caller may see it.</summary>
    public Rest.Catalog Catalog { get; } = context.RequestServices.GetRequiredService<Rest.Catalog>();

    /// <summary>What this request has read of the catalog.</summary>
    public CatalogReads Reads => reads ?? Interlocked.CompareExchange(ref reads, new CatalogReads(this), null) ?? reads;

    /// <summary>The language of our own sentences.</summary>
    public Language Language { get; } = AskedLanguage.Of(context);

    /// <summary>A refusal of the REST interface as an error of a field: the same sentence, the same code, the same faults.</summary>
    public GraphQLException Refused(Problem problem)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = problem.Kind.Code };
        if (problem.Errors.Count > 0)
        {
            extensions["errors"] = problem.Errors.Take(ServerLimits.ProblemErrors).Select(Fault).ToArray();
        }

        return new GraphQLException(problem.Detail.In(Language)) { Extensions = extensions };
    }

    private Dictionary<string, object?> Fault(ProblemError error)
    {
        var fault = new Dictionary<string, object?>();
        if ((error.Pointer ?? error.Parameter) is { } place)
        {
            fault[error.Pointer is null ? "parameter" : "pointer"] = place;
        }

        fault["code"] = error.Code;
        fault["message"] = error.Message.In(Language);
        fault["fix"] = error.Fix.In(Language);
        return fault;
    }
}
