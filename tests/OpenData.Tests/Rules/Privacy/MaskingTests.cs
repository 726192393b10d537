using System.Text;
using OpenData.Reports;
using OpenData.Rules;
using OpenData.Schemas;

namespace OpenData.Tests.Rules.Privacy;

/// <summary>Whatever rule quotes a cell, no face of the report shows a person. The files break many rules at once, on purpose.</summary>
public class MaskingTests
{
    private static readonly string[] Secrets = ["1111111111119", "1-1111-11111-11-9", "2222222222227", "0811111111", "081-111-1111", "081 111 1112", "somchai", "example.com", "สมชาย", "ทดสอบ", "AA1234567", "1234567", "สมหญิง"];

    [Theory]
    [InlineData("id,เลขประจำตัวประชาชน,ชื่อ-นามสกุล,โทรศัพท์,อีเมล\n1,1111111111119,สมชาย ทดสอบ,0811111111,somchai@example.com\n1,1111111111119,สมชาย ทดสอบ,0811111111,somchai@example.com\n2,2222222222227 ,สมหญิง ทดสอบ,081 111 1112,somchai@example.com\n3,11111111111,นายสมชาย,,\n")]
    [InlineData("id,national_id\n1,\" 1,111,111,111,119\"\n2,1111111111119\n3,2222222222227\n4,๑๑๑๑๑๑๑๑๑๑๑๑๙\n5,111111111111 คน\n")]
    [InlineData("1111111111119,somchai@example.com,นายสมชาย ทดสอบ\n2222222222227,somchai@example.com,นางสมหญิง ทดสอบ\n2222222222227,somchai@example.com,นางสมหญิง ทดสอบ\n")]
    [InlineData("รายชื่อ ติดต่อ somchai@example.com โทร 081-111-1111,,\nno,name,n\n1,นายสมชาย ทดสอบ,2\n2,ก,3,นายสมชาย ทดสอบ\n\nหมายเหตุ: โทร 081-111-1111,,\nรวม 1-1111-11111-11-9,,5\n")]
    [InlineData("no,note\n1,นายสมชาย ทดสอบ\n1,นายสมชาย ทดสอบ\n2\n3,\"นายสมชาย ทดสอบ\"x\n4,=somchai@example.com\n")]
    [InlineData("ชื่อ-นามสกุล,n\nสมชาย ทดสอบ\nสมหญิง ทดสอบ,1,2\nสมชาย ทดสอบ,3\nสมหญิง ทดสอบ,3\nสมชาย ทดสอบ,3\n")]
    public void No_face_of_the_report_shows_a_person(string text)
    {
        var report = Submitted.Report(text);

        Submitted.CountOf(report, "personal-data").Should().BeGreaterThan(0);
        foreach (var face in Faces(report))
        {
            foreach (var secret in Secrets.Where(s => text.Contains(s, StringComparison.Ordinal)))
            {
                face.Should().NotContain(secret);
            }
        }
    }

    [Fact]
    public void A_value_that_was_cut_in_the_middle_of_a_person_shows_no_half()
    {
        var filler = new string('ก', 150);
        var row = $"1,{filler},{new string('ข', 30)},สมชาย ทดสอบชื่อยาวมากจนถูกตัด\n";
        var report = Submitted.Report($"no,a,b,ชื่อ-นามสกุล\n{row}{row}");

        foreach (var face in Faces(report))
        {
            face.Should().NotContain("สมชาย").And.NotContain("ทดสอบ");
        }
    }

    [Fact]
    public void A_report_of_a_file_without_persons_shows_its_values_as_they_are()
    {
        var report = Submitted.Report("no,code\n1,6501234567891\n1,6501234567891\n");

        report.Findings.Should().Contain(f => f.Code == "duplicate-row" && f.Value == "1 | 6501234567891");
        report.Columns[1].Min.Should().Be("6501234567891");
    }

    [Fact]
    public void Masks_leave_enough_to_find_the_cell()
    {
        var report = Submitted.Report("no,note\n1,บัตร 1-1111-11111-11-9\n2,somchai@example.com\n3,โทร 081-111-1189\n");

        report.Findings.Where(f => f.Code == "personal-data").Select(f => f.Value).Should().Equal("1-xxxx-xxxxx-xx-9", "s…@…", "08x-xxx-xx89");
    }

    private static IEnumerable<string> Faces(Report report)
    {
        foreach (var language in new[] { Language.Thai, Language.English })
        {
            var json = JsonReport.Write(report, language);
            yield return Encoding.UTF8.GetString(json);
            yield return Encoding.UTF8.GetString(JsonReport.Write(JsonReport.Read(json), language));
            using var html = new StringWriter();
            HtmlReport.Write(report, language, html);
            yield return System.Net.WebUtility.HtmlDecode(html.ToString());
            yield return Encoding.UTF8.GetString(SarifReport.Write(report, language));
            using var csv = new MemoryStream();
            CsvReport.Write(report, language, csv);
            yield return Encoding.UTF8.GetString(csv.ToArray());
        }
    }
}
