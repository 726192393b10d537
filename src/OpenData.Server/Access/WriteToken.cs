using System.Security.Cryptography;
using System.Text;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Access;

/// <summary>The one token that opens writing and what is not published, until there are accounts.</summary>
internal sealed class WriteToken(ServerOptions options)
{
    private const string Scheme = "Bearer ";
    private readonly byte[]? expected = string.IsNullOrEmpty(options.WriteToken) ? null : Hash(options.WriteToken);

    /// <summary>Who asks: told once per request.</summary>
    public Caller Tell(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return Caller.Anonymous;
        }

        // Hashes have one length, so the comparison tells nothing of the token, not even how long it is.
        return expected is not null && CryptographicOperations.FixedTimeEquals(Hash(header[Scheme.Length..].Trim()), expected)
            ? Caller.Writer
            : Caller.Impostor;
    }

    /// <summary>The refusal of a request to write, or null where it may.</summary>
    public Problem? Refusal(HttpContext context) => (expected, context.Caller()) switch
    {
        (null, _) => new Problem(ProblemKinds.WritingIsOff, AccessTexts.WritingIsOff),
        (_, Caller.Writer) => null,
        (_, Caller.Anonymous) => new Problem(ProblemKinds.TokenRequired, AccessTexts.TokenRequired),
        _ => new Problem(ProblemKinds.InvalidToken, AccessTexts.InvalidToken),
    };

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
