using System.IO.Compression;
using System.Text;
using OpenData.Intake;

namespace OpenData.Tests.Intake;

/// <summary>A file is what its bytes are, whatever it is called.</summary>
public sealed class FileKindTests
{
    private static readonly byte[] OleHeader = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static TheoryData<string, byte[], FileKind> Files => new()
    {
        { "nothing", [], FileKind.Empty },
        { "a workbook", Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<workbook/>")), FileKind.Xlsx },
        { "a binary workbook", Zip(("xl/workbook.bin", "x")), FileKind.Xlsx },
        { "an OpenDocument sheet", Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<x/>")), FileKind.Ods },
        { "a plain archive", Zip(("ข้อมูล.csv", "a,b")), FileKind.Zip },
        { "a Word document", Zip(("word/document.xml", "<x/>")), FileKind.Zip },
        { "an archive cut short", Zip(("xl/workbook.xml", new string('x', 500)))[..60], FileKind.Zip },
        { "an empty archive", Zip(), FileKind.Zip },
        { "a workbook of Excel 97", [.. OleHeader, .. new byte[512]], FileKind.Xls },
        { "a PDF", "%PDF-1.7\n1 0 obj"u8.ToArray(), FileKind.Pdf },
        { "gzip", Gzip("a,b\n1,2\n"), FileKind.Gzip },
        { "a picture", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13], FileKind.Image },
        { "a photograph", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16], FileKind.Image },
        { "a GIF", "GIF89a"u8.ToArray(), FileKind.Image },
        { "rich text", "{\\rtf1\\ansi}"u8.ToArray(), FileKind.Rtf },
        { "a page", "\n <!DOCTYPE html><html></html>"u8.ToArray(), FileKind.Html },
        { "a page with a byte order mark", "\uFEFF<HTML><body>"u8.ToArray(), FileKind.Html },
        { "an XHTML page", "<?xml version=\"1.0\"?><!DOCTYPE html><html xmlns=\"x\">"u8.ToArray(), FileKind.Html },
        { "a bare table called a workbook", "<table border=\"1\"><tr><td>จังหวัด</td></tr></table>"u8.ToArray(), FileKind.Html },
        { "a page in UTF-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<html><body>จังหวัด")], FileKind.Html },
        { "XML", "<?xml version=\"1.0\"?><rows/>"u8.ToArray(), FileKind.Xml },
        { "a JSON object", "{ \"a\" : 1 }"u8.ToArray(), FileKind.Json },
        { "a JSON list of objects", "[ {\"a\":1} ]"u8.ToArray(), FileKind.Json },
        { "an empty JSON list", "[]"u8.ToArray(), FileKind.Json },
        { "random bytes", Noise(4000), FileKind.Binary },
        { "a table", "จังหวัด,ปี\nน่าน,2566\n"u8.ToArray(), FileKind.Csv },
        { "a byte order mark alone", [0xEF, 0xBB, 0xBF], FileKind.Csv },
        { "a table that begins with a brace", "{id},name\n1,ก\n"u8.ToArray(), FileKind.Csv },
        { "a table that begins with a quoted brace", "\"{\"\"a\"\"}\",b\n1,2\n"u8.ToArray(), FileKind.Csv },
        { "a table that begins with a bracket", "[1],[2]\n3,4\n"u8.ToArray(), FileKind.Csv },
        { "a table that begins with less than", "<5,5-10,>10\n1,2,3\n"u8.ToArray(), FileKind.Csv },
        { "a table that begins with PK", "PK,name\n1,ก\n"u8.ToArray(), FileKind.Csv },
        { "a table that begins with BM", "BM,name\n1,ก\n"u8.ToArray(), FileKind.Csv },
        { "a table that begins with GIF8", "GIF8,name\n1,ก\n"u8.ToArray(), FileKind.Csv },
        { "a table with a few NUL bytes", Encoding.UTF8.GetBytes("a,b\n" + string.Concat(Enumerable.Repeat("1,2\n", 100)) + "\0\0,3\n"), FileKind.Csv },
        { "a short table with one NUL byte", "a,b\n1\0,2\n"u8.ToArray(), FileKind.Csv },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_is_told_by_its_content_whatever_its_name_says(string what, byte[] bytes, FileKind kind)
    {
        foreach (var name in new[] { "data.csv", "data.xlsx", "data.pdf", "data" })
        {
            using var file = Checked.Of(bytes, name);
            file.Upload.Kind.Should().Be(kind, "{0} called {1} is that", what, name);
            (file.Upload.Text is null).Should().Be(kind != FileKind.Csv);
        }
    }

    [Fact]
    public void A_short_text_with_one_NUL_byte_is_no_UTF_16()
    {
        using var file = Checked.Of("a,b\n1\0,2\n");
        file.Text.Encoding.Should().Be(TextEncoding.Utf8);
    }

    [Fact]
    public void Only_the_last_part_of_a_name_is_kept()
    {
        using var file = Checked.Of("a\n1\n", "/etc/passwd/../ข้อมูล.csv");
        file.Upload.Name.Should().Be("ข้อมูล.csv");
    }

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open(), new UTF8Encoding(false));
                writer.Write(text);
            }
        }

        return bytes.ToArray();
    }

    private static byte[] Gzip(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);
        bytes[0] = 1;
        return bytes;
    }
}
