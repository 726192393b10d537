using OpenData.Registry;
using OpenData.Registry.Access;
using OpenData.Registry.Feedback;
using OpenData.Server.Rest.Problems;
using OpenData.Store;

namespace OpenData.Server.Rest.Feedback;

/// <summary>Ratings and questions, whichever interface they came by. Only a published dataset takes any, whoever gives them.</summary>
internal sealed class FeedbackDesk(IDataStore store, Catalog catalog, ServerOptions options)
{
    /// <summary>The states that everybody reads.</summary>
    public static readonly IReadOnlyList<QuestionState> Public = [QuestionState.Answered, QuestionState.Accepted];

    /// <summary>The states that wait for an officer.</summary>
    public static readonly IReadOnlyList<QuestionState> Open = [QuestionState.Waiting, QuestionState.Accepted];

    /// <summary>The published dataset, or why the public has nothing to say of it.</summary>
    public async Task<(Dataset? Dataset, Problem? Refusal)> FindAsync(string name, CancellationToken cancellation) =>
        await catalog.FindAsync(name, cancellation) is not { } dataset ? (null, await catalog.RefusalAsync(name, cancellation))
        : dataset.State == DatasetState.Published ? (dataset, null)
        : (null, FeedbackTexts.NotPublished(dataset));

    /// <summary>True where the caller reads what is not public of an organization.</summary>
    public bool Reads(string organization) => FeedbackPermissions.Allow(catalog.Caller.RolesAt(organization), FeedbackAction.Read);

    /// <summary>True where the caller answers for an organization.</summary>
    public bool Answers(string organization) => FeedbackPermissions.Allow(catalog.Caller.RolesAt(organization), FeedbackAction.Answer);

    public async Task<FeedbackCounts> CountAsync(Dataset dataset, CancellationToken cancellation) => (await store.Feedback.CountAsync([dataset.Id], cancellation))[0];

    public async Task<Problem?> RateAsync(string name, int stars, string key, CancellationToken cancellation)
    {
        var (dataset, refusal) = await FindAsync(name, cancellation);
        if (refusal is not null)
        {
            return refusal;
        }

        if (catalog.SeesDraftsOf(dataset!.Organization))
        {
            return FeedbackTexts.OwnDataset(dataset);
        }

        if (stars is < 1 or > 5)
        {
            return FeedbackTexts.NotStars(stars.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        await store.Feedback.RateAsync(dataset.Id, BrowserKey.At(key, dataset.Id), stars, cancellation);
        return null;
    }

    public async Task<(Question? Question, Problem? Refusal)> AskAsync(string name, string? text, string key, CancellationToken cancellation)
    {
        var (dataset, refusal) = await FindAsync(name, cancellation);
        if (refusal is not null)
        {
            return (null, refusal);
        }

        var (said, fault) = SaidText.Read(text, "text", ServerLimits.FeedbackLength);
        if (fault is not null)
        {
            return (null, fault);
        }

        var question = new Question
        {
            Id = Guid.CreateVersion7(),
            DatasetId = dataset!.Id,
            Dataset = dataset.Name,
            Organization = dataset.Organization,
            Asker = BrowserKey.At(key, dataset.Id),
            Text = said!,
            Asked = options.Clock.GetUtcNow(),
        };
        await Asking.AddAsync(question, cancellation);
        return (question, null);
    }

    /// <summary>The question, where the caller may read it: everybody what is public, its asker and officers anything.</summary>
    public async Task<(Question? Question, Problem? Refusal)> FindAsync(string name, Guid id, string? key, CancellationToken cancellation)
    {
        if (await catalog.FindAsync(name, cancellation) is not { } dataset)
        {
            return (null, await catalog.RefusalAsync(name, cancellation));
        }

        var question = await store.Feedback.FindQuestionAsync(id, cancellation);
        var sees = question?.DatasetId == dataset.Id && (question.IsPublic || Reads(dataset.Organization) || (key is not null && question.Asker == BrowserKey.At(key, dataset.Id)));
        return sees ? (question, null) : (null, FeedbackTexts.UnknownQuestion);
    }

    public Task<(Question? Question, Problem? Refusal)> AnswerAsync(string name, Guid id, string? text, int? revision, CancellationToken cancellation) =>
        StepAsync(name, id, revision, text, (question, said, by, now) => question.Answered(said, by, now), cancellation);

    public Task<(Question? Question, Problem? Refusal)> HideAsync(string name, Guid id, string? reason, bool erase, int? revision, CancellationToken cancellation) =>
        StepAsync(name, id, revision, reason, (question, said, by, now) => question.Hidden(said, erase, by, now), cancellation);

    public Task<(Question? Question, Problem? Refusal)> AcceptAsync(string name, Guid id, int? revision, CancellationToken cancellation) =>
        StepAsync(name, id, revision, "-", (question, _, by, now) => question.Accepted(by, now), cancellation);

    /// <summary>What the log tells of who asks: a name where they have signed in, else that it was somebody of the public.</summary>
    private IFeedbackStore Asking => (catalog.Caller.IsKnown ? catalog.CallersStore : store.By(Registry.Actor.Public)).Feedback;

    private async Task<(Question? Question, Problem? Refusal)> StepAsync(
        string name, Guid id, int? revision, string? text, Func<Question, string, string, DateTimeOffset, Question?> step, CancellationToken cancellation)
    {
        var (question, refusal) = await FindAsync(name, id, null, cancellation);
        if (refusal is not null)
        {
            return (null, refusal);
        }

        if (!Answers(question!.Organization))
        {
            return (null, FeedbackTexts.MayNotAnswer(question.Organization));
        }

        var (said, fault) = SaidText.Read(text, "text", ServerLimits.ReasonLength);
        if (fault is not null)
        {
            return (null, fault);
        }

        if (revision is { } seen && seen != question.Revision)
        {
            return (null, FeedbackTexts.Changed);
        }

        return step(question, said!, catalog.Caller.Actor!.Name, options.Clock.GetUtcNow()) is not { } next ? (null, FeedbackTexts.AlreadyDecided)
            : await catalog.CallersStore.Feedback.ChangeAsync(next, cancellation) ? (next, null)
            : (null, FeedbackTexts.Changed);
    }
}
