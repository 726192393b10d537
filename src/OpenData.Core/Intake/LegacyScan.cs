using System.Buffers;
using System.Text;

namespace OpenData.Intake;

/// <summary>
/// Reads a text that is not UTF-8 to its end and tells damaged UTF-8, windows-874 and windows-1252 apart. Most bytes of a Thai text
/// above 0x7F stand beside another such byte; in a Latin text they stand alone between ASCII letters. A lone pound sign (0xA3), which
/// decodes as a Thai letter without complaint, is so never taken for Thai. Thai letters that stand alone are the codes ก, ข, ค or ช, ญ: each is a cell of
/// its own, where a Latin letter would be part of a word.
/// </summary>
internal static class LegacyScan
{
    public static TextFacts Read(string path, int byteOrderMark)
    {
        var counts = new Counts();
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        using var rented = new RentedBlock();
        var block = rented.Bytes;
        var kept = 0;
        long start = 0;
        int read;
        while ((read = file.Read(block, kept, block.Length - kept)) > 0)
        {
            var used = counts.Add(block.AsSpan(0, kept + read), start, isLast: false);
            kept = kept + read - used;
            start += used;
            block.AsSpan(used, kept).CopyTo(block);
        }

        counts.Add(block.AsSpan(0, kept), start, isLast: true);
        var encoding = byteOrderMark > 0 || counts.LikelySequences >= counts.Invalid.Total ? TextEncoding.Utf8
            : counts.IsThai ? TextEncoding.Windows874
            : counts.ValidSequences >= counts.Invalid.Total ? TextEncoding.Utf8
            : TextEncoding.Windows1252;
        var faults = encoding switch
        {
            TextEncoding.Utf8 => counts.Invalid,
            TextEncoding.Windows874 => counts.Undefined874,
            _ => counts.Undefined1252,
        };
        return new TextFacts(encoding, byteOrderMark, faults.Total, faults.Offsets, 0, 0, 0, 0, MayBeDamaged: true);
    }

    private sealed class Faults
    {
        public long Total { get; private set; }
        public List<long> Offsets { get; } = [];

        public void Add(long offset)
        {
            Total++;
            if (Offsets.Count < IntakeLimits.InvalidOffsets)
            {
                Offsets.Add(offset);
            }
        }
    }

    private sealed class Counts
    {
        private long high;
        private long paired;
        private long thaiRange;
        private bool previousHigh;
        private byte before = (byte)'\n';
        private readonly LoneLetters lone = new();

        public long ValidSequences { get; private set; }

        /// <summary>Those of the letters that files here are written in: two Thai letters of windows-874, such as สก, also look like one letter of another script.</summary>
        public long LikelySequences { get; private set; }
        public Faults Invalid { get; } = new();
        public Faults Undefined874 { get; } = new();
        public Faults Undefined1252 { get; } = new();
        public bool IsThai => high > 0 && (paired + lone.ThaiCells) * 2 >= high && thaiRange * 10 >= high * 9;

        /// <summary>Counts what is complete and returns how many bytes that was.</summary>
        public int Add(ReadOnlySpan<byte> bytes, long start, bool isLast)
        {
            var at = 0;
            while (at < bytes.Length)
            {
                var ascii = bytes[at..].IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
                if (ascii != 0)
                {
                    previousHigh = false;
                    at = ascii < 0 ? bytes.Length : at + ascii;
                    before = bytes[at - 1];
                    continue;
                }

                var status = Rune.DecodeFromUtf8(bytes[at..], out var rune, out var length);
                if (at + length == bytes.Length && !isLast)
                {
                    return at;
                }

                if (status == OperationStatus.Done)
                {
                    ValidSequences++;
                    LikelySequences += rune.Value is < 0x0100 or (>= 0x0E00 and < 0x0E80) or (>= 0x2000 and < 0x2100) or 0xFEFF or 0xFFFD ? 1 : 0;
                }
                else
                {
                    Invalid.Add(start + at);
                }

                for (var i = 0; i < length; i++)
                {
                    CountHigh(bytes[at + i], start + at + i);
                }

                lone.Look(before, bytes.Slice(at, length), at + length < bytes.Length ? bytes[at + length] : (byte)'\n');
                at += length;
                before = bytes[at - 1];
            }

            return at;
        }

        private void CountHigh(byte value, long offset)
        {
            // €, …, curved quotes, dashes and the no-break space are the same bytes in both: they speak for neither.
            if (value is 0x80 or 0x85 or (>= 0x91 and <= 0x97) or 0xA0)
            {
                previousHigh = false;
                return;
            }

            high++;
            if (previousHigh)
            {
                paired++;
            }

            previousHigh = true;
            if (value is (>= 0xA1 and <= 0xDA) or (>= 0xDF and <= 0xFB))
            {
                thaiRange++;
            }

            // Thai windows-874 defines 80, 85, 91-97 and A0-DA, DF-FB; windows-1252 lacks five bytes.
            if (value is (>= 0x81 and <= 0x84) or (>= 0x86 and <= 0x90) or (>= 0x98 and <= 0x9F) or (>= 0xDB and <= 0xDE) or >= 0xFC)
            {
                Undefined874.Add(offset);
            }

            if (value is 0x81 or 0x8D or 0x8F or 0x90 or 0x9D)
            {
                Undefined1252.Add(offset);
            }
        }
    }
}
