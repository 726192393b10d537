namespace OpenData.Intake;

/// <summary>What a file is, told by its content and never by its name.</summary>
public enum FileKind
{
    Empty,
    Csv,
    Xlsx,

    /// <summary>A workbook of Excel 97–2003, or another OLE compound file.</summary>
    Xls,
    Ods,
    Zip,
    Gzip,
    Pdf,
    Html,
    Xml,
    Json,
    Rtf,
    Image,

    /// <summary>Bytes that are no text and no kind known here.</summary>
    Binary,
}

/// <summary>Encodings that a text file may come in.</summary>
public enum TextEncoding
{
    Utf8,

    /// <summary>windows-874, which contains TIS-620.</summary>
    Windows874,
    Windows1252,
    Utf16LittleEndian,
    Utf16BigEndian,
}

/// <summary>What the bytes of a text say of their encoding; every byte has been read.</summary>
/// <param name="Encoding">The encoding that all, or nearly all, bytes obey.</param>
/// <param name="ByteOrderMark">Length in bytes of the byte order mark, 0 where there is none.</param>
/// <param name="InvalidCount">How many invalid sequences there are in that encoding.</param>
/// <param name="InvalidOffsets">Byte offsets of the first of them.</param>
/// <param name="ControlCount">How many control bytes (other than tab, CR, LF) there are.</param>
/// <param name="CrLf">Lines that end with CR LF.</param>
/// <param name="Lf">Lines that end with LF alone.</param>
/// <param name="Cr">Lines that end with CR alone.</param>
/// <param name="MayBeDamaged">False where it is sure that no character is invalid, replaced or of the kind that a wrong decoding leaves.</param>
public sealed record TextFacts(
    TextEncoding Encoding,
    int ByteOrderMark,
    long InvalidCount,
    IReadOnlyList<long> InvalidOffsets,
    long ControlCount,
    long CrLf,
    long Lf,
    long Cr,
    bool MayBeDamaged);

/// <summary>A file as it was received: its bytes are on disk, hashed and told apart. It knows nothing of tables.</summary>
/// <param name="Name">The name it came under.</param>
/// <param name="Path">Where its bytes are now.</param>
/// <param name="Sha256">SHA-256 of the bytes, lower-case hex.</param>
/// <param name="Bytes">Size in bytes.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What is known of its encoding, or null where it is no text.</param>
public sealed record Upload(string Name, string Path, string Sha256, long Bytes, FileKind Kind, TextFacts? Text);
