using OpenData.Rules.Privacy;
using OpenData.Schemas;
using OpenData.Schemas.Values;

namespace OpenData.Rules.Scanning;

/// <summary>All that one pass over the rows says of one column: exact counts, first samples, no more.</summary>
public sealed class ColumnProfile
{
    private readonly Tally?[] plain = new Tally?[Shapes.Count];
    private readonly Dictionary<(Shape, ShapeMarks), Tally> marked = [];
    private readonly (CellTest Breaks, Tally Tally)[][] testsOf = new (CellTest, Tally)[Shapes.Count][];
    private (Rule Rule, ColumnTest Test, Tally Tally)[] tests = [];
    private bool mayBeQuiet = true;
    private readonly Fingerprints distinct;
    private readonly List<string> firstValues = [];
    private readonly int distinctLimit;
    private readonly int keep;
    private readonly QuietNumbers quiet = new();
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
        Array.Fill(testsOf, []);
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
    /// the file where one thread has read it. None where the column holds personal data.
    /// </summary>
    public IReadOnlyList<string> FirstValues => IsPersonal ? [] : firstValues;

    /// <summary>The least number or date, as the file writes it; masked where the column holds personal data.</summary>
    public string? Least => Shown((Type.IsCalendar() ? days : numbers).Least.Text);

    /// <summary>The greatest number or date, as the file writes it; masked where the column holds personal data.</summary>
    public string? Greatest => Shown((Type.IsCalendar() ? days : numbers).Greatest.Text);

    /// <summary>The header as it may be shown: a file without a header row may have a person in its place.</summary>
    public string ShownHeader => Masks.InText(Header);

    /// <summary>The identifier as it may be shown: one made of a personal header would tell it.</summary>
    public string ShownName => ShownHeader == Header ? Name : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"column_{Index + 1}");

    /// <summary>The personal data that the column holds, by kind; known once the rules have finished.</summary>
    public IReadOnlyList<PersonalVerdict> Personal { get; internal set; } = [];

    /// <summary>True where some cells hold personal data: their values are not to be shown.</summary>
    public bool IsPersonal => Personal.Count > 0;

    /// <summary>True where at least half of the cells do, so that the others are meant to.</summary>
    public bool IsMostlyPersonal => Personal.Any(v => v.IsMost);

    /// <summary>Looks for personal data, or null where nobody asked.</summary>
    internal PersonalWatch? Watch { get; set; }

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

    internal void AddTest(Rule rule, ColumnTest test)
    {
        var tally = new Tally();
        tests = [.. tests, (rule, test, tally)];
        for (var shape = 0; shape < testsOf.Length; shape++)
        {
            testsOf[shape] = test.Concerns((Shape)shape) ? [.. testsOf[shape], (test.Breaks, tally)] : testsOf[shape];
        }

        mayBeQuiet &= test.IsAboutSize || !(test.Concerns(Shape.Integer) || test.Concerns(Shape.Decimal));
    }

    /// <summary>True where a test looks at what came before, so that equal cells are not equal to it.</summary>
    internal bool RemembersCells => Array.Exists(tests, t => t.Test.Remembers);

    /// <summary>A column of the same kind that has counted nothing yet, for another thread. What depends on the cells before is not for several threads.</summary>
    internal ColumnProfile Fork()
    {
        var fork = new ColumnProfile(Index, Header, Name, Dictionary, keep, distinctLimit) { Watch = Watch?.Fork() };
        foreach (var (rule, test, _) in tests)
        {
            fork.AddTest(rule, test.Remembers ? test with { Concerns = _ => false } : test);
        }

        return fork;
    }

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

        Watch?.Add(fork.Watch!);
        numbers.Add(fork.numbers);
        days.Add(fork.days);
    }

    /// <summary>Counts a cell. True where nothing is to be told of it and no more cells of its kind are kept: one with the same bytes needs <see cref="AddAgain"/> only.</summary>
    internal bool Add(long row, long line, ReadOnlySpan<byte> cell, in CellReading reading)
    {
        var isPlain = true;
        if (reading.Shape == Shape.Empty)
        {
            Empty++;
        }
        else
        {
            Values++;
            Measure(row, cell, reading);
            isPlain = Watch is null || !Watch.Look(row, line, cell, reading);
        }

        isPlain &= !TallyOf(reading.Shape, reading.Marks).Add(row, line, cell, keep);
        foreach (var (breaks, tally) in testsOf[(int)reading.Shape])
        {
            if (breaks(cell, reading))
            {
                tally.Add(row, line, cell, keep);
                isPlain = false;
            }
        }

        if (isPlain && mayBeQuiet && distinct.IsFull && Watch is not { ReadsAllNumbers: true })
        {
            quiet.Add(reading);
        }

        return isPlain;
    }

    /// <summary>True where nothing is to be told of the cell: it needs <see cref="AddQuiet"/> only.</summary>
    internal bool IsQuiet(ReadOnlySpan<byte> cell, in CellReading reading) => quiet.Contain(cell, reading);

    /// <summary>Counts a cell of which nothing is to be told.</summary>
    internal void AddQuiet(Shape shape)
    {
        Values++;
        plain[(int)shape]!.Add(1);
    }

    /// <summary>Counts cells that are byte for byte like one that <see cref="Add(long, long, ReadOnlySpan{byte}, in CellReading)"/> has said true to.</summary>
    internal void AddAgain(in CellReading reading, long count)
    {
        if (count == 0)
        {
            return;
        }

        (Values, Empty) = reading.Shape == Shape.Empty ? (Values, Empty + count) : (Values + count, Empty);
        TallyOf(reading.Shape, reading.Marks).Add(count);
    }

    private string? Shown(string? value) => value is null || !IsPersonal ? value : Masks.Whole(value);

    private Tally TallyOf(Shape shape, ShapeMarks marks) =>
        marks == ShapeMarks.None ? plain[(int)shape] ??= new Tally() : MarkedTallyOf(shape, marks);

    private Tally MarkedTallyOf(Shape shape, ShapeMarks marks)
    {
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
