using System.Globalization;
using System.Text;

namespace OpenData.Rules.Layouts;

/// <summary>Makes identifiers of header texts: <c>[A-Za-z_][A-Za-z0-9_]*</c>, each different from the others.</summary>
public static class Identifiers
{
    /// <summary>Words that head the columns of Thai government tables, longest first, with what programs call them.</summary>
    private static readonly (string Thai, string English)[] Glossary =
    [
        ("ปีงบประมาณ", "fiscal_year"), ("รหัสไปรษณีย์", "postal_code"), ("รหัสจังหวัด", "province_code"), ("รหัสอำเภอ", "district_code"), ("รหัสตำบล", "subdistrict_code"),
        ("จังหวัด", "province"), ("อำเภอ", "district"), ("เขต", "district"), ("ตำบล", "subdistrict"), ("แขวง", "subdistrict"), ("ภูมิภาค", "region"), ("ภาค", "region"), ("หมู่บ้าน", "village"),
        ("ประเทศ", "country"), ("หน่วยงาน", "agency"), ("องค์กร", "organization"), ("ที่อยู่", "address"), ("ละติจูด", "latitude"), ("ลองจิจูด", "longitude"),
        ("ลำดับที่", "no"), ("ลำดับ", "no"), ("ที่", "no"), ("รหัส", "code"), ("ชื่อ", "name"), ("ประเภท", "type"), ("หมวด", "category"), ("รายการ", "item"), ("รายละเอียด", "detail"),
        ("จำนวนประชากร", "population"), ("ประชากร", "population"), ("จำนวนเงิน", "amount"), ("จำนวน", "count"), ("งบประมาณ", "budget"), ("ร้อยละ", "percent"), ("อัตรา", "rate"), ("ราคา", "price"),
        ("มูลค่า", "value"), ("ค่าใช้จ่าย", "expense"), ("รายได้", "income"), ("หน่วยนับ", "unit"), ("หน่วย", "unit"), ("วันที่", "date"), ("เดือน", "month"), ("ไตรมาส", "quarter"), ("ปี", "year"),
        ("เพศชาย", "male"), ("เพศหญิง", "female"), ("ชาย", "male"), ("หญิง", "female"), ("เพศ", "sex"), ("อายุ", "age"), ("รวม", "total"), ("หมายเหตุ", "note"), ("แหล่งข้อมูล", "source"), ("สถานะ", "status"), ("ผลผลิต", "production"), ("พื้นที่", "area"),
    ];

    /// <summary>True for a text that is an identifier already.</summary>
    public static bool IsIdentifier(string text) =>
        text.Length > 0 && (char.IsAsciiLetter(text[0]) || text[0] == '_') && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    /// <summary>An identifier for each label, in order; a label that is one already keeps it.</summary>
    public static IReadOnlyList<string> For(IReadOnlyList<string> labels)
    {
        var names = new string?[labels.Count];
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < labels.Count; i++)
        {
            if (IsIdentifier(labels[i]) && taken.Add(labels[i]))
            {
                names[i] = labels[i];
            }
        }

        var numbers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < labels.Count; i++)
        {
            names[i] ??= Unique(Make(labels[i], i), taken, numbers);
        }

        return names!;
    }

    /// <summary>The name with the next free number; where it stopped is remembered, since thousands of columns may be called the same.</summary>
    private static string Unique(string name, HashSet<string> taken, Dictionary<string, int> numbers)
    {
        var candidate = name;
        while (!taken.Add(candidate))
        {
            var number = numbers.GetValueOrDefault(name, 1) + 1;
            numbers[name] = number;
            candidate = string.Create(CultureInfo.InvariantCulture, $"{name}_{number}");
        }

        return candidate;
    }

    private static string Make(string label, int index)
    {
        var text = new StringBuilder();
        foreach (var c in Translate(label.Trim()).Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                text.Append(char.ToLowerInvariant(c));
            }
            else if (text.Length > 0 && text[^1] != '_' && !char.IsLetter(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                text.Append('_');
            }
        }

        var name = text.ToString().Trim('_');
        return name.Length == 0 || !name.Any(char.IsAsciiLetter) && !name.Any(char.IsAsciiDigit) ? string.Create(CultureInfo.InvariantCulture, $"column_{index + 1}")
            : char.IsAsciiDigit(name[0]) ? "y" + name
            : name;
    }

    private static string Translate(string label)
    {
        var text = new StringBuilder();
        for (var at = 0; at < label.Length;)
        {
            var word = Glossary.FirstOrDefault(g => string.CompareOrdinal(label, at, g.Thai, 0, g.Thai.Length) == 0);
            if (word.Thai is null)
            {
                text.Append(label[at++]);
            }
            else
            {
                text.Append(' ').Append(word.English).Append(' ');
                at += word.Thai.Length;
            }
        }

        return text.ToString();
    }
}
