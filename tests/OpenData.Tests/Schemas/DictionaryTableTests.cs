using System.Text;
using OpenData.Schemas;

namespace OpenData.Tests.Schemas;

public class DictionaryTableTests
{
    [Fact]
    public void A_dictionary_is_the_same_after_writing_and_reading_it_as_csv()
    {
        var full = DictionaryDocumentTests.Full();
        var dictionary = full with { MissingValues = [""], References = [] };
        dictionary = dictionary with { Sha256 = DictionaryDocument.Sha256(dictionary) };
        using var csv = new MemoryStream();

        DictionaryTable.Write(dictionary, csv);
        var again = DictionaryTable.Read(csv.ToArray());

        again.Errors.Should().BeEmpty();
        again.Value.Should().BeEquivalentTo(dictionary, o => o.WithStrictOrdering());
    }

    [Fact]
    public void The_written_csv_has_one_column_per_key_and_a_byte_order_mark()
    {
        using var csv = new MemoryStream();
        DictionaryTable.Write(DictionaryDocument.Read(DictionaryDocumentTests.Smallest).Value!, csv);

        csv.ToArray().Should().StartWith(new byte[] { 0xEF, 0xBB, 0xBF });
        Encoding.UTF8.GetString(csv.ToArray()).Should().Contain(
            "name,header,label_th,label_en,type,format,calendar,unit,description_th,description_en,required,unique,key,codes,minimum,maximum,min_length,max_length,pattern,role,example\r\n");
    }

    [Fact]
    public void Codes_stand_in_one_cell()
    {
        var column = Read("name,type,description_th,codes,key\nsex,code,เพศ,M=ชาย|F=หญิง=Female|U,yes\n").Value!.Columns[0];

        column.Codes.Should().Equal(
            new CodeValue("M", new LocalText("ชาย", "ชาย")),
            new CodeValue("F", new LocalText("หญิง", "Female")),
            new CodeValue("U", LocalText.Empty));
    }

    [Fact]
    public void The_plain_layout_of_the_statistical_office_is_read()
    {
        var dictionary = Read("field_name,data_type,description\nYEAR,int,ปีงบประมาณ\nREGION,VARCHAR(50),ภาค\nVALUE,float,ค่า\nDAY,Timestamp,เวลา\n").Value!;

        dictionary.Columns.Select(c => (c.Name, c.Type, c.Description.Th)).Should().Equal(
            ("YEAR", ColumnType.Integer, "ปีงบประมาณ"),
            ("REGION", ColumnType.Text, "ภาค"),
            ("VALUE", ColumnType.Number, "ค่า"),
            ("DAY", ColumnType.DateTime, "เวลา"));
    }

    [Fact]
    public void A_file_saved_by_Thai_Excel_is_read_as_windows_874()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(874)!.GetBytes("name;type;description\r\na;text;คำอธิบาย\r\n");

        DictionaryTable.Read(bytes).Value!.Columns[0].Description.Th.Should().Be("คำอธิบาย");
    }

    [Fact]
    public void Yes_and_no_are_read_in_Thai_and_English()
    {
        var columns = Read("name,type,description,required,unique\na,text,x,ใช่,ไม่ใช่\nb,text,x,TRUE,no\n").Value!.Columns;

        columns.Select(c => (c.Required, c.Unique)).Should().Equal((true, false), (true, false));
    }

    [Fact]
    public void The_key_follows_its_numbers()
    {
        Read("name,type,description,key\na,text,x,2\nb,text,x,1\nc,text,x,\n").Value!.Key.Should().Equal("b", "a");
    }

    [Fact]
    public void A_fault_names_its_row_and_column()
    {
        var result = Read("name,type,description,max_length,codes\na,text,\"two\nlines\",1,\n\nb,txt,x,abc,\n1c,code,x,,Y|Y\n");

        Faults.Of(result).Should().Equal(
            "not-in-code-list /columns/1/type 5",
            "wrong-type /columns/1/maxLength 5",
            "pattern-mismatch /columns/2/name 6",
            "duplicate-code /columns/2/codes/1/code 6");
        result.Errors[0].Message.En.Should().StartWith("Row 4, column type: ");
        result.Errors[1].Message.Th.Should().StartWith("แถว 4 คอลัมน์ max_length: ");
        result.Errors[3].Message.En.Should().StartWith("Row 5, column codes: ");
    }

    [Theory]
    [InlineData("", "empty-document  1")]
    [InlineData("\n\n", "empty-document  1")]
    [InlineData("name,type,description\n", "too-few-items /columns 1")]
    [InlineData("name,type,descripton\na,text,x\n", "unknown-field  1", "missing-field /columns/0/description 2")]
    [InlineData("name,name,type,description\na,b,text,x\n", "duplicate-key  1")]
    [InlineData("name,type,description\na,text,x,y\n", "too-many-cells /columns/0 2")]
    [InlineData("name,type,description\na,text,\"x\n", "malformed-csv  2")]
    [InlineData("name,type,description,required\na,text,x,perhaps\n", "wrong-type /columns/0/required 2")]
    [InlineData("name,type,description,key\na,text,x,first\n", "wrong-type /columns/0/key 2")]
    [InlineData("name,type,description\n,text,x\n", "missing-field /columns/0/name 2")]
    public void A_table_that_is_no_dictionary_is_told(string csv, params string[] faults) =>
        Faults.Of(Read(csv)).Should().Equal(faults);

    private static DocumentResult<DataDictionary> Read(string csv) => DictionaryTable.Read(Encoding.UTF8.GetBytes(csv));
}
