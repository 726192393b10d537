using System.Buffers;
using System.Text.Json;
using OpenData.Schemas;
using OpenData.Server.Rest.RowQueries;
using OpenData.Store;

namespace OpenData.Server.GraphQl.Resources;

/// <summary>
/// Rows taken from the store in one go: all texts in one buffer, all cells in two arrays. The arrays are borrowed, and given back when
/// the block is disposed; fresh memory for every page would cost more than reading it.
/// </summary>
internal sealed class RowBlock : IDisposable
{
    private const int FirstText = 16 * 1024;

    private readonly int width;
    private readonly int[] slots;
    private RowValueKind[] kinds;
    private long[] values;
    private long[] numbers;
    private byte[] text = [];
    private int textLength;

    private RowBlock(int[] slots, int width, int capacity)
    {
        (this.slots, this.width) = (slots, width);
        (kinds, values, numbers) = (Rent<RowValueKind>(width * capacity), Rent<long>(width * capacity), Rent<long>(capacity));
    }

    /// <summary>The number of rows.</summary>
    public int Count { get; private set; }

    /// <summary>Memory it takes, about.</summary>
    public long Bytes => text.Length + (sizeof(RowValueKind) * kinds.Length) + (8L * (values.Length + numbers.Length)) + (4L * slots.Length);

    /// <summary>Reads all rows of a reader.</summary>
    /// <param name="reader">The rows.</param>
    /// <param name="slots">By what callers ask for: which of the reader's columns holds it, or -1.</param>
    /// <param name="capacity">How many rows are expected.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async ValueTask<RowBlock> ReadAsync(RowReader reader, int[] slots, int capacity, CancellationToken cancellation)
    {
        var block = new RowBlock(slots, reader.ColumnCount, Math.Max(1, capacity));
        while (await reader.ReadAsync(cancellation))
        {
            block.Add(reader);
        }

        return block;
    }

    /// <summary>Gives the arrays back: nothing may read the block any more.</summary>
    public void Dispose()
    {
        Return(ref kinds);
        Return(ref values);
        Return(ref numbers);
        Return(ref text);
    }

    /// <summary>The number of a row in its release.</summary>
    public long Number(int row) => numbers[row];

    /// <summary>A cell as a value of its own. It has to have been asked for.</summary>
    public RowValue Value(int row, int what)
    {
        var cell = Cell(row, what);
        return kinds[cell] switch
        {
            RowValueKind.Integer => RowValue.Of(values[cell]),
            RowValueKind.Float => RowValue.Of(BitConverter.Int64BitsToDouble(values[cell])),
            RowValueKind.Text => RowValue.Of(System.Text.Encoding.UTF8.GetString(Text(cell))),
            _ => RowValue.Null,
        };
    }

    /// <summary>Writes a cell as JSON; false, having written nothing, where it is empty.</summary>
    public bool Write(int row, int what, ColumnType type, Utf8JsonWriter json)
    {
        var cell = Cell(row, what);
        switch (kinds[cell])
        {
            case RowValueKind.Integer when type == ColumnType.Boolean:
                json.WriteBooleanValue(values[cell] != 0);
                return true;
            case RowValueKind.Integer:
                json.WriteNumberValue(values[cell]);
                return true;
            case RowValueKind.Float when double.IsFinite(BitConverter.Int64BitsToDouble(values[cell])):
                json.WriteNumberValue(BitConverter.Int64BitsToDouble(values[cell]));
                return true;
            case RowValueKind.Text when type == ColumnType.Decimal && JsonNumber.Is(Text(cell)):
                json.WriteRawValue(Text(cell), skipInputValidation: true);
                return true;
            case RowValueKind.Text:
                json.WriteStringValue(Text(cell));
                return true;
            default:
                return false;
        }
    }

    private int Cell(int row, int what) =>
        slots[what] is var slot and >= 0 ? (row * width) + slot : throw new InvalidOperationException($"Value {what} was not asked of the store.");

    private ReadOnlySpan<byte> Text(int cell) => text.AsSpan((int)(values[cell] >> 32), (int)values[cell]);

    private void Add(RowReader reader)
    {
        if (Count == numbers.Length || (Count + 1) * width > values.Length)
        {
            Grow(ref numbers, Count, Count * 2);
            Grow(ref kinds, width * Count, width * Count * 2);
            Grow(ref values, width * Count, width * Count * 2);
        }

        numbers[Count] = reader.Row;
        var cell = Count++ * width;
        for (var column = 0; column < width; column++, cell++)
        {
            kinds[cell] = reader.Kind(column);
            values[cell] = kinds[cell] switch
            {
                RowValueKind.Integer => reader.Integer(column),
                RowValueKind.Float => BitConverter.DoubleToInt64Bits(reader.Float(column)),
                RowValueKind.Text => Keep(reader.Utf8(column)),
                _ => 0,
            };
        }
    }

    private long Keep(ReadOnlySpan<byte> bytes)
    {
        if (text.Length - textLength < bytes.Length)
        {
            Grow(ref text, textLength, checked(Math.Max(textLength + bytes.Length, Math.Max(FirstText, text.Length * 2))));
        }

        bytes.CopyTo(text.AsSpan(textLength));
        var place = ((long)textLength << 32) | (uint)bytes.Length;
        textLength += bytes.Length;
        return place;
    }

    private static T[] Rent<T>(int length) => length == 0 ? [] : ArrayPool<T>.Shared.Rent(length);

    private static void Grow<T>(ref T[] array, int used, int length)
    {
        var larger = Rent<T>(length);
        array.AsSpan(0, used).CopyTo(larger);
        Return(ref array);
        array = larger;
    }

    private static void Return<T>(ref T[] array)
    {
        var held = Interlocked.Exchange(ref array, []);
        if (held.Length > 0)
        {
            ArrayPool<T>.Shared.Return(held);
        }
    }
}

/// <summary>One row of a block: what the engine hands to the writers of its cells.</summary>
/// <param name="block">The block.</param>
/// <param name="index">0-based position in the block.</param>
/// <param name="page">The page it stands on, or null where it was found by its key.</param>
internal sealed class Row(RowBlock block, int index, RowPage? page)
{
    public RowBlock Block => block;

    public int Index => index;

    public RowPage? Page => page;
}
