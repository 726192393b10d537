using System.Buffers;
using System.Text;

namespace OpenData.Store.Postgres;

/// <summary>
/// Texts as PostgreSQL keeps them: it has no NUL. U+0000 to U+0003 are written as U+0001 and two of U+0002 and U+0003, so that texts order as
/// they do by their bytes, and a part of a text is found where it is and nowhere else.
/// </summary>
internal static class PostgresText
{
    private const byte Lead = 1;
    private const byte Low = 2;
    private const byte High = 3;
    private static readonly SearchValues<byte> Escaped = SearchValues.Create([0, 1, 2, 3]);

    /// <summary>True where a text is not kept as it is.</summary>
    public static bool NeedsEscape(ReadOnlySpan<byte> utf8) => utf8.ContainsAny(Escaped);

    /// <summary>The bytes to be kept.</summary>
    public static byte[] Escape(ReadOnlySpan<byte> utf8)
    {
        var kept = new ArrayBufferWriter<byte>(utf8.Length + 8);
        foreach (var one in utf8)
        {
            if (one > High)
            {
                kept.Write([one]);
            }
            else
            {
                kept.Write([Lead, (one & 2) == 0 ? Low : High, (one & 1) == 0 ? Low : High]);
            }
        }

        return kept.WrittenSpan.ToArray();
    }

    /// <summary>A value of a query as it is compared with what is kept.</summary>
    public static string Escape(string text)
    {
        // Half a surrogate pair is no character: through UTF-8 it becomes the replacement character, as it did when rows were kept.
        var utf8 = Encoding.UTF8.GetBytes(text);
        return Encoding.UTF8.GetString(NeedsEscape(utf8) ? Escape(utf8) : utf8);
    }

    /// <summary>The bytes that were kept, as they were.</summary>
    public static byte[] Unescape(byte[] kept)
    {
        if (!kept.AsSpan().Contains(Lead))
        {
            return kept;
        }

        var utf8 = new ArrayBufferWriter<byte>(kept.Length);
        for (var i = 0; i < kept.Length; i++)
        {
            if (kept[i] == Lead && i + 2 < kept.Length)
            {
                utf8.Write([(byte)((kept[i + 1] == High ? 2 : 0) | (kept[i + 2] == High ? 1 : 0))]);
                i += 2;
            }
            else
            {
                utf8.Write([kept[i]]);
            }
        }

        return utf8.WrittenSpan.ToArray();
    }
}
