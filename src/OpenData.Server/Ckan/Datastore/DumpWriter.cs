using System.IO.Pipelines;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using System.Xml;
using CsvHelper;
using OpenData.Registry;
using OpenData.Server.Rest;
using OpenData.Server.Rest.Rows;
using OpenData.Store;

namespace OpenData.Server.Ckan.Datastore;

/// <summary>Writes a whole table as the DataStore dumps it: CSV, TSV, JSON or XML, row by row.</summary>
internal sealed class DumpWriter(Release release, DatastoreQuery query, bool bom)
{
    private const string SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), SkipValidation = true };
    private readonly DatastoreCells cells = new(release.Dictionary, query.Columns);

    /// <summary>How CSV and TSV are written here: truths in small letters, as everywhere else.</summary>
    public static CsvWriterOptions Options(string format, bool bom) => new()
    {
        Separator = format == "tsv" ? '\t' : ',',
        TrueValue = "true",
        FalseValue = "false",
        BufferSize = ServerLimits.FlushBytes,
        WriteByteOrderMark = bom,
    };

    public Task WriteAsync(string format, HttpResponse response, RowReader rows, CancellationToken cancellation) => format switch
    {
        "json" => WriteJsonAsync(response.BodyWriter, rows, cancellation),
        "xml" => WriteXmlAsync(response.Body, rows, cancellation),
        _ => WriteTextAsync(format, response.Body, rows, cancellation),
    };

    private IEnumerable<string> Names => query.Columns.Select(c => c == DatastoreColumns.IdPosition ? DatastoreColumns.Id : release.Dictionary.Columns[c].Name);

    private async Task WriteTextAsync(string format, Stream body, RowReader rows, CancellationToken cancellation)
    {
        await using var csv = CsvWriter.Create(body, Options(format, bom), leaveOpen: true);
        foreach (var name in Names)
        {
            csv.WriteField(name);
        }

        await csv.EndRecordAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            cells.Write(csv, rows);
            await csv.EndRecordAsync(cancellation);
        }

        await csv.FlushAsync(cancellation);
    }

    private async Task WriteJsonAsync(PipeWriter body, RowReader rows, CancellationToken cancellation)
    {
        Put(body, (bom ? "\uFEFF" : "") + "{\n  \"fields\": " + JsonBody.Text(DatastoreColumns.Fields(release.Dictionary, query.Columns)) + ",\n  \"records\": [");
        var first = true;
        await using var json = new Utf8JsonWriter(body, Readable);
        while (await rows.ReadAsync(cancellation))
        {
            Put(body, first ? "\n    " : ",\n    ");
            first = false;
            cells.WriteList(json, rows);
            json.Flush();
            json.Reset();
            if (body.UnflushedBytes >= ServerLimits.FlushBytes)
            {
                await body.FlushAsync(cancellation);
            }
        }

        Put(body, "\n]}\n");
        await body.FlushAsync(cancellation);
    }

    private async Task WriteXmlAsync(Stream body, RowReader rows, CancellationToken cancellation)
    {
        var settings = new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(bom), CheckCharacters = false, CloseOutput = false, OmitXmlDeclaration = true };
        await using var xml = XmlWriter.Create(body, settings);
        await xml.WriteStartElementAsync(null, "data", null);
        await xml.WriteAttributeStringAsync("xmlns", "xsi", null, SchemaInstance);
        await xml.WriteStringAsync("\n");
        while (await rows.ReadAsync(cancellation))
        {
            await xml.WriteStartElementAsync(null, "row", null);
            await WriteRowAsync(xml, rows);
            await xml.WriteEndElementAsync();
            await xml.WriteStringAsync("\n");
        }

        await xml.WriteEndElementAsync();
        await xml.FlushAsync();
    }

    private async Task WriteRowAsync(XmlWriter xml, RowReader rows)
    {
        // Attributes first: elements follow them.
        if (query.Columns.Contains(DatastoreColumns.IdPosition))
        {
            await xml.WriteAttributeStringAsync(null, DatastoreColumns.Id, null, XmlConvert.ToString(rows.Row));
        }

        var index = 0;
        foreach (var column in query.Selected)
        {
            await xml.WriteStartElementAsync(null, release.Dictionary.Columns[column].Name, null);
            if (rows.Kind(index) == RowValueKind.Null)
            {
                await xml.WriteAttributeStringAsync("xsi", "nil", SchemaInstance, "true");
            }
            else
            {
                await xml.WriteStringAsync(XmlRows.Allowed(Text(rows, index, release.Dictionary.Columns[column].Type)));
            }

            await xml.WriteEndElementAsync();
            index++;
        }
    }

    private static string Text(RowReader rows, int index, OpenData.Schemas.ColumnType type) => rows.Kind(index) switch
    {
        RowValueKind.Integer when type == OpenData.Schemas.ColumnType.Boolean => rows.Integer(index) != 0 ? "true" : "false",
        RowValueKind.Integer => XmlConvert.ToString(rows.Integer(index)),
        RowValueKind.Float => XmlConvert.ToString(rows.Float(index)),
        _ => Encoding.UTF8.GetString(rows.Utf8(index)),
    };

    private static void Put(PipeWriter body, string text)
    {
        var length = Encoding.UTF8.GetBytes(text, body.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length)));
        body.Advance(length);
    }
}
