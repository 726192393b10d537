using System.Globalization;

namespace OpenData.Store.Sqlite;

/// <summary>Collects the values of a statement: a value reaches SQL only as a number that stands for it.</summary>
internal sealed class SqlParameters
{
    private readonly List<RowValue> values = [];

    public IReadOnlyList<RowValue> Values => values;

    public string Add(RowValue value)
    {
        if (values.Count == StoreLimits.Parameters)
        {
            throw new ArgumentException($"A query can compare with {StoreLimits.Parameters:N0} values at most (SQLite's limit on parameters).");
        }

        values.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"?{values.Count}");
    }
}
