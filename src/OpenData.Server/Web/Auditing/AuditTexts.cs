using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Web.Auditing;

/// <summary>The words of the auditor's pages.</summary>
internal static class AuditTexts
{
    public static readonly LocalText Title = new("บันทึกการตรวจสอบ", "Audit log");
    public static readonly LocalText Intro = new(
        "ใครทำอะไรกับข้อมูลใด เมื่อใด ทุกบันทึกต่อกันด้วยแฮช SHA-256 แก้หรือลบย้อนหลังไม่ได้โดยไม่ปรากฏ",
        "Who did what to which bytes, and when. Each entry holds the hash of the one before it: none can be changed or removed without its showing.");
    public static readonly LocalText Chain = new("สายโซ่ของบันทึก", "The chain");
    public static readonly LocalText Whole = new("ครบถ้วน: ตรวจแล้ว {0} รายการ แฮชต่อกันทุกข้อ ไม่พบการแก้ไข", "Whole: {0} entries were read, each with the hash of the one before; nothing was tampered with.");
    public static readonly LocalText Broken = new("พบความผิดปกติ {0} ข้อ", "{0} signs of tampering were found");
    public static readonly LocalText Head = new("ท้ายบันทึกขณะนี้ (จดไว้เทียบครั้งหน้า):", "Where the log ends now (note it down, and compare next time):");
    public static readonly LocalText Noted = new("ท้ายบันทึกที่จดไว้ครั้งก่อน เช่น 12:ab34…", "The end that you noted before, such as 12:ab34…");
    public static readonly LocalText Compare = new("เทียบ", "Compare");
    public static readonly LocalText NotedFault = new("อ่าน “{0}” ไม่ได้ วางตามที่จดไว้: ลำดับ เครื่องหมาย : แล้วแฮช 64 ตัว", "“{0}” cannot be read. Paste what you noted: the entry, a colon, and the 64 signs of the hash.");
    public static readonly LocalText Prove = new("พิสูจน์ทั้งหมด", "Prove everything");
    public static readonly LocalText ProveIntro = new("ตรวจว่าทุกไฟล์ต้นฉบับ ทุกแถว และทุกรายงานตรงกับบันทึก (อ่านใหม่ทั้งหมด อาจใช้เวลา)", "Reads every original, row and report again, and compares them with the log. It may take a while.");
    public static readonly LocalText Proved = new("พิสูจน์แล้ว: {0} รายการในทะเบียน {1} รุ่น {2} แถว ตรงกับบันทึกทั้งหมด", "Proved: {0} objects of the registry, {1} releases and {2} rows agree with the log.");
    public static readonly LocalText Entries = new("รายการ", "Entries");
    public static readonly LocalText Filter = new("กรอง", "Show these");
    public static readonly LocalText FilterTitle = new("เลือกดู", "What to see");
    public static readonly LocalText All = new("ดูทั้งหมด", "Show all");
    public static readonly LocalText Actor = new("ผู้ทำ", "Who");
    public static readonly LocalText Object = new("สิ่งที่ถูกทำ เช่น ชื่อชุดข้อมูล", "To what, such as a dataset's name");
    public static readonly LocalText From = new("ตั้งแต่วันที่ (พ.ศ. หรือ ค.ศ.)", "From the day (C.E. or B.E.)");
    public static readonly LocalText To = new("ถึงวันที่", "To the day");
    public static readonly LocalText Number = new("ลำดับ", "Entry");
    public static readonly LocalText Time = new("เวลา (ไทย)", "Time (Thailand)");
    public static readonly LocalText Action = new("การกระทำ", "Action");
    public static readonly LocalText What = new("สิ่งที่ถูกทำ", "To what");
    public static readonly LocalText Detail = new("รายละเอียด", "Detail");
    public static readonly LocalText HashAfter = new("แฮชหลังทำ", "Hash after");
    public static readonly LocalText Count = new("พบ {0} จาก {1} รายการ ใหม่สุดอยู่บน", "{0} of {1} entries, the newest first");
    public static readonly LocalText Older = new("เก่ากว่านี้", "Older ones");
    public static readonly LocalText AsCsv = new("ส่งออกเป็น CSV", "Export as CSV");
    public static readonly LocalText AsLines = new("ส่งออกเป็น JSON lines", "Export as JSON lines");
    public static readonly LocalText Reports = new("รายงานของทุกหน่วยงาน", "Reports of all organizations");
    public static readonly LocalText ReportsIntro = new("ทุกทรัพยากรที่ลงทะเบียน รวมร่าง พร้อมผลการตรวจล่าสุด", "Every registered resource, drafts included, with its last check.");
    public static readonly LocalText Dataset = new("ชุดข้อมูล", "Dataset");
    public static readonly LocalText Resource = new("ทรัพยากร", "Resource");
    public static readonly LocalText State = new("สถานะ", "State");
    public static readonly LocalText Verdict = new("ผลการตรวจ", "Verdict");
    public static readonly LocalText Errors = new("ต้องแก้ไข", "Errors");
    public static readonly LocalText NotChecked = new("ยังไม่มีไฟล์", "no file yet");
    public static readonly LocalText Print = new("พิมพ์หน้านี้ได้บนกระดาษ A4", "This page prints on A4.");

