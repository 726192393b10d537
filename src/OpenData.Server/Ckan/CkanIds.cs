using System.Security.Cryptography;
using System.Text;

namespace OpenData.Server.Ckan;

/// <summary>Ids for things that we call by their name alone and CKAN's clients by an id: the same name has the same id for ever (RFC 9562, version 5).</summary>
internal static class CkanIds
{
    /// <summary>The namespace of our names: any UUID will do that is never changed.</summary>
    private static readonly Guid Namespace = new("9f2c8d5e-4b0a-5d7c-8e1f-6a3b2c1d0e4f");

    public static string Organization(string name) => Of("organization", name);

    public static string Tag(string name) => Of("tag", name);

    private static string Of(string kind, string name)
    {
        Span<byte> space = stackalloc byte[16];
        Namespace.TryWriteBytes(space, bigEndian: true, out _);
#pragma warning disable CA5350 // Version 5 is by SHA-1; nothing here is secret.
        var hash = SHA1.HashData([.. space, .. Encoding.UTF8.GetBytes($"{kind}:{name}")]);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true).ToString();
    }
}
