using System.Diagnostics;
using System.Globalization;
using System.Text;
using OpenData.Reports;
using OpenData.Rules;
using OpenData.Schemas;

namespace OpenData.Tests.Tables;

/// <summary>No file stops the checker: whatever it reads, it answers with a report.</summary>
public sealed class HostileFileTests
{
    private static readonly string[] Seeds =
    [
        "จังหวัด,ปี,ประชากร\nน่าน,2566,474539\nแพร่,2566,430669\nรวม,2566,905208\n",
        "ตารางที่ 1,,\n,,\nวันที่,ชื่อ,\"จำนวน\n(คน)\"\n6 ก.พ. 2567,\"ก, ข\",\"1,234\"\n31/1/2024,๑๒๓,-\n2024-02-31,x,12 คน\nหมายเหตุ: ที่มา,,\n",
        "sep=;\r\na;b;c\r\n1;2,5;true\r\n2;\"x\"\"y\";false\r\n;;\r\n",
        "id\tdate\ttime\tflag\n1\t2024-01-31T10:00:00Z\t10:30\tY\n2\t3/4/2024\t24:00\tN\n",
        "{\"a\":1}\n", "<html><body>", "\uFEFFa,a, b ,\n1,2,3,4\n1,2,3,4\n",
        "a,b\n(1,234),$5\n1e5,1E-3\n99999999999999999999,.5\n00012,1 234,5\n",
    ];

    private static readonly string[] Pieces =
    [
        "\"", "\"\"", ",", ";", "\t", "|", "\n", "\r", "\r\n", "\0", "\u001B[2J", "๑๒", "٣٤", "１２", "ก", "😀", "\uFFFD", "\u00A0", "\u200B", "1/1/", "-", ".", "9999999999999999999999", "1e999", "-0", "31/2/2567",
        "๖ ก.พ. ๒๕๖๗", "1٢/3/2024", "6 ก.พ. ２５６７", "2024-0", "T24:60", "(", ")", "%", "รวม", "Total", "=1+1", "<script>", "{row}", "}", "sep=,", "à¸", "¨Ó¹Ç¹", "  ",
    ];

    /// <summary>How many files are mutilated: a run of all tests has 20 minutes, so OPENDATA_HOSTILE_FILES=100000 asks for a long one.</summary>
    private static readonly int Files = int.TryParse(Environment.GetEnvironmentVariable("OPENDATA_HOSTILE_FILES"), CultureInfo.InvariantCulture, out var files) ? files : 20_000;

    [Fact]
    public void Tens_of_thousands_of_mutilated_files_all_get_a_report_in_every_form()
    {
        var dictionary = Checked.Dictionary(
            """
            { "name": "a", "header": "จังหวัด", "type": "text", "description": "ก", "required": true, "maxLength": 5 },
            { "name": "b", "header": "ปี", "type": "year", "calendar": "buddhist", "description": "ก", "minimum": 2500 },
            { "name": "c", "header": "ประชากร", "type": "integer", "description": "ก", "minimum": 0, "unique": true },
            { "name": "id", "type": "decimal", "description": "ก", "maximum": 10 }, { "name": "date", "type": "datetime", "description": "ก", "minimum": "2020-01-01T00:00:00" },
            { "name": "time", "type": "time", "description": "ก", "maximum": "12:00" }, { "name": "flag", "type": "code", "description": "ก", "codes": [ { "code": "Y" }, { "code": "N" } ] }
            """,
            """, "key": ["a"], "missingValues": ["", "-"] """);
        var slowest = TimeSpan.Zero;
        // As many at once as there are processors: a check waits for threads of its own, and so do the tests beside this one.
        Parallel.For(0, Files, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, file =>
        {
            var random = new Random(file);
            var bytes = Mutilated(random);
            var clock = Stopwatch.StartNew();
            try
            {
                AllFaces(bytes, random.Next(3) == 0 ? dictionary : null, new CheckOptions { Keep = random.Next(4) switch { 0 => 0, 1 => 1, _ => 100 } });
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                error.Should().BeNull("file {0} is {1}", file, Convert.ToBase64String(bytes));
            }

            slowest = clock.Elapsed > slowest ? clock.Elapsed : slowest;
        });

        // Files of a few hundred bytes take milliseconds; one that takes half a minute hangs.
        slowest.Should().BeLessThan(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("a,b\n1٢/3/2024,6 ก.พ. ２５６７\n")]
    [InlineData("a,b\n1,1\n00000000000000000000000000000000001,1e999\n")]
    public void Digits_of_other_scripts_and_endless_numbers_are_read_as_text(string text) => AllFaces(Encoding.UTF8.GetBytes(text), null, new CheckOptions());

    [Fact]
    public void A_file_of_one_endless_line_is_too_large_and_not_empty()
    {
        var report = Checked.ReportOf([.. Enumerable.Repeat((byte)'x', 9_000_000)]);
        Checked.Flat(report).Should().Equal("too-large 1 -");
    }

    [Fact]
    public void A_file_of_a_million_columns_is_too_large()
    {
        var clock = Stopwatch.StartNew();
        var report = Checked.ReportOf(new string(',', 1_000_000) + "\n1,2\n");
        Checked.CountOf(report, "too-large").Should().Be(1);
        clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void A_row_too_long_among_others_is_told_once_and_the_others_are_read()
    {
        var report = Checked.ReportOf("a,b\n1,2\n" + new string('x', 9_000_000) + "\n3,4\n5,6\n");
        Checked.Flat(report).Should().Equal("too-large 3 -");
        report.Columns[0].Values.Should().Be(3);
    }

    [Fact]
    public void As_many_columns_as_Excel_has_are_checked_in_time()
    {
        var clock = Stopwatch.StartNew();
        var row = string.Join(',', Enumerable.Range(0, 16_384));
        var report = Checked.ReportOf(string.Join(',', Enumerable.Range(0, 16_384).Select(_ => "ก")) + "\n" + string.Concat(Enumerable.Repeat(row + "\n", 30)));
        report.File.Columns.Should().Be(16_384);
        clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(40));
    }

    private static byte[] Mutilated(Random random)
    {
        var text = new StringBuilder(Seeds[random.Next(Seeds.Length)]);
        for (var changes = random.Next(1, 8); changes > 0; changes--)
        {
            var at = random.Next(text.Length + 1);
            switch (random.Next(4))
            {
                case 0:
                    text.Remove(at, Math.Min(random.Next(5), text.Length - at));
                    break;
                case 1:
                    text.Insert(at, text.ToString(0, random.Next(Math.Min(30, text.Length) + 1)));
                    break;
                default:
                    text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
            }
        }

        var bytes = random.Next(8) switch
        {
            0 => Checked.Thai.GetBytes(text.ToString()),
            1 => Encoding.Unicode.GetBytes(text.ToString()),
            _ => Encoding.UTF8.GetBytes(text.ToString()),
        };
        for (var flips = random.Next(4) == 0 ? random.Next(4) : 0; flips > 0 && bytes.Length > 0; flips--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return bytes;
    }

    private static void AllFaces(byte[] bytes, DataDictionary? dictionary, CheckOptions options)
    {
        var report = Checked.ReportOf(bytes, dictionary, options);
        foreach (var language in (Language[])[Language.Thai, Language.English])
        {
            JsonReport.Read(JsonReport.Write(report, language));
            HtmlReport.Write(report, language, TextWriter.Null);
            SarifReport.Write(report, language);
            CsvReport.Write(report, language, Stream.Null);
        }
    }
}
