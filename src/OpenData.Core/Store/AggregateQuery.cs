using OpenData.Schemas;
using OpenData.Schemas.Values;

namespace OpenData.Store;

/// <summary>What is told of a group of rows; empty cells take no part but in <see cref="Key"/> and <see cref="Count"/>.</summary>
public enum AggregateFunction
{
    /// <summary>The value that all rows of the group share: of a column the query groups by.</summary>
    Key,

    /// <summary>How many rows the group has; takes no column.</summary>
    Count,

    /// <summary>How many different values there are.</summary>
    CountDistinct,

    /// <summary>The exact sum; of floats, the sum of floats.</summary>
    Sum,

    /// <summary>The sum divided by how many values there are; exact sums are divided to <see cref="AggregateQuery.AverageDigits"/> digits more than they have.</summary>
    Avg,

    /// <summary>The least value.</summary>
    Min,

    /// <summary>The greatest value.</summary>
    Max,
}

/// <summary>One thing told of each group.</summary>
/// <param name="Function">What is told.</param>
/// <param name="Column">0-based position of the column in the release's dictionary; any number for <see cref="AggregateFunction.Count"/>.</param>
public readonly record struct AggregateTerm(AggregateFunction Function, int Column)
{
    /// <summary>The number of rows.</summary>
    public static AggregateTerm Count => new(AggregateFunction.Count, -1);

    /// <summary>True where the function can be told of a column of the type.</summary>
    public static bool Fits(AggregateFunction function, ColumnType type) =>
        function is not (AggregateFunction.Sum or AggregateFunction.Avg) || type.IsNumeric();

    /// <summary>The type of the term's values: sums and averages of whole numbers are decimals, so that they are exact and never too large.</summary>
    public ColumnType TypeIn(DataDictionary dictionary) => Function switch
    {
        AggregateFunction.Count or AggregateFunction.CountDistinct => ColumnType.Integer,
        AggregateFunction.Sum or AggregateFunction.Avg => dictionary.Columns[Column].Type == ColumnType.Number ? ColumnType.Number : ColumnType.Decimal,
        _ => dictionary.Columns[Column].Type,
    };
}

/// <summary>
/// Asks a release for groups of rows. Groups of equal order come in the order of the columns grouped by. Texts make groups by their bytes, and stand,
/// groups as well as least and greatest values, in the order that <see cref="RowQuery"/> tells.
/// </summary>
public sealed record AggregateQuery
{
    /// <summary>Digits behind the point that an average of exact numbers has beyond those of their sum; the last one is rounded half away from zero.</summary>
    public const int AverageDigits = 6;

    /// <summary>0-based positions of the columns whose values make a group; without any, all rows are one group, even where there are none.</summary>
    public IReadOnlyList<int> GroupBy { get; init; } = [];

    /// <summary>What is told of each group, in that order.</summary>
    public required IReadOnlyList<AggregateTerm> Terms { get; init; }

    /// <summary>Only these rows.</summary>
    public Filter? Where { get; init; }

    /// <summary>Only these groups; its columns are positions in <see cref="Terms"/>.</summary>
    public Filter? Having { get; init; }

    /// <summary>The order of the groups; its columns are positions in <see cref="Terms"/>.</summary>
    public IReadOnlyList<Sort> Order { get; init; } = [];

    /// <summary>How many groups to pass over first.</summary>
    public long Offset { get; init; }

    /// <summary>The greatest number of groups to give, or null for all.</summary>
    public long? Limit { get; init; }

    /// <summary>The terms as the columns of a table of their own, for conditions on them.</summary>
    public static DataDictionary Table(DataDictionary dictionary, IReadOnlyList<AggregateTerm> terms) => new()
    {
        Columns = [.. terms.Select(t => new DictionaryColumn { Name = NameOf(dictionary, t), Header = NameOf(dictionary, t), Type = t.TypeIn(dictionary) })],
        Sha256 = dictionary.Sha256,
    };

    private static string NameOf(DataDictionary dictionary, AggregateTerm term) => term.Function switch
    {
        AggregateFunction.Count => "count()",
        AggregateFunction.Key => dictionary.Columns[term.Column].Name,
        _ => $"{term.Function.ToString().ToLowerInvariant()}({dictionary.Columns[term.Column].Name})",
    };
}
