using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace OpenData.Store.Search;

/// <summary>
/// Has the processor bring near what is looked at a few steps later. All texts of a catalog are more than its caches hold, and what a search looks at is
/// scattered over them: without this, each visit would be waited for. Processors other than x64 are not told.
/// </summary>
internal static class Ahead
{
    /// <summary>So many steps later.</summary>
    public const int Steps = 8;

    private const int CacheLine = 64;

    /// <summary>Fetches a part of memory, its first bytes where it is long.</summary>
    /// <param name="part">The part.</param>
    /// <param name="most">Bytes that are fetched at most.</param>
    public static unsafe void Fetch<T>(ReadOnlySpan<T> part, int most)
        where T : unmanaged
    {
        if (!Sse.IsSupported)
        {
            return;
        }

        var bytes = MemoryMarshal.AsBytes(part);
        fixed (byte* first = bytes)
        {
            for (var at = 0; at < Math.Min(bytes.Length, most); at += CacheLine)
            {
                Sse.Prefetch0(first + at);
            }
        }
    }
}
