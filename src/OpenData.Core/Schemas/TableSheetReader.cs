using System.Globalization;
using Newtonsoft.Json.Linq;

namespace OpenData.Schemas;

/// <summary>Turns the cells of a dictionary's CSV into the tree of Form 2, remembering which cell each value came from.</summary>
internal sealed class TableSheetReader(TableSheet sheet)
{
    private readonly TableColumn?[] columns = [.. sheet.Header.Select(TableColumn.Find)];
    private readonly List<(int Order, int Row, string Name)> key = [];

    /// <summary>What is wrong with cells that could not be turned into JSON.</summary>
    public List<DocumentError> Faults { get; } = [];

    public JObject Read()
    {
        Header();
        var json = new JObject { ["columns"] = new JArray(sheet.Rows.Select((r, i) => Column(r.Cells, i))) };
        if (key.Count > 0)
        {
            json["key"] = new JArray(key.OrderBy(k => k.Order).ThenBy(k => k.Row).Select(k => k.Name));
        }

        return json;
    }

    /// <summary>The line of the row that <paramref name="pointer"/> is about.</summary>
    public int LineOf(string pointer) => RowOf(pointer)?.Line ?? 1;

    /// <summary>The same fault, told by row and CSV column.</summary>
    public DocumentError AtCell(DocumentError error)
    {
        if (RowOf(error.Pointer) is not { } row)
        {
            return error;
        }

        var member = JsonPointer.Segments(error.Pointer).ElementAtOrDefault(2);
        var language = JsonPointer.Segments(error.Pointer).ElementAtOrDefault(3);
        var column = columns.FirstOrDefault(c => c?.Member == member && c?.Language == language)
            ?? columns.FirstOrDefault(c => c?.Member == member)
            ?? TableColumn.All.FirstOrDefault(c => c.Member == member);
        return error with { Message = Placed(error.Message, row.Row, column?.Name) };
    }

    private static LocalText Placed(LocalText message, int row, string? column) => column is null
        ? new($"แถว {row}: {message.Th}", $"Row {row}: {message.En}")
        : new($"แถว {row} คอลัมน์ {column}: {message.Th}", $"Row {row}, column {column}: {message.En}");

    private (int Row, int Line, IReadOnlyList<string> Cells)? RowOf(string pointer) =>
        JsonPointer.Segments(pointer) is ["columns", { } index, ..] && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < sheet.Rows.Count
            ? sheet.Rows[i]
            : null;

    private void Header()
    {
        var seen = new HashSet<(string, string?)>();
        for (var i = 0; i < columns.Length; i++)
        {
            var text = sheet.Header[i];
            if (text.Length > 0 && columns[i] is null)
            {
                var names = TableColumn.All.Select(c => c.Name).ToArray();
                var near = Nearest.Of(text, names);
                HeaderFault("unknown-field", i, new($"ไม่รู้จักหัวคอลัมน์ “{Quote.Cut(text)}”", $"The header “{Quote.Cut(text)}” is not known."), near is null
                    ? new($"ลบคอลัมน์นี้ออก หัวคอลัมน์ที่ใช้ได้คือ {Quote.List(names)}", $"Remove the column. The headers allowed are {Quote.List(names)}.")
                    : new($"หมายถึง “{near}” ใช่หรือไม่", $"Did you mean “{near}”?"));
            }
            else if (columns[i] is { } column && !seen.Add((column.Member, column.Language)))
            {
                HeaderFault("duplicate-key", i, new($"หัวคอลัมน์ “{Quote.Cut(text)}” ซ้ำ", $"The header “{Quote.Cut(text)}” is given twice."), new("เก็บไว้เพียงคอลัมน์เดียว", "Keep one of the two columns."));
                columns[i] = null;
            }
        }
    }

    private void HeaderFault(string code, int index, LocalText message, LocalText fix) =>
        Faults.Add(new DocumentError(code, "", 1, Placed(message, 1, (index + 1).ToString(CultureInfo.InvariantCulture)), fix));

