using OpenData.Schemas;

namespace OpenData.Publishing.Packages;

/// <summary>The files of a data package, and the guard that no path leads out of its folder: packages come from strangers.</summary>
internal sealed class PackageFiles(string root)
{
    /// <summary>The full path of a file of the package, or why it is refused. A path may lead into folders of the package, by <c>/</c> alone.</summary>
    public (string? Path, DocumentError? Refusal) Find(string path, string pointer)
    {
        if (path.Contains("://", StringComparison.Ordinal))
        {
            return (null, new(
                "remote-file", pointer, 0,
                new($"“{Quote.Cut(path)}” เป็นที่อยู่บนเครือข่าย ระบบไม่ดาวน์โหลดแทนท่าน", $"“{Quote.Cut(path)}” is an address of a network; nothing is fetched for you."),
                new("ดาวน์โหลดไฟล์มาไว้ในโฟลเดอร์ของแพ็กเกจ แล้วใส่ชื่อไฟล์ใน path", "Download the file into the package's folder, and give its name as path.")));
        }

        var parts = path.Split('/');
        if (path.Length == 0 || path.IndexOfAny(['\\', ':', '\0']) >= 0 || parts.Any(p => p is "" or "." or ".."))
        {
            return (null, new(
                "outside-folder", pointer, 0,
                new($"“{Quote.Cut(path)}” ไม่ใช่ไฟล์ในโฟลเดอร์ของแพ็กเกจ", $"“{Quote.Cut(path)}” is no file of the package's folder."),
                new("ใช้เส้นทางจากโฟลเดอร์ของแพ็กเกจ เช่น data/table.csv โดยไม่มี .. และไม่ขึ้นต้นด้วย /", "Write the path from the package's folder, such as data/table.csv, without .. and not beginning with /.")));
        }

        return IsLink(parts) ? (null, Linked(path, pointer)) : File.Exists(Path.Combine([root, .. parts])) ? (Path.Combine([root, .. parts]), null) : (null, new(
            "file-not-found", pointer, 0,
            new($"ไม่มีไฟล์ “{Quote.Cut(path)}” ในโฟลเดอร์ของแพ็กเกจ", $"There is no file “{Quote.Cut(path)}” in the package's folder."),
            new("วางไฟล์ไว้ตามที่ path บอก หรือแก้ path", "Put the file where the path says, or mend the path.")));
    }

    /// <summary>True where a folder or the file on the way is a link: it could lead to the server's own files, or in a circle.</summary>
    private bool IsLink(string[] parts)
    {
        var at = root;
        foreach (var part in parts)
        {
            at = Path.Combine(at, part);
            if (new FileInfo(at).LinkTarget is not null || new DirectoryInfo(at).LinkTarget is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static DocumentError Linked(string path, string pointer) => new(
        "outside-folder", pointer, 0,
        new($"“{Quote.Cut(path)}” เป็นลิงก์ไปยังที่อื่น", $"“{Quote.Cut(path)}” is a link to another place."),
        new("คัดลอกไฟล์จริงมาไว้ในโฟลเดอร์ของแพ็กเกจ", "Copy the file itself into the package's folder."));
}
