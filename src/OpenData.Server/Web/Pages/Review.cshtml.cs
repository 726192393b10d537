using Microsoft.AspNetCore.Mvc;
using OpenData.Publishing;
using OpenData.Registry;
using OpenData.Registry.Access;
using OpenData.Registry.Review;
using OpenData.Rules;
using OpenData.Schemas;
using OpenData.Scores;
using OpenData.Server.Rest;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.Reviews;
using OpenData.Store;

namespace OpenData.Server.Web.Pages;

/// <summary>The review of one dataset: where it stands, what keeps it, what may be done, and what was.</summary>
public sealed class ReviewModel : WorkPage
{
    internal override LocalText Heading => Dataset.WorkForm.Title;
    internal Dataset Dataset { get; private set; } = null!;
    internal IReadOnlyList<GateReason> Reasons { get; private set; } = [];
    internal IReadOnlyList<ReviewStep> Steps { get; private set; } = [];

    /// <summary>The parts by which a dataset is selected: of this year's indicators of datasets, those of the first level.</summary>
    internal IReadOnlyList<PartScore> Checklist { get; private set; } = [];
    internal Dictionary<string, IReadOnlyList<string[]>> Previews { get; } = new(StringComparer.Ordinal);

    /// <summary>The reason as it was typed, where the step was refused.</summary>
    internal string? TypedReason { get; private set; }

    /// <summary>The comments as they were typed.</summary>
    internal string? TypedComments { get; private set; }

    /// <summary>What there is of each resource, and what it still needs.</summary>
    internal IReadOnlyList<ResourceState> Resources { get; private set; } = [];

    private ReviewDesk Desk => HttpContext.RequestServices.GetRequiredService<ReviewDesk>();

    private CancellationToken Cancellation => HttpContext.RequestAborted;

    internal bool May(DatasetAction action) => Caller.May(action, Dataset) == Permit.Allowed;

    public Task<IActionResult> OnGetAsync(string name) => ShowAsync(name);

    public async Task<IActionResult> OnPostSubmitAsync(string name, int revision) => await AfterAsync(name, await Desk.SubmitAsync(name, revision, Cancellation));

    public async Task<IActionResult> OnPostApproveAsync(string name, int revision) => await AfterAsync(name, await Desk.ApproveAsync(name, revision, Cancellation));

    public async Task<IActionResult> OnPostPublishAsync(string name, int revision) => await AfterAsync(name, await Desk.PublishAsync(name, revision, Cancellation));

    public async Task<IActionResult> OnPostReturnAsync(string name, int revision, string? reason, string? comments) =>
        await AfterAsync(name, await Desk.ReturnAsync(name, new SentReview(SentReview.Said(reason), CommentsOf(comments), revision), Cancellation));

    public async Task<IActionResult> OnPostWithdrawAsync(string name, int revision, string? reason) =>
        await AfterAsync(name, await Desk.WithdrawAsync(name, SentReview.Said(reason), revision, Cancellation));

    public async Task<IActionResult> OnPostExceptAsync(string name, string? key, string? rule, string? reason) =>
        await AfterAsync(name, await Desk.ExceptAsync(name, key ?? "", rule ?? "", SentReview.Said(reason), Cancellation));

    /// <summary>Lines such as <c>title: say the year</c> and <c>main/name: whose name?</c>; after the slash a column, or a rule's code.</summary>
    private static ReviewComment[] CommentsOf(string? lines) =>
    [
        .. (lines ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(ServerLimits.Comments).Select(line =>
        {
            var parts = line.Split(':', 2, StringSplitOptions.TrimEntries);
            var place = parts[0].Split('/', 2);
            return place is [var field]
                ? new ReviewComment(CommentPlace.Field, null, field, parts[^1])
                : new ReviewComment(RuleBook.Find(place[1]) is null ? CommentPlace.Column : CommentPlace.Finding, place[0], place[1], parts[^1]);
        }),
    ];

    private async Task<IActionResult> AfterAsync(string name, (Dataset? Dataset, Problem? Refusal) taken)
    {
        if (taken.Refusal is null)
        {
            return LocalRedirect($"/datasets/{name}/review");
        }

        Refusal = taken.Refusal;
        (TypedReason, TypedComments) = (Request.Form["reason"], Request.Form["comments"]);
        return await ShowAsync(name);
    }

    private async Task<IActionResult> ShowAsync(string name)
    {
        var catalog = HttpContext.RequestServices.GetRequiredService<Catalog>();
        if (await catalog.FindAsync(name, Cancellation) is not { } dataset)
        {
            return Refuse(await catalog.RefusalAsync(name, Cancellation));
        }

        if (!catalog.SeesDraftsOf(dataset.Organization))
        {
            return Refuse(ReviewTexts.Forbidden(DatasetAction.See, dataset.Organization));
        }

        var store = HttpContext.RequestServices.GetRequiredService<IDataStore>();
        Dataset = dataset;
        Reasons = await new GateReader(store).ReasonsAsync(dataset, Cancellation);
        Steps = await store.Reviews.ListStepsAsync(dataset.Id, Cancellation);
        var scorer = new Scorer(store, HttpContext.RequestServices.GetRequiredService<ServerOptions>().Clock);
        Checklist = [.. (await scorer.ScoreAsync(dataset, scorer.ThisYear, Cancellation)).SelectMany(s => s.Parts).Where(p => p.Level == 1)];
        Resources = [.. dataset.WorkForm.ResourceForms.Select(f => new ResourceState(f, dataset.Resource(f.Key)))];
        foreach (var resource in dataset.Resources.Where(r => r.Staged is not null))
        {
            Previews[resource.Key] = await Preview.ReadAsync(store.Rows, resource.Staged!, Cancellation);
        }

        Response.StatusCode = Refusal?.Kind.Status ?? StatusCodes.Status200OK;
        return Page();
    }
}
