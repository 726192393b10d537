using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace OpenData.Server.Rest.OpenApi.Reader;

/// <summary>The files of the reader of OpenAPI documents: Swagger UI out of its package, and what starts it here. Their address holds their hash, so a browser may keep them for ever.</summary>
internal static class ReaderAssets
{
    private const string PackagePrefix = "Swashbuckle.AspNetCore.SwaggerUI.node_modules.swagger_ui_dist.";
    private static readonly Assembly Package = typeof(SwaggerUIOptions).Assembly;

    private static readonly IReadOnlyList<Asset> All =
    [
        new("swagger-ui-bundle.js", "text/javascript; charset=utf-8", Read(Package, PackagePrefix + "swagger-ui-bundle.js")),
        new("swagger-ui.css", "text/css; charset=utf-8", Read(Package, PackagePrefix + "swagger-ui.css")),
        new("LICENSE", "text/plain; charset=utf-8", Read(Package, PackagePrefix + "LICENSE")),
        new("NOTICE", "text/plain; charset=utf-8", Read(Package, PackagePrefix + "NOTICE")),
        new("reader.js", "text/javascript; charset=utf-8", Read(typeof(ReaderAssets).Assembly, "openapi/reader.js")),
        new("reader.css", "text/css; charset=utf-8", Read(typeof(ReaderAssets).Assembly, "openapi/reader.css")),
    ];

    /// <summary>The folder they are served from.</summary>
    public static string Folder { get; } = "/assets/openapi/" + Convert.ToHexStringLower(SHA256.HashData([.. All.SelectMany(a => SHA256.HashData(a.Bytes))]))[..12];

    public static void MapReader(this IEndpointRouteBuilder app) => app.MapRead("/assets/openapi/{hash}/{name}", Answer).Takes();

    private static IResult Answer(HttpContext context, string hash, string name)
    {
        if (All.FirstOrDefault(a => a.Name == name) is not { } asset || !Folder.EndsWith(hash, StringComparison.Ordinal))
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Bytes(asset.Bytes, asset.MediaType);
    }

    /// <summary>A resource of an assembly, which the package keeps compressed.</summary>
    private static byte[] Read(Assembly holder, string name)
    {
        using var stream = holder.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The assembly {holder.GetName().Name} carries no {name}.");
        using var whole = new MemoryStream();
        stream.CopyTo(whole);
        if (whole.GetBuffer() is not [0x1F, 0x8B, ..])
        {
            return whole.ToArray();
        }

        whole.Position = 0;
        using var plain = new MemoryStream();
        using (var unpacked = new GZipStream(whole, CompressionMode.Decompress))
        {
            unpacked.CopyTo(plain);
        }

        return plain.ToArray();
    }

    private sealed record Asset(string Name, string MediaType, byte[] Bytes);
}
