using CsvHelper;
using OpenData.Schemas;
using OpenData.Server.Sdmx.Structure;
using OpenData.Store;

namespace OpenData.Server.Sdmx.Data;

/// <summary>Writes observations as an SDMX-CSV 2.0 data message.</summary>
/// <param name="structure">The structure.</param>
/// <param name="components">The components to write.</param>
/// <param name="labels"><c>id</c>, <c>name</c> or <c>both</c>.</param>
/// <param name="keys"><c>none</c>, <c>obs</c>, <c>series</c> or <c>both</c>.</param>
/// <param name="language">The language of names.</param>
public sealed class SdmxCsv(DataStructure structure, IReadOnlyList<Component> components, string labels, string keys, Language language)
{
    /// <summary>How SDMX-CSV is written: RFC 4180, UTF-8.</summary>
    public static CsvWriterOptions Options { get; } = new() { BufferSize = ServerLimits.FlushBytes };

    /// <summary>The values of one of <c>labels</c> and <c>keys</c>.</summary>
    public static IReadOnlyList<string> Choices(string parameter) => parameter == "labels" ? ["id", "name", "both"] : ["none", "obs", "series", "both"];

    public void WriteHeader(CsvWriter csv)
    {
        ArgumentNullException.ThrowIfNull(csv);
        csv.WriteField("STRUCTURE");
        csv.WriteField("STRUCTURE_ID");
        if (labels == "name")
        {
            csv.WriteField("STRUCTURE_NAME");
        }

        csv.WriteField("ACTION");
        foreach (var key in Keys)
        {
            csv.WriteField(key);
        }

        foreach (var component in components)
        {
            csv.WriteField(labels == "both" ? $"{component.Id}: {component.Name.In(language)}" : component.Id);
            if (labels == "name")
            {
                csv.WriteField(component.Name.In(language));
            }
        }
    }

    /// <summary>Writes one observation; <paramref name="cell"/> gives the id or value of a component, null where it has none.</summary>
    public void WriteRow(CsvWriter csv, Func<Component, string?> cell)
    {
        ArgumentNullException.ThrowIfNull(csv);
        ArgumentNullException.ThrowIfNull(cell);
        csv.WriteField("dataflow");
        csv.WriteField(labels == "both" ? $"{structure.Reference}: {structure.Name.In(language)}" : structure.Reference);
        if (labels == "name")
        {
            csv.WriteField(structure.Name.In(language));
        }

        // Information: what is given out replaces nothing at the other end.
        csv.WriteField("I");
        foreach (var key in Keys)
        {
            csv.WriteField(string.Join('.', structure.Dimensions.Where(d => key == "OBS_KEY" || d.Kind != ComponentKind.Time).Select(cell)));
        }

        foreach (var component in components)
        {
            Write(csv, component, cell(component));
        }
    }

    private IEnumerable<string> Keys => keys switch { "obs" => ["OBS_KEY"], "series" => ["SERIES_KEY"], "both" => ["SERIES_KEY", "OBS_KEY"], _ => [] };

    private void Write(CsvWriter csv, Component component, string? value)
    {
        var name = component.IsCoded ? component.Codes.FirstOrDefault(c => c.Id == value)?.Name.In(language) : null;
        csv.WriteField(labels == "both" && name is not null ? $"{value}: {name}" : value ?? "");
        if (labels == "name")
        {
            csv.WriteField(name ?? "");
        }
    }

    internal async Task WriteAsync(Stream body, RowReader rows, CancellationToken cancellation)
    {
        await using var csv = CsvWriter.Create(body, Options, leaveOpen: true);
        WriteHeader(csv);
        await csv.EndRecordAsync(cancellation);
        var index = structure.Components.Select((c, i) => (c.Id, i)).ToDictionary(c => c.Id, c => c.i, StringComparer.Ordinal);
        while (await rows.ReadAsync(cancellation))
        {
            WriteRow(csv, c => SdmxCells.Text(rows, index[c.Id], c));
            await csv.EndRecordAsync(cancellation);
        }

        await csv.FlushAsync(cancellation);
    }
}
