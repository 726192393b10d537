using System.Data.Common;
using OpenData.Store.Search;

namespace OpenData.Store.Registry;

/// <summary>
/// The database that a registry is kept in: what differs between engines beneath statements that are the same. Where an engine lacks a function
/// that the statements use (<c>json_each</c>, <c>instr</c>), its migrations make it.
/// </summary>
internal abstract class RegistryDatabase : IDisposable
{
    /// <summary>Joins two tables in the order in which they stand.</summary>
    public abstract string JoinInOrder { get; }

    /// <summary>The engine's index of the search; what it is made of, <see cref="SearchWriter"/> writes.</summary>
    public abstract ISearchIndex Search { get; }

    /// <summary>Opens a connection, to be disposed. For reading row by row; everything else goes through <see cref="QueryAsync"/>.</summary>
    public abstract ValueTask<DbConnection> ConnectAsync(CancellationToken cancellation = default);

    /// <summary>Begins a transaction in which everything is read as of one moment.</summary>
    public abstract ValueTask<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken cancellation);

    /// <summary>A number that is another one after each change of what is published, in microseconds.</summary>
    public abstract ValueTask<long> StampAsync(CancellationToken cancellation);

    /// <summary>Sees to it that the rows of a release that is about to be named are there; where a file holds them its publisher knows.</summary>
    public virtual Task RequireUnitAsync(DbConnection connection, DbTransaction transaction, string unit) => Task.CompletedTask;

    /// <summary>The triggers of a table that are at work.</summary>
    public abstract Task<IEnumerable<string>> ListTriggersAsync(DbConnection connection, string table);

    /// <summary>The registry's tables.</summary>
    public abstract Task<IEnumerable<string>> ListTablesAsync(DbConnection connection, DbTransaction transaction);

    /// <summary>The columns of a table.</summary>
    public abstract Task<IReadOnlyList<string>> ListColumnsAsync(DbConnection connection, DbTransaction transaction, string table);

    /// <summary>Lets a transaction fill tables in any order and without triggers; gives what <see cref="WakeAsync"/> puts back.</summary>
    public abstract Task<IReadOnlyList<string>> SilenceAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<string> tables);

    /// <summary>Puts back what guards the tables, and checks what refers to what.</summary>
    public abstract Task WakeAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<string> tables, IReadOnlyList<string> silenced);

    /// <summary>Reads by single statements; an engine may ask again on another connection where the first was lost.</summary>
    public virtual async Task<T> QueryAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellation)
    {
        await using var connection = await ConnectAsync(cancellation);
        return await read(connection);
    }

    /// <summary>Reads in one transaction, so that a dataset and its current releases are of one moment.</summary>
    public Task<T> ReadAsync<T>(Func<DbConnection, DbTransaction, Task<T>> read, CancellationToken cancellation) => QueryAsync(
        async connection =>
        {
            await using var transaction = await BeginReadAsync(connection, cancellation);
            var result = await read(connection, transaction);
            await transaction.CommitAsync(cancellation);
            return result;
        },
        cancellation);

    /// <summary>Writes in one transaction, before which every other one has ended: what it has read is still so when it writes.</summary>
    public abstract Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> write, CancellationToken cancellation);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
