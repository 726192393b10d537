using Microsoft.AspNetCore.HttpOverrides;

namespace OpenData.Server.Rest;

/// <summary>The one place that knows by which address the world reaches this server: absolute addresses of every face are made here.</summary>
internal static class PublicAddress
{
    /// <summary>The address of the server's root, without a slash at its end: the configured one, else the one the request came by.</summary>
    public static string PublicRoot(this HttpContext context) =>
        context.RequestServices.GetRequiredService<ServerOptions>().PublicAddress is { } configured
            ? configured.AbsoluteUri.TrimEnd('/')
            : $"{context.Request.Scheme}://{context.Request.Host.ToUriComponent()}{context.Request.PathBase.ToUriComponent()}".TrimEnd('/');

    /// <summary>Believes <c>X-Forwarded-For</c>, <c>-Proto</c>, <c>-Host</c> and <c>-Prefix</c> of the proxies that the options trust, and of nobody else.</summary>
    public static void UseTrustedProxies(this WebApplication app)
    {
        var trusted = app.Services.GetRequiredService<ServerOptions>().TrustedProxies;
        if (trusted.Count == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in trusted)
        {
            options.KnownIPNetworks.Add(network);
        }

        app.UseForwardedHeaders(options);
    }
}
