using System.Globalization;

namespace OpenData.Schemas;

/// <summary>The sentences for a text that is no JSON document.</summary>
internal static class JsonFaults
{
    public static DocumentError Malformed(string pointer, int line, string found, string expectedTh, string expectedEn)
    {
        var (th, en) = found switch
        {
            "" => ("เอกสารจบก่อนครบ", "the document ends too early"),
            "\n" or "\r" => ("ขึ้นบรรทัดใหม่ผิดที่", "a line break was found"),
            _ => ($"พบ “{found}”", $"“{found}” was found"),
        };
        return Make(
            "malformed-json",
            pointer,
            line,
            new($"บรรทัด {line} ไม่เป็น JSON ที่ถูกต้อง: {th} แต่ต้องเป็น{Spaced(expectedTh)}", $"Line {line} is not valid JSON: {en} where {expectedEn} was expected."),
            new($"แก้บรรทัด {line} (หรือท้ายบรรทัดก่อนหน้า) ให้มี{Spaced(expectedTh)}", $"Mend line {line} (or the end of the line before) so that there is {expectedEn}."));
    }

    public static DocumentError Comment(string pointer, int line) => Make(
        "json-comment",
        pointer,
        line,
        new($"บรรทัด {line} มีหมายเหตุ (comment) ซึ่ง JSON ไม่อนุญาต", $"Line {line} holds a comment, which JSON does not allow."),
        new("ลบหมายเหตุออก หรือย้ายข้อความไปไว้ในฟิลด์ description", "Remove the comment, or move its text to the description field."));

    public static DocumentError TrailingComma(string pointer, int line, string found) => Make(
        "trailing-comma",
        pointer,
        line,
        new($"มีเครื่องหมาย , เกินมาก่อน “{found}” ที่บรรทัด {line}", $"There is a comma too many before the “{found}” on line {line}."),
        new($"ลบเครื่องหมาย , ตัวสุดท้ายก่อน “{found}”", $"Remove the last comma before “{found}”."));

    public static DocumentError DuplicateKey(string pointer, int line, string name) => Make(
        "duplicate-key",
        pointer,
        line,
        new($"ฟิลด์ “{Quote.Cut(name)}” ถูกระบุซ้ำที่บรรทัด {line}", $"The field “{Quote.Cut(name)}” is given a second time on line {line}."),
        new("เก็บไว้เพียงค่าเดียว แล้วลบบรรทัดที่ซ้ำ", "Keep one of the two and remove the other."));

    public static DocumentError TooDeep(string pointer, int line) => Make(
        "too-deep",
        pointer,
        line,
        new($"เอกสารซ้อนกันลึกเกิน {DocumentLimits.MaxDepth} ชั้นที่บรรทัด {line}", $"The document is nested more than {DocumentLimits.MaxDepth} levels deep on line {line}."),
        new("ลดชั้นของ { } และ [ ] ให้ตรงกับแบบฟอร์ม", "Remove levels of { } and [ ] until it has the shape of the form."));

    public static DocumentError TooLarge(long bytes) => Make(
        "too-large",
        "",
        1,
        new($"เอกสารมีขนาด {Count(bytes)} ไบต์ เกินขนาดสูงสุด {Count(DocumentLimits.MaxBytes)} ไบต์", $"The document has {Count(bytes)} bytes; the most is {Count(DocumentLimits.MaxBytes)}."),
        new("ตรวจว่าไม่ได้ส่งไฟล์ข้อมูลมาแทนเอกสาร แล้วตัดส่วนที่ไม่จำเป็นออก", "See that it is not a data file given by mistake, and cut what is not needed."));

    public static DocumentError NotUtf8(int line) => Make(
        "not-utf8",
        "",
        line,
        new($"เอกสารไม่ได้บันทึกเป็น UTF-8 (พบครั้งแรกที่บรรทัด {line})", $"The document is not saved as UTF-8 (first seen on line {line})."),
        new("บันทึกเอกสารใหม่โดยเลือกรหัสอักขระ UTF-8", "Save the document again with the encoding UTF-8."));

    public static DocumentError NumberTooLarge(string pointer, int line) => Make(
        "number-too-large",
        pointer,
        line,
        new($"ตัวเลขที่บรรทัด {line} มีค่าหรือจำนวนหลักมากเกินกว่าจะเก็บได้", $"The number on line {line} is larger, or has more digits, than can be kept."),
        new("ใช้ตัวเลขไม่เกิน 28 หลัก", "Use a number of at most 28 digits."));

    public static DocumentError TooMany(int untold, int line) => Make(
        "too-many-faults",
        "",
        line,
        new($"ยังมีข้อผิดพลาดอีก {Count(untold)} ข้อที่ไม่ได้แสดง", $"There are {Count(untold)} more faults that are not shown."),
        new("แก้ข้อผิดพลาดที่แสดงก่อน แล้วตรวจใหม่", "Mend those shown, then check again."));

    private static DocumentError Make(string code, string pointer, int line, LocalText message, LocalText fix) => new(code, pointer, line, message, fix);

    private static string Spaced(string text) => text[0] is >= '\u0E01' and <= '\u0E5B' ? text : " " + text;

    private static string Count(long n) => n.ToString("N0", CultureInfo.InvariantCulture);
}
