using OpenData.Schemas;

namespace OpenData.Server.Web;

/// <summary>What is to be done next, in words.</summary>
internal static class NextTexts
{
    public static readonly LocalText Next = new("ขั้นต่อไป:", "Next:");
    public static readonly LocalText FillForm = new("กรอกแบบฟอร์ม 1 ให้ครบ ยังขาด {0} รายการ", "Fill in Form 1: {0} mandatory items are missing.");
    public static readonly LocalText ToForm = new("ไปที่แบบฟอร์ม 1", "To Form 1");
    public static readonly LocalText AddResource = new("เพิ่มทรัพยากร (ตารางข้อมูล) ในแบบฟอร์ม 1", "Add a resource, the table of data, to Form 1.");
    public static readonly LocalText Describe = new("ส่งไฟล์ของทรัพยากร {0} เพื่อให้ระบบร่างพจนานุกรมข้อมูล", "Give the file of {0}: a data dictionary is drafted from it.");
    public static readonly LocalText GiveFile = new("ส่งไฟล์ที่ผ่านการตรวจของทรัพยากร {0}", "Give a file of {0} that complies.");
    public static readonly LocalText ToFile = new("ส่งไฟล์", "Give a file");
    public static readonly LocalText Mend = new("แก้ข้อที่ระบุใน “ก่อนเผยแพร่” ในหน้าอนุมัติ", "Mend what stands under “Before it is published” on its review page.");
    public static readonly LocalText Submit = new("ครบแล้ว กด “ส่งให้อนุมัติ” ในหน้าอนุมัติ", "It is complete: press “Submit” on its review page.");
    public static readonly LocalText WaitForApproval = new("รอผู้อนุมัติพิจารณา", "An approver decides now.");
    public static readonly LocalText Decide = new("อ่านแบบฟอร์ม ตัวอย่างข้อมูล และรายงาน แล้วกด “อนุมัติ” หรือ “ส่งกลับให้แก้” พร้อมความเห็น", "Read the form, the first rows and the report; then approve it, or return it with comments.");
    public static readonly LocalText Publish = new("กด “เผยแพร่” ในหน้าอนุมัติ", "Press “Publish” on its review page.");
    public static readonly LocalText WaitForPublishing = new("อนุมัติแล้ว รอผู้อนุมัติเผยแพร่", "It is approved; an approver publishes it.");
    public static readonly LocalText AnswerComments = new("แก้ตามความเห็นของผู้พิจารณา (ดูประวัติในหน้าอนุมัติ ความเห็นแสดงข้างช่องในแบบฟอร์มด้วย) แล้วส่งอีกครั้ง", "Mend what the reviewer says (in the history of its review page, and beside the fields of the form), and submit again.");
    public static readonly LocalText LookAtIt = new("เผยแพร่แล้ว ดูหน้าชุดข้อมูล", "It is published: see its page.");
    public static readonly LocalText ToPage = new("หน้าชุดข้อมูล", "The dataset's page");
    public static readonly LocalText KeptElsewhere = new("ข้อมูลอยู่ที่อื่นตามลิงก์", "The data are kept elsewhere, by a link");
    public static readonly LocalText HasDictionary = new("มีพจนานุกรม {0} คอลัมน์", "dictionary of {0} columns");
    public static readonly LocalText NoDictionary = new("ยังไม่มีพจนานุกรม", "no dictionary yet");
    public static readonly LocalText HasStaged = new("ไฟล์รอเผยแพร่ {0} ({1} แถว)", "file waits: {0} ({1} rows)");
    public static readonly LocalText HasRelease = new("เผยแพร่แล้ว รุ่น {0} ({1} แถว)", "published: release {0} ({1} rows)");
    public static readonly LocalText NoFile = new("ยังไม่มีไฟล์ที่ผ่าน", "no compliant file yet");
}
