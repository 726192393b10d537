using System.Text;
using OpenData.Intake;

namespace OpenData.Tests.Intake;

/// <summary>What encoding a text is in, told from all of its bytes, and where it is damaged.</summary>
public sealed class EncodingTests
{
    private const string ThaiTable = "จังหวัด,ประชากร\nเชียงใหม่,1797075\nน่าน,474539\nสกลนคร,1145949\n";

    [Theory]
    [InlineData(TextEncoding.Utf16LittleEndian, true)]
    [InlineData(TextEncoding.Utf16LittleEndian, false)]
    [InlineData(TextEncoding.Utf16BigEndian, true)]
    [InlineData(TextEncoding.Utf16BigEndian, false)]
    public void A_UTF_16_file_is_told_with_and_without_its_mark_and_reads_as_it_was_written(TextEncoding encoding, bool mark)
    {
        var writer = new UnicodeEncoding(encoding == TextEncoding.Utf16BigEndian, mark);
        using var file = Checked.Of([.. writer.GetPreamble(), .. writer.GetBytes(ThaiTable)]);
        file.Text.Should().BeEquivalentTo(new { Encoding = encoding, ByteOrderMark = mark ? 2 : 0, InvalidCount = 0, Lf = 4, CrLf = 0, Cr = 0 });
        file.Rows()[3].Should().Equal("สกลนคร", "1145949");
    }

    [Fact]
    public void A_file_saved_by_Thai_Excel_is_read_as_windows_874()
    {
        using var file = Checked.Of(Checked.Thai.GetBytes(ThaiTable.Replace("\n", "\r\n", StringComparison.Ordinal)));
        file.Text.Should().BeEquivalentTo(new { Encoding = TextEncoding.Windows874, ByteOrderMark = 0, InvalidCount = 0, Lf = 0, CrLf = 4, Cr = 0 });
        file.Rows()[1].Should().Equal("เชียงใหม่", "1797075");
    }

    [Theory]
    [InlineData("ชื่อ\nสกล\n")]
    [InlineData("ชื่อ,จำนวน\nรถ,1\nรพ,2\n")]
    [InlineData("สกล\n")]
    [InlineData("“ชื่อ”,จำนวน\nรถยนต์…,1\n")]
    [InlineData("ชื่อ,จำนวน\nก,1\u00A0\nข,2\u00A0\nค,3\u00A0\nง,4\u00A0\nจังหวัด,5\u00A0\nรวม,15\u00A0\n")]
    public void Short_Thai_texts_with_curved_quotes_and_no_break_spaces_are_windows_874(string text)
    {
        using var file = Checked.Of(Checked.Thai.GetBytes(text));
        file.Text.Encoding.Should().Be(TextEncoding.Windows874);
        string.Join('\n', file.Rows().Select(r => string.Join(',', r))).Should().Be(text.TrimEnd('\n'));
    }

