using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using OpenData.Schemas;
using OpenData.Server.Rest.RowQueries;
using OpenData.Store;

namespace OpenData.Server.Rest.Rows;

/// <summary>Writes rows as JSON (one document) or as NDJSON (a row per line), straight into the response's pipe.</summary>
internal static class JsonRows
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), SkipValidation = true };

    /// <summary><c>{ "rows": […], "total", "next", "release" }</c>.</summary>
    public static async Task WriteAsync(PipeWriter body, RowReader rows, RowPage page, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(body, Readable);
        var names = Names(page);
        json.WriteStartObject();
        json.WriteStartArray("rows");
        while (await rows.ReadAsync(cancellation))
        {
            WriteRow(json, names, page.Columns, rows);
            // The writer hands full segments on to the pipe, so what is pending is in both.
            if (json.BytesPending + body.UnflushedBytes >= ServerLimits.FlushBytes)
            {
                json.Flush();
                await body.FlushAsync(cancellation);
            }
        }

        json.WriteEndArray();
        WriteEnd(json, page);
    }

    public static async Task WriteLinesAsync(PipeWriter body, RowReader rows, RowPage page, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(body, Readable);
        var names = Names(page);
        while (await rows.ReadAsync(cancellation))
        {
            WriteRow(json, names, page.Columns, rows);
            json.Flush();
            json.Reset();
            body.GetSpan(1)[0] = (byte)'\n';
            body.Advance(1);
            if (body.UnflushedBytes >= ServerLimits.FlushBytes)
            {
                await body.FlushAsync(cancellation);
            }
        }
    }

    private static JsonEncodedText[] Names(RowPage page) => [.. page.Columns.Select(c => JsonEncodedText.Encode(c.Name))];

    private static void WriteRow(Utf8JsonWriter json, JsonEncodedText[] names, IReadOnlyList<DictionaryColumn> columns, RowReader rows)
    {
        json.WriteStartObject();
        for (var i = 0; i < names.Length; i++)
        {
            json.WritePropertyName(names[i]);
            WriteCell(json, columns[i].Type, rows, i);
        }

        json.WriteEndObject();
    }

    private static void WriteCell(Utf8JsonWriter json, ColumnType type, RowReader rows, int i)
    {
        switch (rows.Kind(i))
        {
            case RowValueKind.Integer when type == ColumnType.Boolean:
                json.WriteBooleanValue(rows.Integer(i) != 0);
                break;
            case RowValueKind.Integer:
                json.WriteNumberValue(rows.Integer(i));
                break;
            case RowValueKind.Float when double.IsFinite(rows.Float(i)):
                json.WriteNumberValue(rows.Float(i));
                break;
            case RowValueKind.Text when type == ColumnType.Decimal && JsonNumber.Is(rows.Utf8(i)):
                json.WriteRawValue(rows.Utf8(i), skipInputValidation: true);
                break;
            case RowValueKind.Text:
                json.WriteStringValue(rows.Utf8(i));
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    private static void WriteEnd(Utf8JsonWriter json, RowPage page)
    {
        WriteNumber(json, "total", page.Total);
        json.WriteString("next", page.Next);
        json.WriteStartObject("release");
        json.WriteNumber("number", page.Release.Number);
        json.WriteString("published", page.Release.Published);
        json.WriteString("sha256", page.Release.Sha256);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
