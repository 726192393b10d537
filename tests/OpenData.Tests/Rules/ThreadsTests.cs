using System.Globalization;
using System.Text;
using OpenData.Reports;
using OpenData.Rules;
using OpenData.Schemas;

namespace OpenData.Tests.Rules;

/// <summary>The same file, options and rule book give the same bytes, however many threads have read it.</summary>
public class ThreadsTests
{
    /// <summary>Enough rows for several threads (more than 4 MiB).</summary>
    private const int Rows = 60_000;

    public static TheoryData<string, string, int> Faults => new()
    {
        { "none", "", 0 },
        { "types and dates", "7,ก,x9,\"1,234\",31/2/2567,N/A\n8,ก, 12 คน,๑๒,1/2/67,-\n", 1 },
        { "widths and blanks", "1,ข\n\n2,ข,3,4,2024-01-01,7,8,9\n,,,,,\n", 1 },
        { "a total that is to be proved", "รวม,รวม,1,1,,1\n", 1 },
        { "duplicates", "5,ง,5,5,2024-05-05,5\n5,ง,5,5,2024-05-05,5\n", 1 },
        { "bad quotes", "6,\"จ,6,6,2024-06-06,6\n7,\"จ\"x,6,6,2024-06-06,6\n", 1 },
        { "very many odd rows", "1,ข\n", 25_000 },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_report_is_the_same_for_any_number_of_threads(string what, string faults, int times)
    {
        using var file = Checked.Of(Text(faults, times));

        var one = Report(file, 1);

        file.Upload.Bytes.Should().BeGreaterThan(CheckLimits.ParallelBytes, "a smaller file is read by one thread whatever is asked");
        Report(file, 2).Should().Be(one, what);
        Report(file, 3).Should().Be(one, what);
    }

    private static string Report(Checked file, int threads) =>
        Encoding.UTF8.GetString(JsonReport.Write(file.Report(options: new CheckOptions { Threads = threads, Keep = 20 }), Language.English));

    /// <summary>Good rows, with the faulty ones among them at even distances.</summary>
    private static string Text(string faults, int times)
    {
        var text = new StringBuilder("id,name,a,b,day,c\n");
        var every = times == 0 ? int.MaxValue : Math.Max(1, Rows / (times * 4));
        var told = 0;
        for (var i = 0; i < Rows; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{100_000 + i},สถานพยาบาลส่งเสริมสุขภาพตำบลที่ {i},{i * 7 % 1000},{i % 91}.{i % 10},2024-{1 + (i % 12):00}-{1 + (i % 28):00},{i % 13}\n");
            if (i % every == every - 1 && told++ < Math.Max(times, 3))
            {
                text.Append(faults);
            }
        }

        return text.ToString();
    }
}
