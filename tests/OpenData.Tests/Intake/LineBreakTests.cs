using OpenData.Intake;

namespace OpenData.Tests.Intake;

/// <summary>Line endings and odd bytes, counted 32 bytes at a time, are those that one byte at a time gives, wherever blocks begin.</summary>
public class LineBreakTests
{
    [Fact]
    public void Counts_are_those_of_one_byte_at_a_time()
    {
        var random = new Random(11);
        byte[] signs = [(byte)'\r', (byte)'\n', (byte)'\r', (byte)'\n', (byte)'a', (byte)',', (byte)'\t', 0xE0, 0xB8];
        byte[] odd = [0x00, 0x1F, 0x7F, 0xC2, 0xC3, 0xEF, 0xC1, 0xC4, 0xFE, 0x20, 0x80];
        for (var i = 0; i < 2_000; i++)
        {
            var bytes = Enumerable.Range(0, random.Next(0, 200)).Select(_ => random.Next(60) == 0 ? odd[random.Next(odd.Length)] : signs[random.Next(signs.Length)]).ToArray();
            var breaks = new LineBreaks();
            var found = OddBytes.None;
            for (var at = 0; at < bytes.Length;)
            {
                var length = Math.Min(random.Next(1, 90), bytes.Length - at);
                found |= breaks.Add(bytes.AsSpan(at, length));
                at += length;
            }

            (breaks.CrLf, breaks.Lf, breaks.Cr, found).Should().Be(ByHand(bytes), Convert.ToHexString(bytes));
        }
    }

    private static (long, long, long, OddBytes) ByHand(byte[] bytes)
    {
        var (crLf, lf, cr, odd) = (0L, 0L, 0L, OddBytes.None);
        for (var i = 0; i < bytes.Length; i++)
        {
            switch (bytes[i])
            {
                case (byte)'\r' when i + 1 < bytes.Length && bytes[i + 1] == '\n': crLf++; i++; break;
                case (byte)'\r': cr++; break;
                case (byte)'\n': lf++; break;
                case 0x7F or (< 0x20 and not (byte)'\t'): odd |= OddBytes.Controls; break;
                case 0xC2 or 0xC3 or 0xEF: odd |= OddBytes.LatinLeads; break;
            }
        }

        return (crLf, lf, cr, odd);
    }
}
