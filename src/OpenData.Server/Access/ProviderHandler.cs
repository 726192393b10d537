using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using OpenData.Server.Rest;

namespace OpenData.Server.Access;

/// <summary>
/// The framework's OAuth handler (code flow, PKCE, state), and what OpenID Connect asks beyond it: a nonce, the issuer's name in the answer (RFC 9207) and
/// in the id token, and a subject that is the same in the id token and at the userinfo endpoint. The id token comes straight from the token
/// endpoint, so that TLS vouches for it (OpenID Connect Core, 3.1.3.7); claims are taken from the userinfo endpoint alone.
/// </summary>
internal sealed class ProviderHandler(IOptionsMonitor<OAuthOptions> options, ILoggerFactory logger, UrlEncoder encoder, ServerOptions server)
    : OAuthHandler<OAuthOptions>(options, logger, encoder)
{
    private const string Nonce = "nonce";

    private SignInProvider Provider => server.Provider!;

    /// <summary>Where the provider sends browsers back: by the address that the world knows.</summary>
    private string ReturnAddress => Context.PublicRoot() + Options.CallbackPath;

    /// <inheritdoc/>
    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        var nonce = Secrets.NewSession();
        properties.Items[Nonce] = nonce;
        return QueryHelpers.AddQueryString(base.BuildChallengeUrl(properties, ReturnAddress), Nonce, nonce);
    }

    /// <inheritdoc/>
    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync() =>
        Request.Query["iss"] is { Count: > 0 } issuer && issuer != Provider.Issuer
            ? HandleRequestResult.Fail("The answer is of another issuer.")
            : await base.HandleRemoteAuthenticateAsync();

    /// <inheritdoc/>
    protected override Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context) =>
        base.ExchangeCodeAsync(new OAuthCodeExchangeContext(context.Properties, context.Code, ReturnAddress));

    /// <inheritdoc/>
    protected override async Task<AuthenticationTicket> CreateTicketAsync(ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        var named = Options.Scope.Contains("openid") ? SubjectOf(tokens, properties) : null;
        using var request = new HttpRequestMessage(HttpMethod.Get, Options.UserInformationEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.AccessToken);
        request.Headers.Accept.ParseAdd("application/json");
        using var answer = await Backchannel.SendAsync(request, Context.RequestAborted);
        if (!answer.IsSuccessStatusCode)
        {
            throw new AuthenticationFailureException($"The userinfo endpoint answered {(int)answer.StatusCode}.");
        }

        using var user = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Context.RequestAborted));
        var subject = Text(user.RootElement, "sub");
        if (string.IsNullOrEmpty(subject) || (named is not null && subject != named))
        {
            throw new AuthenticationFailureException("The userinfo endpoint tells of nobody, or of somebody else than the id token.");
        }

        foreach (var claim in new[] { "sub", "name", Provider.AccountClaim }.Distinct())
        {
            if (Text(user.RootElement, claim) is { } value)
            {
                identity.AddClaim(new Claim(claim, value));
            }
        }

        return new AuthenticationTicket(new ClaimsPrincipal(identity), properties, Scheme.Name);
    }

    /// <summary>The subject of the id token, once its issuer, audience, time and nonce are what they must be.</summary>
    private string SubjectOf(OAuthTokenResponse tokens, AuthenticationProperties properties)
    {
        var parts = tokens.Response is { } response && Text(response.RootElement, "id_token") is { } token ? token.Split('.') : [];
        if (parts.Length != 3)
        {
            throw new AuthenticationFailureException("The token endpoint gave no id token.");
        }

        using var payload = JsonDocument.Parse(Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(parts[1])));
        var claims = payload.RootElement;
        var audience = claims.TryGetProperty("aud", out var aud) ? aud.ValueKind == JsonValueKind.Array ? [.. aud.EnumerateArray().Select(a => a.GetString())] : new[] { aud.GetString() } : [];
        var expires = claims.TryGetProperty("exp", out var exp) && exp.TryGetInt64(out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : default;
        var fault = Text(claims, "iss") != Provider.Issuer ? "issuer"
            : !audience.Contains(Provider.ClientId) ? "audience"
            : expires <= server.Clock.GetUtcNow() ? "time"
            : Text(claims, Nonce) is not { } nonce || !properties.Items.TryGetValue(Nonce, out var sent) || nonce != sent ? Nonce
            : string.IsNullOrEmpty(Text(claims, "sub")) ? "subject"
            : null;
        return fault is null ? Text(claims, "sub")! : throw new AuthenticationFailureException($"The id token has another {fault} than it must.");
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
