using System.Globalization;

namespace OpenData.Store.Sqlite;

/// <summary>The only way by which a column reaches SQL: by its place, never by its name.</summary>
internal static class Identifier
{
    /// <summary>The physical name of a column: <c>c1</c> for position 0.</summary>
    public static string Column(int position)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(position, StoreLimits.Columns);
        return string.Create(CultureInfo.InvariantCulture, $"c{position + 1}");
    }
}
