using System.Globalization;
using Microsoft.Extensions.Hosting;
using OpenData.Registry.Usage;
using OpenData.Scores;
using OpenData.Store;

namespace OpenData.Server.Rest.Usage;

/// <summary>
/// Counts in memory what was asked for, and hands the counts to the store from time to time and when the server stops: a request waits
/// for a lock of some tens of nanoseconds, never for the store.
/// </summary>
internal sealed partial class UsageCounter(IDataStore store, ServerOptions options, ILogger<UsageCounter> log) : IHostedLifecycleService, IDisposable
{
    private readonly Lock counting = new();

    /// <summary>One batch at a time: what is being written is neither lost nor written twice.</summary>
    private readonly SemaphoreSlim flushing = new(1, 1);

    private Dictionary<UsageKey, long> counts = [];
    private ITimer? timer;

    /// <summary>The day that it is in Thailand.</summary>
    public DateOnly Today => FiscalYear.ThaiDay(options.Clock.GetUtcNow());

    /// <summary>Counts one request of today about a dataset, about one of its resources, or about neither.</summary>
    public void Count(string face, string dataset, string resource) => Count(Today, face, dataset, resource);

    /// <summary>Counts one request of a day.</summary>
    public void Count(DateOnly day, string face, string dataset, string resource)
    {
        var key = new UsageKey(day, face, dataset, resource);
        lock (counting)
        {
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }
    }

    /// <summary>Hands over what was counted since the last time; where that fails it is kept for the next.</summary>
    public async Task FlushAsync(CancellationToken cancellation = default)
    {
        await flushing.WaitAsync(cancellation);
        try
        {
            var batch = Take();
            if (batch.Count > 0)
            {
                await HandOverAsync(batch, cancellation);
            }
        }
        finally
        {
            flushing.Release();
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        timer = options.Clock.CreateTimer(_ => _ = FlushAsync(CancellationToken.None), null, ServerLimits.UsageFlush, ServerLimits.UsageFlush);
        return Task.CompletedTask;
    }

    /// <summary>After the last answer: nothing is counted any more.</summary>
    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        timer?.Dispose();
        await FlushAsync(cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        timer?.Dispose();
        flushing.Dispose();
    }

    private Dictionary<UsageKey, long> Take()
    {
        lock (counting)
        {
            (var taken, counts) = (counts, []);
            return taken;
        }
    }

    private async Task HandOverAsync(Dictionary<UsageKey, long> batch, CancellationToken cancellation)
    {
        try
        {
            await store.Usage.AddAsync([.. batch.Select(c => c.Key.Counted(c.Value))], cancellation);
        }
        catch (Exception fault) when (PutBack(batch))
        {
            // The store may be away for a moment; a count is no reason to fail anybody.
            NotHandedOver(log, fault);
        }
    }

    private bool PutBack(Dictionary<UsageKey, long> batch)
    {
        lock (counting)
        {
            foreach (var (key, number) in batch)
            {
                counts[key] = counts.GetValueOrDefault(key) + number;
            }
        }

        return true;
    }

    [LoggerMessage(1, LogLevel.Error, "Usage could not be written; it is kept and tried again.")]
    private static partial void NotHandedOver(ILogger logger, Exception fault);

    private readonly record struct UsageKey(DateOnly Day, string Face, string Dataset, string Resource)
    {
        /// <summary>The count as it is kept; the store knows whose the dataset is.</summary>
        public UsageCount Counted(long requests) => new(Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Face, "", Dataset, Resource, requests);
    }
}
