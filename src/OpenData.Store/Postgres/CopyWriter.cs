using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using OpenData.Schemas;
using OpenData.Store.Sqlite;

namespace OpenData.Store.Postgres;

/// <summary>Writes rows in the binary form of <c>COPY</c>, cell by cell, without making strings.</summary>
internal sealed class CopyWriter(Stream target, DataDictionary dictionary)
{
    /// <summary>What binary data for COPY begin with: the signature, no flags, no extension.</summary>
    private static readonly byte[] Head = [.. "PGCOPY\n"u8, 0xff, (byte)'\r', (byte)'\n', 0, 0, 0, 0, 0, 0, 0, 0, 0];

    private static readonly JsonSerializerOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ColumnType[] types = [.. dictionary.Columns.Select(c => c.Type)];
    private readonly RowValueKind[] kinds = [.. dictionary.Columns.Select(c => PostgresColumn.KindOf(c.Type))];
    private readonly bool[] empty = new bool[dictionary.Columns.Count];
    private readonly PlainColumns plain = new(dictionary);
    private Dictionary<string, string>? odd;
    private byte[] buffer = new byte[StoreLimits.CopyBlock * 2];
    private int used;

    /// <summary>The positions of the columns in which a cell was empty.</summary>
    public int[] Empty => [.. Enumerable.Range(0, empty.Length).Where(c => empty[c])];

    /// <summary>The positions of the columns whose texts were all plain.</summary>
    public int[] Plain => [.. plain.Positions];

    /// <summary>True where a cell had digits that its type does not keep.</summary>
    public bool HasOdd { get; private set; }

    /// <summary>How many rows were written.</summary>
    public long Count { get; private set; }

    public void Begin() => Append(Head);

    /// <summary>Adds a row; what is gathered is sent by <see cref="SendAsync"/>.</summary>
    public void Add(RowReader row)
    {
        odd = null;
        AppendInt16((short)(types.Length + 2));
        AppendInt32(8);
        AppendInt64(Count + 1);
        for (var column = 0; column < types.Length; column++)
        {
            Add(row, column);
        }

        if (odd is null)
        {
            AppendInt32(-1);
        }
        else
        {
            HasOdd = true;
            AppendText(JsonSerializer.SerializeToUtf8Bytes(odd, Unescaped));
        }

        Count++;
    }

    /// <summary>True where enough is gathered to be sent.</summary>
    public bool IsFull => used >= StoreLimits.CopyBlock;

    public async Task SendAsync(CancellationToken cancellation)
    {
        await target.WriteAsync(buffer.AsMemory(0, used), cancellation);
        used = 0;
    }

    public void End() => AppendInt16(-1);

    private void Add(RowReader row, int column)
    {
        var kind = row.Kind(column);
        if (kind == RowValueKind.Null || (kind == RowValueKind.Float && double.IsNaN(row.Float(column))))
        {
            empty[column] = true;
            AppendInt32(-1);
            return;
        }

        if (kind != kinds[column])
        {
            throw Misfit(column, $"is of kind {kind}");
        }

        switch (types[column])
        {
            case ColumnType.Boolean:
                AppendInt32(1);
                Append([row.Integer(column) == 0 ? (byte)0 : (byte)1]);
                break;
            case ColumnType.Integer or ColumnType.Year:
                AppendInt32(8);
                AppendInt64(row.Integer(column));
                break;
            case ColumnType.Number:
                AppendInt32(8);
                AppendInt64(BitConverter.DoubleToInt64Bits(row.Float(column)));
                break;
            case ColumnType.Decimal:
                AddDecimal(row.Utf8(column), column);
                break;
            case ColumnType.Date:
                AppendInt32(4);
                AppendInt32(PostgresColumn.TryDay(row.Utf8(column), out var day) ? day : throw Misfit(column, "is no date of the form YYYY-MM-DD"));
                break;
            default:
                plain.See(column, row.Utf8(column));
                AppendText(row.Utf8(column));
                break;
        }
    }

    private void AddDecimal(ReadOnlySpan<byte> text, int column)
    {
        if (!DecimalText.IsValid(text))
        {
            throw Misfit(column, "is no decimal number");
        }

        if (!NumericCell.IsPlain(text))
        {
            (odd ??= [])[column.ToString(CultureInfo.InvariantCulture)] = Encoding.ASCII.GetString(text);
        }

        Reserve(4 + NumericCell.MostBytes(text.Length));
        var written = NumericCell.Write(text, buffer.AsSpan(used + 4));
        if (written == 0)
        {
            throw Misfit(column, "has more digits than PostgreSQL keeps: 131,072 before the point and 16,383 behind it");
        }

        BinaryPrimitives.WriteInt32BigEndian(buffer.AsSpan(used), written);
        used += 4 + written;
    }

    private void AppendText(ReadOnlySpan<byte> text)
    {
        var kept = PostgresText.NeedsEscape(text) ? PostgresText.Escape(text) : text;
        AppendInt32(kept.Length);
        Append(kept);
    }

    private void AppendInt16(short value)
    {
        Reserve(2);
        BinaryPrimitives.WriteInt16BigEndian(buffer.AsSpan(used), value);
        used += 2;
    }

    private void AppendInt32(int value)
    {
        Reserve(4);
        BinaryPrimitives.WriteInt32BigEndian(buffer.AsSpan(used), value);
        used += 4;
    }

    private void AppendInt64(long value)
    {
        Reserve(8);
        BinaryPrimitives.WriteInt64BigEndian(buffer.AsSpan(used), value);
        used += 8;
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(buffer.AsSpan(used));
        used += bytes.Length;
    }

    private void Reserve(int bytes)
    {
        if (buffer.Length - used < bytes)
        {
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, used + bytes));
        }
    }

    private InvalidDataException Misfit(int column, string what) =>
        new($"Row {Count + 1}: the cell of column '{dictionary.Columns[column].Name}' ({dictionary.Columns[column].Type}) {what}.");
}