    private static readonly Dictionary<string, LocalText> Actions = new(StringComparer.Ordinal)
    {
        [AuditActions.Begun] = new("เริ่มบันทึก", "the log begins"),
        [AuditActions.Adopted] = new("รับสิ่งที่มีอยู่ก่อน", "found there already"),
        [AuditActions.OrganizationCreated] = new("เพิ่มหน่วยงาน", "organization added"),
        [AuditActions.OrganizationChanged] = new("แก้หน่วยงาน", "organization changed"),
        [AuditActions.DatasetCreated] = new("ลงทะเบียนชุดข้อมูล", "dataset registered"),
        [AuditActions.DatasetChanged] = new("แก้แบบฟอร์ม 1", "Form 1 changed"),
        [AuditActions.DatasetSubmitted] = new("ส่งให้อนุมัติ", "submitted"),
        [AuditActions.DatasetReturned] = new("ส่งกลับให้แก้", "returned"),
        [AuditActions.DatasetApproved] = new("อนุมัติ", "approved"),
        [AuditActions.DatasetPublished] = new("เผยแพร่", "published"),
        [AuditActions.DatasetWithdrawn] = new("ถอนจากการเผยแพร่", "withdrawn"),
        [AuditActions.DatasetDrafted] = new("กลับเป็นร่าง หรือมีฉบับแก้รออยู่", "a draft again, or a change that waits"),
        [AuditActions.ExceptionRecorded] = new("บันทึกข้อยกเว้น", "exception recorded"),
        [AuditActions.ExceptionRemoved] = new("เอาข้อยกเว้นออก", "exception removed"),
        [AuditActions.OnePersonAllowed] = new("ให้คนเดียวส่งและอนุมัติได้", "one person may submit and approve"),
        [AuditActions.TwoPeopleNeeded] = new("ต้องใช้สองคน", "two people are needed"),
        [AuditActions.ReviewChanged] = new("การพิจารณาเปลี่ยน", "review changed"),
        [AuditActions.StepNoted] = new("จดขั้นตอน", "step noted"),
        [AuditActions.FileStaged] = new("รับไฟล์รอเผยแพร่", "file accepted, waits"),
        [AuditActions.StagedRemoved] = new("เอาไฟล์ที่รออยู่ออก", "waiting file removed"),
        [AuditActions.EvidenceGiven] = new("แนบหลักฐาน", "evidence given"),
        [AuditActions.EvidenceWithdrawn] = new("ถอนหลักฐาน", "evidence withdrawn"),
        [AuditActions.ScoreKept] = new("เก็บคะแนน", "score kept"),
        [AuditActions.AccountCreated] = new("เพิ่มบัญชี", "account added"),
        [AuditActions.AccountDisabled] = new("ปิดบัญชี", "account closed"),
        [AuditActions.AccountEnabled] = new("เปิดบัญชี", "account opened"),
        [AuditActions.AccountLocked] = new("บัญชีถูกพัก", "account locked"),
        [AuditActions.AccountUnlocked] = new("บัญชีพ้นการพัก", "account unlocked"),
        [AuditActions.SignInRefused] = new("เข้าสู่ระบบไม่สำเร็จ", "sign-in refused"),
        [AuditActions.PasswordChanged] = new("เปลี่ยนรหัสผ่าน", "password changed"),
        [AuditActions.PasswordReset] = new("ออกรหัสใหม่", "new one-time secret"),
        [AuditActions.RolesChanged] = new("เปลี่ยนบทบาท", "roles changed"),
        [AuditActions.IdentityLinked] = new("ผูกบัญชีภายนอก", "outside identity linked"),
        [AuditActions.TokenMade] = new("สร้างโทเค็น", "token made"),
        [AuditActions.TokenRevoked] = new("เพิกถอนโทเค็น", "token revoked"),
        [AuditActions.DictionaryChanged] = new("แก้พจนานุกรมข้อมูล", "dictionary changed"),
        [AuditActions.DictionaryRemoved] = new("เอาพจนานุกรมออก", "dictionary removed"),
        [AuditActions.FileChecked] = new("ตรวจไฟล์", "file checked"),
        [AuditActions.ReportRemoved] = new("เอารายงานออก", "report removed"),
        [AuditActions.ReleasePublished] = new("เผยแพร่รุ่นข้อมูล", "release published"),
        [AuditActions.ReleaseRolledBack] = new("นำรุ่นเก่ากลับมา", "release rolled back"),
    };

    /// <summary>An action in words, or its code where it has none.</summary>
    public static LocalText Of(string action) => Actions.GetValueOrDefault(action) ?? new LocalText(action, action);

    public static LocalText NoDay(string typed) => new(
        $"“{ProblemTexts.Shown(typed)}” ไม่ใช่วันที่ เขียนเช่น 31/3/2567 หรือ 2024-03-31",
        $"“{ProblemTexts.Shown(typed)}” is no day. Write it as 2024-03-31 or 31/3/2567.");
}
