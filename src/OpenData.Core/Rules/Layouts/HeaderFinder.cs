using OpenData.Schemas;
using OpenData.Schemas.Values;

namespace OpenData.Rules.Layouts;

/// <summary>
/// Finds the header among the first rows. A header is told from data by what stands below it: words over numbers or dates
/// speak for a header, a number over numbers speaks against it.
/// </summary>
internal sealed class HeaderFinder
{
    /// <summary>A longer text without a space is a Thai sentence.</summary>
    private const int LongestWord = 20;

    private readonly IReadOnlyList<HeadRow> rows;
    private readonly int width;
    private readonly int typicalFill;

    private HeaderFinder(IReadOnlyList<HeadRow> rows)
    {
        this.rows = rows;
        width = rows.Max(r => r.Cells.Count);
        var fills = rows.Where(r => r.Filled > 0).Select(r => r.Filled).Order().ToList();
        typicalFill = fills.Count == 0 ? 0 : fills[fills.Count / 2];
    }

    /// <summary>Finds the layout of a file from its first rows; null where no row has ink.</summary>
    public static Layout? Find(IReadOnlyList<HeadRow> rows, DataDictionary? dictionary)
    {
        if (rows.All(r => r.Filled == 0))
        {
            return null;
        }

        var finder = new HeaderFinder(rows);
        if (finder.ByDictionary(dictionary) is { } known)
        {
            // Words above a header that the dictionary knows are told as header rows, but must not change its names.
            return finder.WithHeader(known, isNamed: true) with { Labels = rows[known].Cells };
        }

        return finder.ByContent() is { } at ? finder.WithHeader(at, isNamed: false) : finder.WithoutHeader();
    }

    /// <summary>The row in which at least half of the dictionary's columns are found by name.</summary>
    private int? ByDictionary(DataDictionary? dictionary)
    {
        if (dictionary is null)
        {
            return null;
        }

        var best = (At: -1, Matched: 0);
        for (var i = 0; i < rows.Count; i++)
        {
            var matched = rows[i].Filled == 0 ? 0 : HeaderMatch.Match(rows[i].Cells, dictionary).Count(m => m >= 0);
            best = matched > best.Matched ? (i, matched) : best;
        }

        return best.Matched * 2 >= dictionary.Columns.Count && best.Matched > 0 ? best.At : null;
    }

    /// <summary>The first row that is about as full as the rows of the table; null where that row is data.</summary>
    private int? ByContent()
    {
        var needed = typicalFill <= 1 ? 1 : Math.Max(2, (int)Math.Ceiling(typicalFill * 0.6));
        for (var i = 0; i < rows.Count; i++)
        {
            if (typicalFill == 2 && IsHalfNamed(i))
            {
                return i;
            }

            if (rows[i].Filled >= needed)
            {
                return Evidence(i) is var (header, data) && (data == 0 || header > data) && !RepeatsBelow(i) ? i : null;
            }
        }

        return null;
    }

    /// <summary>
    /// The header of a table of two columns, one of which nobody named: right above the data, as wide as they are, and either over numbers or one
    /// word. A title is more than a word, and stands over the words of the first column.
    /// </summary>
    private bool IsHalfNamed(int at)
    {
        if (rows[at].Filled != 1 || rows[at].Cells.Count != 2 || at + 1 >= rows.Count || rows[at + 1].Filled != 2)
        {
            return false;
        }

        var (header, data) = Evidence(at + 1);
        if (data == 0 || header > data)
        {
            return false;
        }

        var label = rows[at].Cells.Single(c => !string.IsNullOrWhiteSpace(c)).Trim();
        return Evidence(at) is ( > 0, 0) || (KindOf(label) == Kind.Word && !label.Any(char.IsWhiteSpace) && label.Length <= LongestWord);
    }

    /// <summary>The layout with a header row; where the dictionary names it, only a row of words over every number column is a second one.</summary>
    private Layout WithHeader(int header, bool isNamed)
    {
        var first = header;
        while (first > 0 && rows[first - 1].Filled >= Math.Max(2, typicalFill * 0.4) && IsWordsOnly(rows[first - 1]))
        {
            first--;
        }

        var last = header;
        while (NextFilled(last) is { } next && next + 1 < rows.Count && next - last <= 2 && IsSecondHeader(next, isNamed ? 1.0 : 0.5))
        {
            last = next;
        }

        var headers = rows.Skip(first).Take(last - first + 1).Where(r => r.Filled > 0).ToList();
        return new Layout(Combine(headers), headers, [.. rows.Take(first)]);
    }

    /// <summary>The next row with ink below a row, or null.</summary>
    private int? NextFilled(int at)
    {
        for (var i = at + 1; i < rows.Count; i++)
        {
            if (rows[i].Filled > 0)
            {
                return i;
            }
        }

        return null;
    }

    private Layout WithoutHeader()
    {
        var first = rows.TakeWhile(r => r.Filled < Math.Max(1, typicalFill * 0.6)).Count();
        return new Layout([.. Enumerable.Repeat("", rows.Skip(first).Max(r => r.Cells.Count))], [], [.. rows.Take(first)]);
    }

