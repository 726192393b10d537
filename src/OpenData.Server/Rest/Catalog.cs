using OpenData.Registry;
using OpenData.Registry.Access;
using OpenData.Registry.Review;
using OpenData.Schemas;
using OpenData.Server.Access;
using OpenData.Server.Rest.Reviews;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Published;
using OpenData.Store;
using OpenData.Store.Search;

namespace OpenData.Server.Rest;

/// <summary>The catalog as one caller may see it: the only way from a request to the registry's datasets.</summary>
internal sealed class Catalog(IDataStore store, PublishedDatasets published, IHttpContextAccessor accessor)
{
    /// <summary>Who asks.</summary>
    public Caller Caller => accessor.HttpContext!.Caller();

    /// <summary>The store, where the audit log tells of the caller what is changed through it.</summary>
    public IDataStore CallersStore => store.By(Caller.Logged);

    /// <summary>True where the caller sees what is not published of an organization.</summary>
    public bool SeesDraftsOf(string organization) => Permissions.Of(Caller.RolesAt(organization), DatasetAction.See, DatasetState.Draft) == Permit.Allowed;

    /// <summary>The dataset, with the resources that the caller may see; null where it is not there, or not for them.</summary>
    public async Task<Dataset?> FindAsync(string name, CancellationToken cancellation)
    {
        if (!Slug.Is(name))
        {
            return null;
        }

        if (!Caller.IsKnown)
        {
            return await published.FindAsync(name, cancellation);
        }

        var dataset = await store.Registry.FindDatasetAsync(name, cancellation);
        return dataset is null || !Sees(dataset) ? null : Visible(dataset);
    }

    /// <summary>True where the name is taken, seen by the caller or not: names are unique in the catalog.</summary>
    public async Task<bool> ExistsAsync(string name, CancellationToken cancellation) =>
        Slug.Is(name) && await store.Registry.FindDatasetAsync(name, cancellation) is not null;

    /// <summary>Why the caller is not given a dataset: it was withdrawn, and they may know it, or to them there is none.</summary>
    public async Task<Problem> RefusalAsync(string name, CancellationToken cancellation) =>
        await FindWithdrawnAsync(name, cancellation) is { } withdrawn ? ReviewTexts.Withdrawn(withdrawn.Dataset, withdrawn.Step) : CatalogTexts.UnknownDataset(name);

    /// <summary>A dataset of which the caller sees only that it was withdrawn, with the step that did it; else null.</summary>
    public async Task<(Dataset Dataset, ReviewStep? Step)?> FindWithdrawnAsync(string name, CancellationToken cancellation)
    {
        var dataset = Slug.Is(name) ? await store.Registry.FindDatasetAsync(name, cancellation) : null;
        if (dataset is null || Caller.May(DatasetAction.See, dataset) != Permit.Withdrawn)
        {
            return null;
        }

        var steps = await store.Reviews.ListStepsAsync(dataset.Id, cancellation);
        return (Visible(dataset), steps.LastOrDefault(s => s.Action == DatasetAction.Withdraw));
    }

    public async Task<DatasetPage> ListAsync(string? search, string? organization, string? after, int limit, CancellationToken cancellation)
    {
        var page = await store.Registry.ListDatasetsAsync(new DatasetQuery(search, organization, after, limit, !Caller.SeesAll) { Including = Caller.Organizations }, cancellation);
        return page with { Items = [.. page.Items.Select(Visible)] };
    }

    /// <summary>A page of a search, over what the caller sees; who else the search was for is not looked at.</summary>
    public Task<DatasetSearchPage> SearchAsync(DatasetSearch search, CancellationToken cancellation) =>
        store.Search.SearchAsync(search with { Audience = Audience }, cancellation);

    /// <summary>Everything that contains each word of a text, by name, of what the caller sees.</summary>
    public Task<IReadOnlyList<FoundDataset>> FindWordsAsync(string? text, CancellationToken cancellation) =>
        store.Search.FindAsync(text, Audience, cancellation);

    /// <summary>What organizations are called, by name. To be shown of those only that a search the caller sees has found.</summary>
    public async Task<IReadOnlyDictionary<string, LocalText>> OrganizationTitlesAsync(CancellationToken cancellation) =>
        (await store.Registry.ListOrganizationsAsync(cancellation)).ToDictionary(o => o.Name, o => o.Title, StringComparer.Ordinal);

    /// <summary>The datasets of these names that the caller sees, in the order of the names.</summary>
    public async Task<IReadOnlyList<Dataset>> FindAsync(IReadOnlyList<string> names, CancellationToken cancellation)
    {
        var found = (await store.Registry.FindDatasetsAsync(names, cancellation)).Where(Sees).ToDictionary(d => d.Name, StringComparer.Ordinal);
        return [.. names.Select(found.GetValueOrDefault).OfType<Dataset>().Select(Visible)];
    }

