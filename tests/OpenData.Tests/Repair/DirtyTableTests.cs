using System.Globalization;
using System.Text;
using OpenData.Intake;

namespace OpenData.Tests.Repair;

/// <summary>Clean tables are dirtied as people do it, in ways of which the cure is sure; repair gives them back byte for byte.</summary>
public class DirtyTableTests
{
    private static readonly string[] Names = ["น่าน", "แพร่", "ตาก", "เลย", "ตรัง", "กรุงเทพมหานคร", "สระแก้ว, เมือง", "ยะลา \"ใน\""];
    private static readonly string[] Months = ["ม.ค.", "กุมภาพันธ์", "มี.ค.", "เม.ย.", "พฤษภาคม", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ตุลาคม", "พ.ย.", "ธ.ค."];

    [Fact]
    public void A_dirtied_table_comes_back_byte_for_byte()
    {
        for (var seed = 1; seed <= 150; seed++)
        {
            var random = new Random(seed);
            var (clean, dirty) = Make(random);

            var once = Converted.Of(dirty, repairs: true);
            var twice = Converted.Of(once.Bytes, repairs: true);

            once.Text.Should().Be(clean, "seed {0}:\n{1}", seed, Encoding.UTF8.GetString(dirty));
            twice.Bytes.Should().Equal(once.Bytes, "seed {0}: repairing twice is repairing once", seed);
            twice.Changes.Should().BeEmpty("seed {0}: a clean file has nothing to repair", seed);
            Converted.Plain(clean).Text.Should().Be(clean, "seed {0}", seed);
        }
    }

    private static (string Clean, byte[] Dirty) Make(Random random)
    {
        var separator = ",;\t|"[random.Next(4)];
        var blankAt = random.Next(3) == 0 ? random.Next(7) : -1;
        string[] header = ["id", "จังหวัด", "ประชากร", "งบประมาณ", "วันที่", "รหัส"];
        var clean = new StringBuilder().Append(string.Join(",", header)).Append("\r\n");
        var dirty = new StringBuilder();
        for (var i = random.Next(3); i > 0; i--)
        {
            dirty.Append(random.Next(2) == 0 ? "รายงานประจำปี" : "").Append(separator, 5).Append('\n');
        }

        var labels = header.Select(h => random.Next(4) == 0 ? $" {h}  " : h).ToList();
        Append(dirty, labels, separator, blankAt);
        var (people, money) = (0L, 0m);
        for (var row = 1; row <= 40; row++)
        {
            var (number, amount) = (random.Next(1, 2_000_000), random.Next(1, 100_000_000) / 100m);
            var date = new DateOnly(random.Next(1990, 2030), random.Next(1, 13), random.Next(1, 28));
            string[] cells =
            [
                row.ToString(CultureInfo.InvariantCulture), Names[random.Next(Names.Length)] + row.ToString(CultureInfo.InvariantCulture),
                random.Next(20) == 0 ? "" : number.ToString(CultureInfo.InvariantCulture), amount.ToString("F2", CultureInfo.InvariantCulture),
                random.Next(20) == 0 ? "" : date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), random.Next(100).ToString("D2", CultureInfo.InvariantCulture),
            ];
            Append(clean, cells, ',', -1, "\r\n");
            people += cells[2].Length == 0 ? 0 : number;
            money += amount;
            Append(dirty, [Number(random, cells[0]), Spaced(random, cells[1]), Number(random, cells[2]), Number(random, cells[3]), Date(random, cells[4], date), Spaced(random, cells[5])], separator, blankAt);
            if (random.Next(12) == 0)
            {
                dirty.Append(random.Next(2) == 0 ? "" : new string(separator, 5)).Append('\n');
            }

            if (row > 1 && random.Next(25) == 0)
            {
                Append(dirty, labels, separator, blankAt);
            }
        }

        if (random.Next(2) == 0)
        {
            Append(dirty, ["", "รวม", people.ToString("N0", CultureInfo.InvariantCulture), money.ToString("N2", CultureInfo.InvariantCulture), "", ""], separator, blankAt);
        }

        if (random.Next(2) == 0)
        {
            Append(dirty, ["ที่มา: สำนักงานสถิติ", "", "", "", "", ""], separator, blankAt);
        }

        return (clean.ToString(), Encode(random, dirty.ToString()));
    }

    private static byte[] Encode(Random random, string text) => random.Next(4) switch
    {
        0 => Decoders.Of(TextEncoding.Windows874).GetBytes(text),
        1 => Encoding.UTF8.GetBytes("\uFEFF" + text),
        2 => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text.ReplaceLineEndings("\r\n"))],
        _ => Encoding.UTF8.GetBytes(text),
    };

    private static string Number(Random random, string clean)
    {
        if (clean.Length == 0)
        {
            return random.Next(2) == 0 ? "" : "ไม่มีข้อมูล";
        }

        var value = decimal.Parse(clean, CultureInfo.InvariantCulture);
        var text = random.Next(3) > 0 ? clean : value.ToString(clean.Contains('.', StringComparison.Ordinal) ? "N2" : "N0", CultureInfo.InvariantCulture);
        return Spaced(random, random.Next(4) == 0 ? Thai(text) : text);
    }

    private static string Date(Random random, string clean, DateOnly date)
    {
        if (clean.Length == 0)
        {
            return random.Next(2) == 0 ? "" : "-";
        }

        var (day, month, year) = (date.Day, date.Month, date.Year);
        var text = random.Next(6) switch
        {
            0 => string.Create(CultureInfo.InvariantCulture, $"{day}/{month}/{year + 543}"),
            1 => string.Create(CultureInfo.InvariantCulture, $"{day} {Months[month - 1]} {year + 543}"),
            2 when day > 12 => string.Create(CultureInfo.InvariantCulture, $"{day}-{month:D2}-{year}"),
            3 => string.Create(CultureInfo.InvariantCulture, $"{year + 543}-{month:D2}-{day:D2}"),
            4 => string.Create(CultureInfo.InvariantCulture, $"{year}/{month}/{day}"),
            _ => clean,
        };
        return Spaced(random, random.Next(4) == 0 ? Thai(text) : text);
    }

    private static string Spaced(Random random, string text) => random.Next(8) == 0 ? text + "  " : text;

    private static string Thai(string text) => string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)('๐' + (c - '0')) : c));

    private static void Append(StringBuilder text, IEnumerable<string> cells, char separator, int blankAt, string lineEnd = "\n")
    {
        var row = cells.ToList();
        if (blankAt >= 0)
        {
            row.Insert(blankAt, "");
        }

        text.AppendJoin(separator, row.Select(c => c.AsSpan().IndexOfAny(separator, '"', '\n') >= 0 ? $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : c))
            .Append(lineEnd);
    }
}
