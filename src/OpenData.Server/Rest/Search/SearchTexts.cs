using OpenData.Schemas;
using OpenData.Server.Rest.Parameters;
using OpenData.Server.Rest.Problems;
using OpenData.Store.Search;

namespace OpenData.Server.Rest.Search;

/// <summary>What the server says about searches.</summary>
internal static class SearchTexts
{
    public static readonly LocalText Words = new(
        $"คำที่ไม่มีอักขระ NUL ไม่เกิน {SearchLimits.Words} คำ",
        $"at most {SearchLimits.Words} words, without the NUL character");

    public static readonly LocalText Values = new(
        $"ค่าคั่นด้วยจุลภาค ไม่เกิน {ServerLimits.ListValues} ค่า (ค่าที่มีจุลภาคใส่ในเครื่องหมายคำพูด)",
        $"at most {ServerLimits.ListValues} values separated by commas (a value with a comma in double quotes)");

    public static readonly LocalText Slugs = new(
        $"ชื่อย่อ a-z 0-9 _ - ไม่เกิน 70 ตัว คั่นด้วยจุลภาค ไม่เกิน {ServerLimits.ListValues} ชื่อ",
        $"at most {ServerLimits.ListValues} short names of a-z 0-9 _ - (of at most 70 characters), separated by commas");

    public static ProblemError InvalidCursor() => new(
        ProblemKinds.InvalidCursor.Code,
        new("อ่านตัวชี้หน้าใน “after” ไม่ได้ หรือมาจากการค้นหาอื่น", "The cursor in “after” cannot be read, or comes from another search."),
        new("ใช้ที่อยู่ next จากคำตอบก่อนหน้าตามเดิม หรือเริ่มจากหน้าแรกโดยไม่ใส่ after", "Use the address in next of the answer before, as it is, or start from the first page, without after."))
    {
        Parameter = "after",
    };

    /// <summary>What a facet is called.</summary>
    public static LocalText Of(DatasetFacet facet) => facet switch
    {
        DatasetFacet.Organization => new("หน่วยงาน", "Organization"),
        DatasetFacet.Group => new("หน่วยงานพร้อมหน่วยงานในสังกัด", "Organization with its units"),
        DatasetFacet.Tag => new("คำสำคัญ", "Tag"),
        DatasetFacet.Category => new("หมวดหมู่", "Category"),
        DatasetFacet.Format => new("รูปแบบ", "Format"),
        DatasetFacet.License => new("สัญญาอนุญาต", "Licence"),
        DatasetFacet.Type => new("ประเภทชุดข้อมูล", "Kind of dataset"),
        _ => new("ผลการตรวจ", "Check"),
    };
}
