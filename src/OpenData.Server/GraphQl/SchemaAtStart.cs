using Microsoft.Extensions.Hosting;

namespace OpenData.Server.GraphQl;

/// <summary>Learns what is published while the server starts: half a second for ten thousand resources, which else the first request would wait for.</summary>
internal sealed partial class SchemaAtStart(DataSchema schemas, ILogger<SchemaAtStart> log) : IHostedService
{
    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await schemas.WholeAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // What else the server serves does not hang on it; the first request tries again, and tells.
            NotLearned(log, fault);
        }
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(1, LogLevel.Error, "What is published could not be read for GraphQL.")]
    private static partial void NotLearned(ILogger logger, Exception fault);
}
