using System.Numerics;
using System.Runtime.Intrinsics;

namespace OpenData.Intake;

/// <summary>Bytes that a plain text has none of.</summary>
[Flags]
internal enum OddBytes
{
    None = 0,

    /// <summary>Control bytes other than tab, CR and LF.</summary>
    Controls = 1,

    /// <summary>The bytes that U+0080–U+00FF (C2, C3) and U+FFFD (EF) begin with in UTF-8; Thai begins with none of them.</summary>
    LatinLeads = 2,
}

/// <summary>Counts line endings, 32 bytes at a time, and tells in the same pass whether odd bytes are among them.</summary>
internal struct LineBreaks
{
    /// <summary>Bytes of a vector.</summary>
    private const int Step = 32;

    private long crs;
    private long lfs;
    private bool lastWasCr;

    /// <summary>Lines that end with CR LF.</summary>
    public long CrLf { get; private set; }

    /// <summary>Lines that end with LF alone.</summary>
    public readonly long Lf => lfs - CrLf;

    /// <summary>Lines that end with CR alone.</summary>
    public readonly long Cr => crs - CrLf;

    /// <summary>Adds the bytes that come next, and tells which odd ones are among them.</summary>
    public OddBytes Add(ReadOnlySpan<byte> block)
    {
        return AddVectors(block[..^(block.Length % Step)]) | AddRest(block[^(block.Length % Step)..]);
    }

    /// <summary>Less than a vector is filled up with spaces, which count as nothing.</summary>
    private OddBytes AddRest(ReadOnlySpan<byte> rest)
    {
        if (rest.IsEmpty)
        {
            return OddBytes.None;
        }

        Span<byte> filled = stackalloc byte[Step];
        filled.Fill((byte)' ');
        rest.CopyTo(filled);
        var odd = AddVectors(filled);
        lastWasCr = rest[^1] == '\r';
        return odd;
    }

    private OddBytes AddVectors(ReadOnlySpan<byte> bytes)
    {
        var (lineFeeds, returns, both, open) = (0L, 0L, 0L, lastWasCr ? 1u : 0u);
        var (controls, leads) = (Vector256<byte>.Zero, Vector256<byte>.Zero);
        for (; bytes.Length >= Step; bytes = bytes[Step..])
        {
            var chunk = Vector256.Create(bytes);
            var isLf = Vector256.Equals(chunk, Vector256.Create((byte)'\n'));
            var isCr = Vector256.Equals(chunk, Vector256.Create((byte)'\r'));
            var (lf, cr) = (isLf.ExtractMostSignificantBits(), isCr.ExtractMostSignificantBits());
            lineFeeds += BitOperations.PopCount(lf);
            returns += BitOperations.PopCount(cr);
            both += BitOperations.PopCount(((cr << 1) | open) & lf);
            open = cr >> (Step - 1);
            var isTab = Vector256.Equals(chunk, Vector256.Create((byte)'\t'));
            controls |= (Vector256.LessThan(chunk, Vector256.Create((byte)' ')) & ~(isLf | isCr | isTab)) | Vector256.Equals(chunk, Vector256.Create((byte)0x7F));
            leads |= Vector256.Equals(chunk & Vector256.Create((byte)0xFE), Vector256.Create((byte)0xC2)) | Vector256.Equals(chunk, Vector256.Create((byte)0xEF));
        }

        (lfs, crs, CrLf, lastWasCr) = (lfs + lineFeeds, crs + returns, CrLf + both, open != 0);
        return (controls == Vector256<byte>.Zero ? OddBytes.None : OddBytes.Controls) | (leads == Vector256<byte>.Zero ? OddBytes.None : OddBytes.LatinLeads);
    }
}
