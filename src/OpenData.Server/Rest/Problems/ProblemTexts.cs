using OpenData.Schemas;

namespace OpenData.Server.Rest.Problems;

/// <summary>What the server says of refusals that belong to no single feature.</summary>
internal static class ProblemTexts
{
    public static LocalText Several(int count) => new($"พบข้อผิดพลาด {count} รายการ ดูรายละเอียดใน errors", $"{count} faults were found; see errors.");

    /// <summary>What a status says where nobody said more.</summary>
    public static LocalText OfStatus(int status, string method, string path) => status switch
    {
        404 => new($"ไม่มีสิ่งใดที่ {path} ดูรายการที่ /about", $"There is nothing at {path}. See /about for what there is."),
        405 => new($"ที่อยู่ {path} ไม่รับวิธี {method} ดูหัวข้อ Allow ว่ารับวิธีใด", $"{path} does not take {method}. The Allow header says what it takes."),
        413 => new("เนื้อหาที่ส่งมาใหญ่เกินกว่าที่เซิร์ฟเวอร์รับ", "The body is larger than this server takes."),
        416 => new("ช่วงไบต์ที่ขออยู่นอกไฟล์", "The byte range asked for lies outside the file."),
        >= 500 => new("เซิร์ฟเวอร์ขัดข้อง ข้อมูลของท่านไม่เสียหาย โปรดลองใหม่ หรือแจ้งผู้ดูแลพร้อมรหัสคำขอ", "The server failed; nothing of yours is lost. Try again, or tell the operator the request id."),
        _ => new("เซิร์ฟเวอร์อ่านคำขอนี้ไม่ได้", "The server cannot read this request."),
    };

    /// <summary>A faulty value as a sentence repeats it: cut, and without control characters.</summary>
    public static string Shown(string value)
    {
        var cut = value.Length > ServerLimits.ShownValue ? string.Concat(value.AsSpan(0, ServerLimits.ShownValue), "…") : value;
        return string.Concat(cut.Select(c => char.IsControl(c) ? '\uFFFD' : c));
    }
}
