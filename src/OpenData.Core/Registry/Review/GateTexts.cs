using OpenData.Schemas;

namespace OpenData.Registry.Review;

/// <summary>What the gate says.</summary>
internal static class GateTexts
{
    public static readonly GateReason NoResource = new(
        "no-resource",
        "/resources",
        new("ชุดข้อมูลไม่มีทรัพยากร", "The dataset has no resource."),
        new("เพิ่มทรัพยากรในแบบฟอร์ม 1", "Add a resource to Form 1."));

    public static GateReason Missing(MandatoryItem item) => new(
        "missing-item",
        "/" + item.Field,
        new($"ขาดรายการบังคับ “{item.Title.Th}”", $"The mandatory item “{item.Title.En}” is missing."),
        new($"กรอก {item.Field} ในแบบฟอร์ม 1", $"Fill in {item.Field} in Form 1."));

    public static GateReason Forbids(string field, string code, string open)
    {
        var label = CodeLists.Label(field, code) ?? new LocalText(code, code);
        return new(
            "not-open",
            "/" + field,
            new($"{field} เป็น “{label.Th}” จึงเผยแพร่ต่อสาธารณะไม่ได้", $"{field} is “{label.En}”, which forbids publication."),
            new($"ถ้าเป็นข้อมูลสาธารณะ แก้เป็น {open} ถ้าไม่ใช่ ห้ามเผยแพร่", $"If the data are public, choose {open}; if not, they must not be published."));
    }

    public static GateReason Personal(string key, string at) => new(
        Gate.PersonalData,
        at,
        new($"พบข้อมูลส่วนบุคคลในไฟล์ของทรัพยากร “{key}”", $"Personal data were found in the file of “{key}”."),
        new("ลบหรือปกปิดข้อมูลส่วนบุคคลแล้วส่งไฟล์ใหม่ ข้อนี้ยกเว้นไม่ได้", "Remove or mask them and send the file again; nobody can except this."));

    public static GateReason NoDictionary(string key, string at) => new(
        "no-dictionary",
        at,
        new($"ทรัพยากร “{key}” ไม่มีพจนานุกรมข้อมูล", $"The resource “{key}” has no data dictionary."),
        new("ส่งแบบฟอร์ม 2 ของทรัพยากรนี้", "Give its Form 2."));

    public static GateReason NoFile(string key, string at) => new(
        "no-file",
        at,
        new($"ทรัพยากร “{key}” ยังไม่มีไฟล์ที่ผ่านเกณฑ์", $"The resource “{key}” has no compliant file."),
        new("ส่งไฟล์ที่ผ่านการตรวจ", "Send a file that complies."));

    public static GateReason Outdated(string key, string at) => new(
        "file-outdated",
        at,
        new($"ไฟล์ของทรัพยากร “{key}” ตรวจกับพจนานุกรมฉบับก่อน", $"The file of “{key}” was checked against an earlier dictionary."),
        new("ส่งไฟล์อีกครั้งเพื่อตรวจกับพจนานุกรมปัจจุบัน", "Send the file again, so that it is checked against the dictionary of now."));

    public static GateReason DoesNotComply(string key, string at, IReadOnlyList<string> rules)
    {
        var list = string.Join(", ", rules);
        return new(
            "does-not-comply",
            at,
            new($"ไฟล์ของทรัพยากร “{key}” ไม่ผ่านกฎ {list}", $"The file of “{key}” breaks {list}."),
            new("แก้ไฟล์ตามรายงานแล้วส่งใหม่ หรือให้ผู้อนุมัติบันทึกข้อยกเว้นพร้อมเหตุผล", "Mend it by its report and send it again, or have an approver record an exception with a reason."));
    }
}
