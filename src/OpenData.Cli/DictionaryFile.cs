using OpenData.Cli.Output;
using OpenData.Schemas;
using OpenData.Schemas.Exchange;

namespace OpenData.Cli;

/// <summary>Reads the dictionary named on the command line, or says every fault of it.</summary>
internal static class DictionaryFile
{
    /// <summary>The dictionary; null where its faults were printed instead.</summary>
    public static async Task<DataDictionary?> ReadAsync(string path, Terminal terminal, CancellationToken cancellation)
    {
        if (Directory.Exists(path))
        {
            throw new RefusalException(terminal.Say($"{path} เป็นโฟลเดอร์ ต้องระบุไฟล์พจนานุกรมข้อมูล", $"{path} is a folder; name a dictionary file"));
        }

        var bytes = await File.ReadAllBytesAsync(path, cancellation);
        if (Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase))
        {
            var table = DictionaryTable.Read(bytes);
            DocumentFaults.Write(path, table.Errors, terminal);
            return table.Value;
        }

        // Also of other standards: what they say and ours cannot is told.
        var result = DictionaryExchange.Read(bytes);
        DocumentFaults.Write(path, result.Errors, terminal);
        DocumentFaults.WriteLosses(path, result.Losses, terminal);
        return result.Value;
    }
}
