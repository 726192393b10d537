using System.Text;
using OpenData.Intake;
using OpenData.Rules;
using OpenData.Rules.Drafts;
using OpenData.Schemas;

namespace OpenData.Tests.Drafts;

public class DictionaryDraftTests
{
    private const string Table = """
        รหัสจังหวัด,จังหวัด,ปี,region,population,budget,updated,note
        55,น่าน,2566,N,474539,1.50,2024-01-31,ก
        54,แพร่,2566,N,-,2.50,2024-02-01,ข
        63,ตาก,2566,N,671160,3.50,2024-02-02,
        92,ตรัง,2566,S,638746,4.50,2024-02-03,ค
        95,ยะลา,2566,S,539265,5.50,2024-02-04,ง
        96,นราธิวาส,2566,S,814121,6.50,2024-02-05,จ
        """;

    [Fact]
    public void Names_labels_types_calendar_key_codes_and_examples_come_from_the_data()
    {
        var draft = Draft(Table).Draft;

        draft.Columns.Select(c => (c.Name, c.Type)).Should().Equal(
            ("province_code", ColumnType.Integer), ("province", ColumnType.Text), ("year", ColumnType.Year), ("region", ColumnType.Text),
            ("population", ColumnType.Integer), ("budget", ColumnType.Decimal), ("updated", ColumnType.Date), ("note", ColumnType.Text));
        draft.Key.Should().Equal("province_code");
        draft.MissingValues.Should().Equal("", "-");
        draft.Columns.Where(c => !c.Required).Select(c => c.Name).Should().Equal("population", "note");
        draft.Columns.Where(c => c.Calendar == Calendar.Buddhist).Select(c => c.Name).Should().Equal("year");
        draft.Columns[0].Header.Should().Be("รหัสจังหวัด");
        draft.Columns[0].Label.Should().Be(new LocalText("รหัสจังหวัด", null));
        draft.Columns[0].Description.Should().Be(new LocalText("รหัสจังหวัด", null));
        draft.Columns[3].Label.Should().Be(new LocalText(null, "region"));
        draft.Columns[3].Codes.Select(c => c.Code).Should().Equal("N", "S");
        draft.Columns[1].Codes.Should().BeEmpty("names that stand once are no codes");
        draft.Columns.Select(c => c.Example).Should().Equal("55", "น่าน", "2566", "N", "474539", "1.50", "2024-01-31", "ก");
    }

    [Fact]
    public void The_draft_is_the_same_after_writing_and_reading_it()
    {
        var draft = Draft(Table).Draft;
        var again = DictionaryDocument.Read(DictionaryDocument.Write(draft).ToString());

        again.Errors.Should().BeEmpty();
        again.Value.Should().BeEquivalentTo(draft, o => o.WithStrictOrdering());
        using var csv = new MemoryStream();
        DictionaryTable.Write(draft, csv);
        DictionaryTable.Read(csv.ToArray()).Errors.Should().BeEmpty();
    }

    [Fact]
    public void A_file_keeps_to_its_own_draft()
    {
        var (draft, path) = Draft(Table);

        Faults(path, draft).Should().BeEmpty();
    }

    [Theory]
    [InlineData("a,a,\n1,x,2\n2,y,3\n")]
    [InlineData("n,m\n-,x\n1,-\n2,z\n3,none\n")]
    [InlineData("n,date\n1,31/1/2567\n2,6 ก.พ. 67\n3,2024-02-30\n")]
    [InlineData(" ชื่อ ,\"จำนวน\nคน\"\nก,1\nข,\"1,200\"\n")]
    [InlineData("name,mixed\na,1\nb,2\nc,3\nd,many\n")]
    [InlineData("name\n")]
    [InlineData("1,2\n3,4\n")]
    public void The_draft_of_a_faulty_file_can_be_read_and_adds_no_fault_to_a_column_that_has_a_name_of_its_own(string text)
    {
        var (draft, path) = Draft(text);
        string[] ofNamelessColumns = ["missing-column", "unexpected-column"];

        DictionaryDocument.Read(DictionaryDocument.Write(draft).ToString()).Errors.Should().BeEmpty();
        Faults(path, draft).Except(Faults(path, null)).Except(ofNamelessColumns).Should().BeEmpty();
    }

    [Fact]
    public void A_key_of_more_values_than_a_report_counts_is_found()
    {
        var text = new StringBuilder("id,v\n");
        for (var i = 1; i <= 3000; i++)
        {
            text.Append('A').Append(i).Append(",1\n");
        }

        Draft(text.ToString()).Draft.Key.Should().Equal("id");
    }

    private static (DataDictionary Draft, byte[] File) Draft(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return (DictionaryDraft.From(Inspect(bytes, null)), bytes);
    }

    private static List<string> Faults(byte[] file, DataDictionary? dictionary) =>
        [.. Inspect(file, dictionary).Findings.Totals.Keys.Where(k => k.Severity == Severity.Error).Select(k => k.Code)];

    private static Inspection Inspect(byte[] file, DataDictionary? dictionary)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            File.WriteAllBytes(path, file);
            return Inspector.Inspect(new Submission(Receiver.Inspect(path), dictionary), new CheckOptions { DistinctLimit = CheckLimits.DraftDistinct });
        }
        finally
        {
            File.Delete(path);
        }
    }
}