    private JObject Column(IReadOnlyList<string> cells, int index)
    {
        var json = new JObject();
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Length == 0)
            {
                continue;
            }

            if (i >= columns.Length)
            {
                TooManyCells(index, i, cells[i]);
            }
            else if (columns[i] is { } column)
            {
                Cell(json, column, cells[i], index);
            }
        }

        return json;
    }

    private void Cell(JObject json, TableColumn column, string text, int index)
    {
        switch (column.Kind)
        {
            case CellKind.Text when column.Language is { } language:
                // label beside label_th: the one-language text gives way to the two.
                if (json[column.Member] is not JObject texts)
                {
                    json[column.Member] = texts = [];
                }

                texts[language] = text;
                break;
            case CellKind.Text:
                json[column.Member] ??= column.Member is "calendar" or "role" ? text.ToLowerInvariant() : text;
                break;
            case CellKind.Type:
                json[column.Member] = TypeCell.Read(text);
                break;
            case CellKind.Boolean when YesNo.Read(text) is { } truth:
                json[column.Member] = truth;
                break;
            case CellKind.Integer when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole):
                json[column.Member] = whole;
                break;
            case CellKind.Value:
                json[column.Member] = text;
                break;
            case CellKind.Codes:
                json[column.Member] = CodeCell.Read(text);
                break;
            case CellKind.Key when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var order) && order > 0:
                key.Add((order, index, (string?)json["name"] ?? ""));
                break;
            case CellKind.Key when YesNo.Read(text) is { } part:
                if (part)
                {
                    key.Add((int.MaxValue, index, (string?)json["name"] ?? ""));
                }

                break;
            default:
                BadCell(column, text, index);
                break;
        }
    }

    private void BadCell(TableColumn column, string text, int index)
    {
        var row = sheet.Rows[index];
        var (th, en) = column.Kind switch
        {
            CellKind.Integer => ("จำนวนเต็ม เช่น 10", "a whole number, such as 10"),
            CellKind.Key => ("ลำดับในคีย์ เช่น 1 หรือ yes", "its place in the key, such as 1, or yes"),
            _ => ("yes หรือ no (ใช่ หรือ ไม่ใช่)", "yes or no"),
        };
        var pointer = JsonPointer.Member(JsonPointer.Element("/columns", index), column.Member);
        Faults.Add(new DocumentError(
            "wrong-type",
            pointer,
            row.Line,
            Placed(new($"อ่านค่า “{Quote.Cut(text)}” ไม่ได้", $"The value “{Quote.Cut(text)}” cannot be read."), row.Row, column.Name),
            new($"ใส่{th} หรือเว้นว่าง", $"Give {en}, or leave the cell empty.")));
    }

    private void TooManyCells(int index, int cell, string text)
    {
        var row = sheet.Rows[index];
        Faults.Add(new DocumentError(
            "too-many-cells",
            JsonPointer.Element("/columns", index),
            row.Line,
            Placed(new($"มีค่า “{Quote.Cut(text)}” เกินจำนวนหัวคอลัมน์", $"The value “{Quote.Cut(text)}” stands beyond the last header."), row.Row, (cell + 1).ToString(CultureInfo.InvariantCulture)),
            new("ใส่ข้อความที่มีเครื่องหมาย , ไว้ใน \"…\" หรือลบเซลล์ที่เกิน", "Put a text that holds a comma between quotes, or remove the cell.")));
    }
}

/// <summary>Yes and no as people write them in a cell.</summary>
internal static class YesNo
{
    /// <summary>True, false, or null where the text is neither.</summary>
    public static bool? Read(string text) => text.Trim().ToLowerInvariant() switch
    {
        "true" or "yes" or "y" or "ใช่" or "1" or "t" or "x" => true,
        "false" or "no" or "n" or "ไม่ใช่" or "0" or "f" or "-" => false,
        _ => null,
    };
}
