using OpenData.Schemas;

namespace OpenData.Server.Web.Forms;

/// <summary>The words around forms.</summary>
internal static class FormTexts
{
    public static readonly LocalText Register = new("ลงทะเบียนชุดข้อมูล", "Register a dataset");
    public static readonly LocalText RegisterIntro = new(
        "แบบฟอร์ม 1: บอกว่าชุดข้อมูลคืออะไร ของใคร ใช้อย่างไร กรอกเท่าที่ทราบแล้วบันทึกเป็นร่างได้ ระบบจะบอกว่ายังขาดอะไร ต้องมีอย่างน้อยชื่ออ้างอิง ชื่อชุดข้อมูล และองค์กร",
        "Form 1 says what the dataset is, whose it is and how it may be used. Fill in what you know and save it as a draft; you are told what is still missing. A draft needs its URL name, its title and its organization.");
    public static readonly LocalText EditIntro = new("แบบฟอร์ม 1 ของชุดข้อมูล แก้แล้วกดบันทึก", "The dataset's Form 1. Change it, and save.");
    public static readonly LocalText AsJson = new("แก้เป็น JSON", "Edit it as JSON");
    public static readonly LocalText AsFields = new("แก้ทีละรายการ", "Edit it by fields");
    public static readonly LocalText Mandatory = new("รายการบังคับ 14 รายการ", "The 14 mandatory items");
    public static readonly LocalText MandatoryMark = new("บังคับ", "mandatory");
    public static readonly LocalText General = new("รายละเอียดเพิ่มเติม", "More about the dataset");
    public static readonly LocalText OfRecords = new("สำหรับข้อมูลระเบียน และข้อมูลประเภทอื่น", "For records and other kinds of data");
    public static readonly LocalText OfStatistics = new("สำหรับข้อมูลสถิติ", "For statistics");
    public static readonly LocalText OfMaps = new("สำหรับข้อมูลภูมิสารสนเทศ", "For geographic data");
    public static readonly LocalText ResourcesTitle = new("ทรัพยากร (ไฟล์ข้อมูล)", "Resources (data files)");
    public static readonly LocalText ResourcesIntro = new("ทรัพยากรหนึ่งคือตารางหนึ่ง มีพจนานุกรมข้อมูลและไฟล์ของตนเอง", "A resource is one table, with a data dictionary and a file of its own.");
    public static readonly LocalText Resource = new("ทรัพยากรที่ {0}", "Resource {0}");
    public static readonly LocalText AddResource = new("เพิ่มทรัพยากร", "Add a resource");
    public static readonly LocalText RemoveResource = new("เอาทรัพยากรนี้ออก", "Take this resource out");
    public static readonly LocalText More = new("รายการอื่นของทรัพยากร", "More of this resource");
    public static readonly LocalText SaveDraft = new("บันทึกร่าง", "Save the draft");
    public static readonly LocalText InThai = new("ไทย", "Thai");
    public static readonly LocalText InEnglish = new("อังกฤษ", "English");
    public static readonly LocalText NotChosen = new("– ยังไม่เลือก –", "– not chosen –");
    public static readonly LocalText FaultsFound = new("ยังไม่บันทึก พบข้อที่ต้องแก้ {0} ข้อ ดูข้างช่องที่เกี่ยวข้อง สิ่งที่พิมพ์ไว้ยังอยู่ครบ", "Not saved yet: {0} faults, each told beside its field. Nothing that you typed is lost.");
    public static readonly LocalText ChangedBy = new("ผู้อื่นบันทึกไว้ก่อนท่าน: {0} เมื่อ {1} รวมการแก้ที่ไม่ชนกันให้แล้ว ช่องที่ชนกันแสดงค่าของเขาไว้ข้างค่าของท่าน ตรวจแล้วกดบันทึกอีกครั้ง", "Somebody saved before you: {0}, {1}. What does not clash was brought together; where it does, their value stands beside yours. Look, and save again.");
    public static readonly LocalText Theirs = new("ผู้อื่นบันทึกไว้:", "Saved in between:");
    public static readonly LocalText StillMissing = new("ยังขาดรายการบังคับ {0} จาก 14 รายการ บันทึกร่างได้ แต่ต้องครบก่อนส่งให้อนุมัติ", "{0} of the 14 mandatory items are still missing. A draft can be saved without them; submitting needs them all.");
    public static readonly LocalText NothingMissing = new("รายการบังคับครบ 14 รายการ", "All 14 mandatory items are there.");
    public static readonly LocalText Comment = new("ความเห็นของผู้พิจารณา ({0}):", "The reviewer ({0}):");
    public static readonly LocalText Era = new("เท่ากับ พ.ศ. {0}", "B.E. {0}");
    public static readonly LocalText NoOrganization = new("ท่านยังไม่ได้เป็นเจ้าหน้าที่ของหน่วยงานใด ขอให้ผู้ดูแลระบบให้บทบาท officer ของหน่วยงานก่อน", "You are not an officer of any organization yet. Ask an admin for the role officer.");
    public static readonly LocalText NameStays = new("เปลี่ยนไม่ได้ เพราะเป็นที่อยู่ของหน้า", "It does not change: it is the page's address.");
}
