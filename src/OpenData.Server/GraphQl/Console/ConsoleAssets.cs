using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using OpenData.Server.Rest;

namespace OpenData.Server.GraphQl.Console;

/// <summary>The files of the console, as the build bundled them into this assembly; their address holds their hash, so a browser may keep them for ever.</summary>
internal static class ConsoleAssets
{
    private const string Prefix = "console/";
    private static readonly Assembly Holder = typeof(ConsoleAssets).Assembly;
    private static readonly HashSet<string> Names = [.. Holder.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Select(n => n[Prefix.Length..])];

    /// <summary>Whether the build had npm to make them.</summary>
    public static bool AreThere => Names.Contains("console.js");

    /// <summary>The folder they are served from.</summary>
    public static string Folder { get; } = "/assets/console/" + Hash();

    public static void MapConsole(this WebApplication app) =>
        app.MapRead("/assets/console/{hash}/{name}", (HttpContext context, string hash, string name) => AnswerAsync(context, hash, name)).Takes();

    private static async Task<IResult> AnswerAsync(HttpContext context, string hash, string name)
    {
        if (!Names.Contains(name) || !Folder.EndsWith(hash, StringComparison.Ordinal))
        {
            return TypedResults.NotFound();
        }

        var headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.Vary = "Accept-Encoding";
        context.Response.ContentType = MediaType(name);

        // A worker is held to the policy it came with: it may load its own parts, and nothing else.
        headers.ContentSecurityPolicy = "default-src 'none'; script-src 'self'; connect-src 'self'";
        await using var compressed = Open(name);
        if (TakesBrotli(context.Request.Headers.AcceptEncoding))
        {
            headers.ContentEncoding = "br";
            context.Response.ContentLength = compressed.Length;
            await compressed.CopyToAsync(context.Response.Body, context.RequestAborted);
            return Results.Empty;
        }

        await using var plain = new BrotliStream(compressed, CompressionMode.Decompress);
        await plain.CopyToAsync(context.Response.Body, context.RequestAborted);
        return Results.Empty;
    }

    private static bool TakesBrotli(StringValues accepted) =>
        accepted.ToString().Split(',').Any(coding => coding.Trim().Split(';') is ["br", ..] parts && !parts.Contains("q=0"));

    private static Stream Open(string name) => Holder.GetManifestResourceStream(Prefix + name)!;

    private static string MediaType(string name) => Path.GetExtension(name) switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".ttf" => "font/ttf",
        _ => "application/octet-stream",
    };

    private static string Hash()
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in Names.Order(StringComparer.Ordinal))
        {
            using var file = Open(name);
            all.AppendData(System.Text.Encoding.UTF8.GetBytes(name));
            all.AppendData(SHA256.HashData(file));
        }

        return Convert.ToHexStringLower(all.GetHashAndReset())[..12];
    }
}
