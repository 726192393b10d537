using OpenData.Registry.Access;
using OpenData.Schemas;

namespace OpenData.Registry.Review;

/// <summary>
/// What each step does to a dataset: draft → submitted → returned or approved → published → withdrawn. A dataset that is or was public
/// keeps its form and state while a change of it goes through the same states beside it. Who may take which step when is <see cref="Permissions"/>'.
/// </summary>
/// <param name="dataset">The dataset as it is.</param>
/// <param name="actor">Who takes the step.</param>
/// <param name="now">When.</param>
public sealed class Workflow(Dataset dataset, Agent actor, DateTimeOffset now)
{
    /// <summary>Replaces the form: at once where nothing changes that has to be reviewed, else as a draft.</summary>
    public DatasetChange Edit(DatasetForm form)
    {
        var needsReview = ReviewedItems.Changed(dataset.WorkForm, form).Count > 0;
        var state = needsReview ? AfterChange() : dataset.WorkState;
        if (!dataset.WasPublic)
        {
            return Change(DatasetAction.Edit, state) with { Form = form, State = state };
        }

        return dataset.Pending is null && dataset.State == DatasetState.Published && !needsReview
            ? Change(DatasetAction.Edit, dataset.State) with { Form = form }
            : Change(DatasetAction.Edit, Pending(state)) with { Pending = new PendingChange(form, Pending(state)) };
    }

    /// <summary>Gives a resource another dictionary; the one that releases were checked against stays theirs.</summary>
    public DatasetChange Describe(Guid resourceId, DataDictionary dictionary) =>
        Move(DatasetAction.Edit, AfterChange()) with { Dictionary = (resourceId, dictionary) };

    /// <summary>Asks for approval.</summary>
    public DatasetChange Submit() => Move(DatasetAction.Submit, DatasetState.Submitted) with { SubmittedBy = actor.Id };

    /// <summary>True where the one who submitted is the one who would approve.</summary>
    public bool IsOwnSubmission => dataset.SubmittedBy == actor.Id;

    public DatasetChange Approve() => Move(DatasetAction.Approve, DatasetState.Approved);

    /// <summary>Gives it back with what is to be mended.</summary>
    public DatasetChange Return(string? reason, IReadOnlyList<ReviewComment> comments) =>
        Said(Move(DatasetAction.Return, DatasetState.Returned), reason, comments);

    /// <summary>Makes the approved form and the staged files what the public sees.</summary>
    public DatasetChange Publish() => Change(DatasetAction.Publish, DatasetState.Published) with
    {
        State = DatasetState.Published,
        Form = dataset.Pending?.Form,
        DropsPending = true,
        PublishesStaged = true,
    };

    /// <summary>Takes it from the public; a change under review stays as it is.</summary>
    public DatasetChange Withdraw(string reason) =>
        Said(Change(DatasetAction.Withdraw, DatasetState.Withdrawn) with { State = DatasetState.Withdrawn }, reason, []);

    /// <summary>A change while it is reviewed, or after, begins the review anew; one that was returned stays returned until it is submitted.</summary>
    private DatasetState AfterChange() => dataset.WorkState == DatasetState.Returned ? DatasetState.Returned : DatasetState.Draft;

    private static DatasetState Pending(DatasetState state) => state is DatasetState.Published or DatasetState.Withdrawn ? DatasetState.Draft : state;

    private DatasetChange Move(DatasetAction action, DatasetState state) => dataset.WasPublic
        ? Change(action, state) with { Pending = new PendingChange(dataset.WorkForm, state) }
        : Change(action, state) with { State = state };

    private DatasetChange Change(DatasetAction action, DatasetState state) => new()
    {
        DatasetId = dataset.Id,
        Revision = dataset.Revision,
        Step = new ReviewStep(now, actor.Id, actor.Name, action, state, null, []),
    };

    private static DatasetChange Said(DatasetChange change, string? reason, IReadOnlyList<ReviewComment> comments) =>
        change with { Step = change.Step! with { Reason = reason, Comments = comments } };
}
