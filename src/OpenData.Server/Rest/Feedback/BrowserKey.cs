using System.Buffers.Text;
using OpenData.Server.Access;

namespace OpenData.Server.Rest.Feedback;

/// <summary>
/// The secret by which a browser, or a program, is known to have rated or asked before. It is kept only as a hash that differs for each
/// dataset: it tells that two ratings are of one browser, and not whose, nor what else that browser has rated.
/// </summary>
internal static class BrowserKey
{
    /// <summary>The cookie of the pages; programs send it as the member <c>key</c>, or in <see cref="Header"/>.</summary>
    public const string Cookie = "opendata.browser";

    /// <summary>The header by which a program reads its own question before everybody may.</summary>
    public const string Header = "Feedback-Key";

    /// <summary>A year: somebody who changes their mind about a dataset next month replaces their rating.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>True where a text can be a key of ours: 256 bits, base64url.</summary>
    public static bool Is(string? text) => text is { Length: 43 } && Base64Url.IsValid(text);

    public static string New() => Secrets.NewSession();

    /// <summary>What the store knows a browser by at a dataset.</summary>
    public static string At(string key, Guid dataset) => Secrets.Sha256($"{key}\n{dataset:D}");

    /// <summary>The key that a browser has, or null.</summary>
    public static string? Of(HttpRequest request) => request.Cookies[Cookie] is var key && Is(key) ? key : null;

    /// <summary>The key that a browser has; it is given one where it has none.</summary>
    public static string Ensure(HttpContext context)
    {
        var key = Of(context.Request) ?? New();
        context.Response.Cookies.Append(Cookie, key, new CookieOptions
        {
            MaxAge = Kept, HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, IsEssential = true, Path = "/datasets",
        });
        return key;
    }
}
