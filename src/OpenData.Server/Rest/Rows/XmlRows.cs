using System.Globalization;
using System.Text;
using System.Xml;
using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Server.Rest.Rows;

/// <summary>Writes rows as <c>&lt;rows&gt;&lt;row&gt;&lt;column_name&gt;…</c>; an empty element is no value.</summary>
internal sealed class XmlRows(RowPage page) : RowFace
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), CheckCharacters = false, CloseOutput = false };

    private XmlWriter? xml;

    public override void Begin(Utf8Buffer to)
    {
        xml = XmlWriter.Create(new BufferStream(to), Settings);
        xml.WriteStartDocument();
        xml.WriteStartElement("rows");
        xml.WriteAttributeString("release", page.Release.Number.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("published", page.Release.Published.ToString("O", CultureInfo.InvariantCulture));
        xml.WriteAttributeString("sha256", page.Release.Sha256);
        if (page.Total is { } total)
        {
            xml.WriteAttributeString("total", total.ToString(CultureInfo.InvariantCulture));
        }

        if (page.Next is { } next)
        {
            xml.WriteAttributeString("next", next);
        }
    }

    public override void Row(Utf8Buffer to, RowReader row)
    {
        xml!.WriteStartElement("row");
        for (var i = 0; i < page.Columns.Count; i++)
        {
            xml.WriteStartElement(page.Columns[i].Name);
            xml.WriteString(Cell(page.Columns[i].Type, row, i));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    public override void End(Utf8Buffer to, string? next)
    {
        xml!.WriteEndElement();
        xml.Flush();
    }

    /// <summary>A text with every character that XML 1.0 (section 2.2) forbids, written or escaped, replaced by U+FFFD.</summary>
    public static string Allowed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!XmlConvert.IsXmlChar(text[i]) && !IsPair(text, i) && !(i > 0 && IsPair(text, i - 1)))
            {
                return Replace(text);
            }
        }

        return text;
    }

    protected override void Dispose(bool disposing)
    {
        xml?.Dispose();
        base.Dispose(disposing);
    }

    private static string Replace(string text)
    {
        var allowed = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (IsPair(text, i))
            {
                allowed.Append(text, i++, 2);
            }
            else
            {
                allowed.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : '\uFFFD');
            }
        }

        return allowed.ToString();
    }

    private static bool IsPair(string text, int i) => i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);

    private static string Cell(ColumnType type, RowReader rows, int i) => rows.Kind(i) switch
    {
        RowValueKind.Integer when type == ColumnType.Boolean => rows.Integer(i) != 0 ? "true" : "false",
        RowValueKind.Integer => rows.Integer(i).ToString(CultureInfo.InvariantCulture),
        RowValueKind.Float => rows.Float(i).ToString("R", CultureInfo.InvariantCulture),
        RowValueKind.Text => Allowed(Encoding.UTF8.GetString(rows.Utf8(i))),
        _ => "",
    };
}
