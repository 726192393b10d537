using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using OpenData.Schemas;
using OpenData.Server.Rest.RowQueries;
using OpenData.Store;

namespace OpenData.Server.Rest.Rows;

/// <summary>Writes the cells of a sheet: numbers, dates, times and booleans as what they are, all else as text that nothing reads as a formula.</summary>
internal sealed partial class XlsxCells(IReadOnlyList<DictionaryColumn> columns)
{
    /// <summary>Characters of a cell (Excel's limit).</summary>
    public const int MostCharacters = 32_767;

    /// <summary>Digits that Excel keeps of a number; longer numbers are texts, which keep them all.</summary>
    private const int Digits = 15;

    private const long GreatestWhole = 999_999_999_999_999;

    /// <summary>From here on a day's number is the same with and without the 29th of February 1900, which Excel believes in.</summary>
    private static readonly DateTime FirstDay = new(1900, 3, 1);
    private static readonly DateTime DayZero = new(1899, 12, 30);

    private static readonly string[] Moments = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];
    private static readonly string[] Times = ["HH:mm", "HH:mm:ss"];

    private readonly ColumnType[] types = [.. columns.Select(c => c.Type)];

    public static void WriteHeader(Utf8Buffer to, IEnumerable<string> headers)
    {
        to.Write("<row>"u8);
        foreach (var header in headers)
        {
            WriteText(to, Encoding.UTF8.GetBytes(header), XlsxParts.HeaderStyle);
        }

        to.Write("</row>"u8);
    }

    public void Write(Utf8Buffer to, RowReader row)
    {
        to.Write("<row>"u8);
        for (var i = 0; i < types.Length; i++)
        {
            WriteCell(to, row, i);
        }

        to.Write("</row>"u8);
    }

    private void WriteCell(Utf8Buffer to, RowReader row, int i)
    {
        switch (row.Kind(i))
        {
            case RowValueKind.Integer when types[i] == ColumnType.Boolean:
                to.Write("<c t=\"b\"><v>"u8);
                to.Write(row.Integer(i));
                to.Write("</v></c>"u8);
                break;
            case RowValueKind.Integer when Math.Abs(row.Integer(i)) <= GreatestWhole:
                to.Write("<c><v>"u8);
                to.Write(row.Integer(i));
                to.Write("</v></c>"u8);
                break;
            case RowValueKind.Integer:
                WriteText(to, Encoding.ASCII.GetBytes(row.Integer(i).ToString(CultureInfo.InvariantCulture)));
                break;
            case RowValueKind.Float when double.IsFinite(row.Float(i)):
                to.Write("<c><v>"u8);
                to.Write(row.Float(i));
                to.Write("</v></c>"u8);
                break;
            case RowValueKind.Text:
                WriteTyped(to, row.Utf8(i), types[i]);
                break;
            default:
                to.Write("<c/>"u8);
                break;
        }
    }

    private static void WriteTyped(Utf8Buffer to, ReadOnlySpan<byte> text, ColumnType type)
    {
        if (type == ColumnType.Decimal && text.Length <= Digits && JsonNumber.Is(text))
        {
            to.Write("<c><v>"u8);
            to.Write(text);
            to.Write("</v></c>"u8);
        }
        else if (type is ColumnType.Date or ColumnType.DateTime or ColumnType.Time && Serial(Encoding.UTF8.GetString(text), type) is var (number, style))
        {
            to.Write("<c s=\""u8);
            to.Write((long)style);
            to.Write("\"><v>"u8);
            to.Write(number);
            to.Write("</v></c>"u8);
        }
        else
        {
            WriteText(to, text);
        }
    }

    /// <summary>A day or a time as a number of days; null where Excel has none for it: before March 1900, and with an offset.</summary>
    private static (double Number, int Style)? Serial(string text, ColumnType type) => type switch
    {
        ColumnType.Date when DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= FirstDay =>
            ((day - DayZero).TotalDays, XlsxParts.DateStyle),
        ColumnType.DateTime when DateTime.TryParseExact(text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) && moment >= FirstDay =>
            ((moment - DayZero).TotalDays, XlsxParts.DateTimeStyle),
        ColumnType.Time when TimeOnly.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) =>
            (time.ToTimeSpan().TotalDays, XlsxParts.TimeStyle),
        _ => null,
    };

    private static void WriteText(Utf8Buffer to, ReadOnlySpan<byte> text, int style = 0)
    {
        if (text.Length > MostCharacters && Encoding.UTF8.GetCharCount(text) > MostCharacters)
        {
            throw new InvalidDataException($"A cell has more than {MostCharacters} characters, which no cell of a sheet holds.");
        }

        to.Write("<c t=\"inlineStr\""u8);
        if (style > 0)
        {
            to.Write(" s=\""u8);
            to.Write((long)style);
            to.Write((byte)'"');
        }

        to.Write("><is><t xml:space=\"preserve\">"u8);
        WriteEscaped(to, text);
        to.Write("</t></is></c>"u8);
    }

    /// <summary>Characters that XML does not take are written as <c>_xHHHH_</c> (ECMA-376, 22.9.2.19), and what looks like that already has its underscore written so.</summary>
    private static void WriteEscaped(Utf8Buffer to, ReadOnlySpan<byte> text)
    {
        if (text.IndexOfAnyInRange((byte)0, (byte)31) >= 0 || text.IndexOf("_x"u8) >= 0 || text.IndexOf("\uFFFE"u8) >= 0 || text.IndexOf("\uFFFF"u8) >= 0)
        {
            text = Encoding.UTF8.GetBytes(Odd().Replace(Encoding.UTF8.GetString(text), m => m.Value[0] == '_' ? "_x005F_" + m.Value[1..] : $"_x{(int)m.Value[0]:X4}_"));
        }

        for (var special = text.IndexOfAny("&<>"u8); special >= 0; special = text.IndexOfAny("&<>"u8))
        {
            to.Write(text[..special]);
            to.Write(text[special] switch { (byte)'&' => "&amp;"u8, (byte)'<' => "&lt;"u8, _ => "&gt;"u8 });
            text = text[(special + 1)..];
        }

        to.Write(text);
    }

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_|[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF]")]
    private static partial Regex Odd();
}
