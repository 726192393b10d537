using System.Collections.Concurrent;
using OpenData.Registry;
using OpenData.Scores;
using OpenData.Store;

namespace OpenData.Server.Rest.Scores;

/// <summary>Scores for whoever asks: what is published for readers, everything for those who see its drafts.</summary>
/// <param name="store">Where everything is kept.</param>
/// <param name="options">Tell the time.</param>
internal sealed class ScoreDesk(IDataStore store, ServerOptions options)
{
    private readonly Scorer scorer = new(store, options.Clock);

    /// <summary>What readers were shown last: scoring reads every report of an organization, and a reader must not be able to ask for that without end.</summary>
    private readonly ConcurrentDictionary<(string Organization, int Year), (long Stamp, ScoreReport Report)> shown = new();

    /// <summary>The fiscal year of today.</summary>
    public FiscalYear ThisYear => scorer.ThisYear;

    /// <summary>The scores of an organization, or null where the caller sees none of it.</summary>
    public async Task<ScoreReport?> FindAsync(string organization, FiscalYear year, Catalog catalog, CancellationToken cancellation)
    {
        if (!Slug.Is(organization))
        {
            return null;
        }

        if (catalog.SeesDraftsOf(organization))
        {
            return await scorer.ScoreAsync(organization, year, publishedOnly: false, cancellation);
        }

        var stamp = await store.Registry.PublishedStampAsync(cancellation);
        if (shown.TryGetValue((organization, year.Number), out var known) && known.Stamp == stamp && options.Clock.GetUtcNow() - known.Report.Computed < ServerLimits.ScoresKept)
        {
            return known.Report;
        }

        var report = await scorer.ScoreAsync(organization, year, publishedOnly: true, cancellation);
        if (report is not null)
        {
            Keep(report, stamp);
        }

        return report;
    }

    private void Keep(ScoreReport report, long stamp)
    {
        if (shown.Count >= ServerLimits.ScoreReports)
        {
            shown.Clear();
        }

        shown[(report.Organization.Name, report.Year.Number)] = (stamp, report);
    }
}
