using System.Security.Cryptography;

namespace OpenData.Server.Web;

/// <summary>The one style sheet of the pages; its address holds its hash, so a browser may keep it for ever.</summary>
internal static class SiteStyle
{
    private static readonly byte[] Bytes = Read();

    /// <summary>Where it is served.</summary>
    public static string Address { get; } = $"/assets/site.{Convert.ToHexStringLower(SHA256.HashData(Bytes))[..12]}.css";

    public static IResult Answer(HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Bytes(Bytes, "text/css; charset=utf-8");
    }

    private static byte[] Read()
    {
        using var resource = typeof(SiteStyle).Assembly.GetManifestResourceStream("site.css")!;
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }
}
