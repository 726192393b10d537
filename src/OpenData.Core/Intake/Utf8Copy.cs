namespace OpenData.Intake;

/// <summary>Opens a text as UTF-8, whatever its encoding, as a stream that can seek.</summary>
public static class Utf8Copy
{
    /// <summary>The first bytes of the text as UTF-8, at most about <paramref name="size"/> of them, byte order mark removed.</summary>
    public static byte[] Head(Upload upload, int size)
    {
        var facts = upload.Text ?? throw new InvalidOperationException($"{upload.Name} is no text but {upload.Kind}.");
        using var file = new FileStream(upload.Path, FileMode.Open, FileAccess.Read, FileShare.Read);
        file.Position = facts.ByteOrderMark;
        var head = new byte[size];
        head = head[..file.ReadAtLeast(head, size, throwOnEndOfStream: false)];
        return facts.Encoding == TextEncoding.Utf8 ? head : Decoders.Of(TextEncoding.Utf8).GetBytes(Decoders.Of(facts.Encoding).GetString(head));
    }

    /// <summary>
    /// The file itself where it is UTF-8; else a converted copy that lives until the stream is closed. Byte offsets in
    /// that stream are those of the UTF-8 text.
    /// </summary>
    /// <exception cref="InvalidOperationException">The upload is no text.</exception>
    public static Stream Open(Upload upload)
    {
        var facts = upload.Text ?? throw new InvalidOperationException($"{upload.Name} is no text but {upload.Kind}.");
        var file = new FileStream(upload.Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan);
        if (facts.Encoding == TextEncoding.Utf8)
        {
            return file;
        }

        var copy = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            bufferSize: 1,
            FileOptions.DeleteOnClose | FileOptions.SequentialScan);
        using (file)
        {
            file.Position = facts.ByteOrderMark;
            using var reader = new StreamReader(file, Decoders.Of(facts.Encoding), detectEncodingFromByteOrderMarks: false, IntakeLimits.TextSize);
            using var writer = new StreamWriter(copy, Decoders.Of(TextEncoding.Utf8), IntakeLimits.TextSize, leaveOpen: true);
            var text = new char[IntakeLimits.TextSize];
            int read;
            while ((read = reader.Read(text)) > 0)
            {
                writer.Write(text, 0, read);
            }
        }

        copy.Position = 0;
        return copy;
    }
}
