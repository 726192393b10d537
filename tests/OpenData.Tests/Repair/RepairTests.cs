using OpenData.Publishing.Repair;
using OpenData.Schemas;

namespace OpenData.Tests.Repair;

public class RepairTests
{
    [Fact]
    public void Each_step_of_a_cell_is_told_by_itself()
    {
        var repaired = Converted.Repaired("name,pop,date\r\nNan,\"๑,๒๓๔ \",๓๑/๑/๒๕๖๗\r\nTak, 5 ,2024-02-01\r\n");

        repaired.Text.Should().Be("name,pop,date\r\nNan,1234,2024-01-31\r\nTak,5,2024-02-01\r\n");
        repaired.Told().Should().Equal(
            "2,2 trailing-spaces ๑,๒๓๔ →๑,๒๓๔",
            "2,2 thai-digits ๑,๒๓๔→1,234",
            "2,2 thousands-separator 1,234→1234",
            "2,3 thai-digits ๓๑/๑/๒๕๖๗→31/1/2567",
            "2,3 buddhist-era 31/1/2567→2024-01-31",
            "3,2 trailing-spaces  5 →5");
    }

    [Theory]
    [InlineData("two-digit year", "name,v\r\na,1/2/67\r\nb,2024-02-01\r\n")]
    [InlineData("parenthesised", "name,v\r\na,(500.00)\r\nb,2.50\r\n")]
    [InlineData("decimal comma beside points", "name,v\r\na,\"1,5\"\r\nb,2.5\r\n")]
    [InlineData("decimal comma beside groups", "name,v\r\na,\"1,5\"\r\nb,\"1,234\"\r\nc,\"1 234,50\"\r\n")]
    [InlineData("units differ", "name,v\r\na,12 คน\r\nb,13 ราย\r\nc,14 คน\r\n")]
    [InlineData("not all have the unit", "name,v\r\na,12\r\nb,13 คน\r\nc,14 คน\r\n")]
    [InlineData("year column", "name,ปี\r\na,2566\r\nb,2567\r\n")]
    [InlineData("duplicate rows", "name,v\r\na,1\r\na,1\r\n")]
    [InlineData("words in a text column", "name,v\r\n-,1\r\n\"๑,๒๓๔\",2\r\n  indented,3\r\nNone,4\r\n")]
    [InlineData("short row", "name,v,w\r\na,1\r\nb,2,3\r\n")]
    [InlineData("extra text", "name,v\r\na,1,why\r\nb,2\r\n")]
    [InlineData("a total that is none", "name,v,w\r\na,1,2\r\nb,2,3\r\nรวม,9,9\r\n")]
    public void What_is_not_sure_stays_as_it_is(string why, string text)
    {
        var repaired = Converted.Repaired(text);

        repaired.Text.Should().Be(text, why);
        repaired.Changes.Should().BeEmpty();
    }

    [Fact]
    public void A_unit_goes_where_every_value_of_the_column_has_the_same()
    {
        var repaired = Converted.Repaired("name,people,share\r\na,\"1,200 คน\",45%\r\nb,๑๓ คน,5%\r\nc,-,7.5%\r\n");

        repaired.Text.Should().Be("name,people,share\r\na,1200,45\r\nb,13,5\r\nc,,7.5\r\n");
        repaired.Tally.CountOf(RepairKind.Unit).Should().Be(5);
    }

    [Fact]
    public void A_column_of_decimal_commas_alone_gets_points()
    {
        Converted.Repaired("nom;montant\r\na;500,00\r\nb;1\u00A0250,50\r\n").Text.Should().Be("nom,montant\r\na,500.00\r\nb,1250.50\r\n");
    }

    [Fact]
    public void Notes_proved_totals_and_repeated_headers_go()
    {
        var repaired = Converted.Repaired("จังหวัด,ชาย,หญิง\r\nน่าน,10,20\r\nแพร่,30,40\r\nจังหวัด,ชาย,หญิง\r\nตาก,5,6\r\nรวม,45,66\r\nหมายเหตุ: ข้อมูล ณ สิ้นปี,,\r\n");

        repaired.Text.Should().Be("จังหวัด,ชาย,หญิง\r\nน่าน,10,20\r\nแพร่,30,40\r\nตาก,5,6\r\n");
        repaired.Told().Should().Equal("4, repeated-header จังหวัด,ชาย,หญิง→", "6, total-row รวม,45,66→", "7, note-row หมายเหตุ: ข้อมูล ณ สิ้นปี,,→");
    }

