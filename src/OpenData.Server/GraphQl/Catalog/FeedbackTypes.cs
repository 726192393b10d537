using OpenData.GraphQL.Execution;
using OpenData.GraphQL.Types;
using OpenData.Registry;
using OpenData.Registry.Feedback;
using OpenData.Server.GraphQl.Http;
using OpenData.Store;

namespace OpenData.Server.GraphQl.Catalog;

/// <summary>What people have said of datasets, in numbers.</summary>
internal static class FeedbackTypes
{
    public static ObjectType Feedback() => new("Feedback", new[]
    {
        Fields.Of<FeedbackCounts>("ratings", "Int!", "จำนวนผู้ให้คะแนน · How many ratings there are.", c => (int)c.Ratings.Count),
        Fields.Of<FeedbackCounts>("meanRating", "Float", "คะแนนเฉลี่ย 1 ถึง 5 · Their mean, from 1 to 5; null of none.", c => (double?)c.Ratings.Mean),
        Fields.Of<FeedbackCounts>("openQuestions", "Int!", "คำถามที่รอคำตอบ · Questions that wait for an answer.", c => (int)c.Open),
        Fields.Of<FeedbackCounts>("answeredQuestions", "Int!", "คำถามที่ตอบแล้ว · Questions that were answered.", c => (int)c.Answered),
    })
    {
        Description = "คะแนนและคำถามของชุดข้อมูล · Ratings of a dataset and questions about it.",
    };

    /// <summary>The counts of all datasets of an answer, by two statements.</summary>
    public static async Task<IReadOnlyList<object?>> CountAsync(GraphQlCall call, BatchContext context, IReadOnlyList<Dataset> datasets) =>
        await call.Http.RequestServices.GetRequiredService<IDataStore>().Feedback.CountAsync([.. datasets.Select(d => d.Id)], call.Http.RequestAborted);
}
