using SQLitePCL;

namespace OpenData.Store.Sqlite;

/// <summary>Rows of a statement as SQLite steps through it: cells are read from its memory, where they are.</summary>
internal sealed class SqliteRowReader(UnitPool pool, UnitConnection connection, sqlite3_stmt statement, int columns) : RowReader
{
    private readonly nint address = statement.DangerousGetHandle();
    private CancellationToken watched;
    private CancellationTokenRegistration watch;
    private bool ended;

    /// <inheritdoc/>
    public override int ColumnCount => columns;

    /// <inheritdoc/>
    public override long Row => NativeCells.Integer(Current, 0);

    /// <summary>The statement, while it stands on a row: once it has ended, its connection is another reader's.</summary>
    private nint Current => ended ? throw new InvalidOperationException("The last row has been read.") : address;

    /// <inheritdoc/>
    public override ValueTask<bool> ReadAsync(CancellationToken cancellation = default)
    {
        if (ended)
        {
            return ValueTask.FromResult(false);
        }

        cancellation.ThrowIfCancellationRequested();
        Watch(cancellation);
        if (connection.Step(statement, cancellation))
        {
            return ValueTask.FromResult(true);
        }

        End();
        return ValueTask.FromResult(false);
    }

    /// <inheritdoc/>
    public override RowValueKind Kind(int column) => NativeCells.Type(Current, Index(column)) switch
    {
        raw.SQLITE_INTEGER => RowValueKind.Integer,
        raw.SQLITE_FLOAT => RowValueKind.Float,
        raw.SQLITE_TEXT => RowValueKind.Text,
        _ => RowValueKind.Null,
    };

    /// <inheritdoc/>
    public override long Integer(int column) => NativeCells.Integer(Current, Index(column));

    /// <inheritdoc/>
    public override double Float(int column) => NativeCells.Float(Current, Index(column));

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Utf8(int column) => NativeCells.Utf8(Current, Index(column));

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        End();
        return base.DisposeAsync();
    }

    /// <summary>The place in the statement: the row's number stands before the columns.</summary>
    private int Index(int column) =>
        (uint)column < (uint)columns ? column + 1 : throw new ArgumentOutOfRangeException(nameof(column), column, $"The row has {columns} columns.");

    /// <summary>A long sort or a rare match keeps one step busy: cancelling interrupts it.</summary>
    private void Watch(CancellationToken cancellation)
    {
        if (cancellation != watched)
        {
            watch.Dispose();
            watched = cancellation;
            watch = cancellation.UnsafeRegister(static connection => ((UnitConnection)connection!).Interrupt(), connection);
        }
    }

    private void End()
    {
        if (!ended)
        {
            ended = true;

            // Waits for an interrupt under way: it must not hit the connection's next reader.
            watch.Dispose();
            UnitConnection.Reset(statement);
            pool.Return(connection);
        }
    }
}
