using System.Globalization;
using Newtonsoft.Json.Linq;
using OpenData.Registry.Feedback;
using OpenData.Server.Access;
using OpenData.Server.Rest.Parameters;
using OpenData.Server.Rest.Problems;
using OpenData.Store;
using OpenData.Server.Rest.OpenApi;

namespace OpenData.Server.Rest.Feedback;

/// <summary>Ratings of datasets and questions about them.</summary>
internal static class FeedbackRoutes
{
    /// <summary>The parameters by which a list is read a page at a time.</summary>
    public static readonly IReadOnlyList<ParameterDescription> Paging = [SharedParameters.Limit(ServerLimits.FeedbackPage, ServerLimits.MostDatasets), SharedParameters.Offset];

    private const string Questions = "/datasets/{name}/feedback/questions";

    public static void MapFeedback(this IEndpointRouteBuilder api)
    {
        api.MapRead("/datasets/{name}/feedback", ShowAsync).Takes(Paging).Tells(FeedbackOperations.Show);
        api.MapLate("/datasets/{name}/feedback/rating", RateAsync, HttpMethods.Put).RequireRateLimiting(RateLimits.Feedback).Takes().Tells(FeedbackOperations.Rate);
        api.MapLate(Questions, AskAsync, HttpMethods.Post).RequireRateLimiting(RateLimits.Feedback).Takes().Tells(FeedbackOperations.Ask);
        api.MapRead(Questions + "/{id:guid}", FindAsync).Takes().Tells(FeedbackOperations.Find);
        api.MapLate(Questions + "/{id:guid}/answer", AnswerAsync, HttpMethods.Post).NeedsToken().Takes().Tells(FeedbackOperations.AnswerIt);
        api.MapLate(Questions + "/{id:guid}/accept", AcceptAsync, HttpMethods.Post).NeedsToken().Takes().Tells(FeedbackOperations.Accept);
        api.MapLate(Questions + "/{id:guid}/hide", HideAsync, HttpMethods.Post).NeedsToken().Takes().Tells(FeedbackOperations.Hide);
        api.MapRead("/questions/inbox", InboxAsync).NeedsToken().Takes([StateOf<QuestionState>(), .. Paging]).Tells(FeedbackOperations.Questions);
    }

    /// <summary>Reads <c>limit</c> and <c>offset</c>; a fault of theirs goes to <paramref name="faults"/>.</summary>
    public static (int Limit, int Offset) Page(QueryParameters parameters, List<ProblemError> faults, int standard = ServerLimits.FeedbackPage, int most = ServerLimits.MostDatasets) =>
        (Number(parameters, "limit", standard, 1, most, faults), Number(parameters, "offset", 0, 0, int.MaxValue, faults));

    /// <summary>The parameter <c>state</c> of a list.</summary>
    public static ParameterDescription StateOf<T>()
        where T : struct, Enum =>
        new("state", ParameterKind.Choice, new("สถานะที่ต้องการ ถ้าไม่ให้คือที่รออยู่", "The state wanted; those that wait where nothing is said.")) { Allowed = [.. Enum.GetValues<T>().Select(FeedbackTexts.Word)] };

    /// <summary>The states that <c>state</c> asks for, <paramref name="standard"/> where it is left out.</summary>
    public static IReadOnlyList<T> States<T>(QueryParameters parameters, IReadOnlyList<T> standard, List<ProblemError> faults)
        where T : struct, Enum
    {
        if (parameters["state"] is not { } word)
        {
            return standard;
        }

        var known = Enum.GetValues<T>();
        var found = known.Where(s => FeedbackTexts.Word(s) == word).ToArray();
        if (found.Length == 0)
        {
            faults.Add(ParameterTexts.OneOf("state", word, [.. known.Select(FeedbackTexts.Word)]));
        }

        return found;
    }

    private static async Task<IResult> ShowAsync(HttpContext context, string name, FeedbackDesk desk, IDataStore store)
    {
        var faults = new List<ProblemError>();
        var (limit, offset) = Page(context.Parameters(), faults);
        if (faults.Count > 0)
        {
            return Problem.OfQuery(faults);
        }

        var (dataset, refusal) = await desk.FindAsync(name, context.RequestAborted);
        if (refusal is not null)
        {
            return refusal;
        }

        var json = FeedbackJson.Of(await desk.CountAsync(dataset!, context.RequestAborted));
        var questions = await store.Feedback.ListQuestionsAsync(new QuestionQuery(dataset!.Id, null, FeedbackDesk.Public, limit) { Offset = offset }, context.RequestAborted);
        json["dataset"] = dataset.Name;
        json["items"] = new JArray(questions.Select(q => FeedbackJson.Of(q, forOfficers: false)));
        return new JsonBody(json);
    }

