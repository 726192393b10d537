using System.Globalization;
using OpenData.Schemas;
using OpenData.Store.Sqlite;

namespace OpenData.Store.Postgres;

/// <summary>How each column type is kept in a table.</summary>
internal static class PostgresColumn
{
    /// <summary>The column of a row's number in its release.</summary>
    public const string Number = "n";

    /// <summary>The column of digits that types do not keep: by column, as JSON.</summary>
    public const string Odd = "x";

    /// <summary>
    /// The type of such a column. Texts are kept and indexed in the order of their bytes, on every server and for ever: orders of languages change with
    /// the system's library, and are named in queries alone (<see cref="ThaiOrder"/>). A date and time is kept as it was written: most have no zone, and a zone made up is a fault.
    /// </summary>
    public static string Declaration(ColumnType type) => type switch
    {
        ColumnType.Integer or ColumnType.Year => "bigint",
        ColumnType.Boolean => "boolean",
        ColumnType.Number => "double precision",
        ColumnType.Decimal => "numeric",
        ColumnType.Date => "date",
        ColumnType.Text or ColumnType.Code or ColumnType.DateTime or ColumnType.Time => "text COLLATE \"C\"",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "A column type the store does not know."),
    };

    /// <summary>The kind of every cell of such a column that is not empty.</summary>
    public static RowValueKind KindOf(ColumnType type) => ColumnStorage.KindOf(type);

    /// <summary>An expression of such a column as it is sent to a reader.</summary>
    public static string Sent(ColumnType type, string expression) => type == ColumnType.Decimal ? $"({expression})::text" : expression;

    /// <summary>The day of a date as it is kept, in days from 2000-01-01; false for any other text.</summary>
    public static bool TryDay(ReadOnlySpan<byte> text, out int day)
    {
        day = 0;
        if (text.Length != 10)
        {
            return false;
        }

        Span<char> chars = stackalloc char[10];
        for (var i = 0; i < chars.Length; i++)
        {
            chars[i] = (char)text[i];
        }

        if (!DateOnly.TryParseExact(chars, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return false;
        }

        day = date.DayNumber - FirstDay;
        return true;
    }

    /// <summary>2000-01-01, from which PostgreSQL counts days.</summary>
    public static readonly int FirstDay = new DateOnly(2000, 1, 1).DayNumber;
}
