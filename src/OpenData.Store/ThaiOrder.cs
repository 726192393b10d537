using OpenData.Schemas;

namespace OpenData.Store;

/// <summary>
/// Where a statement has to name the order of the language. Columns and indexes keep the order of bytes, so that nothing stored depends on a version
/// of ICU; of plain texts the two are the same, and an index serves.
/// </summary>
internal static class ThaiOrder
{
    /// <summary>The name of the collation on each engine.</summary>
    public const string Collation = "thai";

    /// <summary>True where the column's order is not that of its bytes.</summary>
    /// <param name="dictionary">The columns.</param>
    /// <param name="column">0-based position of the column.</param>
    /// <param name="plain">The positions of the columns whose texts are all plain.</param>
    public static bool IsOf(DataDictionary dictionary, int column, IReadOnlySet<int> plain) =>
        dictionary.Columns[column].Type == ColumnType.Text && !plain.Contains(column);

    /// <summary>True where the column's cells stand to the value otherwise than by their bytes.</summary>
    public static bool IsOf(DataDictionary dictionary, int column, IReadOnlySet<int> plain, RowValue value) =>
        dictionary.Columns[column].Type == ColumnType.Text && !(plain.Contains(column) && TextOrder.IsPlain(value.Text));

    /// <summary>Which terms of groups have plain texts only, by their positions.</summary>
    public static IReadOnlySet<int> PlainTerms(IReadOnlyList<AggregateTerm> terms, IReadOnlySet<int> plain) =>
        Enumerable.Range(0, terms.Count)
            .Where(i => terms[i].Function is AggregateFunction.Key or AggregateFunction.Min or AggregateFunction.Max && plain.Contains(terms[i].Column))
            .ToHashSet();
}
