using OpenData.Intake;
using OpenData.Publishing;
using OpenData.Reports;
using OpenData.Rules;
using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Server.Rest.Validation;

/// <summary>Where files wait for their check, a few at a time.</summary>
internal sealed class CheckDesk(IDataStore store) : IDisposable
{
    private readonly SemaphoreSlim seats = new(ServerLimits.ConcurrentChecks);

    /// <summary>Checks a file as publishing would, without publishing it.</summary>
    public async Task<Report> CheckAsync(Upload upload, DataDictionary? dictionary, CancellationToken cancellation)
    {
        await seats.WaitAsync(cancellation);
        try
        {
            var references = dictionary is null ? null : await StoredReferenceKeys.LoadAsync(store, dictionary, cancellation);
            return ReportBuilder.Build(Inspector.Inspect(new Submission(upload, dictionary, references), new CheckOptions(), null, cancellation));
        }
        finally
        {
            seats.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => seats.Dispose();
}
