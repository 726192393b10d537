using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;

namespace OpenData.Server.Tests.SignIn;

/// <summary>A small identity provider on this machine: authorize, token and userinfo as OpenID Connect Core and RFC 7636 have them, and faults on demand.</summary>
public sealed class FakeProvider : IAsyncDisposable
{
    public const string ClientId = "opendata-tests";
    public const string ClientSecret = "the client's secret";
    private readonly ConcurrentDictionary<string, (string Challenge, string Nonce, string Back)> codes = new();
    private readonly ConcurrentDictionary<string, string> tokens = new();
    private WebApplication app = null!;

    public string Address { get; private set; } = "";

    /// <summary>Who signs in there.</summary>
    public JObject User { get; set; } = new() { ["sub"] = "subject-of-officer", ["preferred_username"] = "officer", ["name"] = "Officer at the provider", ["email"] = "officer@example.go.th" };

    /// <summary>What is wrong with the next answers: a claim of the id token (iss, aud, exp, nonce, none), iss-parameter, userinfo, other-subject; or null.</summary>
    public string? Fault { get; set; }

    /// <summary>What the token endpoint was asked, and answered with.</summary>
    public ConcurrentQueue<(string Verifier, int Status)> Asked { get; } = new();

    public SignInProvider Configuration(bool admits) => new()
    {
        Issuer = Address,
        AuthorizationEndpoint = new Uri(Address + "/authorize"),
        TokenEndpoint = new Uri(Address + "/token"),
        UserInfoEndpoint = new Uri(Address + "/userinfo"),
        ClientId = ClientId,
        ClientSecret = ClientSecret,
        Name = "ThaID (tests)",
        AdmitsUnknown = admits,
    };

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        app = builder.Build();
        app.MapGet("/authorize", Authorize);
        app.MapPost("/token", (Delegate)TokenAsync);
        app.MapGet("/userinfo", UserInfo);
        await app.StartAsync();
        Address = app.Urls.Single();
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private IResult Authorize(HttpContext context)
    {
        var query = context.Request.Query;
        if (query["response_type"] != "code" || query["client_id"] != ClientId || query["code_challenge_method"] != "S256" || !query["scope"].ToString().Split(' ').Contains("openid")
            || query["state"] == "" || query["nonce"] == "" || query["code_challenge"] == "" || query["redirect_uri"] == "")
        {
            return TypedResults.BadRequest("no OpenID request with PKCE: " + context.Request.QueryString);
        }

        var code = Guid.NewGuid().ToString("N");
        codes[code] = (query["code_challenge"]!, query["nonce"]!, query["redirect_uri"]!);
        return TypedResults.Redirect(QueryHelpers.AddQueryString(query["redirect_uri"]!, new Dictionary<string, string?>
        {
            ["code"] = code,
            ["state"] = query["state"],
            ["iss"] = Fault == "iss-parameter" ? "https://other.example.org" : Address,
        }));
    }

    private async Task<IResult> TokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var verifier = form["code_verifier"].ToString();
        var challenge = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        var isGood = codes.TryRemove(form["code"].ToString(), out var known)
            && known.Challenge == challenge && known.Back == form["redirect_uri"] && form["grant_type"] == "authorization_code"
            && form["client_id"] == ClientId && form["client_secret"] == ClientSecret;
        Asked.Enqueue((verifier, isGood ? 200 : 400));
        if (!isGood)
        {
            return TypedResults.BadRequest(new { error = "invalid_grant" });
        }

        var access = Guid.NewGuid().ToString("N");
        tokens[access] = "";
        var answer = new JObject { ["access_token"] = access, ["token_type"] = "Bearer", ["expires_in"] = 300 };
        if (Fault != "none")
        {
            answer["id_token"] = IdToken(known.Nonce);
        }

        return TypedResults.Text(answer.ToString(), "application/json");
    }

    private string IdToken(string nonce)
    {
        var claims = new JObject
        {
            ["iss"] = Fault == "iss" ? "https://other.example.org" : Address,
            ["aud"] = Fault == "aud" ? "another-client" : ClientId,
            ["sub"] = User["sub"],
            ["nonce"] = Fault == "nonce" ? "a nonce of another time" : nonce,
            ["exp"] = DateTimeOffset.UtcNow.AddMinutes(Fault == "exp" ? -5 : 5).ToUnixTimeSeconds(),
        };
        return "e30." + WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(claims.ToString())) + ".c2lnbmF0dXJl";
    }

    private IResult UserInfo(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (Fault == "userinfo" || !header.StartsWith("Bearer ", StringComparison.Ordinal) || !tokens.ContainsKey(header["Bearer ".Length..]))
        {
            return TypedResults.Unauthorized();
        }

        var user = (JObject)User.DeepClone();
        user["sub"] = Fault == "other-subject" ? "somebody else" : user["sub"];
        return TypedResults.Text(user.ToString(), "application/json");
    }
}
