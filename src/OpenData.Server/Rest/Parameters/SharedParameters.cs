using OpenData.Scores;
using OpenData.Scores.Indicators;

namespace OpenData.Server.Rest.Parameters;

/// <summary>Parameters that several routes take.</summary>
internal static class SharedParameters
{
    public static readonly ParameterDescription Language = new(AskedLanguage.Name, ParameterKind.Choice, new("ภาษาของป้ายและข้อความผิดพลาด ถ้าไม่ให้ใช้ Accept-Language", "The language of labels and errors; that of Accept-Language where nothing is said.")) { Allowed = ["th", "en"] };

    public static readonly ParameterDescription Offset = new("offset", ParameterKind.Integer, new("จำนวนรายการที่ข้าม", "How many to pass over.")) { Minimum = 0, Maximum = int.MaxValue, Standard = "0" };

    public static readonly ParameterDescription Organization = new("organization", ParameterKind.Text, new("ชื่อย่อของหน่วยงาน", "The short name of an organization.")) { Pattern = Slug.Pattern };

    public static readonly ParameterDescription Dataset = new("dataset", ParameterKind.Text, new("ชื่อย่อของชุดข้อมูล", "The short name of a dataset.")) { Pattern = Slug.Pattern };

    public static readonly ParameterDescription Notes = new("notes", ParameterKind.Text, new("หมายเหตุของรุ่น ซึ่งแสดงต่อสาธารณะ", "What the publisher says of the release, for everybody to read."));

    public static readonly ParameterDescription FileName = new("name", ParameterKind.Text, new("ชื่อไฟล์ เมื่อส่งไฟล์เป็นเนื้อหาโดยตรง", "The name of the file, where it is sent as the body.")) { Example = "data.csv" };

    /// <summary>A fiscal year, of those that some indicator is of up to the next one; the last is not known before the server runs.</summary>
    public static readonly ParameterDescription Year = new("year", ParameterKind.Integer, new("ปีงบประมาณ พ.ศ. ถ้าไม่ให้คือปีนี้", "A fiscal year of the Buddhist era, up to the next one; this one where it is left out."))
    {
        Minimum = IndicatorBook.All.Min(i => i.FiscalYear),
        Example = "2567",
    };

    /// <summary>How many items of a page.</summary>
    public static ParameterDescription Limit(int standard, int most) =>
        new("limit", ParameterKind.Integer, new("จำนวนต่อหน้า", "How many on a page.")) { Minimum = 1, Maximum = most, Standard = $"{standard}" };
}
