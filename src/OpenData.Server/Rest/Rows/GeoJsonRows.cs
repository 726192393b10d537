using System.Globalization;
using System.Text;
using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Server.Rest.Rows;

/// <summary>Writes rows as GeoJSON (RFC 7946): a feature for each, whose point is its coordinates, or null where it has no place.</summary>
internal sealed class GeoJsonRows(RowPage page) : RowFace
{
    private readonly JsonCells cells = new(page.Columns);
    private readonly Coordinates place = page.Place ?? throw new InvalidOperationException("The table has no coordinates.");
    private bool any;

    public override void Begin(Utf8Buffer to)
    {
        if (!page.Single)
        {
            to.Write("{\"type\":\"FeatureCollection\",\"features\":["u8);
        }
    }

    public override void Row(Utf8Buffer to, RowReader row)
    {
        if (any)
        {
            to.Write((byte)',');
        }

        any = true;
        to.Write("{\"type\":\"Feature\",\"id\":"u8);
        to.Write(row.Row);
        to.Write(",\"geometry\":"u8);
        WritePoint(to, row);
        to.Write(",\"properties\":"u8);
        cells.Write(to, row);
        to.Write((byte)'}');
    }

    public override void End(Utf8Buffer to, string? next)
    {
        if (!page.Single)
        {
            // Members beside those of the standard are allowed (section 6.1).
            to.Write("],"u8);
            JsonRows.WriteAbout(to, page, next);
            to.Write((byte)'}');
        }
    }

    private void WritePoint(Utf8Buffer to, RowReader row)
    {
        if (Degrees(row, place.Latitude) is { } latitude && Degrees(row, place.Longitude) is { } longitude && GreatCircle.IsPlace(latitude, longitude))
        {
            to.Write("{\"type\":\"Point\",\"coordinates\":["u8);
            to.Write(longitude);
            to.Write((byte)',');
            to.Write(latitude);
            to.Write("]}"u8);
        }
        else
        {
            to.Write("null"u8);
        }
    }

    private static double? Degrees(RowReader row, int column) => row.Kind(column) switch
    {
        RowValueKind.Integer => row.Integer(column),
        RowValueKind.Float => row.Float(column),
        RowValueKind.Text => double.Parse(Encoding.UTF8.GetString(row.Utf8(column)), NumberStyles.Float, CultureInfo.InvariantCulture),
        _ => null,
    };
}
