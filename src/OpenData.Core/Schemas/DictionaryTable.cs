using CsvHelper;
using Newtonsoft.Json.Linq;

namespace OpenData.Schemas;

/// <summary>
/// A data dictionary (Form 2) as a CSV: one row per column, one CSV column per key. Texts in both languages stand in
/// two CSV columns; a code list is one cell, <c>Y=ใช่|N=ไม่ใช่</c>. Missing values and references have no place in it.
/// </summary>
public static class DictionaryTable
{
    /// <summary>
    /// Reads the bytes of a CSV (UTF-8 or windows-874; comma, semicolon, tab or bar), or tells every fault with its row
    /// and CSV column. Also reads the plain layout <c>field_name,data_type,description</c>.
    /// </summary>
    public static DocumentResult<DataDictionary> Read(ReadOnlySpan<byte> csv)
    {
        if (csv.Length > DocumentLimits.MaxBytes)
        {
            return new(null, [JsonFaults.TooLarge(csv.Length)]);
        }

        var (sheet, error) = TableSheet.Parse(csv);
        if (sheet is null)
        {
            return new(null, [error!]);
        }

        var reader = new TableSheetReader(sheet);
        var root = reader.Read();
        var result = DictionaryDocument.Read(root, new FaultList(reader.LineOf));
        if (reader.Faults.Count == 0 && result.Errors.Count == 0)
        {
            return result;
        }

        // A cell that could not be turned into JSON is told once, by what is wrong with the cell.
        var told = reader.Faults.Select(f => f.Pointer).ToHashSet(StringComparer.Ordinal);
        var errors = result.Errors.Where(e => !told.Contains(e.Pointer)).Select(e => reader.AtCell(e)).Concat(reader.Faults);
        return new(null, [.. errors.OrderBy(e => e.Line)]);
    }

    /// <summary>Writes a dictionary as a CSV: UTF-8 with a byte order mark, so that Excel reads the Thai.</summary>
    public static void Write(DataDictionary dictionary, Stream output)
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        using var writer = CsvWriter.Create(output, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true);
        var cells = TableColumn.For(dictionary);
        foreach (var cell in cells)
        {
            writer.WriteField(cell.Name);
        }

        writer.EndRecord();
        foreach (var (json, column) in DictionaryTree.Write(dictionary)["columns"]!.Zip(dictionary.Columns))
        {
            foreach (var cell in cells)
            {
                writer.WriteField(cell.Write((JObject)json, column, dictionary));
            }

            writer.EndRecord();
        }
    }
}
