using System.Globalization;
using System.Text;
using OpenData.Schemas;
using OpenData.Server.Sdmx.Structure;
using OpenData.Store;

namespace OpenData.Server.Sdmx.Data;

/// <summary>Cells of a row as SDMX writes them.</summary>
internal static class SdmxCells
{
    /// <summary>The cell as text, a code as its id; null where it is empty.</summary>
    public static string? Text(RowReader row, int index, Component component)
    {
        var text = row.Kind(index) switch
        {
            RowValueKind.Integer when component.Definition.Type == ColumnType.Boolean => row.Integer(index) != 0 ? "true" : "false",
            RowValueKind.Integer when component.Definition.Type == ColumnType.Year => row.Integer(index).ToString("D4", CultureInfo.InvariantCulture),
            RowValueKind.Integer => row.Integer(index).ToString(CultureInfo.InvariantCulture),
            RowValueKind.Float => row.Float(index).ToString("R", CultureInfo.InvariantCulture),
            RowValueKind.Text => Encoding.UTF8.GetString(row.Utf8(index)),
            _ => null,
        };
        return text is null ? null : component.IdOf(text) ?? text;
    }
}
