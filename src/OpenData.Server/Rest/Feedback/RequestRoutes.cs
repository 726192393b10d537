using Newtonsoft.Json.Linq;
using OpenData.Registry.Feedback;
using OpenData.Server.Access;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.OpenApi;

namespace OpenData.Server.Rest.Feedback;

/// <summary>Requests for data that are missing or restricted: anybody asks, and reads the answer at an address of their own.</summary>
internal static class RequestRoutes
{
    public static void MapRequests(this IEndpointRouteBuilder api)
    {
        api.MapRead("/requests", CountAsync).Takes().Tells(FeedbackOperations.CountRequests);
        api.MapLate("/requests", AskAsync, HttpMethods.Post).RequireRateLimiting(RateLimits.Feedback).Takes().Tells(FeedbackOperations.Request);
        api.MapRead("/requests/inbox", InboxAsync).NeedsToken().Takes([FeedbackRoutes.StateOf<RequestState>(), .. FeedbackRoutes.Paging]).Tells(FeedbackOperations.Requests);
        api.MapRead("/requests/{address}", FindAsync).Takes().Tells(FeedbackOperations.FindRequest);
        Map(api, "grant", RequestState.Granted);
        Map(api, "refuse", RequestState.Refused);
        Map(api, "hide", RequestState.Hidden);
        api.MapLate("/requests/{id:guid}/hand-on", HandOnAsync, HttpMethods.Post).NeedsToken().Takes().Tells(FeedbackOperations.HandOn);
    }

    /// <summary>The page of a request, for whoever has its secret.</summary>
    public static string PageOf(string secret) => "/requests/" + secret;

    private static void Map(IEndpointRouteBuilder api, string step, RequestState state) =>
        api.MapLate("/requests/{id:guid}/" + step, async (HttpContext context, Guid id, RequestDesk desk) =>
        {
            var (sent, refusal) = await SentFeedback.ReadAsync(context.Request, "text", "revision");
            return refusal is not null ? refusal : Answer(await desk.DecideAsync(id, state, sent!.Text, sent.Revision, context.RequestAborted));
        }, HttpMethods.Post).NeedsToken().Takes().Tells(FeedbackOperations.Decide(step));

    private static async Task<IResult> CountAsync(HttpContext context, RequestDesk desk)
    {
        var counts = await desk.CountAsync(context.RequestAborted);
        return new JsonBody(new JObject
        {
            ["items"] = new JArray(counts.Select(FeedbackJson.Of)),
            ["open"] = counts.Sum(c => c.Open),
            ["granted"] = counts.Sum(c => c.Granted),
            ["refused"] = counts.Sum(c => c.Refused),
        });
    }

    private static async Task<IResult> AskAsync(HttpContext context, RequestDesk desk)
    {
        var (sent, refusal) = await SentFeedback.ReadAsync(context.Request, "kind", "organization", "dataset", "text", "contact");
        if (refusal is not null)
        {
            return refusal;
        }

        var (secret, request, refused) = await desk.AskAsync(sent!.Request, context.RequestAborted);
        if (refused is not null)
        {
            return refused;
        }

        var json = FeedbackJson.Of(request!, forOfficers: false);
        json["address"] = $"{context.Request.PathBase}{context.Request.Path}/{secret}";
        json["page"] = context.Request.PathBase + PageOf(secret!);
        context.Response.Headers.Location = (string?)json["address"];
        context.Response.Headers.CacheControl = "no-store";
        return new JsonBody(json, StatusCodes.Status201Created);
    }

    private static async Task<IResult> FindAsync(HttpContext context, string address, RequestDesk desk)
    {
        if (await desk.FindAsync(address, context.RequestAborted) is not { } request)
        {
            return FeedbackTexts.UnknownRequest;
        }

        // The address is a secret: no cache, shared or not, keeps what it opens.
        context.Response.OnStarting(() =>
        {
            context.Response.Headers.CacheControl = "private, no-store";
            context.Response.Headers["X-Robots-Tag"] = "noindex";
            return Task.CompletedTask;
        });
        return new JsonBody(FeedbackJson.Of(request, forOfficers: false));
    }

    private static async Task<IResult> InboxAsync(HttpContext context, RequestDesk desk)
    {
        var faults = new List<ProblemError>();
        var (limit, offset) = FeedbackRoutes.Page(context.Parameters(), faults);
        var states = FeedbackRoutes.States<RequestState>(context.Parameters(), [RequestState.Asked], faults);
        return faults.Count > 0 ? Problem.OfQuery(faults) : new JsonBody(new JObject
        {
            ["items"] = new JArray((await desk.ListAsync(states, limit, offset, context.RequestAborted)).Select(r => FeedbackJson.Of(r, forOfficers: true))),
        });
    }

    private static async Task<IResult> HandOnAsync(HttpContext context, Guid id, RequestDesk desk)
    {
        var (sent, refusal) = await SentFeedback.ReadAsync(context.Request, "organization", "revision");
        return refusal is not null ? refusal : Answer(await desk.HandOnAsync(id, sent!.Organization, sent.Revision, context.RequestAborted));
    }

    private static IResult Answer((DataRequest? Request, Problem? Refusal) taken) =>
        taken.Refusal is { } refusal ? refusal : new JsonBody(FeedbackJson.Of(taken.Request!, forOfficers: true));
}
