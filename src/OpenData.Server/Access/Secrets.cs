using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace OpenData.Server.Access;

/// <summary>Secrets of chance: 256 bits, shown once, kept as SHA-256, which needs no salt since nobody can guess them.</summary>
internal static class Secrets
{
    /// <summary>How API tokens begin, so that a scanner of leaked secrets can tell them.</summary>
    private const string TokenPrefix = "opendata_";
    private const int Bytes = 32;

    /// <summary>What people type once: no letters that look alike, in groups.</summary>
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    public static string NewSession() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static string NewApiToken() => TokenPrefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>A one-time secret of about 99 bits, such as <c>abcde-…</c>.</summary>
    public static string NewOneTime() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 5)));

    /// <summary>True where a text may be one of our tokens: others are not looked up.</summary>
    public static bool IsApiToken(string text) => text.StartsWith(TokenPrefix, StringComparison.Ordinal) && text.Length < 100;

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    public static string Sha256(string secret) => Convert.ToHexStringLower(Hash(secret));
}
