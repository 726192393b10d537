using System.Globalization;
using Newtonsoft.Json.Linq;

namespace OpenData.Schemas;

/// <summary>What a field is called in a sentence: its key, its label, and its place in a list.</summary>
internal sealed class FieldName
{
    public FieldName(SchemaFile file, string pointer)
    {
        // An element of a list goes by the list's name: "objective", not "3".
        var list = pointer;
        while (list.Length > 0 && IsIndex(JsonPointer.Segments(list)[^1]))
        {
            list = JsonPointer.Parent(list);
        }

        if (list.Length == 0)
        {
            (Th, En) = ("เอกสาร", "The document");
            return;
        }

        Field = JsonPointer.Segments(list)[^1];
        var title = file.Field(list)?.Title ?? LocalText.Empty;
        var place = pointer.Length > list.Length ? Ordinal(pointer[(list.Length + 1)..]) : null;
        Th = $"“{Quote.Cut(Field)}”" + (title.Th is null ? "" : $" ({title.Th})") + (place is null ? "" : $" รายการที่ {place}");
        En = $"“{Quote.Cut(Field)}”" + (title.En is null ? "" : $" ({title.En})") + (place is null ? "" : $" item {place}");
    }

    /// <summary>The key, or empty for the whole document.</summary>
    public string Field { get; } = "";

    public string Th { get; }
    public string En { get; }

    private static bool IsIndex(string segment) => segment.Length > 0 && segment.All(char.IsAsciiDigit);

    private static string Ordinal(string index) =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var i) ? (i + 1).ToString(CultureInfo.InvariantCulture) : index;
}

/// <summary>JSON types in the words of people who do not program.</summary>
internal static class TypeNames
{
    public static string Thai(SchemaField? field) => string.Join(" หรือ ", Names(field).Select(n => n.Th));

    public static string English(SchemaField? field) => string.Join(" or ", Names(field).Select(n => n.En));

    /// <summary>What a given value is.</summary>
    public static (string Th, string En) Given(JToken? value) => value?.Type switch
    {
        JTokenType.String => Name("string"),
        JTokenType.Integer or JTokenType.Float => Name("number"),
        JTokenType.Boolean => Name("boolean"),
        JTokenType.Array => Name("array"),
        JTokenType.Object => Name("object"),
        _ => ("ค่าว่าง", "null"),
    };

    private static IEnumerable<(string Th, string En)> Names(SchemaField? field)
    {
        if (field is null)
        {
            return [("ค่าตามแบบฟอร์ม", "a value as the form asks")];
        }

        var members = field.Members;
        return field.Types.Select(t => t == "object" && members.Count > 0 && members.All(m => m is "th" or "en")
            ? ("ข้อความสองภาษา { \"th\": …, \"en\": … }", "{ \"th\": …, \"en\": … }")
            : Name(t));
    }

    private static (string Th, string En) Name(string type) => type switch
    {
        "string" => ("ข้อความ", "a text"),
        "integer" => ("จำนวนเต็ม", "a whole number"),
        "number" => ("ตัวเลข", "a number"),
        "boolean" => ("ค่า true หรือ false", "true or false"),
        "array" => ("รายการใน [ ]", "a list in [ ]"),
        _ => ("กลุ่มฟิลด์ใน { }", "a group of fields in { }"),
    };
}

/// <summary>The patterns of our schemas in words: nobody should have to read a regular expression to fill a form.</summary>
internal static class PatternText
{
    private static readonly LocalText Slug = new(
        "ใช้ตัวอักษร a–z ตัวเลข - และ _ เท่านั้น ขึ้นต้นด้วยตัวอักษรหรือตัวเลข ยาว 2–70 ตัว เช่น school-list",
        "Use only a–z, digits, - and _, beginning with a letter or digit, 2–70 characters, such as school-list.");

    private static readonly Dictionary<string, LocalText> Known = new(StringComparer.Ordinal)
    {
        ["^[A-Za-z_][A-Za-z0-9_]*$"] = new(
            "ใช้ตัวอักษร A–Z a–z ตัวเลข และ _ เท่านั้น ไม่ขึ้นต้นด้วยตัวเลข เช่น province_code ส่วนหัวคอลัมน์ภาษาไทยให้ใส่ในฟิลด์ header",
            "Use only A–Z, a–z, digits and _, not beginning with a digit, such as province_code; a Thai column header goes into the field header."),
        ["^[a-z0-9][a-z0-9_-]{1,69}$"] = Slug,
        ["^[a-z0-9][a-z0-9_-]{0,69}$"] = new(Slug.Th!.Replace("2–70", "1–70", StringComparison.Ordinal), Slug.En!.Replace("2–70", "1–70", StringComparison.Ordinal)),
        [@"^[^/\\]+$"] = new("ใส่เฉพาะชื่อไฟล์ที่อยู่ในโฟลเดอร์เดียวกัน ไม่มี / หรือ \\", "Give only the name of a file in the same folder, without / or \\."),
    };

    public static LocalText Of(string pattern) =>
        Known.GetValueOrDefault(pattern) ?? new($"ใช้ค่าที่ตรงกับรูปแบบ {pattern}", $"Use a value that matches {pattern}.");
}
