namespace OpenData.Server.Ckan;

/// <summary>The token of a call, as CKAN's clients send it: bare in <c>Authorization</c>, or in the header that older ones know.</summary>
internal static class CkanToken
{
    /// <summary>The header of CKAN before version 2.10.</summary>
    public const string OlderHeader = "X-CKAN-API-Key";

    private const string Bearer = "Bearer ";

    /// <summary>The token, or null. A page that asks by JSONP has none: any site could borrow what its visitor's browser holds.</summary>
    public static string? Of(HttpRequest request)
    {
        if (request.Query.ContainsKey(Jsonp.Parameter))
        {
            return null;
        }

        var sent = request.Headers.Authorization.ToString().Trim();
        if (sent.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
        {
            // A proxy's password: it is not for us.
            sent = "";
        }

        var token = sent.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? sent[Bearer.Length..].Trim() : sent;
        return token.Length > 0 ? token : request.Headers[OlderHeader].ToString().Trim() is { Length: > 0 } older ? older : null;
    }
}
