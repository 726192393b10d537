using Microsoft.OpenApi;
using OpenData.Registry.Feedback;

namespace OpenData.Server.Rest.OpenApi;

/// <summary>Ratings, questions and requests.</summary>
internal static class FeedbackShapes
{
    private const string Key = "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$";

    public static readonly IReadOnlyList<NamedShape> All =
    [
        new("Rating", new("คะแนนเฉลี่ย", "How a dataset was rated."), () => Shape.Object(("count", Shape.Whole()), ("mean", Shape.OrNull(Shape.Number)))),
        new("Feedback", new("คะแนนและคำถามของชุดข้อมูล", "Ratings of a dataset, and questions about it."), () => Shape.Object(
            ("rating", Shape.Of("Rating")),
            ("questions", Shape.Object(("open", Shape.Whole()), ("answered", Shape.Whole()), ("hidden", Shape.Whole()))),
            ("dataset", Shape.Slugged),
            ("items", Shape.List(Shape.Of("Question"))))),
        new("Rated", new("คะแนนที่รับไว้ และกุญแจสำหรับแก้", "The rating as it was taken, and the key by which it is replaced."), () => Shape.Object(("stars", Shape.Whole(1, 5)), ("key", Shape.Text), ("rating", Shape.Of("Rating")))),
        new("SentRating", new("คะแนน 1 ถึง 5", "A rating, 1 to 5."), () => Shape.Object(("stars", Shape.Whole(1, 5)), ("key?", Shape.Matching(Key)))),
        new("Question", new("คำถาม", "A question; the last three members are for officers."), () => Shape.Object(Question)),
        new("AskedQuestion", new("คำถามที่รับไว้ และกุญแจสำหรับอ่าน", "The question as it was taken, and the key by which its asker reads it."), () => Shape.Object([.. Question, ("key", Shape.Text)])),
        new("QuestionList", new("คำถาม", "Questions."), () => Shape.Object(("items", Shape.List(Shape.Of("Question"))))),
        new("SentQuestion", new("คำถาม", "A question."), () => Shape.Object(("text", Shape.Words(ServerLimits.FeedbackLength)), ("key?", Shape.Matching(Key)))),
        new("SentDecision", new("คำตอบ และฉบับที่อ่าน", "An answer, and the revision that was read."), () => Shape.Object(("text", Shape.Words(ServerLimits.FeedbackLength)), ("revision?", Revision))),
        new("SentRevision", new("ฉบับที่อ่าน", "The revision that was read."), () => Shape.Object(("revision?", Revision))),
        new("SentHiding", new("เหตุผลที่ซ่อน", "Why a question is hidden, and whether its text is removed."), () => Shape.Object(("reason", Shape.Words(ServerLimits.FeedbackLength)), ("erase?", Shape.Flag), ("revision?", Revision))),
        new("SentHandOn", new("หน่วยงานที่มีข้อมูล", "The organization that has the data."), () => Shape.Object(("organization", Shape.Slugged), ("revision?", Revision))),
        new("Request", new("คำขอข้อมูล", "A request for data; the last four members are for officers."), () => Shape.Object(Request)),
        new("AskedRequest", new("คำขอที่รับไว้ และที่อยู่ลับของคำขอ", "The request as it was taken, and its secret address."), () => Shape.Object([.. Request, ("address", Shape.Text), ("page", Shape.Text)])),
        new("RequestList", new("คำขอ", "Requests."), () => Shape.Object(("items", Shape.List(Shape.Of("Request"))))),
        new("SentRequest", new("คำขอ", "A request."), () => Shape.Object(
            ("kind", Shape.WordOf<RequestKind>()), ("organization?", Shape.OrNull(Shape.Slugged)), ("dataset?", Shape.OrNull(Shape.Slugged)), ("text", Shape.Words(ServerLimits.FeedbackLength)), ("contact?", Shape.OrNull(Shape.Words(ServerLimits.ContactLength))))),
        new("RequestCounts", new("จำนวนคำขอ", "How many requests there are."), () => Shape.Object(
            ("items", Shape.List(Shape.Object(("organization", Shape.OrNull(Shape.Text)), ("open", Shape.Whole()), ("granted", Shape.Whole()), ("refused", Shape.Whole())))), ("open", Shape.Whole()), ("granted", Shape.Whole()), ("refused", Shape.Whole()))),
    ];

    private static OpenApiSchema Revision => Shape.OrNull(Shape.Whole(int.MinValue, int.MaxValue));

    private static IReadOnlyList<(string, IOpenApiSchema)> Question =>
    [
        ("id", Shape.Id),
        ("dataset", Shape.Text),
        ("text", Shape.OrNull(Shape.Text)),
        ("asked", Shape.Time),
        ("state", Shape.WordOf<QuestionState>()),
        ("answer", Shape.OrNull(Shape.Text)),
        ("reason", Shape.OrNull(Shape.Text)),
        ("changed", Shape.OrNull(Shape.Time)),
        ("organization?", Shape.Text),
        ("by?", Shape.OrNull(Shape.Text)),
        ("revision?", Shape.Whole()),
    ];

    private static IReadOnlyList<(string, IOpenApiSchema)> Request =>
    [
        ("kind", Shape.WordOf<RequestKind>()),
        ("organization", Shape.OrNull(Shape.Text)),
        ("dataset", Shape.OrNull(Shape.Text)),
        ("text", Shape.Text),
        ("asked", Shape.Time),
        ("state", Shape.WordOf<RequestState>()),
        ("answer", Shape.OrNull(Shape.Text)),
        ("changed", Shape.OrNull(Shape.Time)),
        ("id?", Shape.Id),
        ("contact?", Shape.OrNull(Shape.Text)),
        ("by?", Shape.OrNull(Shape.Text)),
        ("revision?", Shape.Whole()),
    ];
}
