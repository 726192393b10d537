using OpenData.Store;

namespace OpenData.Server.Published;

/// <summary>
/// Sees to it that what is made of the published datasets is made anew when they have changed, by this process or by another on the
/// same store: asking costs microseconds while nothing has.
/// </summary>
/// <param name="registry">The registry that is watched.</param>
/// <param name="change">Makes it anew; one at a time.</param>
internal sealed class PublishedWatch(IRegistryStore registry, Func<CancellationToken, Task> change) : IDisposable
{
    private readonly SemaphoreSlim changing = new(1, 1);
    private long seen = long.MinValue;

    /// <summary>When it ends, what was published at its beginning is known.</summary>
    public async ValueTask SeeAsync(CancellationToken cancellation)
    {
        if (await registry.PublishedStampAsync(cancellation) == Volatile.Read(ref seen))
        {
            return;
        }

        await changing.WaitAsync(cancellation);
        try
        {
            // Read before the change is made: what is published in between is seen next time.
            var stamp = await registry.PublishedStampAsync(cancellation);
            if (stamp != seen)
            {
                await change(cancellation);
                Volatile.Write(ref seen, stamp);
            }
        }
        finally
        {
            changing.Release();
        }
    }

    public void Dispose() => changing.Dispose();
}
