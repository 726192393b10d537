using Dapper;
using Npgsql;

namespace OpenData.Store.Postgres;

/// <summary>The right to publish: one holder in all nodes, as an advisory lock of a session. The database frees it when its holder is gone.</summary>
internal sealed class PostgresPublishLock(PostgresServer server, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim inProcess = new(1, 1);

    /// <summary>Waits until nobody else publishes; disposing what is returned gives the right back.</summary>
    public async ValueTask<IAsyncDisposable> TakeAsync(CancellationToken cancellation)
    {
        await inProcess.WaitAsync(cancellation);
        try
        {
            NpgsqlConnection? held;
            while ((held = await TryLockAsync(cancellation)) is null)
            {
                await Task.Delay(StoreLimits.TurnRetry, clock, cancellation);
            }

            return new Turn(this, held);
        }
        catch
        {
            inProcess.Release();
            throw;
        }
    }

    /// <summary>Takes the right if nobody has it; else null, at once.</summary>
    public async ValueTask<IAsyncDisposable?> TryTakeAsync(CancellationToken cancellation)
    {
        if (!inProcess.Wait(0, cancellation))
        {
            return null;
        }

        NpgsqlConnection? held = null;
        try
        {
            held = await TryLockAsync(cancellation);
        }
        finally
        {
            if (held is null)
            {
                inProcess.Release();
            }
        }

        return held is null ? null : new Turn(this, held);
    }

    public void Dispose() => inProcess.Dispose();

    private Task<NpgsqlConnection?> TryLockAsync(CancellationToken cancellation) => server.AgainAsync(
        async () =>
        {
            var connection = await server.Primary.OpenConnectionAsync(cancellation);
            var taken = false;
            try
            {
                taken = await connection.ExecuteScalarAsync<bool>(new CommandDefinition($"SELECT pg_try_advisory_lock({PostgresServer.PublishLock})", cancellationToken: cancellation));
                return taken ? connection : null;
            }
            finally
            {
                if (!taken)
                {
                    await connection.DisposeAsync();
                }
            }
        },
        cancellation);

    private sealed class Turn(PostgresPublishLock owner, NpgsqlConnection connection) : IAsyncDisposable
    {
        private NpgsqlConnection? held = connection;

        public async ValueTask DisposeAsync()
        {
            if (Interlocked.Exchange(ref held, null) is { } mine)
            {
                try
                {
                    await mine.ExecuteAsync($"SELECT pg_advisory_unlock({PostgresServer.PublishLock})");
                }
                catch (Exception lost) when (PostgresServer.IsLost(lost))
                {
                    // With its session the lock is gone too.
                }
                finally
                {
                    await mine.DisposeAsync();
                    owner.inProcess.Release();
                }
            }
        }
    }
}