    [Theory]
    [InlineData("group,count\nก,1\nข,2\nค,3\n")]
    [InlineData("id;sex\r\n1;ช\r\n2;ญ\r\n3;ช\r\n")]
    [InlineData("id,row\n1,\"ม\"\n2,\"ส\"\n3,\"อ\"\n")]
    [InlineData("no,item\nก.,pen\nข.,ink\nก1,book\n")]
    [InlineData("a,b\n1,ก")]
    public void Thai_letters_that_are_cells_of_their_own_are_windows_874(string text)
    {
        using var file = Checked.Of(Checked.Thai.GetBytes(text));
        file.Text.Encoding.Should().Be(TextEncoding.Windows874);
        file.Text.InvalidCount.Should().Be(0);
        string.Join('\n', file.Rows().Select(r => string.Join(',', r))).Should().Be(text.TrimEnd().Replace("\r", "", StringComparison.Ordinal).Replace(';', ',').Replace("\"", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("item,unit\nheat,°\nlength,µ\nprice,£\npart,§\n")]
    [InlineData("cup,flour\n½,¼\n¾,½\n")]
    [InlineData("mot,note\nà,là\nOrléans,é\nÉ,à\n")]
    [InlineData("size,area\n5 m²,22 °C\n1º,2ª\n")]
    [InlineData("frase,n\n¡Hola!,1\n¿Qué?,2\n")]
    public void Signs_and_letters_of_Latin_texts_that_stand_alone_are_windows_1252(string text)
    {
        Checked.Thai.Should().NotBeNull();
        using var file = Checked.Of(Encoding.GetEncoding(1252).GetBytes(text));
        file.Text.Encoding.Should().Be(TextEncoding.Windows1252);
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    public void A_lone_Thai_letter_at_the_end_of_a_block_is_read_as_anywhere_else(int shift)
    {
        byte[] bytes = [.. Filler(IntakeLimits.BlockSize + shift - 2), (byte)'\n', 0xA1, (byte)'\n', .. Filler(20)];
        using var file = Checked.Of(bytes);
        file.Text.Encoding.Should().Be(TextEncoding.Windows874);
    }

    [Theory]
    [InlineData("item,price\nbook,£10\npen,£2\n")]
    [InlineData("ville,prix\nOrléans,10\nNîmes,12\nAngoulême,9\n")]
    [InlineData("ville,prix\nCréée à Sète,10\n")]
    [InlineData("name,note\nO’Neill,it’s\n")]
    public void English_and_French_files_are_windows_1252(string text)
    {
        Checked.Thai.Should().NotBeNull();
        using var file = Checked.Of(Encoding.GetEncoding(1252).GetBytes(text));
        file.Text.Encoding.Should().Be(TextEncoding.Windows1252);
        string.Join('\n', file.Rows().Select(r => string.Join(',', r))).Should().Be(text.TrimEnd('\n'));
    }

    [Fact]
    public void A_Thai_text_of_bytes_that_windows_874_does_not_have_is_told_with_their_places()
    {
        var bytes = Checked.Thai.GetBytes("จังหวัด,ปี\nน่าน,2566\nแพร่,2566\nเชียงใหม่,2566\nนครศรีธรรมราช,2566\n");
        bytes[11] = 0xFC;
        bytes[13] = 0xDB;
        using var file = Checked.Of(bytes);
        file.Text.Encoding.Should().Be(TextEncoding.Windows874);
        file.Text.InvalidCount.Should().Be(2);
        file.Text.InvalidOffsets.Should().Equal(11, 13);
    }

    [Fact]
    public void Damaged_UTF_8_stays_UTF_8_and_its_bad_bytes_are_counted_with_offsets()
    {
        // 3 bytes a letter: น่าน is 12 bytes, so the comma is at 12 and the damage where it was put.
        byte[] bytes = [.. "น่าน,"u8, 0xFF, .. "แพร่"u8, 0xE0, 0xB8, .. ",x\n"u8, 0x80];
        using var file = Checked.Of(bytes);
        file.Text.Should().BeEquivalentTo(new { Encoding = TextEncoding.Utf8, InvalidCount = 3, MayBeDamaged = true });
        file.Text.InvalidOffsets.Should().Equal(13, 26, 31);
    }

    [Fact]
    public void Only_the_first_hundred_offsets_are_kept_and_all_bad_bytes_are_counted()
    {
        var text = Enumerable.Range(0, 250).SelectMany(_ => (byte[])[.. "กข"u8, 0xFF]).ToArray();
        using var file = Checked.Of(text);
        file.Text.InvalidCount.Should().Be(250);
        file.Text.InvalidOffsets.Should().Equal(Enumerable.Range(0, 100).Select(i => (i * 7L) + 6));
    }

    [Fact]
    public void A_byte_order_mark_makes_a_file_UTF_8_and_is_no_part_of_the_first_header()
    {
        using var file = Checked.Of("\uFEFFก,ข\n1,2\n");
        file.Text.Should().BeEquivalentTo(new { Encoding = TextEncoding.Utf8, ByteOrderMark = 3, InvalidCount = 0 });
        file.Rows()[0].Should().Equal("ก", "ข");
    }

    [Fact]
    public void The_last_byte_counts_as_much_as_the_first()
    {
        foreach (byte last in (byte[])[0xE0, 0xFF, 0xC3, 0xF0, 0x80])
        {
            using var file = Checked.Of([.. Encoding.UTF8.GetBytes(ThaiTable), last]);
            file.Text.Should().BeEquivalentTo(new { Encoding = TextEncoding.Utf8, InvalidCount = 1 }, "the last byte is {0:X2}", last);
            file.Text.InvalidOffsets.Should().Equal(Encoding.UTF8.GetByteCount(ThaiTable));
        }
    }

    [Fact]
    public void A_letter_cut_off_at_the_end_is_one_bad_sequence()
    {
        var bytes = Encoding.UTF8.GetBytes(ThaiTable + "กขค");
        foreach (var cut in new[] { 1, 2 })
        {
            using var file = Checked.Of(bytes[..^cut]);
            file.Text.InvalidCount.Should().Be(1);
            file.Text.InvalidOffsets.Should().Equal(bytes.Length - 3);
        }
    }

    [Theory]
    [InlineData(-3)]
    [InlineData(-2)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Letters_and_bad_bytes_across_the_end_of_a_block_are_read_as_anywhere_else(int shift)
    {
        var at = IntakeLimits.BlockSize + shift;
        foreach (var letter in (string[])["ก", "é", "😀"])
        {
            byte[] good = [.. Filler(at), .. Encoding.UTF8.GetBytes(letter), .. "\n"u8, .. Filler(500)];
            using var whole = Checked.Of(good);
            whole.Text.Should().BeEquivalentTo(new { Encoding = TextEncoding.Utf8, InvalidCount = 0 });

            byte[] bad = [.. "กขคงจฉ"u8, .. Filler(at - 18), 0xFF, .. Encoding.UTF8.GetBytes(letter), .. "\n"u8];
            using var damaged = Checked.Of(bad);
            damaged.Text.Should().BeEquivalentTo(new { Encoding = TextEncoding.Utf8, InvalidCount = 1 });
            damaged.Text.InvalidOffsets.Should().Equal(at);

            byte[] cut = [.. "กขคงจฉ"u8, .. Filler(at - 18), 0xE0, 0xB8, .. "\n"u8, .. Filler(5)];
            using var open = Checked.Of(cut);
            open.Text.InvalidCount.Should().Be(1);
            open.Text.InvalidOffsets.Should().Equal(at);
        }
    }

    [Theory]
    [InlineData("a\r\nb\r\nc", 2, 0, 0)]
    [InlineData("a\nb\nc\n", 0, 3, 0)]
    [InlineData("a\rb\r", 0, 0, 2)]
    [InlineData("a\r\rb\r\n\nc\n\r", 1, 2, 3)]
    [InlineData("\r", 0, 0, 1)]
    public void Line_endings_are_counted_each_for_itself(string text, int crLf, int lf, int cr)
    {
        using var file = Checked.Of(text);
        file.Text.Should().BeEquivalentTo(new { CrLf = crLf, Lf = lf, Cr = cr });
        using var wide = Checked.Of([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)]);
        wide.Text.Should().BeEquivalentTo(new { CrLf = crLf, Lf = lf, Cr = cr });
    }

    [Fact]
    public void A_CR_LF_across_the_end_of_a_block_is_one_line_ending()
    {
        using var file = Checked.Of([.. Filler(IntakeLimits.BlockSize - 1), .. "\r\nb\n"u8]);
        file.Text.Should().BeEquivalentTo(new { CrLf = 1, Cr = 0 });
    }

    [Fact]
    public void Control_bytes_are_counted_and_tabs_and_line_ends_are_none()
    {
        using var file = Checked.Of("a\tb\r\n\u0001\u007F\0\u001B\n" + new string('x', 100));
        file.Text.ControlCount.Should().Be(4);
    }

    private static byte[] Filler(int length)
    {
        var bytes = new byte[length];
        Array.Fill(bytes, (byte)'x');
        return bytes;
    }
}
