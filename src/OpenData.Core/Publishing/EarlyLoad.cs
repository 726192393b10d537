using OpenData.Intake;
using OpenData.Rules;
using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Publishing;

/// <summary>
/// Loads the rows of a large file while it is still being checked. The store is given the end of the rows only when the check has accepted
/// them, so it commits nothing before; what is refused is thrown away by the store as any load that fails.
/// </summary>
/// <param name="store">Where the rows go.</param>
/// <param name="upload">The file.</param>
/// <param name="dictionary">The dictionary it is checked against.</param>
/// <param name="cancellation">Ends the load.</param>
internal sealed class EarlyLoad(IRowStore store, Upload upload, DataDictionary dictionary, CancellationToken cancellation) : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
    private readonly TaskCompletionSource accepted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task<(string Unit, long Rows)>? loading;

    /// <summary>Begins, where the file is large enough, nothing is wrong with its head, and the store forgets what is refused; called by the check when it knows where the rows are.</summary>
    public void Begin(Inspection inspection)
    {
        if (upload.Bytes >= CheckLimits.ParallelBytes && store.LeavesNoTrace && inspection.Findings.Totals.Keys.All(t => t.Severity != Severity.Error))
        {
            loading = Task.Run(() => LoadAsync(inspection), stop.Token);
        }
    }

    /// <summary>Ends when all rows are loaded. Nothing is before this is called.</summary>
    /// <exception cref="InvalidDataException">Two rows have one key.</exception>
    public Task<(string Unit, long Rows)> AcceptAsync(Inspection inspection)
    {
        accepted.SetResult();
        return loading ?? LoadAsync(inspection);
    }

    /// <summary>Ends the load where it was not accepted.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        if (loading is not null)
        {
            await ((Task)loading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        stop.Dispose();
    }

    private async Task<(string Unit, long Rows)> LoadAsync(Inspection inspection)
    {
        await using var rows = new AcceptedRows(upload, dictionary, inspection.Layout!, accepted.Task);
        return await store.LoadAsync(dictionary, rows, stop.Token);
    }
}