    /// <summary>Counts columns that speak for a header (words over numbers or dates) and against it (numbers over numbers, dates over dates).</summary>
    private (int Header, int Data) Evidence(int at)
    {
        var (header, data) = (0, 0);
        for (var column = 0; column < width; column++)
        {
            var below = KindBelow(at, column);
            var here = KindOf(Cell(rows[at], column));
            if (below is Kind.Number or Kind.Date)
            {
                header += here is Kind.Word or Kind.Year && !(here == Kind.Year && YearsBelow(at, column)) ? 1 : 0;
                data += here == below || (here == Kind.Year && YearsBelow(at, column)) ? 1 : 0;
            }
        }

        return (header, data);
    }

    /// <summary>True where most words of a row stand again below it in their own columns, as data do and labels do not.</summary>
    private bool RepeatsBelow(int at)
    {
        var (words, repeated) = (0, 0);
        for (var column = 0; column < rows[at].Cells.Count; column++)
        {
            var cell = rows[at].Cells[column];
            if (KindOf(cell) == Kind.Word)
            {
                words++;
                repeated += rows.Skip(at + 1).Any(r => Cell(r, column) == cell) ? 1 : 0;
            }
        }

        return Evidence(at).Header == 0 && words > 0 && repeated > 0 && repeated * 2 >= words;
    }

    /// <summary>A row right below a header is one too where it has no number but words over at least half of the number columns.</summary>
    private bool IsSecondHeader(int at, double share)
    {
        var (numberColumns, wordsOver) = (0, 0);
        for (var column = 0; column < width; column++)
        {
            if (KindBelow(at, column) is Kind.Number or Kind.Date)
            {
                numberColumns++;
                wordsOver += KindOf(Cell(rows[at], column)) == Kind.Word && !Cell(rows[at], column).Any(char.IsDigit) ? 1 : 0;
            }
        }

        return wordsOver > 0 && wordsOver >= numberColumns * share && IsWordsOnly(rows[at]);
    }

    private static bool IsWordsOnly(HeadRow row) => row.Cells.All(c => KindOf(c) is Kind.None or Kind.Word or Kind.Year);

    /// <summary>What most of the filled cells below are.</summary>
    private Kind KindBelow(int at, int column)
    {
        var (total, numbers, dates) = (0, 0, 0);
        foreach (var row in rows.Skip(at + 1))
        {
            var kind = KindOf(Cell(row, column));
            total += kind == Kind.None ? 0 : 1;
            numbers += kind is Kind.Number or Kind.Year ? 1 : 0;
            dates += kind == Kind.Date ? 1 : 0;
        }

        return total == 0 ? Kind.None : numbers * 3 >= total * 2 ? Kind.Number : dates * 3 >= total * 2 ? Kind.Date : Kind.Word;
    }

    private bool YearsBelow(int at, int column) =>
        rows.Skip(at + 1).Select(r => KindOf(Cell(r, column))).Where(k => k != Kind.None).DefaultIfEmpty(Kind.None).All(k => k == Kind.Year);

    private static string Cell(HeadRow row, int column) => column < row.Cells.Count ? row.Cells[column] : "";

    private enum Kind
    {
        None,
        Word,
        Number,

        /// <summary>A number that may as well be a label: 1990 to 2100, or 2400 to 2643.</summary>
        Year,
        Date,
    }

    private static Kind KindOf(string cell)
    {
        var reading = CellReader.Read(cell);
        return reading switch
        {
            { Shape: Shape.Empty or Shape.Placeholder or Shape.MissingWord } => Kind.None,
            { Shape: Shape.Integer, Mantissa: (>= 1900 and <= 2100) or (>= 2400 and <= 2643) } => Kind.Year,
            _ when reading.Shape.IsNumeric() && reading.Shape != Shape.WithUnit => Kind.Number,
            _ when reading.Shape.IsDate() || reading.Shape == Shape.IsoDateTime => Kind.Date,
            _ => Kind.Word,
        };
    }

    /// <summary>Joins several header rows into one label per column; a blank in an upper row takes the text to its left, as a merged cell shows it.</summary>
    private static List<string> Combine(List<HeadRow> headers)
    {
        if (headers.Count == 1)
        {
            return [.. headers[0].Cells];
        }

        var labels = new List<string>();
        var carried = new string[headers.Count];
        for (var column = 0; column < headers.Max(h => h.Cells.Count); column++)
        {
            var parts = new List<string>();
            for (var level = 0; level < headers.Count; level++)
            {
                var own = Cell(headers[level], column).Trim();
                carried[level] = own.Length > 0 ? own : level < headers.Count - 1 ? carried[level] ?? "" : "";
                if (carried[level].Length > 0 && !parts.Contains(carried[level]))
                {
                    parts.Add(carried[level]);
                }
            }

            labels.Add(string.Join(" ", parts));
        }

        return labels;
    }
}
