using System.Numerics;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OpenData.Store.Sqlite;

/// <summary>The SQL functions for exact numbers, which SQLite itself does not have.</summary>
internal static class DecimalFunctions
{
    /// <summary>The aggregate that adds decimal texts.</summary>
    public const string Sum = "decimal_sum";

    /// <summary>Makes one number of the sums of the upper and the lower 32 bits of whole numbers.</summary>
    public const string OfHalves = "decimal_of_halves";

    /// <summary>Divides an exact sum by a count.</summary>
    public const string Average = "decimal_average";

    private static readonly delegate_function_aggregate_step Step = static (context, _, values) => Add((State)(context.state ??= new State()), values[0]);
    private static readonly delegate_function_aggregate_final Final = static (context, _) => Result(context, (context.state as State)?.Sum);
    private static readonly delegate_function_scalar Halves = static (context, _, values) => Join(context, values[0], values[1]);
    private static readonly delegate_function_scalar Quotient = static (context, _, values) => Divide(context, values[0], values[1]);

    /// <summary>Teaches a connection these functions.</summary>
    public static void Register(sqlite3 file)
    {
        const int Flags = raw.SQLITE_UTF8 | raw.SQLITE_DETERMINISTIC;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_create_function(file, Sum, 1, Flags, null, Step, Final), file);
        SqliteException.ThrowExceptionForRC(raw.sqlite3_create_function(file, OfHalves, 2, Flags, null, Halves), file);
        SqliteException.ThrowExceptionForRC(raw.sqlite3_create_function(file, Average, 2, Flags, null, Quotient), file);
    }

    private static void Add(State state, sqlite3_value value)
    {
        if (raw.sqlite3_value_type(value) != raw.SQLITE_NULL)
        {
            state.Sum.Add(raw.sqlite3_value_blob(value));
        }
    }

    private static void Result(sqlite3_context context, DecimalSum? sum)
    {
        if (sum is null or { IsEmpty: true })
        {
            raw.sqlite3_result_null(context);
        }
        else
        {
            raw.sqlite3_result_text(context, sum.ToString());
        }
    }

    private static void Join(sqlite3_context context, sqlite3_value upper, sqlite3_value lower)
    {
        if (raw.sqlite3_value_type(upper) == raw.SQLITE_NULL)
        {
            raw.sqlite3_result_null(context);
            return;
        }

        var sum = ((BigInteger)raw.sqlite3_value_int64(upper) << 32) + raw.sqlite3_value_int64(lower);
        raw.sqlite3_result_text(context, DecimalSum.Write(sum, 0));
    }

    private static void Divide(sqlite3_context context, sqlite3_value sum, sqlite3_value count)
    {
        if (raw.sqlite3_value_type(sum) == raw.SQLITE_NULL)
        {
            raw.sqlite3_result_null(context);
            return;
        }

        var (number, scale) = DecimalSum.Read(Encoding.ASCII.GetString(raw.sqlite3_value_blob(sum)));
        scale += AggregateQuery.AverageDigits;
        raw.sqlite3_result_text(context, Trimmed(DecimalSum.Write(Rounded(number * BigInteger.Pow(10, AggregateQuery.AverageDigits), raw.sqlite3_value_int64(count)), scale)));
    }

    /// <summary>Half away from zero.</summary>
    private static BigInteger Rounded(BigInteger number, BigInteger by)
    {
        var quotient = BigInteger.DivRem(number, by, out var rest);
        return BigInteger.Abs(rest) * 2 >= by ? quotient + number.Sign : quotient;
    }

    private static string Trimmed(string digits) => digits.TrimEnd('0').TrimEnd('.');

    /// <summary>The state of one group; SQLite keeps it from step to step.</summary>
    private sealed class State
    {
        public DecimalSum Sum { get; } = new();
    }
}
