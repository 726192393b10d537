using CsvHelper;

namespace OpenData.Publishing.Repair;

/// <summary>Writes changes as they are made: CSV, RFC 4180, UTF-8; cells that a spreadsheet would run as a formula are made harmless.</summary>
public sealed class RepairLog : IDisposable
{
    private readonly CsvWriter csv;

    /// <summary>Starts a log; the stream stays open when it ends.</summary>
    public RepairLog(Stream stream)
    {
        csv = CsvWriter.Create(stream, new CsvWriterOptions { Injection = CsvInjection.Escape }, leaveOpen: true);
        csv.WriteRecord("row", "line", "column", "header", "change", "old", "new");
    }

    /// <summary>Writes one change.</summary>
    public void Write(RepairChange change)
    {
        csv.WriteField(change.Row, default);
        csv.WriteField(change.Line, default);
        csv.WriteField(change.Column, default);
        csv.WriteField(change.Header ?? "");
        csv.WriteField(RepairNames.CodeOf(change.Kind));
        csv.WriteField(change.Old ?? "");
        csv.WriteField(change.New ?? "");
        csv.EndRecord();
    }

    /// <inheritdoc/>
    public void Dispose() => csv.Dispose();
}
