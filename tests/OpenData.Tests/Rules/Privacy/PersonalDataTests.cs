using OpenData.Rules;
using OpenData.Rules.Privacy;
using OpenData.Schemas;

namespace OpenData.Tests.Rules.Privacy;

/// <summary>What is told as personal data, counted exactly, and what only looks like it. All persons are made up.</summary>
public class PersonalDataTests
{
    /// <summary>Twelve ones weigh 13 + 12 + … + 2 = 90; 90 mod 11 = 2; 11 − 2 = 9.</summary>
    private const string OnesId = "1111111111119";

    public static TheoryData<string> Bad => [.. Submitted.FixturesOf("personal-data", "bad-", ".csv").Select(f => Path.GetFileName(f))];
    public static TheoryData<string> Innocent => [.. Submitted.FixturesOf("personal-data", "good-", ".csv").Concat(Submitted.FixturesOf("personal-data", "tricky-", ".csv")).Select(f => Path.GetFileName(f))];

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_bad_file_is_told_and_does_not_comply(string file)
    {
        var report = Submitted.ReportOf(Path.Combine(Submitted.Fixtures, "personal-data", file));

        report.Summary.Should().Contain(s => s.Code == "personal-data" && s.Severity == Severity.Error);
        report.Complies.Should().BeFalse();
    }

    [Theory]
    [MemberData(nameof(Innocent))]
    public void A_file_that_only_looks_personal_is_not_accused(string file) =>
        Submitted.Kinds(Submitted.ReportOf(Path.Combine(Submitted.Fixtures, "personal-data", file))).Should().BeEmpty();

    [Theory]
    [InlineData(1111111111119)] // 90 mod 11 = 2, 11 - 2 = 9
    [InlineData(2222222222227)] // 180 mod 11 = 4, 11 - 4 = 7
    [InlineData(6666666666660)] // 540 mod 11 = 1, 10 mod 10 = 0
    [InlineData(1234567890121)] // 352 mod 11 = 0, 11 mod 10 = 1
    public void The_check_digit_of_an_id_is_right(long id) => NationalIds.IsChecked(id).Should().BeTrue();

    [Theory]
    [InlineData(1111111111118)]
    [InlineData(1111111111110)]
    [InlineData(1234567890123)]
    public void A_wrong_check_digit_is_no_id(long id) => NationalIds.IsChecked(id).Should().BeFalse();

    [Theory]
    [InlineData("บัตร " + OnesId)]
    [InlineData("บัตร 1-1111-11111-11-9")]
    [InlineData("บัตร:1 1111 11111 11 9 ครบ")]
    [InlineData("๑-๑๑๑๑-๑๑๑๑๑-๑๑-๙")]
    public void A_single_id_in_a_text_is_told(string cell) =>
        Submitted.Kinds(Submitted.Report($"no,note\n1,{cell}\n2,ไม่มี\n")).Should().Equal("2 national-id 1");

    [Theory]
    [InlineData("บัตร 1111111111118")]
    [InlineData("https://example.com/post/1111111111119")]
    [InlineData("ค่า 11111111111190")]
    [InlineData("ค่า 1111111111119.25")]
    [InlineData("A1111111111119")]
    public void Thirteen_digits_that_are_something_else_are_not_told(string cell) =>
        Submitted.Kinds(Submitted.Report($"no,note\n1,{cell}\n2,ไม่มี\n")).Should().BeEmpty();

    [Fact]
    public void A_column_of_numbers_with_right_digits_by_chance_is_no_column_of_ids()
    {
        var report = Submitted.Report("no,amount\n" + string.Concat(Enumerable.Range(0, 500).Select(i => $"{i},{1_500_000_000_000 + (i * 1013L)}\n")));

        Submitted.Kinds(report).Should().BeEmpty();
    }

    [Fact]
    public void One_code_repeated_in_every_row_is_one_code()
    {
        var report = Submitted.Report("no,code\n" + string.Concat(Enumerable.Range(0, 500).Select(i => $"{i},{OnesId}\n")));

        Submitted.Kinds(report).Should().BeEmpty("a constant has a right check digit one time in ten");
    }

    [Fact]
    public void Every_id_of_a_column_is_counted_though_few_are_kept()
    {
        var ids = Enumerable.Range(0, 1000).Select(i => 1_100_000_000_00L + i).Select(WithCheckDigit).ToArray();
        var report = Submitted.Report("no,code\n" + string.Concat(ids.Select((id, i) => $"{i},{id}\n")), options: new CheckOptions { Keep = 3 });

        Submitted.CountOf(report, "personal-data").Should().Be(1000);
        Submitted.Kinds(report).Should().Equal("2 national-id 1000", "3 national-id 1000", "4 national-id 1000");
    }

