using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using OpenData.Registry;
using OpenData.Store;

namespace OpenData.Publishing.Comparison;

/// <summary>
/// Compares whole rows, where no key tells which is which: by 128 bits of their SHA-256, a part of them at a time. A row that is there three
/// times and then twice is removed once.
/// </summary>
internal sealed class WholeRows(IRowStore rows, Release from, Release to, IReadOnlyList<string> columns)
{
    public async Task CompareAsync(RowTally tally, CancellationToken cancellation)
    {
        var parts = (uint)(Math.Max(from.Rows, to.Rows) / ComparisonLimits.Fingerprints + 1);
        for (var part = 0u; part < parts; part++)
        {
            await ComparePartAsync(part, parts, tally, cancellation);
        }
    }

    private async Task ComparePartAsync(uint part, uint parts, RowTally tally, CancellationToken cancellation)
    {
        var balance = new Dictionary<UInt128, (int Count, long Row)>();
        await foreach (var (print, row) in PrintsAsync(from, part, parts, cancellation))
        {
            balance[print] = (balance.GetValueOrDefault(print).Count + 1, row);
        }

        await foreach (var (print, row) in PrintsAsync(to, part, parts, cancellation))
        {
            var there = balance.GetValueOrDefault(print);
            if (there.Count > 0)
            {
                balance[print] = there with { Count = there.Count - 1 };
                continue;
            }

            tally.Count(RowChange.Added);
            await ShowAsync(RowChange.Added, to, row, tally, cancellation);
        }

        foreach (var (count, row) in balance.Values.Where(b => b.Count > 0))
        {
            for (var i = 0; i < count; i++)
            {
                tally.Count(RowChange.Removed);
            }

            await ShowAsync(RowChange.Removed, from, row, tally, cancellation);
        }
    }

    /// <summary>Reads the row once more to show it: fingerprints are all that is kept.</summary>
    private async Task ShowAsync(RowChange change, Release release, long row, RowTally tally, CancellationToken cancellation)
    {
        if (!tally.HasRoom)
        {
            return;
        }

        await using var reader = await rows.QueryAsync(release, Query(release) with { After = new RowPosition([], row - 1), Limit = 1 }, cancellation);
        if (await reader.ReadAsync(cancellation))
        {
            var values = columns.Select((name, c) => change == RowChange.Added
                ? new CellDifference(name, RowValue.Null, reader.Value(c))
                : new CellDifference(name, reader.Value(c), RowValue.Null)).ToList();
            tally.Show(change == RowChange.Added ? new RowDifference(change, null, row, values) : new RowDifference(change, row, null, values));
        }
    }

    private async IAsyncEnumerable<(UInt128 Print, long Row)> PrintsAsync(
        Release release, uint part, uint parts, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var reader = await rows.QueryAsync(release, Query(release), cancellation);
        var bytes = new ArrayBufferWriter<byte>();
        while (await reader.ReadAsync(cancellation))
        {
            var print = PrintOf(reader, bytes);
            if ((uint)(print % parts) == part)
            {
                yield return (print, reader.Row);
            }
        }
    }

    private RowQuery Query(Release release) => new() { Select = [.. columns.Select(release.Dictionary.IndexOf)] };

    /// <summary>The hash of a row's cells, each with its kind and its length before it.</summary>
    private static UInt128 PrintOf(RowReader reader, ArrayBufferWriter<byte> bytes)
    {
        bytes.ResetWrittenCount();
        for (var column = 0; column < reader.ColumnCount; column++)
        {
            var kind = reader.Kind(column);
            var text = kind == RowValueKind.Text ? reader.Utf8(column) : [];
            var head = bytes.GetSpan(9);
            head[0] = (byte)kind;
            BinaryPrimitives.WriteInt64LittleEndian(head[1..], kind switch
            {
                RowValueKind.Integer => reader.Integer(column),
                RowValueKind.Float => BitConverter.DoubleToInt64Bits(reader.Float(column)),
                _ => text.Length,
            });
            bytes.Advance(9);
            bytes.Write(text);
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.WrittenSpan, hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
