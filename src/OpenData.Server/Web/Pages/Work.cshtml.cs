using OpenData.Publishing;
using OpenData.Registry;
using OpenData.Registry.Access;
using OpenData.Schemas;
using OpenData.Server.Rest;
using OpenData.Store;

namespace OpenData.Server.Web.Pages;

/// <summary>What waits for somebody: the datasets whose drafts they see, by state.</summary>
public sealed class WorkModel : WorkPage
{
    private static readonly DatasetState[] Waiting = [DatasetState.Submitted, DatasetState.Approved, DatasetState.Returned, DatasetState.Draft];

    internal override LocalText Heading => WorkTexts.Work;
    internal IReadOnlyList<(DatasetState State, IReadOnlyList<Dataset> Datasets)> Queues { get; private set; } = [];

    /// <summary>What to do first, in each of their roles.</summary>
    internal IReadOnlyList<FirstSteps> First { get; private set; } = [];

    private readonly Dictionary<string, NextStep?> next = new(StringComparer.Ordinal);

    /// <summary>What the caller is to do next with a dataset, or null.</summary>
    internal NextStep? NextOf(Dataset dataset) => next.GetValueOrDefault(dataset.Name);

    /// <summary>True where they are an officer of some organization.</summary>
    internal bool MayRegister => Caller.IsAdmin || Caller.Organizations.Any(o => Permissions.Of(Caller.RolesAt(o), DatasetAction.Edit, DatasetState.Draft) == Permit.Allowed);

    public async Task OnGetAsync()
    {
        var catalog = HttpContext.RequestServices.GetRequiredService<Catalog>();
        var seen = new List<Dataset>();
        for (string? after = null; ;)
        {
            var page = await catalog.ListAsync(null, null, after, ServerLimits.MostDatasets, HttpContext.RequestAborted);
            seen.AddRange(page.Items.Where(d => Waiting.Contains(d.WorkState)));
            if (!page.More)
            {
                break;
            }

            after = page.Items[^1].Name;
        }

        Queues = [.. Waiting.Select(s => (s, (IReadOnlyList<Dataset>)[.. seen.Where(d => d.WorkState == s)])).Where(q => q.Item2.Count > 0)];

        var store = HttpContext.RequestServices.GetRequiredService<IDataStore>();
        foreach (var dataset in Queues.SelectMany(q => q.Datasets).Take(ServerLimits.NextSteps))
        {
            next[dataset.Name] = NextStep.Of(dataset, await new GateReader(store).ReasonsAsync(dataset, HttpContext.RequestAborted), Caller);
        }

        var toDecide = seen.Count(d => d.WorkState is DatasetState.Submitted or DatasetState.Approved);
        First = await FirstSteps.OfAsync(Caller, store, toDecide, HttpContext.RequestAborted);
    }
}
