using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using CsvHelper;
using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Server.Published;
using OpenData.Server.Rest;
using OpenData.Store;

namespace OpenData.Server.Ckan.Datastore;

/// <summary>The result of <c>datastore_search</c>, its rows written as they come.</summary>
internal sealed class DatastoreResult(CkanCall call, string resourceId, Release release, DatastoreQuery query, string format, int limit) : IStreamedResult
{
    private long? total;

    /// <inheritdoc/>
    public string Identity => $"{release.Number} {release.Sha256} {release.Dictionary.Sha256} {call.Action} {call.Arguments.Canonical}";

    /// <inheritdoc/>
    public DateTimeOffset Modified => release.Published;

    /// <inheritdoc/>
    public async Task PrepareAsync(CancellationToken cancellation) =>
        total = call.Arguments.Truth("include_total", true) ? await query.CountAsync(call.Store.Rows, call.Service<GroupingTurn>(), release, cancellation) : null;

    /// <inheritdoc/>
    public async Task WriteAsync(Utf8JsonWriter json, PipeWriter body, CancellationToken cancellation)
    {
        json.WriteStartObject();
        json.WriteBoolean("include_total", total is not null);
        json.WriteNumber("limit", limit);
        if (query.Offset > 0 || call.Arguments["offset"] is not null)
        {
            json.WriteNumber("offset", query.Offset);
        }

        json.WriteString("records_format", format);
        json.WriteString("resource_id", resourceId);
        foreach (var given in (string[])["filters", "q", "full_text", "sort", "distinct", "plain", "language"])
        {
            WriteGiven(json, given);
        }

        json.WritePropertyName("fields");
        json.WriteRawValue(JsonBody.Text(DatastoreColumns.Fields(release.Dictionary, query.Columns)), skipInputValidation: true);
        json.WritePropertyName("records");
        var last = await WriteRecordsAsync(json, body, cancellation);
        WriteEnd(json, last);
        json.WriteEndObject();
    }

    private void WriteGiven(Utf8JsonWriter json, string name)
    {
        if (call.Arguments[name] is { } given)
        {
            json.WritePropertyName(name);
            var shown = name == "filters" ? call.Arguments.Document(name) ?? given : name is "distinct" or "plain" ? new JValue(call.Arguments.Truth(name, false)) : given;
            json.WriteRawValue(JsonBody.Text(shown), skipInputValidation: true);
        }
    }

    /// <summary>Writes the rows; gives the number of the last, or null where there is none.</summary>
    private async Task<long?> WriteRecordsAsync(Utf8JsonWriter json, PipeWriter body, CancellationToken cancellation)
    {
        var cells = new DatastoreCells(release.Dictionary, query.Columns);
        await using var rows = await query.ReadAsync(call.Store.Rows, call.Service<GroupingTurn>(), release, cancellation);
        if (format is "csv" or "tsv")
        {
            var (text, lastOfText) = await TextAsync(cells, rows, cancellation);
            json.WriteStringValue(text);
            return lastOfText;
        }

        long? last = null;
        json.WriteStartArray();
        while (await rows.ReadAsync(cancellation))
        {
            last = query.Distinct ? null : rows.Row;
            if (format == "lists")
            {
                cells.WriteList(json, rows);
            }
            else
            {
                cells.WriteObject(json, rows);
            }

            if (json.BytesPending + body.UnflushedBytes >= ServerLimits.FlushBytes)
            {
                json.Flush();
                await body.FlushAsync(cancellation);
            }
        }

        json.WriteEndArray();
        return last;
    }

    /// <summary>The rows as one text without a header line, at most <see cref="CkanLimits.MostRecords"/> of them.</summary>
    private async Task<(string Text, long? Last)> TextAsync(DatastoreCells cells, RowReader rows, CancellationToken cancellation)
    {
        using var held = new MemoryStream();
        long? last = null;
        await using (var csv = CsvWriter.Create(held, DumpWriter.Options(format, bom: false), leaveOpen: true))
        {
            while (await rows.ReadAsync(cancellation))
            {
                last = query.Distinct ? null : rows.Row;
                cells.Write(csv, rows);
                await csv.EndRecordAsync(cancellation);
            }
        }

        return (Encoding.UTF8.GetString(held.GetBuffer(), 0, (int)held.Length), last);
    }

    private void WriteEnd(Utf8JsonWriter json, long? last)
    {
        // Both generations: links until 2.11, the filter of the next page from 2.12 on.
        json.WriteStartObject("_links");
        json.WriteString("start", Link(0));
        json.WriteString("next", Link(query.Offset + limit));
        if (query.Offset > 0)
        {
            json.WriteString("prev", Link(Math.Max(0, query.Offset - limit)));
        }

        json.WriteEndObject();
        if (call.Arguments.Truth("include_next_page", false) && last is { } number && query.Order.Count == 0)
        {
            json.WriteStartObject("next_page");
            json.WriteStartObject(DatastoreColumns.Id);
            json.WriteNumber(query.Backward ? "lt" : "gt", number);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        if (total is { } counted)
        {
            json.WriteNumber("total", counted);
            json.WriteNull("total_estimation_threshold");
            json.WriteBoolean("total_was_estimated", false);
        }
    }

    /// <summary>The address of another page, as CKAN writes it: from the root on.</summary>
    private string Link(long offset)
    {
        var kept = call.Context.Request.Query.Where(p => p.Key is not ("offset" or Jsonp.Parameter)).SelectMany(p => p.Value.Select(v => (p.Key, Value: v ?? "")));
        var all = offset > 0 ? kept.Append(("offset", offset.ToString(System.Globalization.CultureInfo.InvariantCulture))) : kept;
        return $"{call.Context.Request.PathBase}{call.Context.Request.Path}?{string.Join('&', all.Select(p => $"{Uri.EscapeDataString(p.Item1)}={Uri.EscapeDataString(p.Item2)}"))}";
    }
}
