using System.Text;
using OpenData.Intake;
using OpenData.Publishing.Repair;

namespace OpenData.Tests.Repair;

public class ConversionTests
{
    [Fact]
    public void A_windows_874_file_with_semicolons_becomes_utf_8_with_commas_and_crlf()
    {
        var bytes = Decoders.Of(TextEncoding.Windows874).GetBytes("จังหวัด;ปี;ประชากร\nน่าน;2566;474539\n\"แพร่, เมือง\";2566;430669\n");

        var converted = Converted.Of(bytes, repairs: false);

        converted.Bytes.Should().Equal(Encoding.UTF8.GetBytes("จังหวัด,ปี,ประชากร\r\nน่าน,2566,474539\r\n\"แพร่, เมือง\",2566,430669\r\n"));
        converted.Changes.Select(c => (c.Kind, c.Old, c.New)).Should().Equal(
            (RepairKind.Encoding, "windows-874", "utf-8"),
            (RepairKind.Separator, ";", ","),
            (RepairKind.LineEnding, "lf", "crlf"));
    }

    [Fact]
    public void The_byte_order_mark_title_rows_and_blank_rows_go()
    {
        var converted = Converted.Plain("\uFEFFรายงานประชากร,,\r\n,,\r\nจังหวัด,ปี,ประชากร\r\nน่าน,2566,474539\r\n,,\r\nแพร่,2566,430669\r\n");

        converted.Text.Should().Be("จังหวัด,ปี,ประชากร\r\nน่าน,2566,474539\r\nแพร่,2566,430669\r\n");
        converted.Told().Should().Equal("1, title-row รายงานประชากร,,→", "2, blank-row ,,→", "5, blank-row ,,→");
    }

    [Fact]
    public void Without_repair_only_sure_dates_of_the_common_era_are_rewritten()
    {
        var converted = Converted.Plain("name ,date,amount\r\nNan ,31/1/2024,\"1,200\"\r\nPhrae,3/4/2024,-\r\nTak,5/6/2567,3\r\nLoei,7/8/67,๔\r\n");

        converted.Text.Should().Be("name ,date,amount\r\nNan ,2024-01-31,\"1,200\"\r\nPhrae,2024-04-03,-\r\nTak,5/6/2567,3\r\nLoei,7/8/67,๔\r\n");
    }

    [Theory]
    [InlineData("name,date,n\r\nNan,3/4/2024,1\r\nTak,5/6/2024,2\r\n", "name,date,n\r\nNan,3/4/2024,1\r\nTak,5/6/2024,2\r\n")]
    [InlineData("name,date,n\r\nNan,3/4/2024,1\r\nTak,6/25/2024,2\r\n", "name,date,n\r\nNan,2024-03-04,1\r\nTak,2024-06-25,2\r\n")]
    [InlineData("name,date,n\r\nNan,3/4/2024,1\r\nTak,6/25/2024,2\r\nLoei,25/6/2024,3\r\n", "name,date,n\r\nNan,3/4/2024,1\r\nTak,6/25/2024,2\r\nLoei,25/6/2024,3\r\n")]
    [InlineData("name,date,n\r\nNan,31/1/2024 10:30,1\r\nTak,25/6/2024,2\r\n", "name,date,n\r\nNan,31/1/2024 10:30,1\r\nTak,2024-06-25,2\r\n")]
    [InlineData("name,date,n\r\nNan,31/2/2024,1\r\nTak,25/6/2024,2\r\nLoei,6 ก.พ. 2024,3\r\n", "name,date,n\r\nNan,31/2/2024,1\r\nTak,2024-06-25,2\r\nLoei,2024-02-06,3\r\n")]
    public void A_date_is_rewritten_only_where_its_day_is_sure(string text, string expected)
    {
        Converted.Plain(text).Text.Should().Be(expected);
        Converted.Repaired(text).Text.Should().Be(expected);
    }

    [Fact]
    public void Bad_quotes_are_written_right_and_every_such_row_is_told()
    {
        var converted = Converted.Plain("name,n\r\nab\"c,1\r\nNan,2\r\n");

        converted.Text.Should().Be("name,n\r\n\"ab\"\"c\",1\r\nNan,2\r\n");
        converted.Told().Should().Equal("2, quoting ab\"c,1→ab\"c | 1");
    }

    [Fact]
    public void What_is_no_text_is_refused()
    {
        Converted.Of("%PDF-1.7\n%âãÏÓ\n1 0 obj"u8.ToArray(), repairs: true).Refusal.Should().Be(ConversionRefusal.NoTable);
        Converted.Of([], repairs: true).Refusal.Should().Be(ConversionRefusal.NoTable);
    }

    [Fact]
    public void The_log_is_a_csv_with_a_row_for_each_change()
    {
        using var stream = new MemoryStream();
        using (var log = new RepairLog(stream))
        {
            log.Write(new RepairChange(null, null, null, null, RepairKind.Encoding, "windows-874", "utf-8"));
            log.Write(new RepairChange(3, 4, 2, "งบ, บาท", RepairKind.ThousandsSeparator, "1,200", "1200"));
            log.Write(new RepairChange(9, 10, null, null, RepairKind.NoteRow, "=HYPERLINK()", null));
        }

        Encoding.UTF8.GetString(stream.ToArray()).Should().Be(
            "row,line,column,header,change,old,new\r\n,,,,encoding,windows-874,utf-8\r\n3,4,2,\"งบ, บาท\",thousands-separator,\"1,200\",1200\r\n9,10,,,note-row,\"'=HYPERLINK()\",\r\n");
    }

    [Fact]
    public void Every_kind_has_a_code_of_its_own_and_a_title_in_both_languages()
    {
        var kinds = Enum.GetValues<RepairKind>();

        kinds.Select(RepairNames.CodeOf).Should().OnlyHaveUniqueItems().And.OnlyContain(code => System.Text.RegularExpressions.Regex.IsMatch(code, "^[a-z]+(-[a-z]+)*$"));
        kinds.Select(RepairNames.TitleOf).Should().OnlyContain(title => title.Th!.Length > 0 && title.En!.Length > 0);
    }
}
