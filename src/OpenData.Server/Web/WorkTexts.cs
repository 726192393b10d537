using OpenData.Registry;
using OpenData.Registry.Access;
using OpenData.Schemas;

namespace OpenData.Server.Web;

/// <summary>The words of the pages for those who sign in.</summary>
internal static class WorkTexts
{
    public static readonly LocalText SignIn = new("เข้าสู่ระบบ", "Sign in");
    public static readonly LocalText SignInBy = new("เข้าสู่ระบบด้วย", "Sign in with");
    public static readonly LocalText Subject = new("subject ของผู้ให้บริการยืนยันตัวตน", "The subject at the sign-in provider");
    public static readonly LocalText Link = new("เชื่อมบัญชี", "Link");
    public static readonly LocalText SignOut = new("ออกจากระบบ", "Sign out");
    public static readonly LocalText Name = new("ชื่อผู้ใช้", "Name");
    public static readonly LocalText Password = new("รหัสผ่าน", "Password");
    public static readonly LocalText PresentPassword = new("รหัสผ่านปัจจุบัน", "Present password");
    public static readonly LocalText NewPassword = new($"รหัสผ่านใหม่ อย่างน้อย {ServerLimits.PasswordLength} ตัวอักษร", $"New password, {ServerLimits.PasswordLength} characters at least");
    public static readonly LocalText ChangePassword = new("เปลี่ยนรหัสผ่าน", "Change the password");
    public static readonly LocalText ChangeFirst = new("รหัสที่ได้รับใช้ได้ครั้งเดียว โปรดตั้งรหัสผ่านของท่านก่อนทำงานต่อ", "The secret you were given is for once. Choose a password of your own before you go on.");
    public static readonly LocalText MyAccount = new("บัญชีของฉัน", "My account");
    public static readonly LocalText Work = new("งานของฉัน", "My work");
    public static readonly LocalText NothingWaits = new("ไม่มีงานค้าง", "Nothing waits.");
    public static readonly LocalText Tokens = new("โทเค็น API", "API tokens");
    public static readonly LocalText TokensIntro = new("ให้โปรแกรมใช้แทนท่าน ในบทบาทเดียว จนกว่าจะหมดอายุหรือถูกเพิกถอน", "A program acts for you with one, in one role, until it expires or is revoked.");
    public static readonly LocalText TokenOnce = new("โทเค็นใหม่ แสดงครั้งเดียว คัดลอกเก็บไว้เดี๋ยวนี้", "The new token. It is shown this once: copy it now.");
    public static readonly LocalText TokenLabel = new("ใช้ทำอะไร", "What it is for");
    public static readonly LocalText Role = new("บทบาท", "Role");
    public static readonly LocalText Days = new("อายุ (วัน)", "Days it lasts");
    public static readonly LocalText Expires = new("หมดอายุ", "Expires");
    public static readonly LocalText MakeToken = new("สร้างโทเค็น", "Make a token");
    public static readonly LocalText Revoke = new("เพิกถอน", "Revoke");
    public static readonly LocalText People = new("ผู้ใช้และหน่วยงาน", "People and organizations");
    public static readonly LocalText SecretOnce = new("รหัสใช้ครั้งเดียว แสดงครั้งเดียว ส่งให้ผู้ใช้ทางที่ปลอดภัย", "The one-time secret. It is shown this once: hand it over safely.");
    public static readonly LocalText RoleLines = new("บทบาท บรรทัดละหนึ่ง เช่น officer interior", "Roles, one to a line, such as officer interior");
    public static readonly LocalText Change = new("จัดการ", "Change");
    public static readonly LocalText Save = new("บันทึก", "Save");
    public static readonly LocalText NewSecret = new("ออกรหัสใหม่", "New one-time secret");
    public static readonly LocalText Close = new("ปิดบัญชี", "Close the account");
    public static readonly LocalText Open = new("เปิดบัญชี", "Open the account");
    public static readonly LocalText AddPerson = new("เพิ่มผู้ใช้", "Add a person");
    public static readonly LocalText Display = new("ชื่อที่แสดง", "Shown as");
    public static readonly LocalText Organizations = new("หน่วยงาน", "Organizations");
    public static readonly LocalText AddOrganization = new("เพิ่มหน่วยงาน", "Add an organization");
    public static readonly LocalText ShortName = new("ชื่อย่อ a-z 0-9 _ -", "Short name: a-z 0-9 _ -");
    public static readonly LocalText ThaiTitle = new("ชื่อภาษาไทย", "Title in Thai");
    public static readonly LocalText EnglishTitle = new("ชื่อภาษาอังกฤษ", "Title in English");
    public static readonly LocalText AllowOne = new("ให้คนเดียวส่งและอนุมัติได้", "Let one person submit and approve");
    public static readonly LocalText NeedTwo = new("ต้องใช้สองคน", "Ask for two people");
    public static readonly LocalText ToDataset = new("หน้าชุดข้อมูล", "The dataset's page");
    public static readonly LocalText EditForm = new("แก้แบบฟอร์ม 1", "Edit Form 1");
    public static readonly LocalText YourVersion = new("ฉบับของท่าน (ยังไม่บันทึก)", "Your version (not saved)");
    public static readonly LocalText TheirVersion = new("ฉบับที่ผู้อื่นบันทึกไว้ก่อน", "The version that was saved in between");
    public static readonly LocalText Gate = new("ก่อนเผยแพร่", "Before it is published");
    public static readonly LocalText GateOpen = new("ไม่มีสิ่งใดขัดข้อง", "Nothing stands in the way.");
    public static readonly LocalText StagedFile = new("ไฟล์ที่รอเผยแพร่", "the file that waits:");
    public static readonly LocalText Exception = new("ข้อยกเว้น", "Exception");
    public static readonly LocalText Rule = new("กฎ", "Rule");
    public static readonly LocalText RecordException = new("บันทึกข้อยกเว้น", "Record the exception");
    public static readonly LocalText Steps = new("ขั้นตอน", "Steps");
    public static readonly LocalText Reason = new("เหตุผล", "Reason");
    public static readonly LocalText CommentLines = new("ความเห็น บรรทัดละจุด เช่น title: บอกปี หรือ main/name: ชื่ออะไร", "Comments, one to a line, such as title: say the year, or main/name: whose name?");
    public static readonly LocalText History = new("ประวัติ", "History");
    public static readonly LocalText Time = new("เวลา (ไทย)", "Time (Thailand)");
    public static readonly LocalText Who = new("ผู้ทำ", "Who");
    public static readonly LocalText Step = new("ขั้นตอน", "Step");
    public static readonly LocalText Review = new("การอนุมัติ", "Review");
    public static readonly LocalText WithdrawnOn = new("ถอนจากการเผยแพร่เมื่อ", "Withdrawn on");

