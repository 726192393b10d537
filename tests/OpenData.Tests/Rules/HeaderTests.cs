namespace OpenData.Tests.Rules;

/// <summary>Where the header is, in tables as they come.</summary>
public sealed class HeaderTests
{
    [Theory]
    [InlineData("plain", "id,name\n1,ก\n2,ข\n", 1, 2)]
    [InlineData("two title rows", "รายงาน,,\nปี 2566,,\nid,name,n\n1,ก,5\n2,ข,6\n3,ค,9\n", 3, 3)]
    [InlineData("a blank first column", ",id,name\n,1,ก\n,2,ข\n", 1, 2)]
    [InlineData("years for labels", "จังหวัด,2564,2565,2566\nน่าน,5,6,7\nแพร่,8,9,10\n", 1, 2)]
    [InlineData("nothing but texts", "จังหวัด,ภาค\nน่าน,เหนือ\nตรัง,ใต้\n", 1, 2)]
    [InlineData("one column", "จังหวัด\nน่าน\nแพร่\n", 1, 2)]
    [InlineData("one column of numbers", "n\n1\n2\n", 1, 2)]
    [InlineData("a header only", "จังหวัด,ปี,จำนวน\n", 1, 0)]
    [InlineData("no header", "1,ก,5\n2,ข,6\n3,ค,9\n", null, 3)]
    [InlineData("no header, only texts that repeat", "เหนือ,น่าน\nเหนือ,แพร่\nใต้,ตรัง\n", null, 3)]
    [InlineData("dates below words", "วันที่,ชื่อ\n2024-01-01,ก\n2024-01-02,ข\n", 1, 2)]
    [InlineData("two header rows", "จังหวัด,ประชากร,ประชากร\nจังหวัด,ชาย,หญิง\nน่าน,1,2\nแพร่,3,5\nตรัง,4,8\n", 1, 3)]
    [InlineData("a row of units", "จังหวัด,พื้นที่,ผลผลิต\n,ไร่,ตัน\nน่าน,10,25\nแพร่,30,45\nตรัง,90,35\n", 1, 3)]
    public void The_header_is_where_a_person_sees_it(string what, string text, int? header, int rows)
    {
        var report = Checked.ReportOf(text);
        (report.File.HeaderRow, report.File.Rows).Should().Be((header, rows), what);
    }

    [Theory]
    [InlineData("n,ชื่อ,id\n5,ก,1\n", 1)]
    [InlineData("รายงาน,,\nid,ชื่อ,n\n1,ก,5\n", 2)]
    [InlineData("ID, ชื่อ ,N\n1,ก,5\n", 1)]
    [InlineData("id,n\n1,5\n", 1)]
    public void A_dictionary_finds_its_header_in_another_order_or_with_a_column_missing(string text, int header)
    {
        var dictionary = Checked.Dictionary("""{ "name": "id", "type": "integer", "description": "ก" }, { "name": "name", "header": "ชื่อ", "type": "text", "description": "ก" }, { "name": "n", "type": "integer", "description": "ก" }""");
        var report = Checked.ReportOf(text, dictionary);
        (report.File.HeaderRow, report.File.Rows).Should().Be((header, 1));
        report.Columns.Select(c => c.Name).Should().BeSubsetOf(["id", "name", "n"]);
        Checked.CountOf(report, "type-error").Should().Be(0);
    }

    [Fact]
    public void Words_above_a_header_that_the_dictionary_knows_do_not_change_its_names()
    {
        var dictionary = Checked.Dictionary("""{ "name": "id", "type": "integer", "description": "ก" }, { "name": "m", "header": "ชาย", "type": "integer", "description": "ก" }, { "name": "f", "header": "หญิง", "type": "integer", "description": "ก" }""");
        Checked.Flat("เลขที่,ประชากร,ประชากร\nid,ชาย,หญิง\n1,2,5\n2,3,5\n", dictionary).Should().Equal("multi-row-header 2 -");
    }
}
