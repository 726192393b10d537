using System.Buffers.Binary;
using System.Security.Cryptography;

namespace OpenData.Store.Moving;

/// <summary>Passes rows on and makes a hash of them: of every cell its kind, its length and its bytes.</summary>
internal sealed class HashedRows(RowReader rows) : RowReader
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <inheritdoc/>
    public override int ColumnCount => rows.ColumnCount;

    /// <inheritdoc/>
    public override long Row => rows.Row;

    /// <summary>Reads what is left and gives the hash of all rows.</summary>
    public async Task<string> FinishAsync(CancellationToken cancellation)
    {
        while (await ReadAsync(cancellation))
        {
        }

        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    /// <inheritdoc/>
    public override async ValueTask<bool> ReadAsync(CancellationToken cancellation = default)
    {
        if (!await rows.ReadAsync(cancellation))
        {
            return false;
        }

        Add();
        return true;
    }

    /// <inheritdoc/>
    public override RowValueKind Kind(int column) => rows.Kind(column);

    /// <inheritdoc/>
    public override long Integer(int column) => rows.Integer(column);

    /// <inheritdoc/>
    public override double Float(int column) => rows.Float(column);

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Utf8(int column) => rows.Utf8(column);

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        hash.Dispose();
        await rows.DisposeAsync();
        await base.DisposeAsync();
    }

    private void Add()
    {
        Span<byte> head = stackalloc byte[9];
        for (var column = 0; column < rows.ColumnCount; column++)
        {
            var kind = rows.Kind(column);
            var text = kind == RowValueKind.Text ? rows.Utf8(column) : default;
            head[0] = (byte)kind;
            BinaryPrimitives.WriteInt64LittleEndian(head[1..], kind switch
            {
                RowValueKind.Integer => rows.Integer(column),

                // A zero's sign is not kept by every engine.
                RowValueKind.Float => BitConverter.DoubleToInt64Bits(rows.Float(column) == 0 ? 0 : rows.Float(column)),
                _ => text.Length,
            });
            hash.AppendData(head);
            hash.AppendData(text);
        }
    }
}
