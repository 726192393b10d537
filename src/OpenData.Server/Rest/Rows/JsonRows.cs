using System.Globalization;
using OpenData.Schemas;
using OpenData.Server.Rest.RowQueries;
using OpenData.Store;

namespace OpenData.Server.Rest.Rows;

/// <summary>Writes rows as JSON: <c>{ "rows": […], "total", "next", "release" }</c>; a single row as itself.</summary>
internal sealed class JsonRows(RowPage page) : RowFace
{
    private readonly JsonCells cells = new(page.Columns);
    private bool any;

    public override void Begin(Utf8Buffer to)
    {
        if (!page.Single)
        {
            to.Write("{\"rows\":["u8);
        }
    }

    public override void Row(Utf8Buffer to, RowReader row)
    {
        if (any)
        {
            to.Write((byte)',');
        }

        any = true;
        cells.Write(to, row);
    }

    public override void End(Utf8Buffer to, string? next)
    {
        if (!page.Single)
        {
            to.Write("],"u8);
            WriteAbout(to, page, next);
            to.Write((byte)'}');
        }
    }

    /// <summary>The members that tell of an answer: how many there are, where it goes on, which release it is from.</summary>
    public static void WriteAbout(Utf8Buffer to, RowPage page, string? next)
    {
        to.Write("\"total\":"u8);
        if (page.Total is { } total)
        {
            to.Write(total);
        }
        else
        {
            to.Write("null"u8);
        }

        to.Write(",\"next\":"u8);
        to.WriteJson(next);
        to.Write(",\"release\":{\"number\":"u8);
        to.Write((long)page.Release.Number);
        to.Write(",\"published\":\""u8);
        to.Write(page.Release.Published.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture));
        to.Write("\",\"sha256\":\""u8);
        to.Write(page.Release.Sha256);
        to.Write("\"}"u8);
    }
}

/// <summary>Writes rows as NDJSON: a row per line.</summary>
internal sealed class NdjsonRows(RowPage page) : RowFace
{
    private readonly JsonCells cells = new(page.Columns);

    public override void Row(Utf8Buffer to, RowReader row)
    {
        cells.Write(to, row);
        to.Write((byte)'\n');
    }
}

/// <summary>Writes the cells of a row as an object of JSON, straight from the store's memory.</summary>
internal sealed class JsonCells
{
    private readonly byte[][] names;
    private readonly ColumnType[] types;

    public JsonCells(IReadOnlyList<DictionaryColumn> columns)
    {
        // Names are identifiers: nothing in them needs to be escaped.
        names = [.. columns.Select((c, i) => System.Text.Encoding.UTF8.GetBytes($"{(i == 0 ? '{' : ',')}\"{c.Name}\":"))];
        types = [.. columns.Select(c => c.Type)];
    }

    public void Write(Utf8Buffer to, RowReader row)
    {
        for (var i = 0; i < names.Length; i++)
        {
            to.Write(names[i]);
            WriteCell(to, row, i);
        }

        to.Write(names.Length == 0 ? "{}"u8 : "}"u8);
    }

    private void WriteCell(Utf8Buffer to, RowReader row, int i)
    {
        switch (row.Kind(i))
        {
            case RowValueKind.Integer when types[i] == ColumnType.Boolean:
                to.Write(row.Integer(i) != 0 ? "true"u8 : "false"u8);
                break;
            case RowValueKind.Integer:
                to.Write(row.Integer(i));
                break;
            case RowValueKind.Float when double.IsFinite(row.Float(i)):
                to.Write(row.Float(i));
                break;
            case RowValueKind.Text when types[i] == ColumnType.Decimal && JsonNumber.Is(row.Utf8(i)):
                to.Write(row.Utf8(i));
                break;
            case RowValueKind.Text:
                to.WriteJson(row.Utf8(i));
                break;
            default:
                to.Write("null"u8);
                break;
        }
    }
}
