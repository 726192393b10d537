using System.Security.Cryptography;

namespace OpenData.Server.GraphQl.Http;

/// <summary>Documents that clients may call by their SHA-256 (automatic persisted queries); the oldest make room for new ones.</summary>
/// <remarks>Only documents that were found valid are kept, so that nobody fills it with noise. A client whose document has gone sends it once more.</remarks>
internal sealed class TrustedDocuments
{
    private readonly Lock changing = new();
    private readonly Dictionary<string, ReadOnlyMemory<byte>> documents = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();
    private long bytes;

    /// <summary>Bytes of all documents kept.</summary>
    public long Bytes => Interlocked.Read(ref bytes);

    /// <summary>The hash by which a document is called.</summary>
    public static string HashOf(ReadOnlyMemory<byte> document) => Convert.ToHexStringLower(SHA256.HashData(document.Span));

    /// <summary>The document of a hash, or null.</summary>
    public ReadOnlyMemory<byte>? Find(string sha256)
    {
        lock (changing)
        {
            return documents.TryGetValue(sha256, out var document) ? document : (ReadOnlyMemory<byte>?)null;
        }
    }

    /// <summary>Keeps a document under its hash.</summary>
    public void Keep(string sha256, ReadOnlyMemory<byte> document)
    {
        lock (changing)
        {
            if (!documents.TryAdd(sha256, document))
            {
                return;
            }

            order.Enqueue(sha256);
            bytes += document.Length;
            while (bytes > GraphQlServerLimits.TrustedDocumentBytes && order.TryDequeue(out var oldest) && documents.Remove(oldest, out var removed))
            {
                bytes -= removed.Length;
            }
        }
    }
}
