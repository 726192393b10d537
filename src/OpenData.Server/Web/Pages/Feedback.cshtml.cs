using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using OpenData.Registry;
using OpenData.Registry.Feedback;
using OpenData.Schemas;
using OpenData.Server.Access;
using OpenData.Server.Rest;
using OpenData.Server.Rest.Feedback;
using OpenData.Store;

namespace OpenData.Server.Web.Pages;

/// <summary>What people say of a dataset: its ratings, its questions and their answers, and the forms to add to them.</summary>
[EnableRateLimiting(RateLimits.Feedback)]
[RequestSizeLimit(ServerLimits.FeedbackBytes)]
public sealed class FeedbackModel : OpenPage
{
    internal override LocalText Heading => FeedbackWords.Feedback;
    internal Dataset Dataset { get; private set; } = null!;
    internal FeedbackCounts Counts { get; private set; } = FeedbackCounts.None;
    internal IReadOnlyList<Question> Questions { get; private set; } = [];
    internal string? Next { get; private set; }

    /// <summary>The rating this browser has given, or null.</summary>
    internal int? Own { get; private set; }

    /// <summary>What was just done, or null.</summary>
    internal LocalText? Done { get; private set; }

    /// <summary>True where the caller works on the data of the organization, and so does not rate them.</summary>
    internal bool Works { get; private set; }

    /// <summary>True where the caller answers for the organization.</summary>
    internal bool Answers { get; private set; }

    private FeedbackDesk Desk => HttpContext.RequestServices.GetRequiredService<FeedbackDesk>();

    private CancellationToken Cancellation => HttpContext.RequestAborted;

    public Task<IActionResult> OnGetAsync(string name, string? done, string? offset)
    {
        Done = done switch { "rated" => FeedbackWords.Rated, "asked" => FeedbackWords.Asked, _ => null };
        return ShowAsync(name, int.TryParse(offset, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);
    }

    public async Task<IActionResult> OnPostRateAsync(string name, int stars)
    {
        Refusal = IsTrapped ? null : await Desk.RateAsync(name, stars, BrowserKey.Ensure(HttpContext), Cancellation);
        return await AfterAsync(name, "rated");
    }

    public async Task<IActionResult> OnPostAskAsync(string name, string? text)
    {
        (_, Refusal) = IsTrapped ? (null, null) : await Desk.AskAsync(name, text, BrowserKey.Ensure(HttpContext), Cancellation);
        Typed = text ?? "";
        return await AfterAsync(name, "asked");
    }

    private Task<IActionResult> AfterAsync(string name, string done) =>
        Refusal is null ? Task.FromResult<IActionResult>(LocalRedirect($"/datasets/{Uri.EscapeDataString(name)}/feedback?done={done}")) : ShowAsync(name, 0);

    private async Task<IActionResult> ShowAsync(string name, int offset)
    {
        var (dataset, refusal) = await Desk.FindAsync(name, Cancellation);
        if (dataset is null)
        {
            return Refuse(refusal!);
        }

        var feedback = HttpContext.RequestServices.GetRequiredService<IDataStore>().Feedback;
        var browser = BrowserKey.Of(Request) is { } key ? BrowserKey.At(key, dataset.Id) : null;
        Dataset = dataset;
        Works = HttpContext.RequestServices.GetRequiredService<Catalog>().SeesDraftsOf(dataset.Organization);
        Answers = Desk.Answers(dataset.Organization);
        Counts = await Desk.CountAsync(dataset, Cancellation);
        Own = browser is null ? null : await feedback.FindRatingAsync(dataset.Id, browser, Cancellation);
        var found = await feedback.ListQuestionsAsync(new QuestionQuery(dataset.Id, null, FeedbackDesk.Public, ServerLimits.FeedbackPage + 1) { Asker = browser, Offset = offset }, Cancellation);
        Questions = [.. found.Take(ServerLimits.FeedbackPage)];
        Next = found.Count > Questions.Count ? string.Create(CultureInfo.InvariantCulture, $"/datasets/{dataset.Name}/feedback?offset={offset + ServerLimits.FeedbackPage}") : null;
        Response.Headers.CacheControl = "private, no-store";
        return Show();
    }
}
