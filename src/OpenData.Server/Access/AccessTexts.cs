using OpenData.Registry.Access;
using OpenData.Schemas;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Access;

/// <summary>What the server says about tokens, people and what they may do.</summary>
internal static class AccessTexts
{
    public static readonly LocalText WritingIsOff = new(
        $"เซิร์ฟเวอร์นี้ยังไม่ได้ตั้งโทเค็นสำหรับการแก้ไข ให้ผู้ดูแลตั้งตัวแปรสภาพแวดล้อม {ServerOptions.TokenVariable} แล้วเริ่มเซิร์ฟเวอร์ใหม่ จากนั้นส่งหัวข้อ Authorization: Bearer <โทเค็น>",
        $"No write token is configured on this server. Set the environment variable {ServerOptions.TokenVariable} and start the server again, then send Authorization: Bearer <token>.");

    public static readonly LocalText TokenRequired = new(
        "การแก้ไขต้องส่งหัวข้อ Authorization: Bearer <โทเค็น>",
        "Writing needs the header Authorization: Bearer <token>.");

    public static readonly LocalText InvalidToken = new(
        "โทเค็นในหัวข้อ Authorization ไม่ใช่ของเซิร์ฟเวอร์นี้ หมดอายุ หรือถูกเพิกถอนแล้ว สร้างใหม่ที่ /account",
        "The token in the Authorization header is not one of this server, has expired or was revoked. Make another at /account.");

    public static readonly LocalText AdminOnly = new("เฉพาะผู้ดูแลระบบเท่านั้น", "Only an admin may do this.");

    public static readonly LocalText AuditorsOnly = new("เฉพาะผู้ตรวจสอบและผู้ดูแลระบบเท่านั้น", "Only auditors and admins may read this.");

    public static readonly LocalText SignInFailed = new(
        $"เข้าสู่ระบบไม่ได้: ชื่อหรือรหัสผ่านไม่ถูกต้อง หรือผิดหลายครั้งจนถูกพักไว้ {ServerLimits.LockOut.TotalMinutes} นาที",
        $"You could not be signed in: the name or the password is wrong, or there were too many tries, after which to wait {ServerLimits.LockOut.TotalMinutes} minutes.");

    public static readonly LocalText ProviderFailed = new(
        "ผู้ให้บริการยืนยันตัวตนไม่ได้ยืนยัน หรือคำตอบไม่ตรงกับที่ขอไว้ ลองอีกครั้ง หรือใช้รหัสผ่าน",
        "The provider did not confirm you, or its answer was not the one to our question. Try once more, or use your password.");

    public static readonly LocalText ProviderRefused = new(
        "บัญชีที่เชื่อมไว้ใช้เข้าสู่ระบบไม่ได้ในขณะนี้ ติดต่อผู้ดูแลระบบ",
        "The account linked to you cannot be used to sign in now. Ask an admin.");

    public static LocalText ProviderUnknown(string? subject) => new(
        $"ยังไม่มีบัญชีที่เชื่อมกับท่าน แจ้งรหัสนี้ให้ผู้ดูแลระบบเชื่อมบัญชี: {subject ?? "–"}",
        $"No account is linked to you yet. Give this to an admin, who links one: {subject ?? "–"}");

    public static readonly Problem NoProvider = new(ProblemKinds.NotFound, new LocalText(
        $"เซิร์ฟเวอร์นี้ไม่ได้ตั้งผู้ให้บริการยืนยันตัวตน ({SignInProvider.Prefix}ISSUER)", $"No sign-in provider is configured on this server ({SignInProvider.Prefix}ISSUER)."));

    public static readonly Problem BadSubject = new(ProblemKinds.InvalidDocument, new LocalText(
        "ต้องระบุ subject ที่ผู้ให้บริการใช้ ไม่เกิน 255 ตัวอักษร", "Give the subject that the provider uses, 255 characters at most."));

    public static readonly Problem IdentityTaken = new(ProblemKinds.AlreadyExists, new LocalText(
        "subject นี้เชื่อมกับบัญชีหนึ่งอยู่แล้ว", "This subject is linked to an account already."));

    public static readonly Problem WrongPassword = new(ProblemKinds.InvalidDocument, new LocalText("รหัสผ่านปัจจุบันไม่ถูกต้อง", "The present password is wrong."));

    public static readonly Problem WeakPassword = new(ProblemKinds.InvalidDocument, new LocalText(
        $"รหัสผ่านใหม่ต้องยาว {ServerLimits.PasswordLength} ถึง {ServerLimits.LongestPassword} ตัวอักษร และไม่ซ้ำรหัสเดิม",
        $"A new password needs {ServerLimits.PasswordLength} to {ServerLimits.LongestPassword} characters, and must not be the old one."));

    public static Problem UnknownAccount(string name) => new(ProblemKinds.NotFound, new LocalText(
        $"ไม่มีบัญชีชื่อ “{ProblemTexts.Shown(name)}”", $"There is no account “{ProblemTexts.Shown(name)}”."));

    public static Problem UnknownToken { get; } = new(ProblemKinds.NotFound, new LocalText("ไม่มีโทเค็นนี้ในบัญชี", "The account has no such token."));

    public static Problem NameTaken(string name) => new(ProblemKinds.AlreadyExists, new LocalText(
        $"มีบัญชีชื่อ “{ProblemTexts.Shown(name)}” แล้ว เลือกชื่ออื่น", $"There is an account “{ProblemTexts.Shown(name)}” already. Choose another name."));

    public static Problem BadName(string name) => new(ProblemKinds.InvalidDocument, new LocalText(
        $"ชื่อ “{ProblemTexts.Shown(name)}” ใช้ไม่ได้ ใช้ a-z 0-9 _ - ไม่เกิน 70 ตัว", $"“{ProblemTexts.Shown(name)}” cannot be a name. Use a-z 0-9 _ - and at most 70 of them."));

    public static Problem BadGrant(Grant grant) => new(ProblemKinds.InvalidDocument, new LocalText(
        $"บทบาท “{grant.Role}” กับหน่วยงาน “{ProblemTexts.Shown(grant.Organization ?? "")}” ใช้ด้วยกันไม่ได้ officer และ approver ต้องมีหน่วยงานที่ลงทะเบียนแล้ว ส่วน auditor และ admin ไม่มีหน่วยงาน",
        $"The role “{grant.Role}” does not go with the organization “{ProblemTexts.Shown(grant.Organization ?? "")}”. An officer or approver has a registered one; an auditor or admin has none."));

    public static Problem BadDays(int days) => new(ProblemKinds.InvalidDocument, new LocalText(
        $"อายุโทเค็น {days} วันใช้ไม่ได้ ใช้ 1 ถึง {ServerLimits.TokenDays}", $"A token cannot last {days} days. Choose 1 to {ServerLimits.TokenDays}."));

    public static Problem TokenBeyondOwner(Grant grant) => new(ProblemKinds.Forbidden, new LocalText(
        $"เจ้าของบัญชีไม่มีบทบาท “{grant.Role}” ที่ “{ProblemTexts.Shown(grant.Organization ?? "")}” จึงสร้างโทเค็นไม่ได้",
        $"The account has not the role “{grant.Role}” at “{ProblemTexts.Shown(grant.Organization ?? "")}”, so its token cannot have it."));
}
