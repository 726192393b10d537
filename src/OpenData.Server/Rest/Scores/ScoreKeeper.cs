using Microsoft.Extensions.Hosting;
using OpenData.Scores;
using OpenData.Store;

namespace OpenData.Server.Rest.Scores;

/// <summary>
/// Keeps the scores of every organization once a night, in Thailand, where they are not what they were: so the state on each month's 10th, by which
/// reports are due, is in the history without anybody's doing. Several servers of one catalog keep nothing twice.
/// </summary>
internal sealed partial class ScoreKeeper(IDataStore store, ServerOptions options, ILogger<ScoreKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Thailand = TimeSpan.FromHours(7);

    /// <summary>How long until the next night's turn, at <see cref="ServerLimits.ScoresKeptAt"/>.</summary>
    public static TimeSpan UntilNext(DateTimeOffset now)
    {
        var here = now.ToOffset(Thailand);
        var today = new DateTimeOffset(here.Date, Thailand) + ServerLimits.ScoresKeptAt;
        return (today > here ? today : today.AddDays(1)) - here;
    }

    /// <summary>Keeps what has changed; gives how many scores that were.</summary>
    public async Task<int> KeepAsync(CancellationToken cancellation)
    {
        var (scorer, kept) = (new Scorer(store, options.Clock), 0);
        foreach (var organization in await store.Registry.ListOrganizationsAsync(cancellation))
        {
            if (await scorer.ScoreAsync(organization.Name, scorer.ThisYear, publishedOnly: false, cancellation) is { } report)
            {
                kept += await scorer.KeepAsync(report, cancellation);
            }
        }

        return kept;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(UntilNext(options.Clock.GetUtcNow()), options.Clock, stoppingToken);
            try
            {
                await KeepAsync(stoppingToken);
            }

            // The edge of a thread of work: whatever failed tonight, the server answers on and the next night tries again.
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                NotKept(log, fault);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The scores of the night could not be kept.")]
    private static partial void NotKept(ILogger log, Exception fault);
}