    /// <summary>The organizations, each with how many datasets the caller sees; those without any only for those who see drafts.</summary>
    public async Task<IReadOnlyList<(Organization Organization, long Datasets)>> ListOrganizationsAsync(CancellationToken cancellation)
    {
        var organizations = await store.Registry.ListOrganizationsAsync(cancellation);
        var counts = await store.Registry.CountDatasetsAsync(publishedOnly: !Caller.SeesAll, Caller.Organizations, cancellation);
        return [.. organizations.Select(o => (Organization: o, Datasets: counts.GetValueOrDefault(o.Name))).Where(o => o.Datasets > 0 || SeesDraftsOf(o.Organization.Name))];
    }

    /// <summary>The resource of a dataset, or the 404 that says which of the two is not there.</summary>
    public async Task<(Dataset? Dataset, Resource? Resource, Problem? Refusal)> FindAsync(string name, string key, CancellationToken cancellation)
    {
        if (await FindAsync(name, cancellation) is not { } dataset)
        {
            return (null, null, await RefusalAsync(name, cancellation));
        }

        return dataset.Resource(key) is { } resource
            ? (dataset, resource, null)
            : (dataset, null, CatalogTexts.UnknownResource(dataset, key));
    }

    /// <summary>A release of a resource that the caller was shown; null where it has none of that number.</summary>
    public ValueTask<Release?> FindReleaseAsync(Resource resource, int number, CancellationToken cancellation) =>
        published.FindReleaseAsync(resource.Id, number, cancellation);

    /// <summary>The dictionary that describes what the caller sees: the release's for readers, the newest for those who see drafts.</summary>
    public static DataDictionary? DictionaryOf(Resource resource) => resource.Dictionary ?? resource.Current?.Dictionary;

    /// <summary>Whose drafts the caller sees.</summary>
    public SearchAudience Audience => new(Caller.SeesAll, Caller.Organizations);

    private bool Sees(Dataset dataset) => Caller.May(DatasetAction.See, dataset) == Permit.Allowed;

    /// <summary>To those who see no drafts, everything that is not published is taken out here, once for all faces.</summary>
    private Dataset Visible(Dataset dataset) => SeesDraftsOf(dataset.Organization) ? dataset : PublishedDatasets.ForReaders(dataset);
}

/// <summary>The names of datasets, resources and organizations: <c>[a-z0-9][a-z0-9_-]{0,69}</c>.</summary>
internal static class Slug
{
    private const int Longest = 70;

    /// <summary>The same as a regular expression.</summary>
    public const string Pattern = "^[a-z0-9][a-z0-9_-]{0,69}$";

    public static bool Is(string text) =>
        text.Length is > 0 and <= Longest && char.IsAsciiLetterOrDigit(text[0])
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '-');
}

/// <summary>What the server says where something is not in the catalog; what is hidden and what does not exist read the same.</summary>
internal static class CatalogTexts
{
    public static Problem UnknownDataset(string name) => new(ProblemKinds.UnknownDataset, new LocalText(
        $"ไม่มีชุดข้อมูลที่เผยแพร่ชื่อ “{ProblemTexts.Shown(name)}” ดูรายการที่ /api/v1/datasets",
        $"There is no published dataset “{ProblemTexts.Shown(name)}”. See /api/v1/datasets for what there is."));

    public static Problem UnknownResource(Dataset dataset, string key)
    {
        var known = string.Join(", ", dataset.Resources.Select(r => r.Key));
        return new Problem(ProblemKinds.UnknownResource, new LocalText(
            $"ชุดข้อมูล “{dataset.Name}” ไม่มีทรัพยากร “{ProblemTexts.Shown(key)}” ที่มีคือ: {known}",
            $"The dataset “{dataset.Name}” has no resource “{ProblemTexts.Shown(key)}”. It has: {known}."));
    }

    public static Problem NotPublished(Dataset dataset, Resource resource) => new(ProblemKinds.UnknownRelease, new LocalText(
        $"ทรัพยากร “{resource.Key}” ของชุดข้อมูล “{dataset.Name}” ยังไม่มีรุ่นที่เผยแพร่",
        $"The resource “{resource.Key}” of the dataset “{dataset.Name}” has no published release yet."));

    public static Problem UnknownRelease(Resource resource, int number) => new(ProblemKinds.UnknownRelease, new LocalText(
        $"ทรัพยากร “{resource.Key}” ไม่มีรุ่นที่ {number}",
        $"The resource “{resource.Key}” has no release {number}."));

    public static Problem NoReport(Resource resource) => new(ProblemKinds.NoReport, new LocalText(
        $"ทรัพยากร “{resource.Key}” ยังไม่เคยตรวจ",
        $"The resource “{resource.Key}” has not been checked yet."));

    public static Problem UnknownOrganization(string name) => new(ProblemKinds.UnknownOrganization, new LocalText(
        $"ไม่มีหน่วยงานชื่อ “{ProblemTexts.Shown(name)}” ดูรายการที่ /api/v1/organizations",
        $"There is no organization “{ProblemTexts.Shown(name)}”. See /api/v1/organizations for those there are."));
}
