using System.Globalization;
using System.Text;
using CsvHelper;
using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Server.Rest.Rows;

/// <summary>Writes rows as CSV: RFC 4180, CRLF, UTF-8, an empty cell for no value.</summary>
internal sealed class CsvRows(RowPage page) : RowFace
{
    private static readonly CsvWriterOptions Options = new() { TrueValue = "true", FalseValue = "false", BufferSize = ServerLimits.FlushBytes };

    private readonly ColumnType[] types = [.. page.Columns.Select(c => c.Type)];
    private CsvWriter? csv;

    public override void Begin(Utf8Buffer to)
    {
        csv = CsvWriter.Create(
            new BufferStream(to),
            Options with { WriteByteOrderMark = page.Dress.Bom, Injection = page.Dress.ExcelSafe ? CsvInjection.Escape : CsvInjection.None });
        foreach (var column in page.Columns)
        {
            csv.WriteField(page.Header(column));
        }

        csv.EndRecord();
    }

    public override void Row(Utf8Buffer to, RowReader row)
    {
        for (var i = 0; i < types.Length; i++)
        {
            WriteCell(csv!, types[i], row, i);
        }

        csv!.EndRecord();
    }

    public override void End(Utf8Buffer to, string? next) => csv!.Flush();

    protected override void Dispose(bool disposing)
    {
        csv?.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>A negative number is no formula: given as a number, the package does not dress it.</summary>
    private static void WriteDecimal(CsvWriter csv, ReadOnlySpan<byte> digits)
    {
        if (digits.StartsWith("-"u8) && decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number.ToString(CultureInfo.InvariantCulture) == Encoding.ASCII.GetString(digits))
        {
            csv.WriteField(number);
        }
        else
        {
            csv.WriteField(digits);
        }
    }

    private static void WriteCell(CsvWriter csv, ColumnType type, RowReader rows, int i)
    {
        switch (rows.Kind(i))
        {
            case RowValueKind.Integer when type == ColumnType.Boolean:
                csv.WriteField(rows.Integer(i) != 0);
                break;
            case RowValueKind.Integer:
                csv.WriteField(rows.Integer(i));
                break;
            case RowValueKind.Float:
                csv.WriteField(rows.Float(i));
                break;
            case RowValueKind.Text when type == ColumnType.Decimal:
                WriteDecimal(csv, rows.Utf8(i));
                break;
            case RowValueKind.Text:
                csv.WriteField(rows.Utf8(i));
                break;
            default:
                csv.WriteField(ReadOnlySpan<byte>.Empty);
                break;
        }
    }
}
