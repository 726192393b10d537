using System.Globalization;
using System.Text;
using System.Xml;
using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Server.Rest.Rows;

/// <summary>Writes rows as <c>&lt;rows&gt;&lt;row&gt;&lt;column_name&gt;…</c>; an empty element is no value.</summary>
internal static class XmlRows
{
    private static readonly XmlWriterSettings Settings = new() { Async = true, Encoding = new UTF8Encoding(false), CheckCharacters = false, CloseOutput = false };

    public static async Task WriteAsync(Stream body, RowReader rows, RowPage page, CancellationToken cancellation)
    {
        await using var xml = XmlWriter.Create(body, Settings);
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "rows", null);
        await WriteAboutAsync(xml, page);
        while (await rows.ReadAsync(cancellation))
        {
            await xml.WriteStartElementAsync(null, "row", null);
            for (var i = 0; i < page.Columns.Count; i++)
            {
                await xml.WriteStartElementAsync(null, page.Columns[i].Name, null);
                await xml.WriteStringAsync(Cell(page.Columns[i].Type, rows, i));
                await xml.WriteEndElementAsync();
            }

            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
        await xml.FlushAsync();
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

    private static async Task WriteAboutAsync(XmlWriter xml, RowPage page)
    {
        await xml.WriteAttributeStringAsync(null, "release", null, page.Release.Number.ToString(CultureInfo.InvariantCulture));
        await xml.WriteAttributeStringAsync(null, "published", null, page.Release.Published.ToString("O", CultureInfo.InvariantCulture));
        await xml.WriteAttributeStringAsync(null, "sha256", null, page.Release.Sha256);
        if (page.Total is { } total)
        {
            await xml.WriteAttributeStringAsync(null, "total", null, total.ToString(CultureInfo.InvariantCulture));
        }

        if (page.Next is { } next)
        {
            await xml.WriteAttributeStringAsync(null, "next", null, next);
        }
    }

    private static string Cell(ColumnType type, RowReader rows, int i) => rows.Kind(i) switch
    {
        RowValueKind.Integer when type == ColumnType.Boolean => rows.Integer(i) != 0 ? "true" : "false",
        RowValueKind.Integer => rows.Integer(i).ToString(CultureInfo.InvariantCulture),
        RowValueKind.Float => rows.Float(i).ToString("R", CultureInfo.InvariantCulture),
        RowValueKind.Text => Allowed(Encoding.UTF8.GetString(rows.Utf8(i))),
        _ => "",
    };
}
