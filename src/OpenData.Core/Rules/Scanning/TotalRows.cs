using OpenData.Schemas.Values;

namespace OpenData.Rules.Scanning;

/// <summary>
/// Proves total rows by adding up. A row is a total where a cell says so and its numbers are the sums of the rows above:
/// of all of them, of those since the last total, or of the totals themselves.
/// </summary>
internal sealed class TotalRows(int columns)
{
    private static readonly string[] Words =
    [
        "รวม", "ผลรวม", "ยอดรวม", "รวมทั้งสิ้น", "รวมทั้งหมด", "รวมทั้งประเทศ", "รวมยอด", "ทั้งหมด", "ทั้งสิ้น", "ทั่วประเทศ", "ทั่วราชอาณาจักร",
        "total", "totals", "grand total", "sub total", "subtotal", "sub-total", "sum", "overall", "all",
    ];

    private readonly double[] all = new double[columns];
    private readonly double[] group = new double[columns];
    private readonly double[] totals = new double[columns];

    /// <summary>Counts a data row in.</summary>
    public void Add(ReadOnlySpan<CellReading> readings)
    {
        for (var i = 0; i < readings.Length; i++)
        {
            if (readings[i].Shape.IsNumeric())
            {
                all[i] += readings[i].Number;
                group[i] += readings[i].Number;
            }
        }
    }

    /// <summary>False where a cell cannot say "total": its first letter is none of theirs. For a quick look before a close one.</summary>
    public static bool MayBegin(ReadOnlySpan<byte> cell) => cell.Length < 120 && WhiteSpace.Trim(cell) switch
    {
        [0xE0, 0xB8, 0xA3 or 0x9C or 0xA2 or 0x97, ..] => true,
        [(byte)'t' or (byte)'T' or (byte)'g' or (byte)'G' or (byte)'s' or (byte)'S' or (byte)'o' or (byte)'O' or (byte)'a' or (byte)'A', ..] => true,
        _ => false,
    };

    /// <summary>True for a text that says "total", alone or at the start of a short label.</summary>
    public static bool SaysTotal(string cell)
    {
        var text = cell.Trim().TrimEnd(':', '.', ' ').ToLowerInvariant();
        return Array.Exists(Words, w => text == w || (text.Length <= w.Length + 20 && text.StartsWith(w[0] > '\u0E00' ? w : w + " ", StringComparison.Ordinal)));
    }

    /// <summary>True where most numbers of the row are such sums; the row is then counted as a total.</summary>
    public bool IsTotal(ReadOnlySpan<CellReading> readings)
    {
        var (numbers, sums) = (0, 0);
        for (var i = 0; i < readings.Length; i++)
        {
            if (readings[i].Shape.IsNumeric() && readings[i].Number is var value && value != 0)
            {
                numbers++;
                sums += Same(value, all[i]) || Same(value, group[i]) || Same(value, totals[i]) ? 1 : 0;
            }
        }

        if (sums == 0 || sums * 2 < numbers)
        {
            return false;
        }

        for (var i = 0; i < readings.Length; i++)
        {
            totals[i] += readings[i].Shape.IsNumeric() && Same(readings[i].Number, group[i]) ? readings[i].Number : 0;
            group[i] = 0;
        }

        return true;
    }

    /// <summary>Equal within what rounding each addend to the printed digits may do.</summary>
    private static bool Same(double value, double sum) => Math.Abs(value - sum) <= Math.Max(0.011, Math.Abs(sum) * 1e-6);
}
