using OpenData.Registry;
using OpenData.Registry.Access;
using OpenData.Registry.Feedback;
using OpenData.Server.Access;
using OpenData.Server.Rest.Problems;
using OpenData.Store;

namespace OpenData.Server.Rest.Feedback;

/// <summary>What somebody asks for.</summary>
/// <param name="Kind">Missing or restricted data.</param>
/// <param name="Organization">The slug of the organization asked, or null where they do not know.</param>
/// <param name="Dataset">The name of the dataset it is about, or null.</param>
/// <param name="Text">What is wanted, and what for.</param>
/// <param name="Contact">Where to be told, or null.</param>
internal sealed record SentRequest(RequestKind Kind, string? Organization, string? Dataset, string? Text, string? Contact);

/// <summary>Requests for data, whichever interface they came by.</summary>
internal sealed class RequestDesk(IDataStore store, Catalog catalog, ServerOptions options)
{
    /// <summary>The organizations whose requests the caller reads; null for all of them.</summary>
    public IReadOnlyCollection<string>? Organizations => catalog.Caller.Actor?.Grants.Any(g => g.Organization is null && FeedbackPermissions.Allow(g.Role, FeedbackAction.Read)) == true
        ? null
        : [.. catalog.Caller.Tree.Names.Where(o => May(o, FeedbackAction.Read))];

    /// <summary>Keeps a request, and gives the secret of its address, which is shown this once; or the refusal.</summary>
    public async Task<(string? Secret, DataRequest? Request, Problem? Refusal)> AskAsync(SentRequest sent, CancellationToken cancellation)
    {
        var (organization, refusal) = await OwnerAsync(sent, cancellation);
        var (text, fault) = SaidText.Read(sent.Text, "text", ServerLimits.FeedbackLength);
        var (contact, faulty) = SaidText.ReadOptional(sent.Contact, "contact", ServerLimits.ContactLength, isLine: true);
        if ((refusal ?? fault ?? faulty) is { } refused)
        {
            return (null, null, refused);
        }

        var secret = BrowserKey.New();
        var request = new DataRequest
        {
            Id = Guid.CreateVersion7(),
            Address = Secrets.Sha256(secret),
            Kind = sent.Kind,
            Organization = organization,
            Dataset = sent.Dataset,
            Text = text!,
            Contact = contact,
            Asked = options.Clock.GetUtcNow(),
        };
        await (catalog.Caller.IsKnown ? catalog.CallersStore : store.By(Registry.Actor.Public)).Feedback.AddAsync(request, cancellation);
        return (secret, request, null);
    }

    /// <summary>The request at an asker's address, or null.</summary>
    public async Task<DataRequest?> FindAsync(string secret, CancellationToken cancellation) =>
        BrowserKey.Is(secret) && await store.Feedback.FindRequestAsync(Secrets.Sha256(secret), cancellation) is { } request ? Kept(request) : null;

    /// <summary>The requests that the caller may read.</summary>
    public async Task<IReadOnlyList<DataRequest>> ListAsync(IReadOnlyCollection<RequestState> states, int limit, int offset, CancellationToken cancellation) =>
        [.. (await store.Feedback.ListRequestsAsync(new RequestQuery(Organizations, states, limit) { Offset = offset }, cancellation)).Select(Kept)];

    /// <summary>The counts of the organizations that the caller may know of, and of what is no organization's yet.</summary>
    public async Task<IReadOnlyList<RequestCounts>> CountAsync(CancellationToken cancellation)
    {
        var known = (await catalog.ListOrganizationsAsync(cancellation)).Select(o => o.Organization.Name).ToHashSet(StringComparer.Ordinal);
        return [.. (await store.Feedback.CountRequestsAsync(cancellation)).Where(c => c.Organization is null || known.Contains(c.Organization))];
    }

    public Task<(DataRequest? Request, Problem? Refusal)> DecideAsync(Guid id, RequestState state, string? answer, int? revision, CancellationToken cancellation) =>
        StepAsync(id, revision, answer, (request, said, by, now) => request.Decided(state, said, by, now), cancellation);

    /// <summary>Hands a request to the organization that has the data.</summary>
    public async Task<(DataRequest? Request, Problem? Refusal)> HandOnAsync(Guid id, string? organization, int? revision, CancellationToken cancellation) =>
        organization is null || !catalog.Caller.Tree.Names.Contains(organization)
            ? (null, CatalogTexts.UnknownOrganization(organization ?? ""))
            : await StepAsync(id, revision, "-", (request, _, by, now) => request.HandedTo(organization, by, now), cancellation);

    private async Task<(DataRequest? Request, Problem? Refusal)> StepAsync(
        Guid id, int? revision, string? text, Func<DataRequest, string, string, DateTimeOffset, DataRequest?> step, CancellationToken cancellation)
    {
        if (await store.Feedback.FindRequestAsync(id, cancellation) is not { } request || !May(request.Organization, FeedbackAction.Read))
        {
            return (null, FeedbackTexts.UnknownRequest);
        }

        if (!May(request.Organization, FeedbackAction.Answer))
        {
            return (null, FeedbackTexts.MayNotAnswer(request.Organization));
        }

        var (said, fault) = SaidText.Read(text, "text", ServerLimits.ReasonLength);
        if (fault is not null)
        {
            return (null, fault);
        }

        if (revision is { } seen && seen != request.Revision)
        {
            return (null, FeedbackTexts.Changed);
        }

        return step(request, said!, catalog.Caller.Actor!.Name, options.Clock.GetUtcNow()) is not { } next ? (null, FeedbackTexts.AlreadyDecided)
            : await catalog.CallersStore.Feedback.ChangeAsync(next, cancellation) ? (Kept(next), null)
            : (null, FeedbackTexts.Changed);
    }

    /// <summary>What is no organization's yet is for those who act for all of them.</summary>
    private bool May(string? organization, FeedbackAction action) => FeedbackPermissions.Allow(
        organization is null ? catalog.Caller.Actor?.Grants.Where(g => g.Organization is null).Select(g => g.Role) ?? [] : catalog.Caller.RolesAt(organization), action);

    /// <summary>The organization that a request goes to: the dataset's owner, or the one that was named; both only where the public sees them.</summary>
    private async Task<(string? Organization, Problem? Refusal)> OwnerAsync(SentRequest sent, CancellationToken cancellation)
    {
        if (sent.Dataset is { } name)
        {
            return await catalog.FindAsync(name, cancellation) is not { State: DatasetState.Published } dataset ? (null, await catalog.RefusalAsync(name, cancellation))
                : sent.Organization is { } given && given != dataset.Organization ? (null, FeedbackTexts.OtherOrganization(given, dataset.Organization))
                : (dataset.Organization, null);
        }

        if (sent.Organization is not { } organization)
        {
            return (null, null);
        }

        var known = await catalog.ListOrganizationsAsync(cancellation);
        return known.Any(o => o.Organization.Name == organization) ? (organization, null) : (null, CatalogTexts.UnknownOrganization(organization));
    }

    /// <summary>A contact past its time is shown to nobody, whether it was swept yet or not.</summary>
    private DataRequest Kept(DataRequest request)
    {
        var now = options.Clock.GetUtcNow();
        var isOver = now - request.Asked > ServerLimits.ContactKept || (!request.IsOpen && now - request.Changed > ServerLimits.ContactKeptAfterAnswer);
        return isOver ? request with { Contact = null } : request;
    }
}
