using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Store.Files;

namespace OpenData.Store.Sqlite;

/// <summary>The rows of releases, each release in a read-only SQLite file of its own.</summary>
internal sealed class SqliteRowStore(UnitFolder units, Func<Guid> ids) : IRowStore, IDisposable
{
    private readonly UnitPool pool = new(units);

    /// <inheritdoc/>
    public bool LeavesNoTrace => true;

    /// <inheritdoc/>
    public async Task<(string Unit, long Rows)> LoadAsync(DataDictionary dictionary, RowReader rows, CancellationToken cancellation = default)
    {
        var unit = UnitFolder.NameOf(ids());
        return (unit, await LoadAsync(unit, dictionary, rows, cancellation));
    }

    /// <summary>Writes all rows into a unit of this name; returns their number.</summary>
    public async Task<long> LoadAsync(string unit, DataDictionary dictionary, RowReader rows, CancellationToken cancellation)
    {
        var temporary = units.TemporaryPathOf(unit);
        try
        {
            var count = await UnitLoader.WriteAsync(temporary, dictionary, rows, cancellation);
            DurableFiles.Commit(temporary, units.PathOf(unit));
            return count;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <inheritdoc/>
    public Task<RowReader> QueryAsync(Release release, RowQuery query, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult<RowReader>(Read(release, unit => RowSql.Select(release.Dictionary, query, unit.Facts), query.Select.Count, isLong: query.Limit is null or > StoreLimits.LongReading && release.Rows > StoreLimits.LongReading));
    }

    /// <inheritdoc/>
    public Task<RowReader> AggregateAsync(Release release, AggregateQuery query, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult<RowReader>(Read(release, unit => AggregateSql.Select(release.Dictionary, query, unit.Facts.Plain), query.Terms.Count));
    }

    /// <inheritdoc/>
    public async Task<long> CountAsync(Release release, Filter? where, CancellationToken cancellation = default)
    {
        if (where is null)
        {
            return release.Rows;
        }

        await using var reader = Read(release, unit => RowSql.Count(release.Dictionary, where, unit.Facts), columns: 0);
        await reader.ReadAsync(cancellation);
        return reader.Row;
    }

    /// <inheritdoc/>
    public long UnitBytes(string unit) => new FileInfo(units.PathOf(unit)).Length;

    public void Dispose() => pool.Dispose();

    private SqliteRowReader Read(Release release, Func<UnitConnection, SqlStatement> statement, int columns, bool isLong = false)
    {
        var connection = isLong ? pool.RentLong(release.Unit) : pool.Rent(release.Unit);
        try
        {
            return new SqliteRowReader(pool, connection, connection.Prepare(statement(connection)), columns);
        }
        catch
        {
            pool.Return(connection);
            throw;
        }
    }
}
