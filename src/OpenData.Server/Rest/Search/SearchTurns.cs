namespace OpenData.Server.Rest.Search;

/// <summary>
/// The turns to make pages of searches: a few at one time, in the order in which they were asked for. All of them at once would take as long together,
/// and each about as long as all; so nobody waits for those who came later.
/// </summary>
internal sealed class SearchTurns : IDisposable
{
    private readonly SemaphoreSlim turns = new(ServerLimits.SearchesAtOnce);

    /// <summary>Makes a page when its turn comes, which ends where that fails, too.</summary>
    /// <exception cref="OperationCanceledException">Whoever asked is gone.</exception>
    public async Task<T> TakeAsync<T>(Func<Task<T>> make, CancellationToken cancellation)
    {
        await turns.WaitAsync(cancellation);
        try
        {
            return await make();
        }
        finally
        {
            turns.Release();
        }
    }

    public void Dispose() => turns.Dispose();
}
