using System.Globalization;
using System.Text.Json;
using OpenData.GraphQL;
using OpenData.GraphQL.Language;
using OpenData.GraphQL.Types;
using OpenData.Schemas;
using OpenData.Server.Rest.RowQueries;

namespace OpenData.Server.GraphQl.Shared;

/// <summary>Whole numbers of 64 bits, years, decimal numbers of any length, and ids.</summary>
internal static class NumberScalars
{
    /// <summary>Its input is a <see cref="long"/>.</summary>
    public static ScalarType Long => new("Long")
    {
        Description = "จำนวนเต็ม 64 บิต · A whole number of 64 bits, from -2^63 to 2^63 - 1.",
        SpecifiedByUrl = "https://scalars.graphql.org/chillicream/long.html",
        ParseValue = value => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var whole) ? whole : throw Wrong("Long", "1000", Shown.Json(value)),
        ParseLiteral = value => value is IntValueNode digits && Whole(digits) is { } whole ? whole : throw Wrong("Long", "1000", Shown.Literal(value), value),
    };

    /// <summary>Its input is a <see cref="long"/>.</summary>
    public static ScalarType Year => new("Year")
    {
        Description = "ปี ค.ศ. สี่หลัก เช่น `2024` · A year of the common era, four digits, such as `2024`.",
        ParseValue = value => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var year) && IsYear(year) ? year : throw Wrong("Year", "2024", Shown.Json(value)),
        ParseLiteral = value => value is IntValueNode digits && Whole(digits) is { } year && IsYear(year) ? year : throw Wrong("Year", "2024", Shown.Literal(value), value),
    };

    /// <summary>Its input is the text of its digits. In the response it is a JSON number of those very digits.</summary>
    public static ScalarType Decimal => new("Decimal")
    {
        Description = "จำนวนทศนิยม เก็บทุกหลักตามที่เขียน ส่งเป็นตัวเลข JSON; ใส่ค่าเป็นตัวเลขหรือข้อความก็ได้ · A decimal number, every digit as it is written, a JSON number in the response. Input may be a number, or a text where a program's numbers are too short.",
        Serialize = value => value is string digits && JsonNumber.Is(digits) ? JsonDocument.Parse(digits).RootElement : value,
        ParseValue = value => Digits(value.ValueKind switch
        {
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.String => value.GetString(),
            _ => null,
        }) ?? throw Wrong("Decimal", "12.50", Shown.Json(value)),
        ParseLiteral = value => Digits(value switch
        {
            IntValueNode whole => whole.Value,
            FloatValueNode fraction => fraction.Value,
            StringValueNode text => text.Value,
            _ => null,
        }) ?? throw Wrong("Decimal", "12.50", Shown.Literal(value), value),
    };

    /// <summary>Its input is a <see cref="Guid"/>.</summary>
    public static ScalarType Uuid => new("UUID")
    {
        Description = "รหัสประจำตัว RFC 9562 · An id of RFC 9562, such as `00000000-0000-0000-0000-000000000000`.",
        SpecifiedByUrl = "https://www.rfc-editor.org/rfc/rfc9562",
        Serialize = value => value is Guid id ? id.ToString("D") : value,
        ParseValue = value => value.ValueKind == JsonValueKind.String && Guid.TryParseExact(value.GetString(), "D", out var id) ? id : throw Wrong("UUID", Sample, Shown.Json(value)),
        ParseLiteral = value => value is StringValueNode text && Guid.TryParseExact(text.Value, "D", out var id) ? id : throw Wrong("UUID", Sample, Shown.Literal(value), value),
    };

    private const string Sample = "\"00000000-0000-0000-0000-000000000000\"";

    private static long? Whole(IntValueNode digits) =>
        long.TryParse(digits.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null;

    private static bool IsYear(long year) => year is >= 0 and <= 9999;

    /// <summary>Plain digits, or null: a number with an exponent is written out where it has no more digits than any data.</summary>
    private static string? Digits(string? text) =>
        text is null ? null
        : ValueText.Read(text, ColumnType.Decimal) is { } plain ? plain.Text
        : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number.ToString(CultureInfo.InvariantCulture)
        : null;

    private static GraphQLException Wrong(string scalar, string example, string shown, params ValueNode[] at) =>
        new($"{scalar} cannot represent {shown}: write it like {example}.", at);
}
