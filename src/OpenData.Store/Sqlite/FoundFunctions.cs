using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OpenData.Store.Sqlite;

/// <summary>The SQL functions by which rows are found by words and by place.</summary>
internal static class FoundFunctions
{
    /// <summary>True where one of the texts behind the first holds it; see <see cref="SearchWords"/>.</summary>
    public const string Holds = "holds_word";

    /// <summary>The distance between two places in metres; see <see cref="GreatCircle"/>.</summary>
    public const string Metres = "great_circle_metres";

    private static readonly delegate_function_scalar Search = static (context, _, values) => raw.sqlite3_result_int(context, IsIn(values) ? 1 : 0);
    private static readonly delegate_function_scalar Distance = static (context, _, values) => raw.sqlite3_result_double(
        context,
        GreatCircle.Metres(raw.sqlite3_value_double(values[0]), raw.sqlite3_value_double(values[1]), raw.sqlite3_value_double(values[2]), raw.sqlite3_value_double(values[3])));

    /// <summary>Teaches a connection these functions.</summary>
    public static void Register(sqlite3 file)
    {
        const int Flags = raw.SQLITE_UTF8 | raw.SQLITE_DETERMINISTIC;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_create_function(file, Holds, -1, Flags, null, Search), file);
        SqliteException.ThrowExceptionForRC(raw.sqlite3_create_function(file, Metres, 4, Flags, null, Distance), file);
    }

    private static bool IsIn(sqlite3_value[] values)
    {
        var word = raw.sqlite3_value_blob(values[0]);
        for (var i = 1; i < values.Length; i++)
        {
            if (raw.sqlite3_value_type(values[i]) == raw.SQLITE_TEXT && SearchWords.Holds(raw.sqlite3_value_blob(values[i]), word))
            {
                return true;
            }
        }

        return false;
    }
}