    [Fact]
    public void Labels_are_cleaned_header_rows_joined_and_nameless_blank_columns_dropped()
    {
        var repaired = Converted.Repaired("จังหวัด,ประชากร,\r\n,ชาย,หญิง\r\nน่าน,10,20\r\nแพร่,30,40\r\n");
        repaired.Text.Should().Be("จังหวัด,ประชากร ชาย,ประชากร หญิง\r\nน่าน,10,20\r\nแพร่,30,40\r\n");

        Converted.Repaired(" name ,,\"จำนวน\nคน\",\r\na,,1,\r\nb,,2,\r\n").Text.Should().Be("name,จำนวน คน\r\na,1\r\nb,2\r\n");
    }

    [Fact]
    public void A_blank_column_is_kept_where_a_row_too_long_has_ink_in_it()
    {
        const string text = "a,,b\r\nNan,,1\r\nTak,,2\r\nLoei,w,3,4\r\n";

        Converted.Repaired(text).Text.Should().Be(text);
    }

    [Fact]
    public void The_value_of_a_merged_cell_is_filled_down_within_its_group()
    {
        var repaired = Converted.Repaired("ภาค,จังหวัด,อำเภอ,n\r\nเหนือ,น่าน,ก,1\r\n,,ข,2\r\n,,ค,3\r\nใต้,,ง,4\r\n,ตรัง,จ,5\r\n,,ฉ,6\r\n");

        repaired.Text.Should().Be("ภาค,จังหวัด,อำเภอ,n\r\nเหนือ,น่าน,ก,1\r\nเหนือ,น่าน,ข,2\r\nเหนือ,น่าน,ค,3\r\nใต้,,ง,4\r\nใต้,ตรัง,จ,5\r\nใต้,ตรัง,ฉ,6\r\n");
        repaired.Tally.CountOf(RepairKind.MergedCell).Should().Be(7);
    }

    [Theory]
    [InlineData("a,1,234,5", "a,1234,5")]
    [InlineData("a,1,234,567.50,5", "a,1234567.50,5")]
    [InlineData("a,7,8,", "a,7,8")]
    [InlineData("a,12,345,678", "a,12,345,678")]
    [InlineData("a,12,345,67,8", "a,12,345,67,8")]
    [InlineData("a,\"1\",234,5", "a,1,234,5")]
    public void A_row_cut_by_unquoted_thousands_is_joined_where_one_way_alone_fits(string row, string expected)
    {
        Converted.Repaired("name,pop,area\r\nNan,10,2\r\nTak,20,3\r\n" + row + "\r\n").Text
            .Should().Be("name,pop,area\r\nNan,10,2\r\nTak,20,3\r\n" + expected + "\r\n");
    }

    [Theory]
    [InlineData(Calendar.Gregorian, "name,y,d\r\na,2024,2024-01-31\r\nb,2023,2024-02-29\r\n")]
    [InlineData(Calendar.Buddhist, "name,y,d\r\na,2567,2567-01-31\r\nb,2566,2567-02-29\r\n")]
    public void The_dictionary_decides_the_calendar(Calendar calendar, string expected)
    {
        var dictionary = new DataDictionary
        {
            Columns =
            [
                new DictionaryColumn { Name = "name", Header = "name", Type = ColumnType.Text },
                new DictionaryColumn { Name = "y", Header = "y", Type = ColumnType.Year, Calendar = calendar },
                new DictionaryColumn { Name = "d", Header = "d", Type = ColumnType.Date, Calendar = calendar },
            ],
            Sha256 = "",
        };

        Converted.Repaired("name,y,d\r\na,2567,31/1/2567\r\nb,๒๕๖๖,29 ก.พ. 2567\r\n", dictionary).Text.Should().Be(expected);
    }
}
