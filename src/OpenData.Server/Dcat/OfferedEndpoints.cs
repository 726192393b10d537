using OpenData.Server.Dcat.Descriptions;

namespace OpenData.Server.Dcat;

/// <summary>The interfaces that this server has: those with a route, so that none is promised that does not answer.</summary>
internal sealed class OfferedEndpoints(EndpointDataSource endpoints)
{
    private readonly Lazy<IReadOnlyList<ServiceDescription>> present = new(() => [.. ServiceDescription.All.Where(s => endpoints.Endpoints.OfType<RouteEndpoint>().Any(e => IsOf(s, e)))]);

    public IReadOnlyList<ServiceDescription> Present => present.Value;

    private static bool IsOf(ServiceDescription service, RouteEndpoint endpoint)
    {
        var pattern = "/" + (endpoint.RoutePattern.RawText ?? "").TrimStart('/');
        return pattern == service.Endpoint || pattern.StartsWith(service.Endpoint + "/", StringComparison.Ordinal);
    }
}
