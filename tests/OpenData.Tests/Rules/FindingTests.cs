using OpenData.Rules;

namespace OpenData.Tests.Rules;

/// <summary>Exactly these findings, in these rows and columns, and no others; written by hand from the rule book.</summary>
public sealed class FindingTests
{
    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData(",,\n , \n")]
    public void A_file_without_a_row_is_empty(string text) => Checked.Flat(text).Should().Equal("empty-file - -");

    [Theory]
    [InlineData("id,name\n1,ก\n2,ข\n", "")]
    [InlineData("id,name\n", "no-rows - -")]
    [InlineData("\uFEFFid,name\n1,ก\n2,ข\n", "byte-order-mark - -")]
    [InlineData("id;name\n1;ก\n2;ข\n", "separator-not-comma - -")]
    [InlineData("sep=,\nid,name\n1,ก\n2,ข\n", "separator-not-comma - -")]
    [InlineData("id,name\n1,\"ก\n2,ข\n3,ค\n", "malformed-quoting 2 -")]
    [InlineData("id,name\r\n1,ก\n2,ข\r3,ค\n4,ง\n", "mixed-line-endings - -")]
    [InlineData("id,name\n1,ก\u0007\n2,ข\n", "control-character 2 2")]
    [InlineData("1,ก\n2,ข\n3,ค\n", "missing-header - -")]
    [InlineData(",name,n\n1,ก,5\n2,ข,6\n", "blank-label 1 1")]
    [InlineData("id,Name, name \n1,ก,ข\n2,ค,ง\n", "duplicate-label 1 3;label-spaces 1 3")]
    [InlineData("id,a  b\n1,ก\n2,ข\n", "label-spaces 1 2")]
    [InlineData("ตารางที่ 1,,\n,,\nid,name,n\n1,ก,5\n2,ข,6\n3,ค,8\n", "title-above-header 1 -")]
    [InlineData("id,\"na\nme\"\n1,ก\n2,ข\n", "line-break-in-label 1 2")]
    [InlineData("id,n\n1,\"1,234\"\n2,5\n3,6\n", "thousands-separator 2 2")]
    [InlineData("id,n,m\n1,1,234,5\n2,5,6\n3,6,7\n", "thousands-separator 2 -;extra-cell 2 -")]
    [InlineData("id,n\n1,12 คน\n2,5\n3,6\n", "unit-in-value 2 2")]
    [InlineData("id,n\n1,๑๒\n2,5\n3,6\n", "thai-digits 2 2")]
    [InlineData("id,n\n1,4\n2,-\n3,6\n4,-\n", "placeholder-value 3 2")]
    [InlineData("id,name\n1,Nan\n2,Trang\n", "")]
    [InlineData("id,ok\n1,ใช่\n2,ไม่ใช่\n3,Y\n4,N\n", "mixed-booleans - 2")]
    [InlineData("id,name\n1,ก \n2,ข\n", "trailing-spaces 2 2")]
    [InlineData("id,n\n1,12\n2,ปิด\n3,7\n4,รอ\n5,6\n", "mixed-types 3 2")]
    [InlineData("id,d\n1,2024-02-31\n2,2024-03-01\n", "date-error 2 2")]
    [InlineData("id,d\n1,31/1/2024\n2,15/2/2024\n", "date-not-iso 2 2;date-not-iso 3 2")]
    [InlineData("id,d\n1,2567-01-31\n2,2567-02-28\n", "buddhist-era-date 2 2;buddhist-era-date 3 2")]
    [InlineData("id,ปี\n1,2566\n2,2567\n", "buddhist-era-date 2 2")]
    [InlineData("id,d\n1,2024-01-31\n2,15/2/2024\n", "mixed-date-formats - 2;date-not-iso 3 2")]
    [InlineData("id,d\n1,3/4/2024\n2,5/6/2024\n", "ambiguous-date 2 2;ambiguous-date 3 2")]
    [InlineData("id,d\n1,3/4/2024\n2,15/6/2024\n", "date-not-iso 2 2;date-not-iso 3 2")]
    [InlineData("id,d\n1,15/4/67\n2,16/4/67\n", "two-digit-year 2 2;two-digit-year 3 2")]
    [InlineData("id,name\n1\n2,ข\n", "missing-cell 2 -")]
    [InlineData("id,name\n1,ก,x\n2,ข\n", "extra-cell 2 -")]
    [InlineData("id,name\n1,ก\n\n2,ข\n,\n", "blank-row 3 -;blank-row 5 -")]
    [InlineData("id,,name\n1,,ก\n2,,ข\n", "sub-table - 3;blank-column - 2")]
    [InlineData("id,x,name\n1,,ก\n2,,ข\n", "blank-column - 2")]
    [InlineData("id,name\n1,ก\nid,name\n2,ข\n", "sub-table 3 -")]
    [InlineData("id,a,b\n1,ก,5\n2,ข,6\nหมายเหตุ: ข้อมูลเบื้องต้น,,\n", "note-row 4 -")]
    [InlineData("p,a\nน่าน,5\nแพร่,6\nรวม,11\n", "total-row 4 -")]
    [InlineData("p,a\nน่าน,5\nแพร่,6\nรวม,12\n", "")]
    [InlineData("g,p,a\nเหนือ,น่าน,5\nเหนือ,แพร่,6\n,รวม,11\nใต้,ตรัง,1\nใต้,สตูล,2\n,รวม,3\n,รวมทั้งสิ้น,14\n", "total-row 4 -;total-row 7 -;total-row 8 -")]
    [InlineData("no,a,b,c,d,e\n1,5,5,5,5,5\n2,6,6,6,6,6\n3,,,,,\n4,7,7,7,7,7\n", "")]
    [InlineData("id,name\n1,ก\n2,ข\n1,ก\n", "duplicate-row 4 -")]
    public void The_findings_are_those_and_no_others(string text, string expected)
    {
        var found = Checked.Flat(text);
        found.Should().BeEquivalentTo(expected.Split(';', StringSplitOptions.RemoveEmptyEntries), "the file is {0}", text);
    }

    [Theory]
    [InlineData("id,code,n,d,t\n1,A,5,2024-01-15,10:00\n2,B,6,2024-01-16,11:00\n", "")]
    [InlineData("id,code,n,d,t\n,A,5,2024-01-15,10:00\n2,A,5,2024-01-15,10:00\n", "value-required 2 1")]
    [InlineData("id,code,n,d,t\n1,C,5,2024-01-15,10:00\n2,,6,2024-01-15,10:00\n", "not-in-code-list 2 2")]
    [InlineData("id,code,n,d,t\n1,A,11,2024-01-15,10:00\n2,A,-1,2024-01-15,10:00\n3,A,10,2024-01-15,10:00\n", "out-of-range 2 3;out-of-range 3 3")]
    [InlineData("id,code,n,d,t\n1,A,1,2023-12-31,10:00\n2,A,1,2024-01-01,08:59\n", "out-of-range 2 4;out-of-range 3 5")]
    [InlineData("id,code,n,d,t\n1,A,1.5,ผิด,ผิด\n", "type-error 2 3;date-error 2 4;type-error 2 5")]
    [InlineData("id,code,n,d,t\n1,A,1,2024-01-15,10:00\n2,A,1,2024-01-15,10:00\n1,B,1,2024-01-15,10:00\n", "value-not-unique 4 1;duplicate-key 4 -")]
    [InlineData("id,code,n,d\n1,A,1,2024-01-15\n", "missing-column - -")]
    [InlineData("id,code,n,d,t,x\n1,A,1,2024-01-15,10:00,5\n", "unexpected-column - 6")]
    [InlineData("code,id,n,d,t\nA,1,1,2024-01-15,10:00\n", "column-order - 2")]
    [InlineData("id,code,n,d,t\n1234,A,1,2024-01-15,10:00\n", "too-long 2 1;pattern-mismatch 2 1")]
    public void A_dictionary_is_kept_to_the_letter(string text, string expected)
    {
        var dictionary = Checked.Dictionary(
            """
            { "name": "id", "type": "text", "description": "ก", "required": true, "unique": true, "maxLength": 3, "pattern": "[0-9]{1,3}" },
            { "name": "code", "type": "code", "description": "ก", "codes": [ { "code": "A" }, { "code": "B" } ] },
            { "name": "n", "type": "integer", "description": "ก", "minimum": 0, "maximum": 10 },
            { "name": "d", "type": "date", "description": "ก", "minimum": "2024-01-01" },
            { "name": "t", "type": "time", "description": "ก", "minimum": "09:00" }
            """,
            """, "key": ["id"] """);
        Checked.Flat(text, dictionary).Should().BeEquivalentTo(expected.Split(';', StringSplitOptions.RemoveEmptyEntries), "the file is {0}", text);
    }

    [Fact]
    public void Years_keep_to_their_calendar()
    {
        var gregorian = Checked.Dictionary("""{ "name": "y", "type": "year", "description": "ก" }, { "name": "n", "type": "integer", "description": "ก" }""");
        var buddhist = Checked.Dictionary("""{ "name": "y", "type": "year", "calendar": "buddhist", "description": "ก" }, { "name": "n", "type": "integer", "description": "ก" }""");
        Checked.Flat("y,n\n2024,1\n2567,2\n", gregorian).Should().Equal("buddhist-era-date 3 1");
        Checked.ReportOf("y,n\n2566,1\n2567,2\n", gregorian).Counts.Should().Be(new OpenData.Registry.FindingCounts(0, 1, 0));
        Checked.Flat("y,n\n2024,1\n2567,2\n", buddhist).Should().Equal("type-error 2 1");
    }

    [Fact]
    public void The_hour_counts_in_the_bounds_of_a_date_and_time()
    {
        var dictionary = Checked.Dictionary("""{ "name": "a", "type": "datetime", "description": "ก", "maximum": "2024-01-31T12:00:00" }, { "name": "n", "type": "integer", "description": "ก" }""");
        Checked.Flat("a,n\n2024-01-31T12:00:00,1\n2024-01-31 12:00:01,2\n", dictionary).Should().Equal("out-of-range 3 1");
    }

    [Fact]
    public void Least_and_greatest_are_of_the_columns_own_kind()
    {
        var text = "n,d\n" + string.Concat(Enumerable.Range(1, 40).Select(i => $"{i},2024-01-{(i % 28) + 1:00}\n")) + "2024-01-01,2024-02-31\n";
        var report = Checked.ReportOf(text);
        report.Columns.Select(c => (c.Type, c.Min, c.Max)).Should().Equal(("integer", "1", "40"), ("date", "2024-01-01", "2024-01-28"));
    }

    [Fact]
    public void Damage_in_a_note_is_told_where_it_stands()
    {
        byte[] bytes = [.. "id,a,b\n1,ก,5\n2,ข,6\nหมายเหตุ: "u8, 0xFF, .. ",,\n"u8];
        Checked.Flat(Checked.ReportOf(bytes)).Should().BeEquivalentTo("note-row 4 -", "encoding-error 4 1");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public void However_few_findings_are_kept_all_are_counted_and_the_verdict_is_the_same(int keep)
    {
        var text = "id,n,d,w\n" + string.Concat(Enumerable.Range(1, 200).Select(i => $"{i},{(i % 20 == 0 ? "ผิด" : i)},{(i % 10 == 0 ? "45000" : "2024-01-01")},{(i % 3 == 0 ? "ปิด" : i)}\n{(i % 50 == 0 ? ",,,\n" : "")}"));
        var all = Checked.ReportOf(text, options: new CheckOptions { Keep = 100 });
        var report = Checked.ReportOf(text, options: new CheckOptions { Keep = keep });
        report.Summary.Select(s => (s.Code, s.Severity, s.Count)).Should().Equal(all.Summary.Select(s => (s.Code, s.Severity, s.Count)));
        report.Findings.GroupBy(f => (f.Code, f.Column)).Where(g => g.Count() > keep).Should().BeEmpty();
        Checked.CountOf(report, "type-error").Should().Be(10);
        Checked.CountOf(report, "blank-row").Should().Be(4);
        report.Summary.Single(s => s.Code == "type-error").Kept.Should().Be(Math.Min(keep, 10));
        report.Columns.Should().Equal(all.Columns);
    }
}
