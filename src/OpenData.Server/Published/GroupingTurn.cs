namespace OpenData.Server.Published;

/// <summary>The turn to group rows, of which a few may have it at one time, whichever face they came by; the others wait, as long as their request may.</summary>
internal sealed class GroupingTurn : IDisposable
{
    private readonly SemaphoreSlim turns = new(ServerLimits.GroupingsAtOnce);

    public Task WaitAsync(CancellationToken cancellation) => turns.WaitAsync(cancellation);

    public void Release() => turns.Release();

    public void Dispose() => turns.Dispose();
}
