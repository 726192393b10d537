using OpenData.Server.Rest.Parameters;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Rest;

/// <summary>
/// A route whose handler is compiled when it is first asked for. There are a hundred, and the framework would compile them all before the first answer,
/// which took half of a server's start.
/// </summary>
internal sealed class LateRoute : IEndpointConventionBuilder
{
    private readonly IEndpointConventionBuilder route;
    private readonly IServiceProvider services;
    private readonly Delegate answer;
    private readonly List<Func<EndpointFilterInvocationContext, EndpointFilterDelegate, ValueTask<object?>>> filters = [];
    private volatile RequestDelegate? compiled;

    public LateRoute(IEndpointRouteBuilder routes, string pattern, IEnumerable<string> methods, Delegate answer)
    {
        this.answer = answer;
        services = routes.ServiceProvider;
        route = routes.MapMethods(pattern, methods, (RequestDelegate)AnswerAsync);
    }

    public void Add(Action<EndpointBuilder> convention) => route.Add(convention);

    public void Finally(Action<EndpointBuilder> finallyConvention) => route.Finally(finallyConvention);

    /// <summary>Has requests pass here before they are answered, after the filters that were added before.</summary>
    public LateRoute AddFilter(Func<EndpointFilterInvocationContext, EndpointFilterDelegate, ValueTask<object?>> filter)
    {
        filters.Add(filter);
        return this;
    }

    private Task AnswerAsync(HttpContext context) => (compiled ??= Compile((RouteEndpoint)context.GetEndpoint()!))(context);

    /// <summary>By the framework's own rules, as if the handler had been mapped: parameters of the address by name, services by type.</summary>
    private RequestDelegate Compile(RouteEndpoint endpoint)
    {
        var builder = new RouteEndpointBuilder(requestDelegate: null, endpoint.RoutePattern, endpoint.Order);
        foreach (var filter in filters)
        {
            builder.FilterFactories.Add((_, next) => invocation => filter(invocation, next));
        }

        return RequestDelegateFactory.Create(answer, new RequestDelegateFactoryOptions
        {
            ServiceProvider = services,
            RouteParameterNames = [.. endpoint.RoutePattern.Parameters.Select(p => p.Name)],
            EndpointBuilder = builder,
        }).RequestDelegate;
    }
}

/// <summary>How routes are declared: with their methods and the parameters they take.</summary>
internal static class LateRoutes
{
    public static LateRoute MapLate(this IEndpointRouteBuilder routes, string pattern, Delegate answer, params IReadOnlyList<string> methods) => new(routes, pattern, methods, answer);

    /// <summary>A route that reads: GET and HEAD.</summary>
    public static LateRoute MapRead(this IEndpointRouteBuilder routes, string pattern, Delegate answer) => routes.MapLate(pattern, answer, HttpMethods.Get, HttpMethods.Head);

    /// <summary>The route takes these parameters and <c>lang</c>, each at most once; any other is refused.</summary>
    public static LateRoute Takes(this LateRoute route, params IReadOnlyList<ParameterDescription> parameters)
    {
        string[] known = [.. parameters.Select(p => p.Name)];
        return route.WithMetadata(new TakenParameters([.. parameters, SharedParameters.Language])).AddFilter(async (invocation, next) =>
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
