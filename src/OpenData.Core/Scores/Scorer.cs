using OpenData.Registry;
using OpenData.Reports;
using OpenData.Schemas;
using OpenData.Scores.Faces;
using OpenData.Scores.Indicators;
using OpenData.Scores.Quality;
using OpenData.Store;

namespace OpenData.Scores;

/// <summary>Scores organizations from what the registry holds.</summary>
/// <param name="store">Where everything is kept.</param>
/// <param name="clock">Tells the day of the scores.</param>
/// <param name="reachability">Tries addresses over a network, or null: then reachability is not measured.</param>
public sealed class Scorer(IDataStore store, TimeProvider clock, IReachability? reachability = null)
{
    /// <summary>Datasets asked of the store at once.</summary>
    private const int Page = 200;

    /// <summary>The fiscal year of today.</summary>
    public FiscalYear ThisYear => FiscalYear.Of(clock.GetUtcNow());

    /// <summary>The scores of an organization with its units; null where there is no such organization, or for the public where it has published nothing.</summary>
    /// <param name="organization">Its slug.</param>
    /// <param name="year">The fiscal year, whose definitions and evidence count.</param>
    /// <param name="publishedOnly">True for what the public may see: published datasets, evidence without links and names, no history.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<ScoreReport?> ScoreAsync(string organization, FiscalYear year, bool publishedOnly, CancellationToken cancellation = default)
    {
        var known = await store.Registry.ListOrganizationsAsync(cancellation);
        if (known.FirstOrDefault(o => o.Name == organization) is not { } found)
        {
            return null;
        }

        var facts = await FactsAsync(found, UnitsOf(found.Name, known), year, publishedOnly, cancellation);
        if (publishedOnly && facts.Datasets.Count == 0)
        {
            return null;
        }

        return new ScoreReport
        {
            Organization = found,
            Units = facts.Units,
            Year = year,
            Computed = clock.GetUtcNow(),
            PublishedOnly = publishedOnly,
            Indicators = new IndicatorEvaluator(facts, year, FiscalYear.ThaiDay(clock.GetUtcNow())).Evaluate(IndicatorBook.Of(year)),
            Releases = Releases(facts),
            Metadata = await MetadataAsync(facts, cancellation),
            History = publishedOnly ? [] : await store.Scores.ListScoresAsync(found.Name, year.Number, cancellation),
        };
    }

    /// <summary>The scores of one dataset by the indicators of datasets, as those see it who see its drafts.</summary>
    public async Task<IReadOnlyList<IndicatorScore>> ScoreAsync(Dataset dataset, FiscalYear year, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        var owner = await store.Registry.FindOrganizationAsync(dataset.Organization, cancellation) ?? new Organization(dataset.Organization, LocalText.Empty, null);
        var evidence = await store.Scores.ListEvidenceAsync([owner.Name], year.Number, cancellation);
        var facts = new OrganizationFacts(owner, [owner.Name], [await FactsAsync(dataset, publishedOnly: false, cancellation)], evidence);
        return new IndicatorEvaluator(facts, year, FiscalYear.ThaiDay(clock.GetUtcNow())).Evaluate([.. IndicatorBook.Of(year).Where(i => i.OfDatasets)]);
    }

    /// <summary>The quality of a dataset's current releases, by what of it the caller was given.</summary>
    public async Task<IReadOnlyList<ReleaseQuality>> QualityAsync(Dataset dataset, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return Releases(new OrganizationFacts(new Organization(dataset.Organization, LocalText.Empty, null), [], [await FactsAsync(dataset, publishedOnly: true, cancellation)], []));
    }

    /// <summary>Keeps the scores of a report where they are not what they were. Returns how many were kept.</summary>
    public async Task<int> KeepAsync(ScoreReport report, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.PublishedOnly)
        {
            throw new ArgumentException("What the public sees is no score to keep: it lacks drafts.", nameof(report));
        }

        var kept = 0;
        foreach (var score in report.Indicators)
        {
            var result = ScoreJson.Text(score);
            var record = new KeptScore(report.Organization.Name, score.Definition.Id, report.Year.Number, score.Definition.Sha256, score.Score, result, report.Computed);
            kept += await store.Scores.KeepScoreAsync(record, cancellation) ? 1 : 0;
        }

