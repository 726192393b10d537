using System.Globalization;
using System.Text;
using Npgsql;
using NpgsqlTypes;
using OpenData.Schemas;

namespace OpenData.Store.Postgres;

/// <summary>A statement and the values of its parameters <c>$1</c>, <c>$2</c>, …</summary>
/// <param name="Text">The statement.</param>
/// <param name="Parameters">The values.</param>
internal sealed record PostgresStatement(string Text, IReadOnlyList<NpgsqlParameter> Parameters);

/// <summary>Collects the values of a statement: a value reaches SQL only as a number that stands for it.</summary>
internal sealed class PostgresParameters
{
    private readonly List<NpgsqlParameter> values = [];

    public IReadOnlyList<NpgsqlParameter> Values => values;

    public string Add(long value) => Add(new NpgsqlParameter<long> { TypedValue = value });

    /// <summary>A text, as texts are kept.</summary>
    public string Add(string text) => Add(new NpgsqlParameter<string> { TypedValue = PostgresText.Escape(text), NpgsqlDbType = NpgsqlDbType.Text });

    /// <summary>A value of the kind that a column of the type holds; of a date it must be one.</summary>
    public string Add(ColumnType type, RowValue value) => type switch
    {
        ColumnType.Boolean => Add(new NpgsqlParameter<bool> { TypedValue = value.Integer != 0 }),
        ColumnType.Integer or ColumnType.Year => Add(value.Integer),
        ColumnType.Number => Add(new NpgsqlParameter<double> { TypedValue = FloatOf(value) }),
        ColumnType.Decimal => $"CAST({Add(value.Text)} AS numeric)",
        ColumnType.Date => Add(new NpgsqlParameter<DateOnly> { TypedValue = DayOf(value) }),
        _ => Add(value.Text),
    };

    /// <summary>Several values as one array.</summary>
    public string AddAll(ColumnType type, IReadOnlyList<RowValue> values) => type switch
    {
        ColumnType.Boolean => AddArray(values, v => v.Integer != 0),
        ColumnType.Integer or ColumnType.Year => AddArray(values, v => v.Integer),
        ColumnType.Number => AddArray(values, FloatOf),
        ColumnType.Decimal => $"CAST({AddArray(values, v => v.Text)} AS numeric[])",
        ColumnType.Date => AddArray(values, DayOf),
        _ => AddArray(values, v => PostgresText.Escape(v.Text)),
    };

    /// <summary>True where a value can be compared as the column's type has it; else both are compared as texts, or as whole numbers.</summary>
    public static bool Fits(ColumnType type, RowValue value) => type switch
    {
        ColumnType.Boolean => value.Integer is 0 or 1,
        ColumnType.Date => PostgresColumn.TryDay(Encoding.UTF8.GetBytes(value.Text), out _),
        _ => true,
    };

    private static double FloatOf(RowValue value) => value.Kind == RowValueKind.Float ? value.Float : value.Integer;

    private static DateOnly DayOf(RowValue value) => DateOnly.ParseExact(value.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string AddArray<T>(IReadOnlyList<RowValue> values, Func<RowValue, T> read) => Add(new NpgsqlParameter<T[]> { TypedValue = [.. values.Select(read)] });

    private string Add(NpgsqlParameter parameter)
    {
        if (values.Count == StoreLimits.Parameters)
        {
            throw new ArgumentException($"A query can compare with {StoreLimits.Parameters:N0} values at most.");
        }

        values.Add(parameter);
        return string.Create(CultureInfo.InvariantCulture, $"${values.Count}");
    }
}
