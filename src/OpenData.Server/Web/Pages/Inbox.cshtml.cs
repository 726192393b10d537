using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenData.Registry.Access;
using OpenData.Registry.Feedback;
using OpenData.Schemas;
using OpenData.Server.Rest.Feedback;
using OpenData.Server.Rest.Problems;
using OpenData.Store;

namespace OpenData.Server.Web.Pages;

/// <summary>What people ask of the organizations that somebody works for: questions and requests, and the forms that answer them.</summary>
public sealed class InboxModel : WorkPage
{
    private (Guid Id, string? Text) typed;

    internal override LocalText Heading => FeedbackWords.Inbox;
    internal IReadOnlyList<Question> Questions { get; private set; } = [];
    internal IReadOnlyList<DataRequest> Requests { get; private set; } = [];
    internal bool IsClosed { get; private set; }
    internal string? Next { get; private set; }

    private FeedbackDesk Feedback => HttpContext.RequestServices.GetRequiredService<FeedbackDesk>();

    private RequestDesk Desk => HttpContext.RequestServices.GetRequiredService<RequestDesk>();

    private CancellationToken Cancellation => HttpContext.RequestAborted;

    /// <summary>What was typed for this one and refused, or null.</summary>
    internal string? TypedFor(Guid id) => typed.Id == id ? typed.Text : null;

    /// <summary>True where the caller answers for the organization; for none, where they answer for all.</summary>
    internal bool Answers(string? organization) => organization is null ? Caller.IsAdmin : Feedback.Answers(organization);

    public Task<IActionResult> OnGetAsync(string? closed, string? offset) =>
        ShowAsync(closed == "1", int.TryParse(offset, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);

    public async Task<IActionResult> OnPostAnswerAsync(string? dataset, Guid id, int revision, string? text) =>
        await AfterAsync(id, text, (await Feedback.AnswerAsync(dataset ?? "", id, text, revision, Cancellation)).Refusal);

    public async Task<IActionResult> OnPostAcceptAsync(string? dataset, Guid id, int revision, string? text) =>
        await AfterAsync(id, text, (await Feedback.AcceptAsync(dataset ?? "", id, revision, Cancellation)).Refusal);

    public async Task<IActionResult> OnPostHideAsync(string? dataset, Guid id, int revision, string? text) =>
        await AfterAsync(id, text, (await Feedback.HideAsync(dataset ?? "", id, text, erase: false, revision, Cancellation)).Refusal);

    public async Task<IActionResult> OnPostEraseAsync(string? dataset, Guid id, int revision, string? text) =>
        await AfterAsync(id, text, (await Feedback.HideAsync(dataset ?? "", id, text, erase: true, revision, Cancellation)).Refusal);

    public Task<IActionResult> OnPostGrantAsync(Guid id, int revision, string? text) => DecideAsync(id, RequestState.Granted, revision, text);

    public Task<IActionResult> OnPostRefuseAsync(Guid id, int revision, string? text) => DecideAsync(id, RequestState.Refused, revision, text);

    public Task<IActionResult> OnPostPutAwayAsync(Guid id, int revision, string? text) => DecideAsync(id, RequestState.Hidden, revision, text);

    public async Task<IActionResult> OnPostHandOnAsync(Guid id, int revision, string? organization, string? text) =>
        await AfterAsync(id, text, (await Desk.HandOnAsync(id, organization, revision, Cancellation)).Refusal);

    private async Task<IActionResult> DecideAsync(Guid id, RequestState state, int revision, string? text) =>
        await AfterAsync(id, text, (await Desk.DecideAsync(id, state, text, revision, Cancellation)).Refusal);

    private Task<IActionResult> AfterAsync(Guid id, string? text, Problem? refusal)
    {
        (Refusal, typed) = (refusal, (id, text));
        return refusal is null ? Task.FromResult<IActionResult>(LocalRedirect("/work/feedback")) : ShowAsync(closed: false, offset: 0);
    }

    private async Task<IActionResult> ShowAsync(bool closed, int offset)
    {
        var feedback = HttpContext.RequestServices.GetRequiredService<IDataStore>().Feedback;
        IReadOnlyList<QuestionState> states = closed ? [QuestionState.Answered, QuestionState.Hidden] : FeedbackDesk.Open;
        IReadOnlyList<RequestState> decided = closed ? [RequestState.Granted, RequestState.Refused, RequestState.Hidden] : [RequestState.Asked];
        var most = ServerLimits.FeedbackPage;
        Questions = await feedback.ListQuestionsAsync(new QuestionQuery(null, Desk.Organizations, states, most) { Offset = offset }, Cancellation);
        Requests = await Desk.ListAsync(decided, most, offset, Cancellation);
        IsClosed = closed;
        Next = Questions.Count == most || Requests.Count == most ? string.Create(CultureInfo.InvariantCulture, $"/work/feedback?{(closed ? "closed=1&" : "")}offset={offset + most}") : null;
        Response.StatusCode = Refusal?.Kind.Status ?? StatusCodes.Status200OK;
        return Page();
    }
}