    /// <summary>A grant as people write it: <c>officer interior</c>.</summary>
    public static string Of(Grant grant) => (grant.Role.ToString().ToLowerInvariant() + " " + grant.Organization).TrimEnd();

    public static LocalText Of(DatasetState state) => state switch
    {
        DatasetState.Draft => new("ร่าง", "Draft"),
        DatasetState.Submitted => new("รออนุมัติ", "Submitted"),
        DatasetState.Returned => new("ส่งกลับ", "Returned"),
        DatasetState.Approved => new("อนุมัติแล้ว รอเผยแพร่", "Approved"),
        DatasetState.Published => new("เผยแพร่แล้ว", "Published"),
        _ => new("ถอนแล้ว", "Withdrawn"),
    };

    public static LocalText Of(DatasetAction action) => action switch
    {
        DatasetAction.Edit => new("แก้ไข", "Edit"),
        DatasetAction.Upload => new("ส่งไฟล์", "Upload"),
        DatasetAction.Except => new("ยกเว้น", "Except"),
        DatasetAction.Submit => new("ส่งให้อนุมัติ", "Submit"),
        DatasetAction.Approve => new("อนุมัติ", "Approve"),
        DatasetAction.Return => new("ส่งกลับให้แก้", "Return"),
        DatasetAction.Publish => new("เผยแพร่", "Publish"),
        DatasetAction.Withdraw => new("ถอนจากการเผยแพร่", "Withdraw"),
        _ => new("ดู", "See"),
    };
}
