namespace OpenData.Store.Files;

/// <summary>
/// The right to publish: one holder in all processes that share a data folder. The system frees it when its holder is killed.
/// </summary>
internal sealed class PublishLock(string path, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim inProcess = new(1, 1);

    /// <summary>Waits until nobody else publishes; disposing what is returned gives the right back.</summary>
    public async ValueTask<IAsyncDisposable> TakeAsync(CancellationToken cancellation)
    {
        await inProcess.WaitAsync(cancellation);
        try
        {
            FileStream? file;
            while ((file = TryOpen()) is null)
            {
                await Task.Delay(StoreLimits.TurnRetry, clock, cancellation);
            }

            return new Turn(this, file);
        }
        catch
        {
            inProcess.Release();
            throw;
        }
    }

    /// <summary>Takes the right if nobody has it; else null, at once.</summary>
    public IAsyncDisposable? TryTake()
    {
        if (!inProcess.Wait(0))
        {
            return null;
        }

        FileStream? file = null;
        try
        {
            file = TryOpen();
        }
        finally
        {
            if (file is null)
            {
                inProcess.Release();
            }
        }

        return file is null ? null : new Turn(this, file);
    }

    public void Dispose() => inProcess.Dispose();

    private FileStream? TryOpen()
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException e) when (IsHeld(e))
        {
            return null;
        }
    }

    /// <summary>True for "another holds it" (EAGAIN of Linux, of macOS, and Windows' sharing violation), not for a full disk or a missing folder.</summary>
    private static bool IsHeld(IOException e) => (e.HResult & 0xffff) is 11 or 35 or 32;

    private sealed class Turn(PublishLock owner, FileStream file) : IAsyncDisposable
    {
        private FileStream? held = file;

        public async ValueTask DisposeAsync()
        {
            if (Interlocked.Exchange(ref held, null) is { } mine)
            {
                await mine.DisposeAsync();
                owner.inProcess.Release();
            }
        }
    }
}
