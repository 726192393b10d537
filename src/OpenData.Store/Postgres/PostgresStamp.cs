using Dapper;
using Npgsql;

namespace OpenData.Store.Postgres;

/// <summary>
/// Tells whether what is published has changed: the database notifies each node of a commit that changes it. A node that has not heard from
/// the database for a while, or has itself written just now, asks.
/// </summary>
internal sealed class PostgresStamp : IDisposable
{
    private const string Number = "SELECT number FROM published_change";

    private readonly PostgresServer server;
    private readonly Func<Task<bool>> afterChange;
    private readonly CancellationTokenSource closing = new();
    private readonly Task listening;
    private long stamp;

    /// <summary>When the listener last heard from the database, in milliseconds; 0 while it does not listen.</summary>
    private long heard;

    /// <summary>Counts the writes of this node; what was read before one of them is doubted.</summary>
    private long doubts = 1;
    private long settled;

    /// <param name="server">The database.</param>
    /// <param name="afterChange">What is done when nothing has come for a while after a change; true where there is still more of it.</param>
    public PostgresStamp(PostgresServer server, Func<Task<bool>> afterChange)
    {
        this.server = server;
        this.afterChange = afterChange;
        listening = Task.Run(ListenAsync);
    }

    /// <summary>The number of the newest change of what is published.</summary>
    public async ValueTask<long> ReadAsync(CancellationToken cancellation)
    {
        var before = Interlocked.Read(ref doubts);
        if (Interlocked.Read(ref settled) == before && Environment.TickCount64 - Interlocked.Read(ref heard) < 3 * StoreLimits.ListenSilence.TotalMilliseconds)
        {
            return Interlocked.Read(ref stamp);
        }

        var now = await server.AgainAsync(
            async () =>
            {
                await using var connection = await server.Primary.OpenConnectionAsync(cancellation);
                return await connection.ExecuteScalarAsync<long>(new CommandDefinition(Number, cancellationToken: cancellation));
            },
            cancellation);
        See(now);
        Interlocked.Exchange(ref settled, before);
        return Math.Max(now, Interlocked.Read(ref stamp));
    }

    /// <summary>This node has written: its own notification may still be on its way.</summary>
    public void Doubt() => Interlocked.Increment(ref doubts);

    public void Dispose()
    {
        closing.Cancel();
        try
        {
            listening.Wait(TimeSpan.FromSeconds(5));
        }
        catch (AggregateException)
        {
            // It ended by being cancelled.
        }

        closing.Dispose();
    }

    /// <summary>Numbers come by two ways, and the greater one is the newer.</summary>
    private void See(long now)
    {
        long before;
        while ((before = Interlocked.Read(ref stamp)) < now && Interlocked.CompareExchange(ref stamp, now, before) != before)
        {
        }
    }

    private async Task ListenAsync()
    {
        while (!closing.IsCancellationRequested)
        {
            try
            {
                await ListenOnceAsync(closing.Token);
            }
            catch (Exception lost) when (lost is NpgsqlException or IOException or InvalidOperationException or TimeoutException or System.Net.Sockets.SocketException)
            {
                // Whoever asks meanwhile asks the database; here it is tried again.
                Interlocked.Exchange(ref heard, 0);
                await Task.Delay(StoreLimits.ListenSilence, closing.Token);
            }
        }
    }

    private async Task ListenOnceAsync(CancellationToken cancellation)
    {
        await using var connection = await server.Primary.OpenConnectionAsync(cancellation);
        connection.Notification += (_, told) => See(long.TryParse(told.Payload, out var number) ? number : 0);
        await connection.ExecuteAsync("LISTEN opendata_published");
        var (known, due) = (-1L, 0);
        while (true)
        {
            // Asked once in a while also where nothing comes: a connection can be dead and not know it.
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(2 * StoreLimits.ListenSilence);
            var number = await connection.ExecuteScalarAsync<long>(new CommandDefinition(Number, cancellationToken: patience.Token));
            See(number);
            Interlocked.Exchange(ref heard, Environment.TickCount64);
            due = number == known || known < 0 ? due : StoreLimits.CareTries;
            known = number;
            if (!await connection.WaitAsync(StoreLimits.ListenSilence, cancellation) && due > 0)
            {
                due = await afterChange() ? due - 1 : 0;
            }
        }
    }
}
