using System.Globalization;
using System.Text;

namespace OpenData.Benchmarks;

/// <summary>A table such as agencies publish — Thai text, codes, dates, numbers, quoted notes — of any length; the same bytes for the same number of rows.</summary>
internal static class RecordsFile
{
    private const ulong Seed = 7;

    private static readonly string[] Provinces =
        ["กรุงเทพมหานคร", "นนทบุรี", "เชียงใหม่", "ภูเก็ต", "ขอนแก่น", "สงขลา", "นครราชสีมา", "อุบลราชธานี"];

    public static int Write(string path, long rows)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 20);
        writer.Write("record_id,province_code,province_name,report_date,facility_name,population,rate_percent,amount_baht,is_active,latitude,longitude,note\r\n");
        var random = new SplitMix(Seed);
        for (long i = 0; i < rows; i++)
        {
            var province = (int)(random.Next() % 8);
            writer.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"{i},{10 + province},{Provinces[province]},2024-{1 + (i % 12):00}-{1 + (i % 28):00},โรงพยาบาลส่งเสริมสุขภาพตำบล {i % 9999},"));
            writer.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"{random.Next() % 1_000_000},{random.Share() * 100:0.00},{random.Share() * 1e6:0.00},{(i % 3 == 0 ? "false" : "true")},{13 + random.Share():0.000000},{100 + random.Share():0.000000},"));
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
