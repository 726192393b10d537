using Microsoft.Net.Http.Headers;
using OpenData.Schemas;

namespace OpenData.Server.Rest;

/// <summary>The language a request asks for: <c>?lang=</c>, then the cookie of the pages, then <c>Accept-Language</c>; Thai where none says otherwise.</summary>
internal static class AskedLanguage
{
    /// <summary>The parameter, and the cookie that remembers it.</summary>
    public const string Name = "lang";

    public static Language Of(HttpContext context)
    {
        if (context.Items[typeof(AskedLanguage)] is Language known)
        {
            return known;
        }

        var language = Parse(context.Request.Query[Name]) ?? OfCookie(context.Request) ?? Negotiate(context.Request);
        context.Items[typeof(AskedLanguage)] = language;
        return language;
    }

    /// <summary>The language called <c>th</c> or <c>en</c>, or null.</summary>
    public static Language? Parse(string? name) => name switch
    {
        "th" => Language.Thai,
        "en" => Language.English,
        _ => null,
    };

    /// <summary>Its tag (BCP 47).</summary>
    public static string Tag(Language language) => language == Language.Thai ? "th" : "en";

    private static Language? OfCookie(HttpRequest request) =>
        request.Path.StartsWithSegments("/api") ? null : Parse(request.Cookies[Name]);

    private static Language Negotiate(HttpRequest request)
    {
        if (!StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var wanted))
        {
            return Language.Thai;
        }

        return wanted
            .Where(w => w.Quality is null or > 0)
            .OrderByDescending(w => w.Quality ?? 1)
            .Select(w => Parse(w.Value.Value!.Split('-')[0].ToLowerInvariant()))
            .FirstOrDefault(l => l is not null) ?? Language.Thai;
    }
}
