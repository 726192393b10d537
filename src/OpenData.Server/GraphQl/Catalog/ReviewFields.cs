using OpenData.GraphQL.Execution;
using OpenData.GraphQL.Types;
using OpenData.Registry;
using OpenData.Registry.Review;
using OpenData.Server.GraphQl.Http;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.Reviews;

namespace OpenData.Server.GraphQl.Catalog;

/// <summary>The steps of a review by mutations: the same desk as the REST interface, the same refusals.</summary>
internal static class ReviewFields
{
    private delegate Task<(Dataset? Dataset, Problem? Refusal)> Take(ReviewDesk desk, string name, SentReview sent, CancellationToken cancellation);

    public static FieldDefinition Submit() => Step("submit", "ส่งให้อนุมัติ · Submits a dataset, or the change of it, for approval.", (desk, name, sent, c) => desk.SubmitAsync(name, sent.Revision, c));

    public static FieldDefinition Approve() => Step("approve", "อนุมัติ · Approves what was submitted.", (desk, name, sent, c) => desk.ApproveAsync(name, sent.Revision, c));

    public static FieldDefinition Publish() => Step("publish", "เผยแพร่ · Publishes what was approved.", (desk, name, sent, c) => desk.PublishAsync(name, sent.Revision, c));

    public static FieldDefinition Withdraw() => Step(
        "withdraw",
        "ถอนจากการเผยแพร่ · Withdraws what is published; the reason is shown to everybody.",
        (desk, name, sent, c) => desk.WithdrawAsync(name, sent.Reason, sent.Revision, c),
        Fields.Argument("reason", "String!", "เหตุผล · The reason."));

    public static FieldDefinition Return() => Step(
        "return",
        "ส่งกลับให้แก้ · Gives what was submitted back, with what is to be mended.",
        (desk, name, sent, c) => desk.ReturnAsync(name, sent, c),
        Fields.Argument("reason", "String", "เหตุผล · The reason; or give comments."),
        Fields.Argument("comments", "[ReviewCommentInput!]", "ความเห็นรายจุด · Comments on single places."));

    public static InputObjectType Comment() => new("ReviewCommentInput",
    [
        Fields.Argument("field", "String", "ฟิลด์ของแบบฟอร์ม 1 · A field of Form 1."),
        Fields.Argument("resource", "String", "รหัสทรัพยากร ของคอลัมน์หรือข้อที่พบ · The resource of the column or finding."),
        Fields.Argument("column", "String", "ชื่อคอลัมน์ · A column of its dictionary."),
        Fields.Argument("finding", "String", "รหัสกฎของข้อที่พบ · The code of the rule that a finding is of."),
        Fields.Argument("text", "String!", "ความเห็น · What is to be mended."),
    ])
    {
        Description = "ความเห็นของผู้อนุมัติ ที่ฟิลด์ คอลัมน์ หรือข้อที่พบ · What a reviewer says of a field, a column or a finding.",
    };

    private static FieldDefinition Step(string name, string description, Take take, params InputValue[] arguments) => new(name, "Dataset!")
    {
        Description = description,
        Arguments =
        [
            Fields.Argument("dataset", "String!", "ชื่ออ้างอิงชุดข้อมูล · The dataset's name."),
            .. arguments,
            Fields.Argument("revision", "Int", "revision ที่อ่านมา ถ้ามีผู้แก้ไปก่อนจะไม่ทำ · The revision that was read: where somebody has changed it since, nothing is done."),
        ],
        Cost = FieldCost.Of(GraphQlServerLimits.MutationCost),
        Resolve = async context =>
        {
            var call = Fields.Call(context.State);
            var desk = call.Http.RequestServices.GetRequiredService<ReviewDesk>();
            var (dataset, refusal) = await take(desk, context.Arguments.Get<string>("dataset")!, Sent(call, context), context.Cancellation);
            return dataset ?? throw call.Refused(refusal!);
        },
    };

    private static SentReview Sent(GraphQlCall call, ResolveContext context)
    {
        var comments = (context.Arguments["comments"] as IEnumerable<object?>) ?? [];
        return new SentReview(
            SentReview.Said(context.Arguments.Get<string>("reason")),
            [.. comments.Select(c => Comment(call, (IReadOnlyDictionary<string, object?>)c!))],
            context.Arguments.Get<int?>("revision"));
    }

    private static ReviewComment Comment(GraphQlCall call, IReadOnlyDictionary<string, object?> json)
    {
        foreach (var place in Enum.GetValues<CommentPlace>())
        {
            if (Said(json, place.ToString().ToLowerInvariant()) is { } name && Said(json, "text") is { } text)
            {
                return new ReviewComment(place, Said(json, "resource"), name, text);
            }
        }

        throw call.Refused(ReviewTexts.Needed("/comments", new("ความเห็นต้องมี field, column หรือ finding และ text", "A comment needs a field, column or finding, and a text.")));
    }

    private static string? Said(IReadOnlyDictionary<string, object?> json, string name) => SentReview.Said(json.GetValueOrDefault(name) as string);
}
