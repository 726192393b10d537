using OpenData.Schemas;

namespace OpenData.Server.Web;

/// <summary>What is to be done first, for each role, in words.</summary>
internal static class FirstTexts
{
    public static readonly LocalText Empty = new("บัญชีข้อมูลนี้ยังไม่มีชุดข้อมูลที่เผยแพร่", "No dataset is published here yet.");
    public static readonly LocalText EmptyHow = new(
        "ผู้ดูแลระบบ: เข้าสู่ระบบด้วยชื่อ admin และรหัสใช้ครั้งเดียวที่โปรแกรมแสดงเมื่อเริ่มทำงาน แล้วตั้งรหัสผ่านของตนเอง เจ้าหน้าที่: ขอชื่อและรหัสใช้ครั้งเดียวจากผู้ดูแลระบบ",
        "Admins: sign in as admin with the one-time secret that the program shows when it starts, and choose a password. Officers: ask an admin for a name and a one-time secret.");
    public static readonly LocalText Begin = new("เริ่มต้นใช้งาน", "First steps");
    public static readonly LocalText Done = new("เสร็จแล้ว", "done");
    public static readonly LocalText AsAdmin = new("ผู้ดูแลระบบ: เตรียมระบบให้พร้อม", "As an admin: make it ready");
    public static readonly LocalText PasswordSet = new("ตั้งรหัสผ่านของท่าน", "Choose your password");
    public static readonly LocalText AddOrganization = new("เพิ่มหน่วยงานเจ้าของข้อมูล", "Add the organization that owns the data");
    public static readonly LocalText AddOfficer = new("เพิ่มเจ้าหน้าที่ (officer) ของหน่วยงาน", "Add an officer of the organization");
    public static readonly LocalText AddApprover = new("เพิ่มผู้อนุมัติ (approver) ซึ่งต้องเป็นคนละคนกับผู้ส่ง", "Add an approver, who is not the one who submits");
    public static readonly LocalText AddAuditor = new("เพิ่มผู้ตรวจสอบ (auditor)", "Add an auditor");
    public static readonly LocalText ToPeople = new("ไปที่ผู้ใช้และหน่วยงาน", "To people and organizations");
    public static readonly LocalText AsOfficer = new("เจ้าหน้าที่: จากไฟล์ถึงการเผยแพร่", "As an officer: from a file to publication");
    public static readonly LocalText Register = new("ลงทะเบียนชุดข้อมูล (แบบฟอร์ม 1) บันทึกเป็นร่างได้", "Register the dataset (Form 1); a draft will do");
    public static readonly LocalText GiveFile = new("ส่งไฟล์ CSV ระบบร่างพจนานุกรมข้อมูล (แบบฟอร์ม 2) ให้ตรวจและบันทึก", "Give its CSV file; a data dictionary (Form 2) is drafted from it to be looked over and saved");
    public static readonly LocalText Mend = new("แก้ไฟล์ตามรายงาน แล้วส่งจนผ่าน", "Mend the file by its report until it complies");
    public static readonly LocalText Submit = new("ส่งให้อนุมัติ แล้วรอผู้อนุมัติ", "Submit it, and wait for an approver");
    public static readonly LocalText AsApprover = new("ผู้อนุมัติ: พิจารณาชุดข้อมูล", "As an approver: decide on datasets");
    public static readonly LocalText Waiting = new("มี {0} ชุดข้อมูลรอท่านพิจารณาหรือเผยแพร่ เปิดจากรายการด้านล่าง", "{0} datasets wait for your decision or for publication: open them in the lists below.");
    public static readonly LocalText NothingToDecide = new("ยังไม่มีชุดข้อมูลรอพิจารณา เมื่อเจ้าหน้าที่ส่งแล้วจะอยู่ในหน้านี้", "Nothing waits for a decision. What officers submit appears on this page.");
    public static readonly LocalText AsAuditor = new("ผู้ตรวจสอบ: ใครทำอะไร และหลักฐาน", "As an auditor: who did what, and the evidence");
    public static readonly LocalText ReadLog = new("อ่านและตรวจสายโซ่ของบันทึก ส่งออกเป็น CSV หรือ JSON lines", "Read the log, check its chain, export it as CSV or JSON lines");
    public static readonly LocalText ReadReports = new("ดูรายงานผลการตรวจของทุกหน่วยงาน", "See the reports of all organizations");
    public static readonly LocalText PrintEvidence = new("เปิดคะแนนของหน่วยงาน แล้วพิมพ์หน้าหลักฐาน", "Open an organization's scores, and print the evidence page");
    public static readonly LocalText OneRole = new("บทบาท", "Role");
    public static readonly LocalText OfOrganization = new("ของหน่วยงาน (officer และ approver)", "At the organization (officer and approver)");
    public static readonly LocalText MoreRoles = new("บทบาทอื่นอีก บรรทัดละหนึ่ง เช่น officer interior (ไม่บังคับ)", "More roles, one to a line, such as officer interior (optional)");
    public static readonly LocalText SecretOf = new("ให้ {0} เข้าสู่ระบบด้วยชื่อนี้และรหัสนี้ แล้วตั้งรหัสผ่านของตนเอง", "{0} signs in with this name and secret, and then chooses a password.");
    public static readonly LocalText Officer = new("officer เจ้าหน้าที่: ลงทะเบียนและส่งไฟล์", "officer: registers and gives files");
    public static readonly LocalText Approver = new("approver ผู้อนุมัติ: อนุมัติและเผยแพร่", "approver: approves and publishes");
    public static readonly LocalText Auditor = new("auditor ผู้ตรวจสอบ: อ่านได้ทั้งหมด", "auditor: reads everything");
    public static readonly LocalText Admin = new("admin ผู้ดูแลระบบ: จัดการผู้ใช้และหน่วยงาน", "admin: keeps people and organizations");
    public static readonly LocalText Units = new("หน่วยงานในสังกัด", "Units");
    public static readonly LocalText Scores = new("คะแนนและหลักฐาน", "Scores and evidence");
}
