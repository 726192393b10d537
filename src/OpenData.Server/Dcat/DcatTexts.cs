using OpenData.Schemas;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Dcat;

/// <summary>The words of the catalog's faces for harvesters and search engines.</summary>
internal static class DcatTexts
{
    public static readonly LocalText Catalog = new(
        "ชุดข้อมูลเปิดภาครัฐที่ผ่านการตรวจและเผยแพร่แล้ว พร้อมคำอธิบาย พจนานุกรมข้อมูล และส่วนต่อประสานโปรแกรม",
        "Published open government datasets, checked, with their metadata, data dictionaries and interfaces for programs");

    public static readonly LocalText Dictionary = new("พจนานุกรมข้อมูล (แบบฟอร์ม 2)", "Data dictionary (Form 2)");
    public static readonly LocalText Themes = new("หมวดเรื่องของสหภาพยุโรป", "EU data themes");
    public static readonly LocalText Changes = new("การเปลี่ยนแปลงของชุดข้อมูล", "Changes of datasets");
    public static readonly LocalText Words = new("คำที่ไม่มีอักขระ NUL", "words without the NUL character");
    public static readonly LocalText PageNumber = new("หมายเลขหน้า ตั้งแต่ 1", "a page's number, from 1");
    public static readonly LocalText Moment = new("วันหรือเวลาแบบ ISO 8601 ปี ค.ศ. เช่น 2026-01-31 หรือ 2026-01-31T08:30:00Z", "a day or moment of ISO 8601, such as 2026-01-31 or 2026-01-31T08:30:00Z");

    public static Problem UnknownSuffix(string suffix, IEnumerable<string> known) => new(ProblemKinds.UnknownFormat, new LocalText(
        $"ไม่มีรูปแบบ “.{ProblemTexts.Shown(suffix)}” ที่มีคือ: {string.Join(", ", known)}",
        $"There is no format “.{ProblemTexts.Shown(suffix)}”. There are: {string.Join(", ", known)}."));
}