    private static async Task<IResult> RateAsync(HttpContext context, string name, FeedbackDesk desk)
    {
        var (sent, refusal) = await SentFeedback.ReadAsync(context.Request, "stars", "key");
        if (refusal is not null)
        {
            return refusal;
        }

        var key = sent!.Key;
        if (await desk.RateAsync(name, sent.Stars ?? 0, key, context.RequestAborted) is { } refused)
        {
            return refused;
        }

        var (dataset, gone) = await desk.FindAsync(name, context.RequestAborted);
        return gone is not null ? gone : new JsonBody(new JObject
        {
            ["stars"] = sent.Stars,
            ["key"] = key,
            ["rating"] = FeedbackJson.Of((await desk.CountAsync(dataset!, context.RequestAborted)).Ratings),
        });
    }

    private static async Task<IResult> AskAsync(HttpContext context, string name, FeedbackDesk desk)
    {
        var (sent, refusal) = await SentFeedback.ReadAsync(context.Request, "text", "key");
        if (refusal is not null)
        {
            return refusal;
        }

        var key = sent!.Key;
        var (question, refused) = await desk.AskAsync(name, sent.Text, key, context.RequestAborted);
        if (refused is not null)
        {
            return refused;
        }

        var json = FeedbackJson.Of(question!, forOfficers: false);
        json["key"] = key;
        context.Response.Headers.Location = $"{context.Request.PathBase}{context.Request.Path}/{question!.Id:D}";
        return new JsonBody(json, StatusCodes.Status201Created);
    }

    private static async Task<IResult> FindAsync(HttpContext context, string name, Guid id, FeedbackDesk desk)
    {
        var key = context.Request.Headers[BrowserKey.Header].ToString();
        var (question, refusal) = await desk.FindAsync(name, id, BrowserKey.Is(key) ? key : null, context.RequestAborted);
        context.Response.Headers.Append("Vary", BrowserKey.Header);
        return refusal is not null ? refusal : new JsonBody(FeedbackJson.Of(question!, desk.Reads(question!.Organization)));
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, string name, Guid id, FeedbackDesk desk)
    {
        var (sent, refusal) = await SentFeedback.ReadAsync(context.Request, "text", "revision");
        return refusal is not null ? refusal : Answer(await desk.AnswerAsync(name, id, sent!.Text, sent.Revision, context.RequestAborted));
    }

    private static async Task<IResult> AcceptAsync(HttpContext context, string name, Guid id, FeedbackDesk desk)
    {
        var (sent, refusal) = await SentFeedback.ReadAsync(context.Request, "revision");
        return refusal is not null ? refusal : Answer(await desk.AcceptAsync(name, id, sent!.Revision, context.RequestAborted));
    }

    private static async Task<IResult> HideAsync(HttpContext context, string name, Guid id, FeedbackDesk desk)
    {
        var (sent, refusal) = await SentFeedback.ReadAsync(context.Request, "reason", "erase", "revision");
        return refusal is not null ? refusal : Answer(await desk.HideAsync(name, id, sent!.Reason, sent.Erase, sent.Revision, context.RequestAborted));
    }

    private static async Task<IResult> InboxAsync(HttpContext context, RequestDesk requests, IDataStore store)
    {
        var faults = new List<ProblemError>();
        var (limit, offset) = Page(context.Parameters(), faults);
        var states = States(context.Parameters(), FeedbackDesk.Open, faults);
        if (faults.Count > 0)
        {
            return Problem.OfQuery(faults);
        }

        var questions = await store.Feedback.ListQuestionsAsync(new QuestionQuery(null, requests.Organizations, states, limit) { Offset = offset }, context.RequestAborted);
        return new JsonBody(new JObject { ["items"] = new JArray(questions.Select(q => FeedbackJson.Of(q, forOfficers: true))) });
    }

    private static IResult Answer((Question? Question, Problem? Refusal) taken) =>
        taken.Refusal is { } refusal ? refusal : new JsonBody(FeedbackJson.Of(taken.Question!, forOfficers: true));

    private static int Number(QueryParameters parameters, string name, int standard, int from, int to, List<ProblemError> faults)
    {
        if (parameters[name] is not { } text)
        {
            return standard;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to)
        {
            return number;
        }

        faults.Add(ParameterTexts.Invalid(name, text, ParameterTexts.WholeNumber(from, to)));
        return standard;
    }
}