        return kept;
    }

    /// <summary>An organization and all units under it, itself first.</summary>
    private static List<string> UnitsOf(string name, IReadOnlyList<Organization> known)
    {
        var units = new List<string> { name };
        for (var i = 0; i < units.Count; i++)
        {
            units.AddRange(known.Where(o => o.Parent == units[i] && !units.Contains(o.Name)).Select(o => o.Name));
        }

        return units;
    }

    private async Task<OrganizationFacts> FactsAsync(Organization organization, List<string> units, FiscalYear year, bool publishedOnly, CancellationToken cancellation)
    {
        var datasets = new List<DatasetFacts>();
        foreach (var unit in units)
        {
            await foreach (var dataset in DatasetsAsync(unit, publishedOnly, cancellation))
            {
                datasets.Add(await FactsAsync(dataset, publishedOnly, cancellation));
            }
        }

        var evidence = await store.Scores.ListEvidenceAsync(units, year.Number, cancellation);
        var shown = publishedOnly ? [.. evidence.Where(e => e.Dataset is null || datasets.Exists(d => d.Dataset.Name == e.Dataset)).Select(Public)] : evidence;
        // A unit that has published nothing is not there for the public.
        var shownUnits = publishedOnly ? units.Where(u => u == organization.Name || datasets.Exists(d => d.Dataset.Organization == u)).ToList() : units;
        return new OrganizationFacts(organization, shownUnits, [.. datasets.OrderBy(d => d.Dataset.Name, StringComparer.Ordinal)], shown)
        {
            Ratings = await store.Feedback.CountRatingsAsync(units, cancellation),
        };
    }

    /// <summary>What the public sees of evidence: that there is some, and of which day. The document may be internal, and its giver is a person.</summary>
    private static Evidence Public(Evidence evidence) => evidence with { Id = Guid.Empty, Link = "", GivenBy = "", Given = default };

    private async IAsyncEnumerable<Dataset> DatasetsAsync(string unit, bool publishedOnly, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        DatasetPage page;
        string? after = null;
        do
        {
            page = await store.Registry.ListDatasetsAsync(new DatasetQuery(null, unit, after, Page, publishedOnly), cancellation);
            foreach (var dataset in page.Items.Where(d => d.State != DatasetState.Withdrawn))
            {
                yield return dataset;
            }

            after = page.Items.Count > 0 ? page.Items[^1].Name : null;
        }
        while (page.More);
    }

    private async Task<DatasetFacts> FactsAsync(Dataset dataset, bool publishedOnly, CancellationToken cancellation)
    {
        var resources = dataset.Resources.Where(r => !publishedOnly || r.Current is not null).ToArray();
        var reports = await store.Registry.FindReportsAsync([.. resources.Select(r => (r.Id, (int?)(r.Current?.Number ?? 0)))], cancellation);
        return new DatasetFacts(
            publishedOnly ? dataset with { Resources = resources } : dataset,
            [.. resources.Select((r, i) => new ResourceFacts(r, reports[i] is { } json ? JsonReport.Read(json) : null))]);
    }

    private List<ReleaseQuality> Releases(OrganizationFacts facts)
    {
        var today = FiscalYear.ThaiDay(clock.GetUtcNow());
        return [.. facts.Datasets.SelectMany(d => d.Released.Select(r => ReleaseDimensions.Of(d, r, IsKept(r.Resource.Current!), today)))];
    }

    private bool IsKept(Release release)
    {
        using var original = store.Originals.Open(release.Sha256);
        return original is not null;
    }

    private async Task<IReadOnlyList<MetadataQuality>> MetadataAsync(OrganizationFacts facts, CancellationToken cancellation)
    {
        var all = new List<MetadataQuality>();
        foreach (var dataset in facts.Datasets)
        {
            foreach (var resource in dataset.Resources)
            {
                all.Add(new MetadataAssessment(dataset, resource, await ReachAsync(dataset.Dataset, resource.Resource, cancellation)).Assess());
            }
        }

        return all;
    }

    private async Task<Reached> ReachAsync(Dataset dataset, Resource resource, CancellationToken cancellation) => reachability is null
        ? default
        : new Reached(
            await reachability.IsReachableAsync($"/datasets/{dataset.Name}", cancellation),
            resource.Current is null ? null : await reachability.IsReachableAsync($"/api/v1/datasets/{dataset.Name}/resources/{resource.Key}/file", cancellation));
}
