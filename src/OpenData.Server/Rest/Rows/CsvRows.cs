using CsvHelper;
using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Server.Rest.Rows;

/// <summary>Writes rows as CSV: RFC 4180, CRLF, UTF-8, an empty cell for no value.</summary>
internal static class CsvRows
{
    private static readonly CsvWriterOptions Options = new() { TrueValue = "true", FalseValue = "false", BufferSize = ServerLimits.FlushBytes };

    public static async Task WriteAsync(Stream body, RowReader rows, RowPage page, CancellationToken cancellation)
    {
        await using var csv = CsvWriter.Create(body, Options, leaveOpen: true);
        foreach (var column in page.Columns)
        {
            csv.WriteField(Header(column, page));
        }

        await csv.EndRecordAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            for (var i = 0; i < page.Columns.Count; i++)
            {
                WriteCell(csv, page.Columns[i].Type, rows, i);
            }

            await csv.EndRecordAsync(cancellation);
        }

        await csv.FlushAsync(cancellation);
    }

    private static string Header(DictionaryColumn column, RowPage page) =>
        !page.Labels ? column.Name : column.Label.IsEmpty ? column.Header : column.Label.In(page.Language);

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
            case RowValueKind.Text:
                csv.WriteField(rows.Utf8(i));
                break;
            default:
                csv.WriteField(ReadOnlySpan<byte>.Empty);
                break;
        }
    }
}
