using System.Globalization;
using System.Text;
using OpenData.Reports;
using OpenData.Schemas;

namespace OpenData.Tests.Rules;

/// <summary>Damaged characters are told with the byte of the file that was received, in every encoding.</summary>
public sealed class DamagedPlaceTests
{
    [Fact]
    public void A_damaged_cell_of_UTF_8_is_told_with_its_byte()
    {
        byte[] bytes = [.. "\uFEFFชื่อ,ปี\nน่าน,\"ก,"u8, 0xFF, .. "\"\nแพร่,ข\n"u8, 0xE0, 0xB8, .. ",ค\n"u8];
        var first = Array.IndexOf(bytes, (byte)0xFF);
        Places(bytes).Should().Equal($"2 2 {first}", $"4 1 {bytes.Length - 7}");
    }

    [Fact]
    public void A_damaged_header_is_told_with_its_byte() =>
        Places([.. "ชื่อ,"u8, 0xFF, .. "ปี\nน่าน,1\nแพร่,2\n"u8]).Should().Equal("1 2 13");

    [Fact]
    public void A_damaged_cell_of_windows_874_is_told_with_the_byte_of_the_file_as_it_came()
    {
        var bytes = Checked.Thai.GetBytes("จังหวัด,ปี\nน่าน,2566\nแพร่,2566\nเชียงใหม่,2566\nนครศรีธรรมราช,2566\n");
        bytes[12] = 0xFC;
        bytes[14] = 0xDB;
        bytes[22] = 0xDC;
        Places(bytes).Should().Equal("2 1 12", "3 1 22");
    }

    [Fact]
    public void A_damaged_cell_of_UTF_16_is_told_with_the_byte_of_the_file_as_it_came()
    {
        byte[] bytes = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("name,n\n😀,x"), 0x00, 0xD8, .. Encoding.Unicode.GetBytes("\nb,c\n")];
        Places(bytes).Should().Equal("2 2 24");
    }

    [Fact]
    public void Damage_in_a_title_is_told_with_its_row() =>
        Places([.. "รายงาน"u8, 0xFF, .. "\n\nจังหวัด,ประชากร\nน่าน,5\nแพร่,7\n"u8]).Should().Equal("1 1 18");

    [Fact]
    public void The_sentence_says_the_byte()
    {
        using var file = Checked.Of([.. "ชื่อ,ปี\nน่าน,"u8, 0xFF, .. "\nแพร่,ก\n"u8]);
        var finding = file.Report().Findings.Single(f => f.Code == "encoding-error");
        Sentences.Message(finding, Language.English).Should().Contain("(invalid bytes from byte 33 of the file on)");
        Sentences.Message(finding, Language.Thai).Should().Contain("ตั้งแต่ไบต์ที่ 33 ของไฟล์");
    }

    private static string[] Places(byte[] bytes)
    {
        using var file = Checked.Of(bytes);
        return [.. file.Report().Findings.Where(f => f.Code == "encoding-error").Select(f =>
            string.Create(CultureInfo.InvariantCulture, $"{f.Row} {f.Column} {f.Facts.Where(x => x.Name == "offset").Select(x => x.Number).FirstOrDefault()}"))];
    }
}
