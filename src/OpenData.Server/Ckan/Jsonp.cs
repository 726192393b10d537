namespace OpenData.Server.Ckan;

/// <summary>JSONP: an answer as the call of a function of the page that asked. Only names of functions are taken, so that nobody's script is served from here.</summary>
internal static class Jsonp
{
    public const string Parameter = "callback";

    /// <summary>The function to call, or null where none is asked for.</summary>
    public static string? CallbackOf(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Query[Parameter] is [{ Length: > 0 } name] && IsName(name) ? name : null;

    /// <summary>True where a callback is asked for that is no name of a function.</summary>
    public static bool IsRefused(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Query.ContainsKey(Parameter) && CallbackOf(request) is null;

    public static string MediaType(string? callback) => callback is null ? "application/json;charset=utf-8" : "application/javascript;charset=utf-8";

    /// <summary>Before the document; the comment keeps the first bytes from being anybody's to choose.</summary>
    public static string Start(string? callback) => callback is null ? "" : $"/**/{callback}(";

    public static string End(string? callback) => callback is null ? "" : ");";

    public static string Wrap(string? callback, string text) => Start(callback) + (callback is null ? text : Escaped(text)) + End(callback);

    /// <summary>Names joined by points, such as <c>jQuery111.done</c>.</summary>
    private static bool IsName(string name) =>
        name.Length <= CkanLimits.CallbackLength && Array.TrueForAll(name.Split('.'), part =>
            part.Length > 0 && !char.IsAsciiDigit(part[0]) && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '$'));

    /// <summary>Two characters end a line in older JavaScript and not in JSON.</summary>
    private static string Escaped(string text) => text.Replace("\u2028", "\\u2028", StringComparison.Ordinal).Replace("\u2029", "\\u2029", StringComparison.Ordinal);
}
