using System.Text;

namespace OpenData.Registry;

/// <summary>How the strings of code lists are compared, and the writings met in forms beside the official ones.</summary>
internal static class CodeText
{
    private static readonly (string List, string Text, string Code)[] Others =
    [
        ("data_type", "อื่นๆ", "other"),
        ("data_type", "ข้อมูลอื่นๆ", "other"),
        ("data_type", "ข้อมูลภูมิสารสนเทศ", "gis"),
        ("data_type", "ข้อมูลรวม (สถิติ)", "stat"),
        ("geo_coverage", "องค์กรปกครองส่วนท้องถิ่น", "local-government"),
        ("data_format", "XLSX", "xls"),
        ("data_format", "XLS/XLSX", "xls"),
        ("data_format", "Excel", "xls"),
        ("data_format", "DOCX", "doc"),
        ("data_category", "สาธารณะ", "public"),
        ("data_category", "ใช้ภายใน", "internal"),
        ("data_category", "ส่วนบุคคล", "personal"),
        ("data_category", "ความมั่นคง", "security"),
        ("data_category", "ความลับทางราชการ", "official-secret"),
        ("data_classification", "เผยแพร่ภายในองค์กร", "internal"),
        ("license_id", "CC-BY", "cc-by"),
        ("license_id", "Creative Commons Attribution", "cc-by"),
        ("license_id", "Open Data Commons", "odc"),
        ("license_id", "Others License", "other"),
    ];

    public static IEnumerable<(string Text, string Code)> OtherWritings(string list) => Others.Where(o => o.List == list).Select(o => (o.Text, o.Code));

    /// <summary>A text without what people do not see or agree on: case, spaces (อื่น ๆ), zero-width signs, sara am in two parts.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            if (!char.IsWhiteSpace(sign) && sign is not ('\u200B' or '\u200C' or '\u200D' or '\uFEFF'))
            {
                plain.Append(char.ToLowerInvariant(sign));
            }
        }

        return plain.Replace("\u0E4D\u0E32", "\u0E33").ToString();
    }
}
