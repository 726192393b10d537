namespace OpenData.Server.GraphQl.Resources;

/// <summary>The names a resource takes in the schema, all made of one identifier: its own.</summary>
/// <param name="Stem">The identifier: the name of its connection field, such as <c>grossProvincialProduct</c>.</param>
internal readonly record struct ResourceNames(string Stem)
{
    private static readonly string[] Plain =
    [
        "", "Connection", "Edge", "FilterInput", "SortInput", "Column", "Group", "GroupValues", "GroupCounts", "GroupFilterInput", "GroupCountsFilterInput", "GroupSortInput",
    ];

    private static readonly string[] Numeric = ["GroupNumbers", "GroupNumbersFilterInput", "GroupNumbersSortInput"];

    /// <summary>What one identifier must not be longer than another by: <c>budgetGroup</c> would make the types that <c>budget</c> makes.</summary>
    private static readonly string[] Differences = FindDifferences();

    public string Aggregate => Stem + "Aggregate";
    public string ByKey => Stem + "ByKey";

    /// <summary>The type of a row; the others are this and a word.</summary>
    public string Row => char.ToUpperInvariant(Stem[0]) + Stem[1..];

    public string Connection => Row + "Connection";
    public string Edge => Row + "Edge";
    public string Filter => Row + "FilterInput";
    public string Sort => Row + "SortInput";
    public string Column => Row + "Column";
    public string Group => Row + "Group";
    public string GroupValues => Row + "GroupValues";
    public string GroupCounts => Row + "GroupCounts";
    public string GroupNumbers => Row + "GroupNumbers";
    public string Having => Row + "GroupFilterInput";
    public string CountsFilter => Row + "GroupCountsFilterInput";
    public string NumbersFilter => Row + "GroupNumbersFilterInput";
    public string GroupSort => Row + "GroupSortInput";
    public string NumbersSort => Row + "GroupNumbersSortInput";

    /// <summary>The types of a resource.</summary>
    /// <param name="numbers">Whether a column of it can be added up.</param>
    public string[] Types(bool numbers)
    {
        var row = Row;
        return [.. Plain.Select(s => row + s), .. numbers ? Numeric.Select(s => row + s) : []];
    }

    /// <summary>The fields of the query type.</summary>
    /// <param name="key">Whether its rows have a key.</param>
    public string[] Fields(bool key) => key ? [Stem, Aggregate, ByKey] : [Stem, Aggregate];

    /// <summary>True where two resources of these identifiers would define one name twice.</summary>
    /// <param name="stems">The identifiers of other resources.</param>
    public bool MeetsOneOf(IReadOnlySet<string> stems)
    {
        var stem = Stem;
        return stems.Contains(stem) || Array.Exists(Differences, d => stems.Contains(stem + d) || (stem.Length > d.Length && stem.EndsWith(d, StringComparison.Ordinal) && stems.Contains(stem[..^d.Length])));
    }

    private static string[] FindDifferences()
    {
        string[][] kinds = [[.. Plain, .. Numeric], ["", "Aggregate", "ByKey"]];
        return
        [
            .. kinds.SelectMany(words => from longer in words from shorter in words where longer.Length > shorter.Length && longer.EndsWith(shorter, StringComparison.Ordinal) select longer[..^shorter.Length]).Distinct(),
        ];
    }
}
