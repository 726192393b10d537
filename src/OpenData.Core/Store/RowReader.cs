namespace OpenData.Store;

/// <summary>
/// Rows going one way: from an accepted file into a store, or from a store to whoever asked.
/// Spans are valid until the next <see cref="ReadAsync"/>.
/// </summary>
public abstract class RowReader : IAsyncDisposable
{
    /// <summary>The number of columns of every row.</summary>
    public abstract int ColumnCount { get; }

    /// <summary>The row's number in its release, from 1.</summary>
    public abstract long Row { get; }

    /// <summary>Moves to the next row; false when there is none.</summary>
    public abstract ValueTask<bool> ReadAsync(CancellationToken cancellation = default);

    public abstract RowValueKind Kind(int column);

    /// <summary>The cell as an integer. Only for <see cref="RowValueKind.Integer"/>.</summary>
    public abstract long Integer(int column);

    /// <summary>The cell as a float. Only for <see cref="RowValueKind.Float"/>.</summary>
    public abstract double Float(int column);

    /// <summary>The cell as UTF-8. Only for <see cref="RowValueKind.Text"/>.</summary>
    public abstract ReadOnlySpan<byte> Utf8(int column);

    /// <summary>The cell as a value that outlives the row.</summary>
    public RowValue Value(int column) => Kind(column) switch
    {
        RowValueKind.Integer => RowValue.Of(Integer(column)),
        RowValueKind.Float => RowValue.Of(Float(column)),
        RowValueKind.Text => RowValue.Of(System.Text.Encoding.UTF8.GetString(Utf8(column))),
        _ => RowValue.Null,
    };

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
