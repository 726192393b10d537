using Microsoft.Extensions.Hosting;
using OpenData.Store;

namespace OpenData.Server.Rest.Feedback;

/// <summary>Forgets the contacts of askers once a day, and when the server starts: what is personal is kept only while it is needed.</summary>
internal sealed partial class ContactSweep(IDataStore store, ServerOptions options, ILogger<ContactSweep> log) : BackgroundService
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var days = new PeriodicTimer(Day, options.Clock);
        do
        {
            await SweepAsync(stoppingToken);
        }
        while (await days.WaitForNextTickAsync(stoppingToken));
    }

    private async Task SweepAsync(CancellationToken cancellation)
    {
        var now = options.Clock.GetUtcNow();
        try
        {
            await store.Feedback.ForgetContactsAsync(now - ServerLimits.ContactKeptAfterAnswer, now - ServerLimits.ContactKept, cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Nobody is shown what is past its time; tomorrow it is tried again.
            NotSwept(log, fault);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Contacts of askers could not be forgotten.")]
    private static partial void NotSwept(ILogger logger, Exception fault);
}
