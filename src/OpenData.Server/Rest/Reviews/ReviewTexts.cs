using OpenData.Registry;
using OpenData.Registry.Access;
using OpenData.Registry.Review;
using OpenData.Schemas;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Rest.Reviews;

/// <summary>What the server says of reviews.</summary>
internal static class ReviewTexts
{
    public static Problem Withdrawn(Dataset dataset, ReviewStep? step) => new(ProblemKinds.Withdrawn, new LocalText(
        $"ชุดข้อมูล “{dataset.Name}” ถูกถอนจากการเผยแพร่{(step is null ? "" : $"เมื่อ {step.Time:yyyy-MM-dd} เหตุผล: {step.Reason}")}",
        $"The dataset “{dataset.Name}” was withdrawn{(step is null ? "" : $" on {step.Time:yyyy-MM-dd}. Reason: {step.Reason}")}"));

    public static Problem Forbidden(DatasetAction action, string organization) => new(ProblemKinds.Forbidden, new LocalText(
        $"บทบาทของท่านที่หน่วยงาน “{ProblemTexts.Shown(organization)}” ทำ {Word(action)} ไม่ได้ ขอสิทธิ์จากผู้ดูแลระบบ",
        $"Your role at “{ProblemTexts.Shown(organization)}” may not {Word(action)}. Ask an admin for one that may."));

    public static Problem WrongState(DatasetAction action, Dataset dataset) => new(ProblemKinds.WrongState, new LocalText(
        $"ชุดข้อมูล “{dataset.Name}” อยู่ในสถานะ {Word(dataset.WorkState)} จึง {Word(action)} ไม่ได้",
        $"The dataset “{dataset.Name}” is {Word(dataset.WorkState)}; it cannot {Word(action)} now."));

    public static readonly Problem TwoPeople = new(ProblemKinds.TwoPeople, new LocalText(
        "ผู้ส่งชุดข้อมูลอนุมัติเองไม่ได้ ให้ผู้อนุมัติคนอื่นพิจารณา",
        "Who submitted a dataset does not approve it. Let another approver decide."));

    public static Problem GateClosed(IReadOnlyList<GateReason> reasons) => new(ProblemKinds.GateClosed, new LocalText(
        $"ยังเผยแพร่ไม่ได้ด้วยเหตุ {reasons.Count} ข้อ ดู errors", $"It cannot be published for {reasons.Count} reason(s); see errors."))
    {
        Errors = [.. reasons.Select(r => new ProblemError(r.Code, r.Message, r.Remedy) { Pointer = r.Where })],
    };

    public static Problem VersionRequired(string name) => new(ProblemKinds.VersionRequired, new LocalText(
        $"การแก้ “{name}” ต้องส่งหัวข้อ If-Match ด้วย ETag ที่ได้จากการอ่าน เพื่อไม่ให้ทับการแก้ของผู้อื่น",
        $"To change “{name}”, send If-Match with the ETag that reading it gave, so that nobody's change is lost."));

    public static Problem Needed(string pointer, LocalText what) => Invalid(pointer, "required", what, new LocalText("ระบุเป็นข้อความ", "Give it as a text."));

    public static Problem Invalid(string pointer, string code, LocalText message, LocalText fix) => new(ProblemKinds.InvalidDocument, message)
    {
        Errors = [new ProblemError(code, message, fix) { Pointer = pointer }],
    };

    public static Problem NotExceptable(string rule) => Invalid(
        "/rule",
        "not-exceptable",
        new($"กฎ “{ProblemTexts.Shown(rule)}” ยกเว้นไม่ได้", $"The rule “{ProblemTexts.Shown(rule)}” cannot be excepted."),
        new($"ยกเว้นได้เฉพาะ {string.Join(", ", Publishing.Exceptions.Rules)}", $"These can: {string.Join(", ", Publishing.Exceptions.Rules)}."));

    public static string Word(DatasetAction action) => action.ToString().ToLowerInvariant();

    public static string Word(DatasetState state) => state.ToString().ToLowerInvariant();
}
