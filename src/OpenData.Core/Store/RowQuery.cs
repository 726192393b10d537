namespace OpenData.Store;

/// <summary>How a filter compares a column with its values; the names are those of the public interfaces.</summary>
public enum FilterOperator
{
    Eq,
    Neq,
    Gt,
    Gte,
    Lt,
    Lte,
    In,
    Nin,

    /// <summary>The text contains the value; letters A–Z compare without case.</summary>
    Contains,

    /// <summary>The text starts with the value; letters A–Z compare without case.</summary>
    StartsWith,

    /// <summary>The text ends with the value; letters A–Z compare without case.</summary>
    EndsWith,

    /// <summary>The cell is empty (value true) or not (value false).</summary>
    IsNull,
}

/// <summary>A condition on rows.</summary>
public abstract record Filter
{
    private Filter()
    {
    }

    /// <summary>Every one of the parts holds; true of no parts.</summary>
    public sealed record And(IReadOnlyList<Filter> Parts) : Filter;

    /// <summary>At least one of the parts holds; false of no parts.</summary>
    public sealed record Or(IReadOnlyList<Filter> Parts) : Filter;

    /// <summary>The part does not hold; of an empty cell no comparison holds but those that say so.</summary>
    public sealed record Not(Filter Part) : Filter;

    /// <summary>A column compared with one value, or with several for <c>in</c> and <c>nin</c>.</summary>
    /// <param name="Column">0-based position of the column in the release's dictionary.</param>
    /// <param name="Operator">How they are compared.</param>
    /// <param name="Values">Values of the column's type; for <c>isNull</c> one boolean. An empty cell equals nothing and differs from every value.</param>
    public sealed record Compare(int Column, FilterOperator Operator, IReadOnlyList<RowValue> Values) : Filter;

    /// <summary>The row's number in its release, from 1, compared with one number, or with several for <c>in</c>.</summary>
    /// <param name="Operator">How they are compared: eq, gt, gte, lt, lte or in.</param>
    /// <param name="Numbers">The numbers.</param>
    public sealed record RowNumber(FilterOperator Operator, IReadOnlyList<long> Numbers) : Filter;

    /// <summary>Every one of the words is found in some text or code column of the row, one here and another there; see <see cref="SearchWords"/>.</summary>
    /// <param name="Words">The words, as <see cref="SearchWords.Of"/> gives them; of none it is true.</param>
    public sealed record Search(IReadOnlyList<string> Words) : Filter;

    /// <summary>The row's place lies in a box of degrees, its edges included. A row without a place lies nowhere.</summary>
    /// <param name="Latitude">0-based position of the latitude's column.</param>
    /// <param name="Longitude">0-based position of the longitude's column.</param>
    /// <param name="West">The western edge; where it is greater than <paramref name="East"/>, the box goes over the 180th meridian (RFC 7946, section 5.2).</param>
    /// <param name="South">The southern edge.</param>
    /// <param name="East">The eastern edge.</param>
    /// <param name="North">The northern edge.</param>
    public sealed record Box(int Latitude, int Longitude, double West, double South, double East, double North) : Filter;

    /// <summary>The row's place is no farther from another than so many metres; see <see cref="GreatCircle"/>. A row without a place is near nothing.</summary>
    /// <param name="Latitude">0-based position of the latitude's column.</param>
    /// <param name="Longitude">0-based position of the longitude's column.</param>
    /// <param name="AtLatitude">The other place's latitude in degrees.</param>
    /// <param name="AtLongitude">The other place's longitude in degrees.</param>
    /// <param name="Metres">The greatest distance.</param>
    public sealed record Near(int Latitude, int Longitude, double AtLatitude, double AtLongitude, double Metres) : Filter;
}

/// <summary>One step of an order. Empty cells come first when ascending and last when descending.</summary>
/// <param name="Column">0-based position of the column in the release's dictionary.</param>
/// <param name="Descending">True for the greatest value first.</param>
public readonly record struct Sort(int Column, bool Descending)
{
    /// <summary>
    /// True for the order of a text's bytes, which every index has and which is the same on every machine: for programs that read two tables side by
    /// side, not for people. False for <see cref="TextOrder"/>.
    /// </summary>
    public bool ByBytes { get; init; }
}

/// <summary>The last row a reader has seen: the values it was ordered by, and its number.</summary>
/// <param name="Values">One value for each step of the query's order.</param>
/// <param name="Row">The row's number in the release, from 1.</param>
public sealed record RowPosition(IReadOnlyList<RowValue> Values, long Row);

/// <summary>The only way to ask a release for rows. Rows of equal order keep the order of the file.</summary>
/// <remarks>
/// Every engine answers alike. Columns of type Text stand in the order of the Thai language, <see cref="TextOrder"/>; codes, dates and times stand by
/// their characters' numbers (code points), as their UTF-8 bytes do. The order of the language is for what stands before and behind: for orders, ranges
/// (gt, gte, lt, lte), cursors, least and greatest values. What is equal, what is one of several, what is unique, what is a group and what a text
/// contains is told by bytes alone. Only the letters A–Z are without case, and only in <see cref="FilterOperator.Contains"/>,
/// <see cref="FilterOperator.StartsWith"/> and <see cref="FilterOperator.EndsWith"/>. Nothing is normalized: é of one character is not é of two.
/// Decimals compare as numbers, however they are written, and come back digit for digit. Dates and times compare as they are written. Of floats -0
/// equals 0, and NaN is an empty cell. Empty cells come first ascending and last descending.
/// </remarks>
public sealed record RowQuery
{
    /// <summary>0-based positions of the columns wanted, in that order.</summary>
    public required IReadOnlyList<int> Select { get; init; }

    public Filter? Where { get; init; }
    public IReadOnlyList<Sort> Order { get; init; } = [];

    /// <summary>Only rows after this one in the query's order.</summary>
    public RowPosition? After { get; init; }

    /// <summary>Only rows before this one in the query's order.</summary>
    public RowPosition? Before { get; init; }

    /// <summary>True for the rows from the end: they come the other way round, so that a limit gives the last ones.</summary>
    public bool Backward { get; init; }

    /// <summary>How many rows to pass over first.</summary>
    public long Offset { get; init; }

    /// <summary>The greatest number of rows to give, or null for all.</summary>
    public long? Limit { get; init; }
}
