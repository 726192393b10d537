using OpenData.Schemas;

namespace OpenData.Publishing;

/// <summary>The files of one dataset folder, and the guard that no name leads out of it: forms come from strangers.</summary>
internal sealed class FolderFiles(string path)
{
    /// <summary>The full path of the folder.</summary>
    public string Root { get; } = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    /// <summary>The full path of a file of the folder, or null where there is no such file, or where it is not in the folder.</summary>
    public string? Find(string name)
    {
        var full = Path.Combine(Root, name);
        return IsPlain(name) && File.Exists(full) && StaysInside(full) ? full : null;
    }

    /// <summary>The bytes of a document, no more of them than the limit and one: a longer one is refused by its reader.</summary>
    public static byte[] ReadDocument(string path)
    {
        using var stream = File.OpenRead(path);
        var bytes = new byte[Math.Min(stream.Length, DocumentLimits.MaxBytes + 1L)];
        return bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }

    public DocumentError NoForm() => new(
        "file-not-found",
        "",
        0,
        new($"ไม่มีไฟล์ {DatasetFolder.FormName} ในโฟลเดอร์ {Root}", $"There is no {DatasetFolder.FormName} in the folder {Root}."),
        new($"สร้าง {DatasetFolder.FormName} (แบบฟอร์ม 1) ในโฟลเดอร์นี้ หรือระบุโฟลเดอร์ที่ถูกต้อง", $"Make {DatasetFolder.FormName} (Form 1) in it, or name the right folder."));

    /// <summary>Says why <see cref="Find"/> gave nothing for a file of resource number <paramref name="index"/>.</summary>
    public DocumentError NotFound(string name, int index, string field)
    {
        var pointer = $"/resources/{index}/{field}";
        var isOutside = !IsPlain(name) || (File.Exists(Path.Combine(Root, name)) && !StaysInside(Path.Combine(Root, name)));
        return isOutside
            ? new(
                "outside-folder",
                pointer,
                0,
                new($"ไฟล์ “{Quote.Cut(name)}” อยู่นอกโฟลเดอร์ของชุดข้อมูล", $"The file “{Quote.Cut(name)}” lies outside the dataset's folder."),
                new("คัดลอกไฟล์มาไว้ในโฟลเดอร์เดียวกับ dataset.json แล้วใส่เฉพาะชื่อไฟล์", "Copy the file beside dataset.json and give only its name."))
            : new(
                "file-not-found",
                pointer,
                0,
                new($"ไม่มีไฟล์ “{Quote.Cut(name)}” ในโฟลเดอร์ของชุดข้อมูล", $"There is no file “{Quote.Cut(name)}” in the dataset's folder."),
                new($"วางไฟล์ไว้ข้าง dataset.json หรือแก้ชื่อในฟิลด์ “{field}”", $"Put the file beside dataset.json, or mend its name in the field “{field}”."));
    }

    /// <summary>True for a bare file name: no folder, no drive, no "..", on this system or another.</summary>
    private static bool IsPlain(string name) =>
        name.Length > 0 && name is not ("." or "..") && name.IndexOfAny(['/', '\\', ':', '\0']) < 0 && Path.GetFileName(name) == name;

    private bool StaysInside(string full)
    {
        // A symlink dataset.csv -> /etc/passwd would publish the server's own files.
        if (new FileInfo(full).ResolveLinkTarget(returnFinalTarget: true) is not { } target)
        {
            return true;
        }

        var folder = Path.GetDirectoryName(target.FullName);
        return folder == Root || folder == new DirectoryInfo(Root).ResolveLinkTarget(returnFinalTarget: true)?.FullName;
    }
}
