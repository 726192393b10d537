using Npgsql;

namespace OpenData.Store.Postgres;

/// <summary>The connections to a database: to its primary, to whichever host reads rows, and what is done where one is lost.</summary>
internal sealed class PostgresServer : IDisposable
{
    /// <summary>The schema of the registry; that of the rows is <see cref="RowsSchema"/>.</summary>
    public const string Schema = "opendata";

    /// <summary>The schema in which each release has a table.</summary>
    public const string RowsSchema = "opendata_rows";

    /// <summary>The first half of the keys of our advisory locks; any number that others are unlikely to take.</summary>
    private const int LockClass = 1_869_636_964;

    private readonly NpgsqlDataSource source;
    private readonly NpgsqlDataSource readers;

    public PostgresServer(PostgresAddress address)
    {
        Address = address;
        source = SourceOf(address, readsOnly: false);
        readers = SourceOf(address, readsOnly: true);
        Primary = For(source, TargetSessionAttributes.Primary);
        Readers = For(readers, TargetSessionAttributes.PreferStandby);
    }

    public PostgresAddress Address { get; }

    /// <summary>Connections to the host that writes.</summary>
    public NpgsqlDataSource Primary { get; }

    /// <summary>Connections for reading rows, with a time-out for each statement: to a replica where there is one.</summary>
    public NpgsqlDataSource Readers { get; }

    /// <summary>The same as <see cref="Readers"/> on the primary, for what a replica does not have yet.</summary>
    public NpgsqlDataSource PrimaryReaders => For(readers, TargetSessionAttributes.Primary);

    /// <summary>The key of the lock that writers of the registry take, one after another.</summary>
    public static string WriteLock => $"{LockClass}, 1";

    /// <summary>The key of the lock of who publishes.</summary>
    public static string PublishLock => $"{LockClass}, 2";

    /// <summary>The key of the lock of who makes statistics and indexes of texts.</summary>
    public static string CareLock => $"{LockClass}, 3";

    /// <summary>True where a connection was lost or could not be made, and nothing is wrong with what was asked.</summary>
    public static bool IsLost(Exception error) => error switch
    {
        // 57P01–57P03: the server ends a session or starts up; class 08: connections; 25006: the host has become a replica.
        PostgresException told => told.SqlState is "57P01" or "57P02" or "57P03" or "25006" or "40001" or "40P01" || told.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException lost => lost.InnerException is IOException or System.Net.Sockets.SocketException or EndOfStreamException or TimeoutException || lost.Message.Contains("connection", StringComparison.OrdinalIgnoreCase) || lost.Message.Contains("suitable host", StringComparison.Ordinal),
        IOException => error is not (FileNotFoundException or DirectoryNotFoundException),
        InvalidOperationException { Message: "Connection is not open" } => true,
        ObjectDisposedException => false,
        _ => false,
    };

    /// <summary>True where the database cannot be opened: nobody answers, it is not there, or it does not let this user in or make what is needed.</summary>
    public static bool IsUnreachable(Exception error) => error switch
    {
        PostgresException told => told.SqlState[..2] is "08" or "28" or "3D" or "42" or "53" or "57" && told.SqlState is not ("42601" or "42P01" or "42703" or "42723"),
        NpgsqlException or TimeoutException or System.Net.Sockets.SocketException => true,
        _ => false,
    };

    /// <summary>Does what can be done again, on another connection where one is lost.</summary>
    public async Task<T> AgainAsync<T>(Func<Task<T>> ask, CancellationToken cancellation)
    {
        var lastly = Environment.TickCount64 + (long)StoreLimits.ConnectionPatience.TotalMilliseconds;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await ask();
            }
            catch (Exception lost) when (Environment.TickCount64 < lastly && IsLost(lost))
            {
                // Where one was lost, others of the pool were too.
                Forget();
                await Task.Delay(TimeSpan.FromTicks(Math.Min((StoreLimits.ConnectionRetry * attempt).Ticks, StoreLimits.LongestConnectionRetry.Ticks)), cancellation);
            }
        }
    }

    /// <summary>Closes the connections that nobody uses: they may be dead.</summary>
    public void Forget()
    {
        source.Clear();
        readers.Clear();
    }

    /// <summary>What is told where no connection can be made: the address, why, and what to look at.</summary>
    public InvalidOperationException Unreachable(Exception error) => new(
        $"เชื่อมต่อ {Address.Shown} ไม่ได้: {Reason(error)} โปรดตรวจสอบว่า PostgreSQL ทำงานอยู่ และที่อยู่ ชื่อผู้ใช้ และรหัสผ่านถูกต้อง · " +
        $"Cannot connect to {Address.Shown}: {Reason(error)} See that PostgreSQL runs there and that address, user and password are right.",
        error);

    /// <summary>Of several hosts each has a reason; the first will do.</summary>
    private static string Reason(Exception error) =>
        (error.InnerException is AggregateException several ? several.InnerExceptions[0] : error).Message.TrimEnd('.') + ".";

    public void Dispose()
    {
        source.Dispose();
        readers.Dispose();
    }

    /// <summary>Of one host there is nothing to choose, and nothing to remember of it while it is away.</summary>
    private static NpgsqlDataSource For(NpgsqlDataSource source, TargetSessionAttributes wanted) => source is NpgsqlMultiHostDataSource several ? several.WithTargetSession(wanted) : source;

    private static NpgsqlDataSource SourceOf(PostgresAddress address, bool readsOnly)
    {
        var builder = new NpgsqlDataSourceBuilder(address.ConnectionString);
        var settings = builder.ConnectionStringBuilder;
        settings.SearchPath = Schema;
        settings.Timezone = "UTC";
        settings.MaxAutoPrepare = StoreLimits.StatementsOfConnection * 4;
        settings.AutoPrepareMinUsages = 2;
        settings.CommandTimeout = 0;
        settings.HostRecheckSeconds = 1;
        (settings.ReadBufferSize, settings.WriteBufferSize) = (StoreLimits.ConnectionBuffer, StoreLimits.ConnectionBuffer);

        // Whoever reads leaves nothing behind in a session: putting each back to its start takes longer than finding a row.
        settings.NoResetOnClose = readsOnly;
        if (!address.ConnectionString.Contains("Pool Size", StringComparison.OrdinalIgnoreCase))
        {
            settings.MaxPoolSize = StoreLimits.PostgresConnections;
        }

        // What a session is told when it begins costs no round trip of its own.
        settings.Options = $"{settings.Options} -c datestyle=ISO -c extra_float_digits=1{(readsOnly ? $" -c statement_timeout={StoreLimits.StatementSeconds}s -c default_transaction_read_only=on" : "")}".Trim();
        return address.HasReplicas ? builder.BuildMultiHost() : builder.Build();
    }
}
