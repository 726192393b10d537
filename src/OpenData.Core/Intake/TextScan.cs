using System.Buffers;
using System.Text.Unicode;

namespace OpenData.Intake;

/// <summary>Adds up, block by block, what tells a text's encoding and its line endings. No verdict before the last byte.</summary>
internal sealed class TextScan
{
    private static readonly SearchValues<byte> Controls = SearchValues.Create(ControlBytes());
    private readonly byte[] carry = new byte[4];
    private int carried;
    private bool validUtf8 = true;
    private long position;
    private long nulsAtEven;
    private long nulsAtOdd;
    private LineBreaks breaks;
    private bool hasOddLeads;

    /// <summary>Control bytes other than tab, CR and LF.</summary>
    public long ControlCount { get; private set; }

    /// <summary>Bytes equal to zero.</summary>
    public long NulCount => nulsAtEven + nulsAtOdd;

    public void Add(ReadOnlySpan<byte> block)
    {
        var odd = breaks.Add(position == 0 && block.StartsWith("\uFEFF"u8) ? block[3..] : block);
        hasOddLeads |= odd.HasFlag(OddBytes.LatinLeads);
        if (odd.HasFlag(OddBytes.Controls))
        {
            CountControls(block);
        }

        if (validUtf8)
        {
            validUtf8 = ContinuesUtf8(block);
        }

        position += block.Length;
    }

    /// <summary>The kind of UTF-16 that the bytes are in all likelihood: half of the zero bytes' places are zero, only that half, and what they spell is letters.</summary>
    public TextEncoding? Utf16(ReadOnlySpan<byte> head) => (nulsAtEven, nulsAtOdd) switch
    {
        (0, > 0) when nulsAtOdd * 20 >= position && IsSpelt(head, TextEncoding.Utf16LittleEndian) => TextEncoding.Utf16LittleEndian,
        ( > 0, 0) when nulsAtEven * 20 >= position && IsSpelt(head, TextEncoding.Utf16BigEndian) => TextEncoding.Utf16BigEndian,
        _ => null,
    };

    /// <summary>A short text with one stray NUL would spell Chinese: four in five characters must be of the scripts that files here are written in.</summary>
    private static bool IsSpelt(ReadOnlySpan<byte> head, TextEncoding encoding)
    {
        var text = Decoders.Of(encoding).GetString(head);
        return text.Count(c => c is < '\u0250' or (>= '\u0E00' and < '\u0E80') or (>= '\u2000' and < '\u2100')) * 5 >= text.Length * 4;
    }

    /// <summary>Judges the whole text; a text that is not UTF-8 is read once more to learn what it is.</summary>
    public TextFacts Finish(string path, ReadOnlySpan<byte> head)
    {
        var isUtf8 = validUtf8 && carried == 0;
        var (encoding, mark) = ByteOrderMark(head);
        if (encoding is null && Utf16(head) is { } guessed)
        {
            encoding = guessed;
        }

        if (encoding is TextEncoding.Utf16LittleEndian or TextEncoding.Utf16BigEndian)
        {
            return Utf16Scan.Read(path, encoding.Value, mark);
        }

        return isUtf8
            ? new TextFacts(TextEncoding.Utf8, mark, 0, [], ControlCount, breaks.CrLf, breaks.Lf, breaks.Cr, hasOddLeads)
            : LegacyScan.Read(path, mark) with { ControlCount = ControlCount, CrLf = breaks.CrLf, Lf = breaks.Lf, Cr = breaks.Cr };
    }

    private static (TextEncoding?, int) ByteOrderMark(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (TextEncoding.Utf8, 3),
        [0xFF, 0xFE, ..] => (TextEncoding.Utf16LittleEndian, 2),
        [0xFE, 0xFF, ..] => (TextEncoding.Utf16BigEndian, 2),
        _ => (null, 0),
    };

    private static byte[] ControlBytes() =>
        [.. Enumerable.Range(0, 0x20).Where(b => b is not (0x09 or 0x0A or 0x0D)).Append(0x7F).Select(b => (byte)b)];

    private void CountControls(ReadOnlySpan<byte> block)
    {
        var at = 0;
        int found;
        while ((found = block[at..].IndexOfAny(Controls)) >= 0)
        {
            at += found;
            ControlCount++;
            if (block[at] == 0)
            {
                _ = ((position + at) & 1) == 0 ? nulsAtEven++ : nulsAtOdd++;
            }

            at++;
        }
    }

    /// <summary>True while all bytes so far, but for a sequence still open at the end, are UTF-8.</summary>
    private bool ContinuesUtf8(ReadOnlySpan<byte> block)
    {
        if (carried > 0)
        {
            var missing = Math.Min(SequenceLength(carry[0]) - carried, block.Length);
            block[..missing].CopyTo(carry.AsSpan(carried));
            carried += missing;
            block = block[missing..];
            if (carried < SequenceLength(carry[0]))
            {
                return true;
            }

            var whole = Utf8.IsValid(carry.AsSpan(0, carried));
            carried = 0;
            if (!whole)
            {
                return false;
            }
        }

        var open = OpenSequence(block);
        block[^open..].CopyTo(carry);
        carried = open;
        return Utf8.IsValid(block[..^open]);
    }

    /// <summary>How many bytes at the end belong to a sequence that is not complete.</summary>
    private static int OpenSequence(ReadOnlySpan<byte> block)
    {
        for (var back = 1; back <= Math.Min(3, block.Length); back++)
        {
            var value = block[^back];
            if (value >= 0xC0)
            {
                return SequenceLength(value) > back ? back : 0;
            }

            if (value < 0x80)
            {
                return 0;
            }
        }

        return 0;
    }

    private static int SequenceLength(byte lead) => lead switch
    {
        >= 0xF0 => 4,
        >= 0xE0 => 3,
        >= 0xC0 => 2,
        _ => 1,
    };
}
