using OpenData.Publishing;
using OpenData.Registry;
using OpenData.Registry.Access;

namespace OpenData.Server.Rest.OpenApi;

/// <summary>The review of a dataset.</summary>
internal static class ReviewShapes
{
    public static readonly IReadOnlyList<NamedShape> All =
    [
        new("Review", new("การพิจารณาชุดข้อมูล", "The review of a dataset."), () => Shape.Object(
            ("state", Shape.WordOf<DatasetState>()),
            ("revision", Shape.Whole()),
            ("gate", Shape.List(Shape.Object(("code", Shape.Text), ("pointer", Shape.OrNull(Shape.Text)), ("message", Shape.Text), ("fix", Shape.Text)))),
            ("steps", Shape.List(Shape.Object(
                ("time", Shape.Time),
                ("actor", Shape.Text),
                ("action", Shape.WordOf<DatasetAction>()),
                ("state", Shape.WordOf<DatasetState>()),
                ("reason", Shape.OrNull(Shape.Text)),
                ("comments", Shape.List(Comment()))))))),
        new("SentReview", new("สิ่งที่ส่งมากับขั้นตอน: เหตุผล ความเห็น และฉบับที่อ่าน", "What comes with a step: a reason, comments, the revision that was read."), () => Shape.Object(
            ("reason?", Shape.Words(ServerLimits.ReasonLength)), ("revision?", Shape.Whole(to: int.MaxValue)), ("comments?", Shape.List(Comment())))),
        new("SentException", new("ข้อยกเว้นของกฎ", "An exception from a rule."), () => Shape.Object(("rule", Shape.OneOf(Exceptions.Rules)), ("reason", Shape.Words(ServerLimits.ReasonLength)))),
    ];

    private static Microsoft.OpenApi.OpenApiSchema Comment() => Shape.Object(
        ("field?", Shape.Words(ServerLimits.ReasonLength)),
        ("resource?", Shape.OrNull(Shape.Words(ServerLimits.ReasonLength))),
        ("column?", Shape.Words(ServerLimits.ReasonLength)),
        ("finding?", Shape.Words(ServerLimits.ReasonLength)),
        ("text", Shape.Words(ServerLimits.ReasonLength)));
}
