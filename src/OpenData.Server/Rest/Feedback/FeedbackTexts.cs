using OpenData.Registry;
using OpenData.Registry.Feedback;
using OpenData.Schemas;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Rest.Feedback;

/// <summary>What the server says of ratings, questions and requests.</summary>
internal static class FeedbackTexts
{
    public static Problem Empty(string member) => Invalid(
        member, "required", new($"“{member}” ว่างอยู่", $"“{member}” is empty."), new("เขียนเป็นข้อความ", "Write a text."));

    public static Problem TooLong(string member, int length, int most) => Invalid(
        member,
        "too-long",
        new($"“{member}” ยาว {length} ตัวอักษร รับได้ไม่เกิน {most}", $"“{member}” has {length} characters; at most {most} are taken."),
        new("เขียนให้สั้นลง", "Write less."));

    public static Problem RefusedCharacter(string member, string text, int place) => Invalid(
        member,
        "refused-character",
        new($"“{member}” มีอักขระควบคุม U+{(int)text[place]:X4} ที่ตำแหน่ง {place + 1}", $"“{member}” has the control character U+{(int)text[place]:X4} at place {place + 1}."),
        new("ลบอักขระนั้น", "Remove that character."));

    public static Problem NotStars(string? given) => Invalid(
        "stars",
        "invalid-value",
        new($"คะแนน “{ProblemTexts.Shown(given ?? "")}” ใช้ไม่ได้ ให้ได้ 1 ถึง 5", $"“{ProblemTexts.Shown(given ?? "")}” is no rating: it takes 1 to 5."),
        new("ส่งจำนวนเต็ม 1 ถึง 5", "Send a whole number from 1 to 5."));

    public static Problem Member(string member, LocalText wanted) => Invalid(
        member, "invalid-value", new($"อ่าน “{ProblemTexts.Shown(member)}” ไม่ได้", $"“{ProblemTexts.Shown(member)}” cannot be read."), new($"ส่ง{wanted.Th}", $"Send {wanted.En}."));

    public static Problem NotPublished(Dataset dataset) => new(ProblemKinds.WrongState, new LocalText(
        $"ชุดข้อมูล “{dataset.Name}” ยังไม่เผยแพร่ จึงยังไม่รับความเห็น",
        $"The dataset “{dataset.Name}” is not published; it takes no feedback yet."));

    public static Problem OwnDataset(Dataset dataset) => new(ProblemKinds.Forbidden, new LocalText(
        $"ผู้ที่ดูแลข้อมูลของ “{dataset.Organization}” ให้คะแนนข้อมูลของตนเองไม่ได้",
        $"Who works on the data of “{dataset.Organization}” does not rate them."));

    public static Problem MayNotAnswer(string? organization) => new(ProblemKinds.Forbidden, new LocalText(
        $"บทบาทของท่านตอบคำถามและคำขอของ “{organization}” ไม่ได้ ผู้ตอบคือเจ้าหน้าที่ของหน่วยงานนั้นหรือหน่วยงานเหนือขึ้นไป",
        $"Your role may not answer for “{organization}”. Its officers, and those of the organizations above it, may."));

    public static Problem UnknownQuestion { get; } = new(ProblemKinds.NotFound, new LocalText("ไม่มีคำถามนี้", "There is no such question."));

    public static Problem UnknownRequest { get; } = new(ProblemKinds.NotFound, new LocalText(
        "ไม่มีคำขอที่ที่อยู่นี้ ตรวจว่าคัดลอกที่อยู่มาครบ", "There is no request at this address. See that you have copied all of it."));

    public static Problem Changed { get; } = new(ProblemKinds.Changed, new LocalText(
        "มีผู้อื่นตอบไปแล้วหลังจากที่ท่านอ่าน อ่านใหม่แล้วทำอีกครั้ง", "Somebody has answered since you read it. Read it again and repeat your step."));

    public static Problem AlreadyDecided { get; } = new(ProblemKinds.AlreadyDecided, new LocalText(
        "เรื่องนี้พิจารณาแล้ว", "This was decided already."));

    public static Problem OtherOrganization(string given, string owner) => Invalid(
        "organization",
        "invalid-value",
        new($"ชุดข้อมูลเป็นของ “{owner}” ไม่ใช่ “{ProblemTexts.Shown(given)}”", $"The dataset is of “{owner}”, not of “{ProblemTexts.Shown(given)}”."),
        new("ไม่ต้องส่ง organization เมื่อส่ง dataset", "Leave organization out where dataset is given."));

    public static Problem TooMany(TimeSpan wait) => new(ProblemKinds.TooManyRequests, new LocalText(
        $"ส่งมาบ่อยเกินไป รออีก {Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds))} วินาทีแล้วลองใหม่",
        $"That is too many in too short a time. Wait {Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds))} seconds and try again."));

    public static LocalText Of(QuestionState state) => state switch
    {
        QuestionState.Waiting => new("รอตรวจ", "Waiting"),
        QuestionState.Accepted => new("รอคำตอบ", "Accepted"),
        QuestionState.Answered => new("ตอบแล้ว", "Answered"),
        _ => new("ซ่อน", "Hidden"),
    };

    public static LocalText Of(RequestState state) => state switch
    {
        RequestState.Asked => new("รอพิจารณา", "Waiting"),
        RequestState.Granted => new("อนุญาต", "Granted"),
        RequestState.Refused => new("ไม่อนุญาต", "Refused"),
        _ => new("ไม่ใช่คำขอ", "Put away"),
    };

    public static LocalText Of(RequestKind kind) => kind switch
    {
        RequestKind.Missing => new("ข้อมูลที่ยังไม่มีในบัญชีนี้", "Data that are missing here"),
        _ => new("ข้อมูลที่ไม่เปิดต่อสาธารณะ", "Data that are restricted"),
    };

    /// <summary>A state or a kind as interfaces of programs write it.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static Problem Invalid(string member, string code, LocalText message, LocalText fix) => new(ProblemKinds.InvalidDocument, message)
    {
        Errors = [new ProblemError(code, message, fix) { Pointer = "/" + member }],
    };
}
