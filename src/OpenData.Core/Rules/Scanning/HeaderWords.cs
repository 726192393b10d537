using System.Text.RegularExpressions;

namespace OpenData.Rules.Scanning;

/// <summary>What a header says of values that may be dates or the numbers of something: only where the values leave it open.</summary>
internal static partial class HeaderWords
{
    // Thai words are found anywhere, since Thai has no spaces between them.
    private static readonly string[] ThaiDates = ["วัน", "เดือน", "เวลา", "เมื่อ", "เริ่ม", "สิ้นสุด", "ครบกำหนด"];
    private static readonly string[] ThaiNumbers = ["เลขที่", "เลข", "หมายเลข", "อ้างอิง", "เอกสาร", "รหัส", "รุ่น", "เวอร์ชัน", "ฉบับ", "ลำดับ", "ข้อที่", "มาตรา", "ทะเบียน", "ไอพี"];

    private static readonly string[] EnglishDates = ["date", "dates", "dated", "day", "when", "start", "end", "begin", "as", "due", "time", "period", "timestamp"];

    private static readonly string[] EnglishNumbers =
    [
        "ref", "reference", "doc", "document", "no", "nr", "num", "number", "version", "ver", "v", "release", "build", "revision", "rev", "ip", "id", "code",
        "invoice", "serial", "section", "clause", "chapter", "item", "refdoc", "docno", "refno", "docref",
    ];

    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+(?![a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishWord();

    /// <summary>True where it speaks of days.</summary>
    public static bool SpeakOfDates(string header) => Speak(header, ThaiDates, EnglishDates);

    /// <summary>True where it speaks of the numbers of documents, versions, machines or places.</summary>
    public static bool SpeakOfNumbers(string header) => Speak(header, ThaiNumbers, EnglishNumbers);

    /// <summary>True where it speaks of what names a thing, and is not counted.</summary>
    public static bool SpeakOfCodes(string header) => Speak(header, ["รหัส"], ["id", "code"]);

    private static bool Speak(string header, string[] thai, string[] english) =>
        Array.Exists(thai, w => header.Contains(w, StringComparison.Ordinal))
        || EnglishWord().Matches(header).Any(m => english.Contains(m.Value, StringComparer.OrdinalIgnoreCase));
}
