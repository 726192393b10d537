using System.Globalization;
using System.Text;

namespace OpenData.Benchmarks;

/// <summary>A table such as agencies publish — Thai text, codes, dates, numbers, quoted notes — of any length; the same bytes for the same number of rows.</summary>
internal static class RecordsFile
{
    private const ulong Seed = 7;

    private static readonly string[] Provinces =
        ["กรุงเทพมหานคร", "นนทบุรี", "เชียงใหม่", "ภูเก็ต", "ขอนแก่น", "สงขลา", "นครราชสีมา", "อุบลราชธานี"];

    /// <summary>A word for a number, a date of another form and era, a code that is none, a share past its bound, thousands separators.</summary>
    private static readonly (int Column, string Cell)[] Faults = [(5, "ผิด"), (3, "31/1/2567"), (1, "X"), (6, "150.5"), (7, "\"1,250.50\"")];

    /// <summary>Writes the file; a faulty one has one fault in every row, five kinds by turns.</summary>
    public static int Write(string path, long rows, bool faulty = false)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 20);
        writer.Write("record_id,province_code,province_name,report_date,facility_name,population,rate_percent,amount_baht,is_active,latitude,longitude,note\r\n");
        var random = new SplitMix(Seed);
        for (long i = 0; i < rows; i++)
        {
            var province = (int)(random.Next() % 8);
            string[] cells =
            [
                string.Create(CultureInfo.InvariantCulture, $"{i}"),
                string.Create(CultureInfo.InvariantCulture, $"{10 + province}"),
                Provinces[province],
                string.Create(CultureInfo.InvariantCulture, $"2024-{1 + (i % 12):00}-{1 + (i % 28):00}"),
                string.Create(CultureInfo.InvariantCulture, $"โรงพยาบาลส่งเสริมสุขภาพตำบล {i % 9999}"),
                string.Create(CultureInfo.InvariantCulture, $"{random.Next() % 1_000_000}"),
                string.Create(CultureInfo.InvariantCulture, $"{random.Share() * 100:0.00}"),
                string.Create(CultureInfo.InvariantCulture, $"{random.Share() * 1e6:0.00}"),
                i % 3 == 0 ? "false" : "true",
                string.Create(CultureInfo.InvariantCulture, $"{13 + random.Share():0.000000}"),
                string.Create(CultureInfo.InvariantCulture, $"{100 + random.Share():0.000000}"),
            ];
            if (faulty)
            {
                var (at, fault) = Faults[i % Faults.Length];
                cells[at] = fault;
            }

            writer.Write(string.Join(',', cells) + ",");
            if (i % 17 == 0)
            {
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"\"มีหมายเหตุ, \"\"พิเศษ\"\" {i}\""));
            }

            writer.Write("\r\n");
        }

        return 0;
    }

    /// <summary>SplitMix64: ours, because the framework does not promise that its own generator stays the same.</summary>
    private sealed class SplitMix(ulong state)
    {
        private ulong state = state;

        public ulong Next()
        {
            var z = state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }

        /// <summary>A number from 0 up to, not including, 1.</summary>
        public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));
    }
}
