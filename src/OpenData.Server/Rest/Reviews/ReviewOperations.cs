using OpenData.Schemas;
using OpenData.Server.Rest.OpenApi;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Rest.Reviews;

/// <summary>What the steps of a review do.</summary>
internal static class ReviewOperations
{
    public static readonly Operation Submit = Step("submit", new("ส่งให้พิจารณา", "Submits a dataset for review."), ProblemKinds.GateClosed);
    public static readonly Operation Approve = Step("approve", new("อนุมัติ", "Approves a dataset."), ProblemKinds.TwoPeople);
    public static readonly Operation Return = Step("return", new("ส่งกลับให้แก้ พร้อมเหตุผลหรือความเห็น", "Returns a dataset to be mended, with a reason or comments."));
    public static readonly Operation Publish = Step("publish", new("เผยแพร่", "Publishes a dataset."), ProblemKinds.GateClosed);
    public static readonly Operation Withdraw = Step("withdraw", new("ถอนจากการเผยแพร่ เหตุผลแสดงต่อสาธารณะ", "Withdraws a dataset; the public reads the reason."));

    public static readonly Operation Except = new("recordException", OperationTags.Review, new("บันทึกข้อยกเว้นของกฎสำหรับทรัพยากร", "Records that a rule's findings do not keep the files of a resource from being published."), Answer.Done("Dataset"))
    {
        Body = SentBody.Json("SentException"),
        Refusals = [.. Refusals.Step, ProblemKinds.UnknownResource],
    };

    public static readonly Operation Show = new("readReview", OperationTags.Review, new("สถานะ ประวัติ และสิ่งที่ยังขวางการเผยแพร่", "The state of a review, its history, and what still keeps the dataset from being published."), Answer.Json("Review"))
    {
        Refusals = Refusals.Dataset,
    };

    private static Operation Step(string name, LocalText summary, params IReadOnlyList<ProblemKind> refusals) => new(name + "Dataset", OperationTags.Review, summary, Answer.Done("Dataset"))
    {
        Body = SentBody.Json("SentReview") with { IsRequired = false },
        Refusals = [.. Refusals.Step, .. refusals],
    };
}
