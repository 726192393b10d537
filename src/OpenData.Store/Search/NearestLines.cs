namespace OpenData.Store.Search;

/// <summary>A line of which a part may be what a mistyped word was meant for.</summary>
/// <param name="Line">The line.</param>
/// <param name="From">The part begins there or later.</param>
/// <param name="To">It ends there or before.</param>
internal readonly record struct NearLine(string Line, int From, int To);

/// <summary>Of the lines that are looked at, the first whose nearest parts are nearest of all to a mistyped word.</summary>
internal sealed class NearestLines
{
    private readonly List<NearLine> lines = [];
    private readonly NearDistance distance;
    private int least;

    /// <param name="word">The word.</param>
    public NearestLines(string word)
    {
        (Word, Slips, distance) = (word, NearWord.Slips(word), new NearDistance(word));
        least = Slips;
    }

    /// <summary>The word.</summary>
    public string Word { get; }

    /// <summary>How many letters may part it from a line.</summary>
    public int Slips { get; }

    /// <summary>The lines; all of them where the word is too long to be measured.</summary>
    public IReadOnlyList<NearLine> Lines => lines;

    /// <summary>True where a line is not needed any more that so many letters part from the word, or more.</summary>
    public bool HaveEnough(int letters) => distance.CanMeasure && (letters > least || (letters == least && lines.Count == StoreLimits.NearestLines));

    /// <summary>Looks at a text of one line or more.</summary>
    public void Look(string text)
    {
        foreach (var part in text.AsSpan().Split('\n'))
        {
            LookAtLine(text[part]);
        }
    }

    /// <summary>Looks at a line in <see cref="LetterBytes"/>, which is made a text only where it is near.</summary>
    public void Look(ReadOnlySpan<byte> line)
    {
        if (!distance.CanMeasure || !LetterBytes.ArePlain(line))
        {
            LookAtLine(LetterBytes.Text(line));
            return;
        }

        var ends = distance.EndsIn(line);
        if (!HaveEnough(ends.Distance))
        {
            Add(LetterBytes.Text(line), ends);
        }
    }

    private void LookAtLine(string line)
    {
        if (!distance.CanMeasure)
        {
            lines.Add(new NearLine(line, 0, line.Length));
            return;
        }

        var ends = distance.EndsIn(line);
        if (!HaveEnough(ends.Distance))
        {
            Add(line, ends);
        }
    }

    private void Add(string line, NearEnds ends)
    {
        if (ends.Distance < least)
        {
            lines.Clear();
            least = ends.Distance;
        }

        // A part is longer than the word by its distance at most.
        lines.Add(new NearLine(line, Math.Max(0, ends.First - Word.Length - least), ends.Last));
    }
}
