using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OpenData.Store.Sqlite;

/// <summary>
/// A counter of changes, read in microseconds: SQLite knows whether another connection has written, and this one
/// never writes; only then the counter is read.
/// </summary>
/// <param name="connectionString">The registry.</param>
/// <param name="table">The table whose one row holds the counter.</param>
internal sealed class ChangeStamp(string connectionString, string table) : IDisposable
{
    private readonly Lock gate = new();
    private SqliteConnection? connection;
    private sqlite3_stmt? version;
    private sqlite3_stmt? counter;
    private long seen = -1;
    private long stamp;

    public long Read()
    {
        lock (gate)
        {
            Open();
            var now = Value(version!);
            if (now != seen)
            {
                stamp = Value(counter!);
                seen = now;
            }

            return stamp;
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            version?.Dispose();
            counter?.Dispose();
            connection?.Dispose();
            (connection, version, counter) = (null, null, null);
        }
    }

    private void Open()
    {
        if (connection is null)
        {
            connection = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
            connection.Open();

            // The statements below are stepped past the driver, which otherwise waits where another process has the file for itself for a moment.
            _ = raw.sqlite3_busy_timeout(connection.Handle, StoreLimits.BusySeconds * 1000);
            version = Prepare("PRAGMA data_version");
            counter = Prepare($"SELECT number FROM {table}");
        }
    }

    private sqlite3_stmt Prepare(string sql)
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(connection!.Handle, sql, out var statement), connection.Handle);
        return statement;
    }

    private long Value(sqlite3_stmt statement)
    {
        var code = raw.sqlite3_step(statement);
        try
        {
            if (code != raw.SQLITE_ROW)
            {
                SqliteException.ThrowExceptionForRC(code, connection!.Handle);
            }

            return raw.sqlite3_column_int64(statement, 0);
        }
        finally
        {
            _ = raw.sqlite3_reset(statement);
        }
    }
}
