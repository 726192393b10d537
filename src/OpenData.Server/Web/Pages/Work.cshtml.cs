using OpenData.Registry;
using OpenData.Registry.Access;
using OpenData.Schemas;
using OpenData.Server.Rest;

namespace OpenData.Server.Web.Pages;

/// <summary>What waits for somebody: the datasets whose drafts they see, by state.</summary>
public sealed class WorkModel : WorkPage
{
    private static readonly DatasetState[] Waiting = [DatasetState.Submitted, DatasetState.Approved, DatasetState.Returned, DatasetState.Draft];

    internal override LocalText Heading => WorkTexts.Work;
    internal IReadOnlyList<(DatasetState State, IReadOnlyList<Dataset> Datasets)> Queues { get; private set; } = [];

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
    }
}
