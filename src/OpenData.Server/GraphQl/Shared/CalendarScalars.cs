using System.Globalization;
using System.Text.Json;
using OpenData.GraphQL;
using OpenData.GraphQL.Language;
using OpenData.GraphQL.Types;
using OpenData.Schemas;
using OpenData.Server.Rest.RowQueries;

namespace OpenData.Server.GraphQl.Shared;

/// <summary>Days and times as texts of ISO 8601, in the common era. Their input is the text itself, once it is found valid.</summary>
internal static class CalendarScalars
{
    public static ScalarType Date => Build(
        "Date",
        ColumnType.Date,
        "\"2024-01-31\"",
        "https://scalars.graphql.org/andimarek/local-date.html",
        "วันที่ ค.ศ. แบบ ISO 8601 เช่น `2024-01-31` · A day, ISO 8601 in the common era, such as `2024-01-31`.");

    /// <summary>Without an address of its own: those that are published ask for an offset, and many a file has none.</summary>
    public static ScalarType DateTime => Build(
        "DateTime",
        ColumnType.DateTime,
        "\"2024-01-31T08:30:00\"",
        null,
        "วันและเวลาแบบ ISO 8601 เช่น `2024-01-31T08:30:00` อาจมีเขตเวลาต่อท้าย · A day and a time, ISO 8601, such as `2024-01-31T08:30:00`; with an offset where the data has one.");

    public static ScalarType Time => Build(
        "Time",
        ColumnType.Time,
        "\"08:30\"",
        null,
        "เวลาของวัน เช่น `08:30` หรือ `08:30:15` · A time of day, such as `08:30` or `08:30:15`.");

    private static ScalarType Build(string name, ColumnType type, string example, string? specification, string description)
    {
        GraphQLException Wrong(string shown, params ValueNode[] at) => new($"{name} cannot represent {shown}: write it like {example}.", at);
        return new ScalarType(name)
        {
            Description = description,
            SpecifiedByUrl = specification,
            Serialize = Text,
            ParseValue = value => value.ValueKind == JsonValueKind.String && ValueText.Read(value.GetString()!, type) is { } read ? read.Text : throw Wrong(Shown.Json(value)),
            ParseLiteral = value => value is StringValueNode text && ValueText.Read(text.Value, type) is { } read ? read.Text : throw Wrong(Shown.Literal(value), value),
        };
    }

    private static object Text(object value) => value switch
    {
        DateTimeOffset moment => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        _ => value,
    };
}
