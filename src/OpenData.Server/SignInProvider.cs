using OpenData.Schemas;

namespace OpenData.Server;

/// <summary>An OpenID provider by which people may sign in, beside their passwords. Nobody gets a role by it: roles are an admin's to give.</summary>
public sealed record SignInProvider
{
    /// <summary>What the environment variables of a provider begin with.</summary>
    public const string Prefix = "OPENDATA_OIDC_";

    private static readonly string[] Endpoints = ["AUTHORIZATION_ENDPOINT", "TOKEN_ENDPOINT", "USERINFO_ENDPOINT"];

    /// <summary>The provider's issuer, exactly as its tokens name it.</summary>
    public required string Issuer { get; init; }

    /// <summary>Where browsers are sent to sign in.</summary>
    public required Uri AuthorizationEndpoint { get; init; }

    /// <summary>Where the server changes a code for a token.</summary>
    public required Uri TokenEndpoint { get; init; }

    /// <summary>Where the server asks who somebody is.</summary>
    public required Uri UserInfoEndpoint { get; init; }

    public required string ClientId { get; init; }
    public required string ClientSecret { get; init; }

    /// <summary>What the button on the sign-in page calls it.</summary>
    public string Name { get; init; } = "OpenID Connect";

    public IReadOnlyList<string> Scopes { get; init; } = ["openid", "profile"];

    /// <summary>The claim that names the account of somebody unknown; people are told apart by <c>sub</c> alone.</summary>
    public string AccountClaim { get; init; } = "preferred_username";

    /// <summary>True where somebody unknown gets an account without roles; false where an admin has to link them first.</summary>
    public bool AdmitsUnknown { get; init; }

    /// <summary>The provider that environment variables describe, null where they name none, or what is wrong with them.</summary>
    /// <param name="variable">Gives the value of a variable, or null.</param>
    /// <param name="read">Reads the file that holds the secret.</param>
    public static (SignInProvider? Provider, LocalText? Fault) Read(Func<string, string?> variable, Func<string, string> read)
    {
        ArgumentNullException.ThrowIfNull(variable);
        ArgumentNullException.ThrowIfNull(read);
        if (string.IsNullOrEmpty(variable(Prefix + "ISSUER")))
        {
            return (null, null);
        }

        var secret = variable(Prefix + "CLIENT_SECRET");
        if (string.IsNullOrEmpty(secret) && variable(Prefix + "CLIENT_SECRET_FILE") is { Length: > 0 } file)
        {
            try
            {
                secret = read(file).Trim();
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
            {
                return (null, new($"อ่านไฟล์ความลับ {Prefix}CLIENT_SECRET_FILE={file} ไม่ได้: {unreadable.Message}", $"{Prefix}CLIENT_SECRET_FILE={file} cannot be read: {unreadable.Message}"));
            }
        }

        var endpoints = Endpoints.Select(n => (Name: n, Address: Address(variable(Prefix + n)))).ToArray();
        var faulty = endpoints.FirstOrDefault(e => e.Address is null).Name
            ?? (string.IsNullOrEmpty(variable(Prefix + "CLIENT_ID")) ? "CLIENT_ID" : string.IsNullOrEmpty(secret) ? "CLIENT_SECRET" : null)
            ?? (variable(Prefix + "UNKNOWN") is not (null or "" or "admit" or "refuse") ? "UNKNOWN" : null);
        if (faulty is not null)
        {
            return (null, new(
                $"ตัวแปร {Prefix}{faulty} = “{(faulty == "CLIENT_SECRET" ? "" : variable(Prefix + faulty))}” ใช้ไม่ได้ ปลายทางต้องเป็น https:// (http:// ได้เฉพาะ 127.0.0.1 และ localhost) UNKNOWN เป็น admit หรือ refuse ดู docs/sign-in.md",
                $"{Prefix}{faulty} = “{(faulty == "CLIENT_SECRET" ? "" : variable(Prefix + faulty))}” cannot be used. Endpoints are https:// (http:// on 127.0.0.1 and localhost only), UNKNOWN is admit or refuse; see docs/sign-in.md."));
        }

        return (new SignInProvider
        {
            Issuer = variable(Prefix + "ISSUER")!,
            AuthorizationEndpoint = endpoints[0].Address!,
            TokenEndpoint = endpoints[1].Address!,
            UserInfoEndpoint = endpoints[2].Address!,
            ClientId = variable(Prefix + "CLIENT_ID")!,
            ClientSecret = secret!,
            Name = Or(variable(Prefix + "NAME"), "OpenID Connect"),
            Scopes = Or(variable(Prefix + "SCOPES"), "openid profile").Split(' ', StringSplitOptions.RemoveEmptyEntries),
            AccountClaim = Or(variable(Prefix + "ACCOUNT_CLAIM"), "preferred_username"),
            AdmitsUnknown = variable(Prefix + "UNKNOWN") == "admit",
        }, null);
    }

    private static string Or(string? given, string otherwise) => string.IsNullOrWhiteSpace(given) ? otherwise : given.Trim();

    /// <summary>Secrets travel to these: in clear only on this machine.</summary>
    private static Uri? Address(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)) ? address : null;
}
