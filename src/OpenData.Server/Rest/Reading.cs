using OpenData.Server.Rest.Parameters;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Rest;

/// <summary>How routes that read are declared: GET and HEAD, with the parameters they take.</summary>
internal static class Reading
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder routes, string pattern, Delegate answer) =>
        routes.MapMethods(pattern, Methods, answer);

    /// <summary>The route takes these parameters and <c>lang</c>, each at most once; any other is refused.</summary>
    public static TBuilder Takes<TBuilder>(this TBuilder routes, params IReadOnlyList<ParameterDescription> parameters)
        where TBuilder : IEndpointConventionBuilder
    {
        string[] known = [.. parameters.Select(p => p.Name)];
        return routes.WithMetadata(new TakenParameters([.. parameters, SharedParameters.Language])).AddEndpointFilter(async (invocation, next) =>
        {
            var faults = new List<ProblemError>();
            var read = QueryParameters.Read(invocation.HttpContext.Request, faults, known);
            invocation.HttpContext.Items[typeof(QueryParameters)] = read;
            return faults.Count > 0 ? Problem.OfQuery(faults) : await next(invocation);
        });
    }

    /// <summary>The parameters that <see cref="Takes"/> has read.</summary>
    public static QueryParameters Parameters(this HttpContext context) => (QueryParameters)context.Items[typeof(QueryParameters)]!;
}
