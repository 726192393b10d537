namespace OpenData.Rules.Privacy;

/// <summary>Names of persons: a title and two words, or, where the header asks for names, two words that are no organisation.</summary>
internal static class PersonNames
{
    private const int LongestWord = 25;

    // Longest first: นางสาว begins with นาง.
    private static readonly string[] ThaiTitles = ["นางสาว", "เด็กหญิง", "เด็กชาย", "น.ส.", "ด.ช.", "ด.ญ.", "นาง", "นาย"];
    private static readonly string[] EnglishTitles = ["Miss", "MISS", "Mrs", "MRS", "Mr", "MR", "Ms"];

    /// <summary>What follows นาย in titles of office and trades, not in names: นายกเทศมนตรี, นายอำเภอ, นายทะเบียน.</summary>
    private static readonly string[] OfficesAfterNai =
    [
        "กเทศ", "กรัฐ", "กองค์", "กสมาคม", "กสภา", "กเมือง", "กพุทธ", "กยุว", "กเหล่า", "กสโมสร", "กฯ", "กอบต", "กอบจ", "อำเภอ", "ทะเบียน", "แพทย์สาธารณสุข", "แพทย์ชำนาญ", "แพทย์ปฏิบัติ",
        "แพทย์เชี่ยวชาญ", "แพทย์ทรงคุณ", "สัตวแพทย์", "ช่าง", "สถานี", "จ้าง", "หน้า", "ทหาร", "ประกันภัย", "ด่าน", "ไปรษณีย์", "ตำรวจ", "ท่า", "ประตู", "เวร",
    ];

    private static readonly string[] WordsAfterNai = ["ก", "แพทย์", "เรือ", "พล", "วง", "ร้อย", "พัน", "ตรวจ", "ท้าย", "แบบ", "พราน", "อากาศ"];
    private static readonly string[] WordsAfterNang = ["รอง", "แบบ", "เอก", "งาม", "พญา", "กวัก", "พยาบาล", "แล", "เลิ้ง", "บวช", "ลือ", "นวล", "ตะเคียน", "แดด", "หลง", "ใน", "นอน", "ไทย", "สนม", "ฟ้า", "ไม้", "ร้อง", "รำ"];

    private static readonly string[] ThaiOrganizations =
    [
        "บริษัท", "บจก", "บมจ", "หจก", "ห้าง", "จำกัด", "สำนัก", "กระทรวง", "มหาวิทยาลัย", "วิทยาลัย", "โรงเรียน", "โรงพยาบาล", "องค์กร", "องค์การ", "เทศบาล", "อบต", "อบจ", "ศูนย์", "สหกรณ์", "กลุ่ม",
        "ร้าน", "มูลนิธิ", "สมาคม", "สถาบัน", "สถานี", "คณะ", "วิสาหกิจ", "ชุมชน", "การไฟฟ้า", "การประปา", "ธนาคาร", "กองทุน", "ฝ่าย", "แผนก", "โรงงาน", "โรงแรม", "อุตสาหกรรม", "คลินิก", "ฟาร์ม", "หน่วย",
        "ตำบล", "อำเภอ", "จังหวัด", "หมู่บ้าน", "โครงการ", "เครือข่าย", "คณะกรรมการ", "สภา", "รัฐ", "ประเทศ",
    ];

    private static readonly string[] ThaiOrganizationStarts = ["กรม", "กอง", "งาน", "วัด", "บ้าน", "การ", "ส่วน", "ที่ทำการ", "เขต", "ภาค"];

    private static readonly string[] EnglishOrganizations =
    [
        "co", "co.", "ltd", "ltd.", "limited", "company", "inc", "inc.", "corp", "corporation", "department", "ministry", "office", "university", "college", "school", "hospital", "bank", "group", "association",
        "foundation", "centre", "center", "public", "plc", "llc", "gmbh", "institute", "municipality", "authority", "bureau", "division", "council", "hotel", "resort", "shop", "store", "factory", "club", "team", "society", "agency", "province", "district",
    ];

    /// <summary>Reads a name that begins with a title, and tells how many characters it takes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">How many words the name has at least: two, or one where the header asks for names.</param>
    /// <param name="length">How many characters title and name take.</param>
    public static bool TryTitled(string text, int words, out int length)
    {
        length = 0;
        var title = Array.Find(ThaiTitles, t => text.StartsWith(t, StringComparison.Ordinal));
        var isThai = title is not null;
        title ??= Array.Find(EnglishTitles, t => text.StartsWith(t, StringComparison.Ordinal) && text.Length > t.Length && text[t.Length] is '.' or ' ');
        if (title is null)
        {
            return false;
        }

        var at = title.Length;
        at += at < text.Length && text[at] == '.' ? 1 : 0;
        for (var word = 0; word < words; word++)
        {
            while (at < text.Length && text[at] is ' ' or '\u00A0')
            {
                at++;
            }

            var end = at;
            while (end < text.Length && IsLetter(text[end], isThai))
            {
                end++;
            }

            var name = text[at..end];
            var isClosed = end == text.Length || text[end] is ' ' or '\u00A0' or ',' or '(' or '/' or '\n' or '\r' or ';' or ':' or ')';
            if (name.Length is < 2 or > LongestWord || !isClosed || !(isThai || char.IsAsciiLetterUpper(name[0])) || (word == 0 && isThai && IsOffice(title, name)) || IsOrganizationWord(name))
            {
                return false;
            }

            at = end;
        }

        length = at;
        return true;
    }

    /// <summary>True for a whole value that is a name: so many words of letters, none of an organisation; a title is forgiven.</summary>
    /// <param name="text">The value.</param>
    /// <param name="least">The fewest words: two for a full name, one for a part of one.</param>
    public static bool IsName(string text, int least)
    {
        var words = text.Split([' ', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= least
            && words.Length <= 4
            && Array.TrueForAll(words, w => w.Length <= LongestWord && (w == "ณ" || (w.Length >= 2 && w.All(c => IsLetter(c, isThai: true) || char.IsLetter(c) || c is '.' or '-' or '\''))) && !IsOrganizationWord(w));
    }

    /// <summary>The first letter, and that there was more.</summary>
    public static string Mask(ReadOnlySpan<char> text) => text.IsEmpty ? "" : $"{text[0]}…";

    private static bool IsLetter(char sign, bool isThai) => isThai ? sign is >= 'ก' and <= '\u0E4E' and not '฿' : char.IsAsciiLetter(sign) || sign is '-' or '\'';

    private static bool IsOffice(string title, string word) => title switch
    {
        "นาย" => Array.Exists(OfficesAfterNai, o => word.StartsWith(o, StringComparison.Ordinal)) || Array.IndexOf(WordsAfterNai, word) >= 0,
        "นาง" or "นางสาว" => Array.IndexOf(WordsAfterNang, word) >= 0,
        _ => false,
    };

    private static bool IsOrganizationWord(string word) =>
        Array.Exists(ThaiOrganizations, o => word.Contains(o, StringComparison.Ordinal))
        || Array.Exists(ThaiOrganizationStarts, o => word.StartsWith(o, StringComparison.Ordinal))
        || Array.IndexOf(EnglishOrganizations, word.ToLowerInvariant()) >= 0;
}
