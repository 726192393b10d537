using System.Globalization;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using OpenData.Schemas;
using OpenData.Server.Rest.RowQueries;
using OpenData.Server.Sdmx.Structure;
using OpenData.Store;

namespace OpenData.Server.Sdmx.Data;

/// <summary>
/// Writes observations as an SDMX-JSON 2.0 data message. Rows go out as they come; the values that their numbers point to stand behind
/// them, in <c>structures</c>.
/// </summary>
internal sealed partial class SdmxJson(DataStructure structure, DataRequest request, Language language, string root)
{
    private const string Schema = "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas/2.0.0/sdmx-json-data-schema.json";
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), SkipValidation = true };

    private readonly Dictionary<string, Dictionary<string, int>> values = structure.Components.ToDictionary(c => c.Id, _ => new Dictionary<string, int>(StringComparer.Ordinal), StringComparer.Ordinal);
    private readonly Dictionary<string, int> index = structure.Components.Select((c, i) => (c.Id, i)).ToDictionary(c => c.Id, c => c.i, StringComparer.Ordinal);

    private IEnumerable<Component> SeriesDimensions => request.Series ? structure.Dimensions.Where(d => d.Kind != ComponentKind.Time) : [];
    private IEnumerable<Component> ObservationDimensions => request.Series ? [structure.Time!] : structure.Dimensions;
    private IEnumerable<Component> Measures => request.Components.Where(c => c.Kind == ComponentKind.Measure);
    private IEnumerable<Component> Attributes => request.Components.Where(c => c.Kind == ComponentKind.Attribute);

    public async Task WriteAsync(PipeWriter body, RowReader rows, string sender, DateTimeOffset prepared, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(body, Readable);
        json.WriteStartObject();
        WriteMeta(json, sender, prepared);
        json.WriteStartObject("data");
        json.WriteStartArray("dataSets");
        json.WriteStartObject();
        json.WriteStartArray("links");
        WriteLink(json, "dataflow", SdmxUrn.Dataflow(structure));
        json.WriteEndArray();
        json.WriteNumber("structure", 0);
        json.WriteString("action", "Information");
        await (request.Series ? WriteSeriesAsync(json, body, rows, cancellation) : WriteFlatAsync(json, body, rows, cancellation));
        json.WriteEndObject();
        json.WriteEndArray();
        WriteStructure(json);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteMeta(Utf8JsonWriter json, string sender, DateTimeOffset prepared)
    {
        json.WriteStartObject("meta");
        json.WriteString("schema", Schema);
        json.WriteString("id", "DATA" + prepared.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        json.WriteString("prepared", prepared.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteBoolean("test", false);
        json.WriteStartArray("contentLanguages");
        json.WriteStringValue("th");
        json.WriteStringValue("en");
        json.WriteEndArray();
        json.WriteStartObject("sender");
        json.WriteString("id", sender);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private async Task WriteFlatAsync(Utf8JsonWriter json, PipeWriter body, RowReader rows, CancellationToken cancellation)
    {
        json.WriteStartObject("observations");
        while (await rows.ReadAsync(cancellation))
        {
            WriteObservation(json, rows);
            await FlushAsync(json, body, cancellation);
        }

        json.WriteEndObject();
    }

    /// <summary>The rows come in the order of their dimensions, so that a series is whole before the next begins.</summary>
    private async Task WriteSeriesAsync(Utf8JsonWriter json, PipeWriter body, RowReader rows, CancellationToken cancellation)
    {
        json.WriteStartObject("series");
        string? open = null;
        while (await rows.ReadAsync(cancellation))
        {
            var key = Key(rows, SeriesDimensions);
            if (key != open)
            {
                Close(json, open);
                json.WriteStartObject(key);
                json.WriteStartObject("observations");
                open = key;
            }

            WriteObservation(json, rows);
            await FlushAsync(json, body, cancellation);
        }

        Close(json, open);
        json.WriteEndObject();
    }

    private static void Close(Utf8JsonWriter json, string? open)
    {
        if (open is not null)
        {
            json.WriteEndObject();
            json.WriteEndObject();
        }
    }

    private void WriteObservation(Utf8JsonWriter json, RowReader rows)
    {
        json.WriteStartArray(Key(rows, ObservationDimensions));
        foreach (var measure in Measures)
        {
            WriteMeasure(json, rows, measure);
        }

        foreach (var attribute in Attributes)
        {
            if (SdmxCells.Text(rows, index[attribute.Id], attribute) is { } text)
            {
                json.WriteNumberValue(Number(attribute, text));
            }
            else
            {
                json.WriteNullValue();
            }
        }

        json.WriteEndArray();
    }

    /// <summary>A measure's value itself, or the number of its code.</summary>
    private void WriteMeasure(Utf8JsonWriter json, RowReader rows, Component measure)
    {
        var cell = index[measure.Id];
        switch (rows.Kind(cell))
        {
            case RowValueKind.Null:
                json.WriteNullValue();
                break;
            case RowValueKind.Integer or RowValueKind.Float or RowValueKind.Text when measure.IsCoded:
                json.WriteNumberValue(Number(measure, SdmxCells.Text(rows, cell, measure)!));
                break;
            case RowValueKind.Integer when measure.Definition.Type == ColumnType.Boolean:
                json.WriteBooleanValue(rows.Integer(cell) != 0);
                break;
            case RowValueKind.Integer:
                json.WriteNumberValue(rows.Integer(cell));
                break;
            case RowValueKind.Float when double.IsFinite(rows.Float(cell)):
                json.WriteNumberValue(rows.Float(cell));
                break;
            case RowValueKind.Text when measure.Definition.Type == ColumnType.Decimal && JsonNumber.Is(rows.Utf8(cell)):
                json.WriteRawValue(rows.Utf8(cell), skipInputValidation: true);
                break;
            default:
                json.WriteStringValue(SdmxCells.Text(rows, cell, measure));
                break;
        }
    }

    private string Key(RowReader rows, IEnumerable<Component> dimensions) =>
        string.Join(':', dimensions.Select(d => Number(d, SdmxCells.Text(rows, index[d.Id], d) ?? "").ToString(CultureInfo.InvariantCulture)));

    private int Number(Component component, string value)
    {
        var known = values[component.Id];
        if (!known.TryGetValue(value, out var number))
        {
            known[value] = number = known.Count;
        }

        return number;
    }

    private static async Task FlushAsync(Utf8JsonWriter json, PipeWriter body, CancellationToken cancellation)
    {
        if (json.BytesPending + body.UnflushedBytes >= ServerLimits.FlushBytes)
        {
            json.Flush();
            await body.FlushAsync(cancellation);
        }
    }
}
