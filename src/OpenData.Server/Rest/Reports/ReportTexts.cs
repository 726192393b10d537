using OpenData.Reports;
using OpenData.Schemas;

namespace OpenData.Server.Rest.Reports;

/// <summary>What the server says about verdicts.</summary>
internal static class ReportTexts
{
    public static LocalText DoesNotComply(Report report) => new(
        $"พบข้อผิดพลาด {report.Counts.Error} รายการ จึงยังไม่เผยแพร่ ข้อมูลรุ่นเดิมยังใช้ได้ตามปกติ รายละเอียดอยู่ใน report",
        $"{report.Counts.Error} errors were found, so nothing was published; what was published before still answers. See report.");
}
