using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using OpenData.Store.Search;

namespace OpenData.Server.Rest.Search;

/// <summary>A place in the answer to one search, as text that clients hand back unread: 8 bytes of the search's hash, the score, key and name.</summary>
internal static class SearchCursor
{
    private const int HashLength = 8;

    public static string Write(SearchPosition position, string sameness)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(Hash(sameness));
        writer.Write(position.Score);
        writer.Write(position.Key);
        writer.Write(position.Name);
        writer.Flush();
        return Base64Url.EncodeToString(bytes.ToArray());
    }

    /// <summary>The place, or null where the text is no cursor of this search.</summary>
    public static SearchPosition? Read(string text, string sameness)
    {
        if (!Base64Url.IsValid(text))
        {
            return null;
        }

        using var reader = new BinaryReader(new MemoryStream(Base64Url.DecodeFromChars(text)), new UTF8Encoding(false, throwOnInvalidBytes: true));
        try
        {
            var known = reader.ReadBytes(HashLength).AsSpan().SequenceEqual(Hash(sameness));
            var position = new SearchPosition(reader.ReadInt32(), reader.ReadString(), reader.ReadString());
            return known && position.Score >= 0 && Slug.Is(position.Name) && reader.BaseStream.Position == reader.BaseStream.Length ? position : null;
        }
        catch (Exception cut) when (cut is EndOfStreamException or FormatException or DecoderFallbackException or ArgumentException)
        {
            return null;
        }
    }

    private static byte[] Hash(string sameness) => SHA256.HashData(Encoding.UTF8.GetBytes(sameness)).AsSpan(0, HashLength).ToArray();
}
