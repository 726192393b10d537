using OpenData.Schemas;
using OpenData.Schemas.Values;

namespace OpenData.Rules.Scanning;

/// <summary>Tells whether a cell breaks a rule: true where it does.</summary>
public delegate bool CellTest(ReadOnlySpan<byte> cell, in CellReading reading);

/// <summary>All that one pass over the rows says of one column: exact counts, first samples, no more.</summary>
public sealed class ColumnProfile
{
    private readonly Tally?[] plain = new Tally?[Shapes.Count];
    private readonly Dictionary<(Shape, ShapeMarks), Tally> marked = [];
    private (Rule Rule, CellTest Test, Tally Tally)[] tests = [];
    private readonly Fingerprints distinct;
    private readonly List<string> firstValues = [];
    private readonly int distinctLimit;
    private readonly int keep;
    private readonly Extremes numbers = new();
    private readonly Extremes days = new();

    internal ColumnProfile(int index, string header, string name, DictionaryColumn? dictionary, int keep, int distinctLimit)
    {
        Index = index;
        Header = header;
        Name = name;
        Dictionary = dictionary;
        Type = dictionary?.Type ?? ColumnType.Text;
        this.distinctLimit = distinctLimit;
        distinct = new Fingerprints(distinctLimit + 1);

        // What a column is taken for must not depend on how much of it is shown.
        this.keep = Math.Max(keep, CheckLimits.Keep);
    }

    /// <summary>0-based position in the file.</summary>
    public int Index { get; }

    /// <summary>The header cell's text, as it stands; empty where there is none.</summary>
    public string Header { get; }

    /// <summary>The column's identifier.</summary>
    public string Name { get; }

    /// <summary>What the dictionary says of it, or null.</summary>
    public DictionaryColumn? Dictionary { get; }

    /// <summary>The dictionary's type; without one the type that its values have, known after the last row.</summary>
    public ColumnType Type { get; internal set; }

    /// <summary>True where neither dictionary nor values give a type and numbers stand among words.</summary>
    public bool IsMixed { get; internal set; }

    /// <summary>Cells with a value; placeholders count as such.</summary>
    public long Values { get; private set; }

    /// <summary>Cells without.</summary>
    public long Empty { get; private set; }

    /// <summary>Number of different values, or null beyond <see cref="CheckOptions.DistinctLimit"/>.</summary>
    public long? DistinctValues => distinct.IsFull ? null : distinct.Count;

    /// <summary>
    /// The first different values, at most <see cref="CheckLimits.ValuesKept"/>, each cut at <see cref="CheckLimits.ValueLength"/> characters. In the order of
    /// the file where one thread has read it.
    /// </summary>
    public IReadOnlyList<string> FirstValues => firstValues;

    /// <summary>The least number or date, as the file writes it.</summary>
    public string? Least => (Type.IsCalendar() ? days : numbers).Least.Text;

    /// <summary>The greatest number or date, as the file writes it.</summary>
    public string? Greatest => (Type.IsCalendar() ? days : numbers).Greatest.Text;

    /// <summary>Which pairs of words for yes and no occur, a bit each.</summary>
    public int BooleanPairs { get; private set; }

    /// <summary>The column's calendar.</summary>
    public Calendar Calendar => Dictionary?.Calendar ?? Calendar.Gregorian;

    /// <summary>How many cells have the shape, with any marks.</summary>
    public long CountOf(Shape shape) => (plain[(int)shape]?.Count ?? 0) + marked.Where(m => m.Key.Item1 == shape).Sum(m => m.Value.Count);

    /// <summary>How many cells have a shape that is told by <paramref name="isWanted"/>.</summary>
    public long CountOf(Func<Shape, bool> isWanted) => Tallies().Where(t => isWanted(t.Shape)).Sum(t => t.Tally.Count);

    /// <summary>Every kind of cell that occurs.</summary>
    public IEnumerable<(Shape Shape, ShapeMarks Marks, Tally Tally)> Tallies() =>
        plain.Select((tally, shape) => ((Shape)shape, ShapeMarks.None, tally))
            .Where(t => t.tally is not null)
            .Select(t => (t.Item1, t.None, t.tally!))
            .Concat(marked.Select(m => (m.Key.Item1, m.Key.Item2, m.Value)));

    /// <summary>What a test of this column has counted, or null where the rule has none here.</summary>
    public Tally? ResultOf(Rule rule) => tests.Where(t => t.Rule == rule).Select(t => t.Tally).FirstOrDefault();

    internal void AddTest(Rule rule, CellTest test) => tests = [.. tests, (rule, test, new Tally())];

    /// <summary>A column of the same kind that has counted nothing yet, for another thread.</summary>
    internal ColumnProfile Fork() => new(Index, Header, Name, Dictionary, keep, distinctLimit) { tests = [.. tests.Select(t => (t.Rule, t.Test, new Tally()))] };

    /// <summary>Adds what a fork of this column has counted.</summary>
    internal void Add(ColumnProfile fork)
    {
        Values += fork.Values;
        Empty += fork.Empty;
        BooleanPairs |= fork.BooleanPairs;
        distinct.Add(fork.distinct);
        foreach (var (shape, marks, tally) in fork.Tallies())
        {
            TallyOf(shape, marks).Add(tally, keep);
        }

        for (var i = 0; i < tests.Length; i++)
        {
            tests[i].Tally.Add(fork.tests[i].Tally, keep);
        }

        numbers.Add(fork.numbers);
        days.Add(fork.days);
    }

    internal void Add(long row, long line, ReadOnlySpan<byte> cell, in CellReading reading)
    {
        if (reading.Shape == Shape.Empty)
        {
            Empty++;
        }
        else
        {
            Values++;
            Measure(row, cell, reading);
        }

        TallyOf(reading.Shape, reading.Marks).Add(row, line, cell, keep);
        foreach (var (_, test, tally) in tests)
        {
            if (test(cell, reading))
            {
                tally.Add(row, line, cell, keep);
            }
        }
    }

    private Tally TallyOf(Shape shape, ShapeMarks marks)
    {
        if (marks == ShapeMarks.None)
        {
            return plain[(int)shape] ??= new Tally();
        }

        if (!marked.TryGetValue((shape, marks), out var tally))
        {
            marked.Add((shape, marks), tally = new Tally());
        }

        return tally;
    }

    private void Measure(long row, ReadOnlySpan<byte> cell, in CellReading reading)
    {
        if (!distinct.IsFull && distinct.Add(Fingerprints.Of(cell)) && firstValues.Count < CheckLimits.ValuesKept)
        {
            firstValues.Add(CellText.Of(cell));
        }

        switch (reading.Shape)
        {
            case Shape.Boolean:
                BooleanPairs |= 1 << reading.Scale;
                break;
            case Shape.Integer or Shape.Decimal or Shape.LeadingZero or Shape.BigInteger or Shape.Exponent:
                numbers.Add(reading.Number, row, cell);
                break;
            case Shape.IsoDate or Shape.IsoDateTime or (>= Shape.DateYmd and <= Shape.DateNamedMonth) when (reading.Marks & ShapeMarks.Impossible) == 0:
                days.Add(reading.Number, row, cell);
                break;
        }
    }
}
