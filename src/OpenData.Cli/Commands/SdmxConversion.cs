using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using OpenData.Cli.Output;
using OpenData.Schemas;
using OpenData.Schemas.Values;
using OpenData.Server.Sdmx.Data;
using OpenData.Server.Sdmx.Structure;

namespace OpenData.Cli.Commands;

/// <summary>A canonical CSV as SDMX-CSV 2.0, checked against the data structure that its dictionary makes.</summary>
internal sealed partial class SdmxConversion(Terminal terminal, DataStructure structure, DataDictionary dictionary)
{
    private static readonly CsvReaderOptions Reading = new() { HasHeader = false, SkipEmptyLines = true, MalformedData = CsvMalformedDataHandling.Throw };

    /// <summary>The structure of <c>AGENCY:ID(VERSION)</c> and a dictionary, or a refusal that says what is missing.</summary>
    public static SdmxConversion Of(string reference, DataDictionary? dictionary, Terminal terminal)
    {
        if (Reference().Match(reference) is not { Success: true } match || !int.TryParse(match.Groups["version"].Value, CultureInfo.InvariantCulture, out var version))
        {
            throw new RefusalException(terminal.Say(
                $"--sdmx-csv “{reference}” ต้องเป็น AGENCY:ID(VERSION) เช่น nesdc:gpp(1.0.0)",
                $"--sdmx-csv “{reference}” must be AGENCY:ID(VERSION), such as nesdc:gpp(1.0.0)"));
        }

        if (dictionary is null)
        {
            throw new RefusalException(terminal.Say("--sdmx-csv ต้องมีพจนานุกรมข้อมูล ระบุด้วย --dictionary", "--sdmx-csv needs a data dictionary; name it with --dictionary"));
        }

        var structure = DataStructure.Of(dictionary, match.Groups["agency"].Value, match.Groups["id"].Value, version, new LocalText(match.Groups["id"].Value, match.Groups["id"].Value));
        return structure is null
            ? throw new RefusalException(terminal.Say(
                "พจนานุกรมนี้ไม่เป็นโครงสร้างสถิติ: ต้องมีคอลัมน์ role measure อย่างน้อยหนึ่ง และ key ต้องประกอบด้วยคอลัมน์ role dimension หรือ time เท่านั้น",
                "this dictionary makes no data structure: a column must have the role measure, and the key must be made of columns with the role dimension or time"))
            : new SdmxConversion(terminal, structure, dictionary);
    }

    /// <summary>Writes <paramref name="target"/> where every row fits the structure; else says what does not, and writes nothing. True where it wrote.</summary>
    public async Task<bool> WriteAsync(string canonical, string target)
    {
        var faults = 0L;
        Read(canonical, (row, cells) =>
        {
            foreach (var component in structure.Components)
            {
                if (Fault(component, cells[component.Column]) is { } fault && ++faults <= CliDefaults.Shown)
                {
                    terminal.Fail(terminal.Say($"แถว {row} คอลัมน์ {component.Definition.Name}: {fault.Th}", $"row {row}, column {component.Definition.Name}: {fault.En}"));
                }
            }
        });
        if (faults > 0)
        {
            terminal.Fail(terminal.Say($"ไม่ตรงโครงสร้าง {structure.Reference} {faults:N0} แห่ง ไม่ได้เขียนไฟล์", $"{faults:N0} fault(s) against {structure.Reference}; nothing was written"));
            return false;
        }

        await OutputFile.WriteAsync(target, terminal, stream => Task.Run(() => Write(canonical, stream)));
        return true;
    }

    private void Write(string canonical, Stream stream)
    {
        var message = new SdmxCsv(structure, structure.Components, "id", "none", terminal.Language);
        using var csv = CsvWriter.Create(stream, SdmxCsv.Options, leaveOpen: true);
        message.WriteHeader(csv);
        csv.EndRecord();
        Read(canonical, (_, cells) =>
        {
            message.WriteRow(csv, c => cells[c.Column] is { } cell ? c.IdOf(cell) : null);
            csv.EndRecord();
        });
        csv.Flush();
    }

    /// <summary>Reads the rows behind the header line, each cell at the place of its column in the dictionary; null where it is empty.</summary>
    private void Read(string canonical, Action<long, string?[]> take)
    {
        using var stream = File.OpenRead(canonical);
        using var reader = CsvReader.Create(stream, Reading, leaveOpen: true);
        int[]? places = null;
        while (reader.Read())
        {
            var cells = Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i)).ToList();
            if (places is null)
            {
                places = HeaderMatch.Match(cells, dictionary);
                continue;
            }

            var row = new string?[dictionary.Columns.Count];
            for (var i = 0; i < Math.Min(places.Length, cells.Count); i++)
            {
                if (places[i] >= 0 && !dictionary.MissingValues.Contains(cells[i]) && cells[i].Length > 0)
                {
                    row[places[i]] = cells[i];
                }
            }

            take(reader.RowNumber, row);
        }
    }

    private static LocalText? Fault(Component component, string? cell)
    {
        if (cell is null)
        {
            return component.IsDimension ? new($"มิติ {component.Id} ว่าง ทุกค่าสังเกตต้องมีครบทุกมิติ", $"the dimension {component.Id} is empty; every observation has all of them") : null;
        }

        if (component.IsCoded)
        {
            return component.IdOf(cell) is null ? new($"“{cell}” ไม่มีในรายการรหัสของ {component.Id}", $"“{cell}” is not in the code list of {component.Id}") : null;
        }

        var reading = CellReader.Read(System.Text.Encoding.UTF8.GetBytes(cell));
        return ColumnTypes.Accepts(component.Definition.Type, Schemas.Calendar.Gregorian, reading)
            ? null
            : new($"“{cell}” ไม่ใช่ค่าชนิด {ColumnTypes.NameOf(component.Definition.Type)}", $"“{cell}” is no {ColumnTypes.NameOf(component.Definition.Type)}");
    }

    [GeneratedRegex(@"^(?<agency>[A-Za-z][A-Za-z0-9_\-]*):(?<id>[A-Za-z0-9_@$\-]+)\((?<version>\d{1,9})\.0\.0\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
