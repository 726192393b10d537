using OpenData.Publishing;
using OpenData.Registry;
using OpenData.Registry.Access;
using OpenData.Registry.Review;
using OpenData.Schemas;
using OpenData.Server.Access;
using OpenData.Server.Rest.Datasets;
using OpenData.Server.Rest.Problems;
using OpenData.Store;

namespace OpenData.Server.Rest.Reviews;

/// <summary>The steps of a review, whichever interface they came by: permitted, taken in one transaction, and noted.</summary>
internal sealed class ReviewDesk(IDataStore store, Catalog catalog, ServerOptions options)
{
    /// <summary>The refusal of an action on a dataset that the catalog has given the caller, or null where they may.</summary>
    public Problem? Judge(Dataset dataset, DatasetAction action) => catalog.Caller.May(action, dataset) switch
    {
        Permit.Allowed => null,
        Permit.NotNow => ReviewTexts.WrongState(action, dataset),
        Permit.Refused => ReviewTexts.Forbidden(action, dataset.Organization),
        _ => CatalogTexts.UnknownDataset(dataset.Name),
    };

    /// <summary>The dataset that the caller may do this with, or the refusal.</summary>
    public async Task<(Dataset? Dataset, Problem? Refusal)> FindAsync(string name, DatasetAction action, int? revision, CancellationToken cancellation)
    {
        if (await catalog.FindAsync(name, cancellation) is not { } dataset)
        {
            return (null, await catalog.RefusalAsync(name, cancellation));
        }

        if (Judge(dataset, action) is { } refusal)
        {
            return (null, refusal);
        }

        return revision is { } seen && seen != dataset.Revision ? (null, DatasetTexts.Changed(name)) : (dataset, null);
    }

    public Task<(Dataset? Dataset, Problem? Refusal)> SubmitAsync(string name, int? revision, CancellationToken cancellation) =>
        TakeAsync(name, DatasetAction.Submit, revision, (dataset, workflow) => Task.FromResult(Missing(dataset) is { Count: > 0 } missing
            ? (null, ReviewTexts.GateClosed(missing))
            : ((DatasetChange?)workflow.Submit(), (Problem?)null)), cancellation);

    public Task<(Dataset? Dataset, Problem? Refusal)> ApproveAsync(string name, int? revision, CancellationToken cancellation) =>
        TakeAsync(name, DatasetAction.Approve, revision, async (dataset, workflow) =>
        {
            var organization = await store.Registry.FindOrganizationAsync(dataset.Organization, cancellation);
            return workflow.IsOwnSubmission && organization?.OnePersonMayApprove != true ? (null, ReviewTexts.TwoPeople) : (workflow.Approve(), null);
        }, cancellation);

    public Task<(Dataset? Dataset, Problem? Refusal)> ReturnAsync(string name, SentReview sent, CancellationToken cancellation) =>
        TakeAsync(name, DatasetAction.Return, sent.Revision, (dataset, workflow) => Task.FromResult(
            (sent.Reason is null && sent.Comments.Count == 0 ? ReviewTexts.Needed("/reason", new("ส่งกลับต้องมีเหตุผลหรือความเห็น", "A return needs a reason or a comment.")) : CommentPlaces.Fault(dataset, sent.Comments)) is { } fault
                ? (null, fault)
                : ((DatasetChange?)workflow.Return(sent.Reason, sent.Comments), (Problem?)null)), cancellation);

    public Task<(Dataset? Dataset, Problem? Refusal)> PublishAsync(string name, int? revision, CancellationToken cancellation) =>
        TakeAsync(name, DatasetAction.Publish, revision, async (dataset, workflow) =>
            await new GateReader(store).ReasonsAsync(dataset, cancellation) is { Count: > 0 } reasons ? (null, ReviewTexts.GateClosed(reasons)) : (workflow.Publish(), null), cancellation);

    public Task<(Dataset? Dataset, Problem? Refusal)> WithdrawAsync(string name, string? reason, int? revision, CancellationToken cancellation) =>
        TakeAsync(name, DatasetAction.Withdraw, revision, (_, workflow) => Task.FromResult(reason is null
            ? (null, ReviewTexts.Needed("/reason", new("การถอนต้องมีเหตุผล ซึ่งแสดงต่อสาธารณะ", "A withdrawal needs a reason, which the public will read.")))
            : ((DatasetChange?)workflow.Withdraw(reason), (Problem?)null)), cancellation);

    /// <summary>Records that a rule's findings do not keep the files of a resource from being published.</summary>
    public async Task<(Dataset? Dataset, Problem? Refusal)> ExceptAsync(string name, string key, string rule, string? reason, CancellationToken cancellation)
    {
        var (dataset, refusal) = await FindAsync(name, DatasetAction.Except, null, cancellation);
        if (refusal is not null)
        {
            return (null, refusal);
        }

        if (dataset!.Resource(key) is not { } resource)
        {
            return (null, CatalogTexts.UnknownResource(dataset, key));
        }

        if ((!Exceptions.Rules.Contains(rule) ? ReviewTexts.NotExceptable(rule) : reason is null ? ReviewTexts.Needed("/reason", new("ข้อยกเว้นต้องมีเหตุผล", "An exception needs a reason.")) : null) is { } fault)
        {
            return (null, fault);
        }

        var (actor, now) = (catalog.Caller.Actor!, options.Clock.GetUtcNow());
        var step = new ReviewStep(now, actor.Id, actor.Name, DatasetAction.Except, dataset.WorkState, $"{key}: {rule}: {reason}", []);
        await catalog.CallersStore.Reviews.RecordExceptionAsync(resource.Id, new RecordedException(rule, reason!, actor.Name, now), step, cancellation);
        return (await catalog.FindAsync(name, cancellation), null);
    }

    /// <summary>The workflow of the caller on a dataset, for edits.</summary>
    public Workflow WorkflowOf(Dataset dataset) => new(dataset, catalog.Caller.Actor!, options.Clock.GetUtcNow());

    private async Task<(Dataset? Dataset, Problem? Refusal)> TakeAsync(
        string name,
        DatasetAction action,
        int? revision,
        Func<Dataset, Workflow, Task<(DatasetChange? Change, Problem? Refusal)>> step,
        CancellationToken cancellation)
    {
        var (dataset, refused) = await FindAsync(name, action, revision, cancellation);
        if (refused is not null)
        {
            return (null, refused);
        }

        // Files on their way in are let finish first: what is decided on is what is there.
        await using var turn = await store.BeginPublishAsync(cancellation);
        var (change, refusal) = await step(dataset!, WorkflowOf(dataset!));
        if (refusal is not null)
        {
            return (null, refusal);
        }

        return await catalog.CallersStore.Reviews.ChangeAsync(change!, cancellation) is null
            ? (null, DatasetTexts.Changed(name))
            : (await catalog.FindAsync(name, cancellation), null);
    }

    private static List<GateReason> Missing(Dataset dataset) => [.. Gate.Reasons(dataset.WorkForm, []).Where(r => r.Code == "missing-item")];
}