    [Theory]
    [InlineData("081-111-1111", "mobile-number")]
    [InlineData("06 1111 1111", "mobile-number")]
    [InlineData("+66 81 111 1111", "mobile-number")]
    [InlineData("+66(0)81-111-1111", "mobile-number")]
    [InlineData("โทร.0811111111", "mobile-number")]
    [InlineData("Tel 0811111111", "mobile-number")]
    [InlineData("๐๘๑-๑๑๑-๑๑๑๑", "mobile-number")]
    [InlineData("somchai@example.com", "email")]
    [InlineData("ส่งที่ somchai.t@mail.example.com.", "email")]
    [InlineData("นายสมชาย สมมติ", "person-name")]
    [InlineData("นางสาว สมหญิง สมมติ", "person-name")]
    [InlineData("ด.ช.สมมติ ทดสอบ (ป.1)", "person-name")]
    [InlineData("นายกมล สมมติ", "person-name")]
    [InlineData("นายแพทย์สมชาย สมมติ", "person-name")]
    [InlineData("Mr. John Example", "person-name")]
    public void Personal_data_in_a_cell_are_told_by_kind(string cell, string kind) =>
        Submitted.Kinds(Submitted.Report($"no,note\n1,{cell}\n2,ไม่มี\n")).Should().Equal($"2 {kind} 1");

    [Theory]
    [InlineData("02-111-1111")]
    [InlineData("053-111-111 ต่อ 12")]
    [InlineData("saraban@example.go.th")]
    [InlineData("info@example.org")]
    [InlineData("0811111111")]
    [InlineData("user@host")]
    [InlineData("081-111-11111")]
    [InlineData("1081-111-1111")]
    [InlineData("นายกเทศมนตรี ตำบลสมมติ")]
    [InlineData("นายอำเภอ เมือง")]
    [InlineData("นางรอง บุรีรัมย์")]
    [InlineData("Mr. DIY")]
    public void What_is_no_persons_is_not_told(string cell) =>
        Submitted.Kinds(Submitted.Report($"no,note\n1,{cell}\n2,ไม่มี\n")).Should().BeEmpty();

    [Fact]
    public void A_mobile_number_among_an_agencys_contact_data_is_a_note()
    {
        var report = Submitted.Report("หน่วยงาน,เบอร์โทรหน่วยงาน\nกองสมมติ,081-111-1111\nสำนักสมมติ,02-111-1111\n");

        Submitted.Kinds(report).Should().Equal("2 mobile-number 1 info");
    }

    [Fact]
    public void Names_count_by_header_only_where_most_values_are_names()
    {
        Submitted.Kinds(Submitted.Report("ชื่อ-นามสกุล,n\nสมชาย สมมติ,1\nสมหญิง ทดสอบ,2\nไม่ระบุ,3\n")).Should().Equal("2 person-name 2", "3 person-name 2");
        Submitted.Kinds(Submitted.Report("ชื่อ-นามสกุล,n\nบริษัท สมมติ จำกัด,1\nสหกรณ์ ทดสอบ,2\nกองแผนงาน กรมสมมติ,3\n")).Should().BeEmpty();
    }

    [Fact]
    public void Text_that_is_no_value_of_a_column_is_looked_at_too()
    {
        var report = Submitted.Report("no,name,n\n1,ก,2\n2,ข,3\nหมายเหตุ: ติดต่อ somchai@example.com,,\n3,ค,4,081-111-1111\n");

        Submitted.Kinds(report).Should().Equal("4 email 1", "5 mobile-number 1");
    }

    [Fact]
    public void A_report_of_persons_is_the_same_for_any_number_of_threads()
    {
        var rows = new System.Text.StringBuilder("no,code,amount,note\n");
        for (var i = 0; i < 60_000; i++)
        {
            rows.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i},{WithCheckDigit(110_000_000_000L + i)},{1_500_000_000_000 + (i * 1013L)},{(i % 7 == 0 ? "ติดต่อ somchai@example.com" : "ไม่มีหมายเหตุเพิ่มเติมสำหรับรายการนี้")}\n");
        }

        var text = rows.ToString();
        var one = Submitted.Report(text, options: new CheckOptions { Threads = 1 });
        var four = Submitted.Report(text, options: new CheckOptions { Threads = 4 });

        Submitted.CountOf(one, "personal-data").Should().Be(60_000 + 8572);
        four.Summary.Should().Equal(one.Summary);
        Submitted.Kinds(four).Should().Equal(Submitted.Kinds(one));
    }

    [Fact]
    public void Kinds_have_words_in_both_languages()
    {
        foreach (var kind in Enum.GetValues<PersonalKind>())
        {
            PersonalKinds.TitleOf(PersonalKinds.NameOf(kind))!.In(Language.Thai).Should().MatchRegex("[ก-ฮ]");
        }
    }

    internal static long WithCheckDigit(long twelve)
    {
        var digits = twelve.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(12, '1');
        var sum = digits.Select((d, i) => (d - '0') * (13 - i)).Sum();
        return long.Parse(digits + ((11 - (sum % 11)) % 10), System.Globalization.CultureInfo.InvariantCulture);
    }
}
