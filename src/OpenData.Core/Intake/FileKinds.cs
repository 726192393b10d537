using System.IO.Compression;
using System.Text;

namespace OpenData.Intake;

/// <summary>Tells what a file is by its bytes.</summary>
public static class FileKinds
{
    /// <summary>How web pages begin, and the bare tables that old systems export under the name of a workbook.</summary>
    private static readonly string[] PageStarts = ["<!doctype html", "<html", "<head>", "<meta ", "<body", "<table", "<style", "<script", "<div", "<!--"];

    /// <summary>The kind's name in reports: <c>csv</c>, <c>xlsx</c>, ….</summary>
    public static string NameOf(FileKind kind) => kind.ToString().ToLowerInvariant();

    internal static FileKind Tell(ReadOnlySpan<byte> head, string path, long total, TextScan text) => head switch
    {
        [] => FileKind.Empty,
        [0x50, 0x4B, 0x03, 0x04, ..] or [0x50, 0x4B, 0x05, 0x06, ..] => TellArchive(path),
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => FileKind.Xls,
        [0x25, 0x50, 0x44, 0x46, 0x2D, ..] => FileKind.Pdf,
        [0x1F, 0x8B, 0x08, ..] => FileKind.Gzip,
        [0x89, 0x50, 0x4E, 0x47, ..] or [0xFF, 0xD8, 0xFF, ..] or [0x47, 0x49, 0x46, 0x38, 0x37 or 0x39, 0x61, ..] or [0x42, 0x4D, _, _, _, _, 0, 0, 0, 0, ..] => FileKind.Image,
        [0x7B, 0x5C, 0x72, 0x74, 0x66, ..] => FileKind.Rtf,
        _ => IsBinary(head, total, text) ? FileKind.Binary : TellText(head),
    };

    private static bool IsBinary(ReadOnlySpan<byte> head, long total, TextScan text) =>
        text.ControlCount > Math.Max(8, total / IntakeLimits.BinaryShare)
        && head is not ([0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        && text.Utf16(head) is null;

    private static FileKind TellText(ReadOnlySpan<byte> head)
    {
        var encoding = head is [0xFF, 0xFE, ..] ? Encoding.Unicode : head is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode : Encoding.UTF8;
        var text = encoding.GetString(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return text switch
        {
            _ when Array.Exists(PageStarts, start => Begins(text, start)) || (Begins(text, "<?xml") && text.Contains("<html", StringComparison.OrdinalIgnoreCase)) => FileKind.Html,
            _ when Begins(text, "<?xml") => FileKind.Xml,
            _ when IsJson(text) => FileKind.Json,
            _ => FileKind.Csv,
        };
    }

    private static bool Begins(string text, string start) => text.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    /// <summary>A JSON object or array shows a second sign that no CSV has: a quoted name and a colon, or an object in an array.</summary>
    private static bool IsJson(string text)
    {
        if (text.Length < 2 || text[0] is not ('{' or '['))
        {
            return false;
        }

        var rest = text.AsSpan(1).TrimStart();
        return text[0] == '['
            ? rest is ['{', ..] or [']', ..]
            : rest is ['}', ..] || (rest is ['"', ..] && rest[1..].IndexOf('"') is var end and >= 0 && rest[(end + 2)..].TrimStart() is [':', ..]);
    }

    private static FileKind TellArchive(string path)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            foreach (var entry in archive.Entries.Take(IntakeLimits.ArchiveEntries))
            {
                if (entry.FullName is "xl/workbook.xml" or "xl/workbook.bin")
                {
                    return FileKind.Xlsx;
                }

                if (entry.FullName == "mimetype" && entry.Length < 100 && ReadAll(entry).Contains("opendocument.spreadsheet", StringComparison.Ordinal))
                {
                    return FileKind.Ods;
                }
            }
        }
        catch (InvalidDataException)
        {
            // A broken archive is an archive all the same; what reads it will say how it is broken.
        }

        return FileKind.Zip;
    }

    private static string ReadAll(ZipArchiveEntry entry)
    {
        // The entry's own word on its length is no promise: an archive made to burst stops here too.
        using var content = entry.Open();
        var bytes = new byte[100];
        return Encoding.ASCII.GetString(bytes, 0, content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
    }
}
