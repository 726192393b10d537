using Newtonsoft.Json.Linq;
using OpenData.Publishing;
using OpenData.Registry;
using OpenData.Registry.Review;
using OpenData.Server.Access;
using OpenData.Server.Rest.Datasets;
using OpenData.Server.Rest.Problems;
using OpenData.Store;
using OpenData.Server.Rest.OpenApi;

namespace OpenData.Server.Rest.Reviews;

/// <summary>The review of a dataset: its steps, its history with the gate's reasons, and exceptions.</summary>
internal static class ReviewRoutes
{
    private delegate Task<(Dataset? Dataset, Problem? Refusal)> Take(ReviewDesk desk, string name, SentReview sent, CancellationToken cancellation);

    public static void MapReviews(this IEndpointRouteBuilder api)
    {
        Map(api, "submit", ReviewOperations.Submit, (desk, name, sent, cancellation) => desk.SubmitAsync(name, sent.Revision, cancellation));
        Map(api, "approve", ReviewOperations.Approve, (desk, name, sent, cancellation) => desk.ApproveAsync(name, sent.Revision, cancellation));
        Map(api, "return", ReviewOperations.Return, (desk, name, sent, cancellation) => desk.ReturnAsync(name, sent, cancellation));
        Map(api, "publish", ReviewOperations.Publish, (desk, name, sent, cancellation) => desk.PublishAsync(name, sent.Revision, cancellation));
        Map(api, "withdraw", ReviewOperations.Withdraw, (desk, name, sent, cancellation) => desk.WithdrawAsync(name, sent.Reason, sent.Revision, cancellation));
        api.MapLate("/datasets/{name}/resources/{key}/exceptions", ExceptAsync, HttpMethods.Post).NeedsToken().Takes().Tells(ReviewOperations.Except);
        api.MapRead("/datasets/{name}/review", ShowAsync).NeedsToken().Takes().Tells(ReviewOperations.Show);
    }

    private static void Map(IEndpointRouteBuilder api, string step, Operation operation, Take take) =>
        api.MapLate("/datasets/{name}/" + step, async (HttpContext context, string name, ReviewDesk desk) =>
        {
            var (sent, refusal) = await SentReview.ReadAsync(context.Request);
            return refusal ?? Answer(await take(desk, name, sent!, context.RequestAborted));
        }, HttpMethods.Post).NeedsToken().Takes().Tells(operation);

    private static async Task<IResult> ExceptAsync(HttpContext context, string name, string key, ReviewDesk desk)
    {
        var (sent, refusal) = await SentReview.ReadExceptionAsync(context.Request);
        return refusal ?? Answer(await desk.ExceptAsync(name, key, sent!.Rule, sent.Reason, context.RequestAborted));
    }

    private static async Task<IResult> ShowAsync(HttpContext context, string name, Catalog catalog, IDataStore store)
    {
        var dataset = await catalog.FindAsync(name, context.RequestAborted);
        if (dataset is null || !catalog.SeesDraftsOf(dataset.Organization))
        {
            return dataset is null ? await catalog.RefusalAsync(name, context.RequestAborted) : ReviewTexts.Forbidden(Registry.Access.DatasetAction.See, dataset.Organization);
        }

        var steps = await store.Reviews.ListStepsAsync(dataset.Id, context.RequestAborted);
        var reasons = await new GateReader(store).ReasonsAsync(dataset, context.RequestAborted);
        var language = AskedLanguage.Of(context);
        return new JsonBody(new JObject
        {
            ["state"] = ReviewTexts.Word(dataset.WorkState),
            ["revision"] = dataset.Revision,
            ["gate"] = new JArray(reasons.Select(r => new JObject { ["code"] = r.Code, ["pointer"] = r.Where, ["message"] = r.Message.In(language), ["fix"] = r.Remedy.In(language) })),
            ["steps"] = new JArray(steps.Select(Of)),
        });
    }

    private static IResult Answer((Dataset? Dataset, Problem? Refusal) taken) =>
        taken.Refusal is { } refusal ? refusal : new JsonBody(DatasetJson.Of(taken.Dataset!));

    private static JObject Of(ReviewStep step) => new()
    {
        ["time"] = DatasetJson.Time(step.Time),
        ["actor"] = step.ActorName,
        ["action"] = ReviewTexts.Word(step.Action),
        ["state"] = ReviewTexts.Word(step.State),
        ["reason"] = step.Reason,
        ["comments"] = new JArray(step.Comments.Select(c => new JObject { [c.Place.ToString().ToLowerInvariant()] = c.Name, ["resource"] = c.Resource, ["text"] = c.Text })),
    };
}
