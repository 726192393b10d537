namespace OpenData.Store.Search;

/// <summary>Goes through the trigrams of texts, each once for a text, by numbers in their order. It needs some megabytes while lists are made.</summary>
internal sealed class TrigramPass
{
    private readonly byte[] letters;

    /// <summary>The letters there are, numbered from 1 on in their order; 0 for the end of a line, which no trigram crosses.</summary>
    private readonly int[] codes = new int[256];
    private readonly byte[] alphabet;

    /// <summary>For each possible trigram the text in which it was seen last, plus one.</summary>
    private readonly int[] last;

    /// <summary>For each possible trigram first how many texts have it, then its number.</summary>
    private readonly int[] numbers;

    public TrigramPass(byte[] letters)
    {
        this.letters = letters;
        var there = new bool[256];
        foreach (var letter in letters)
        {
            there[letter] = true;
        }

        there[LetterBytes.LineEnd] = false;
        alphabet = [.. Enumerable.Range(0, 256).Where(b => there[b]).Select(b => (byte)b)];
        for (var i = 0; i < alphabet.Length; i++)
        {
            codes[alphabet[i]] = i + 1;
        }

        last = new int[alphabet.Length * alphabet.Length * alphabet.Length];
        numbers = new int[last.Length];
    }

    /// <summary>The trigrams there are, in order, each with how many texts have it; from then on they have numbers.</summary>
    public IReadOnlyList<(int Trigram, int Count)> Count(int texts, Func<int, (int Start, int End)> place)
    {
        Walk(texts, place, (trigram, _) => numbers[trigram]++);
        var all = new List<(int, int)>();
        for (var trigram = 0; trigram < numbers.Length; trigram++)
        {
            if (numbers[trigram] > 0)
            {
                var (first, rest) = Math.DivRem(trigram, alphabet.Length * alphabet.Length);
                var (second, third) = Math.DivRem(rest, alphabet.Length);
                all.Add((TrigramLists.Of([alphabet[first], alphabet[second], alphabet[third]]), numbers[trigram]));
                numbers[trigram] = all.Count - 1;
            }
        }

        return all;
    }

    /// <summary>Gives each text, in order, with the number of each of its trigrams.</summary>
    public void Visit(int texts, Func<int, (int Start, int End)> place, Action<int, int> visit)
    {
        Array.Clear(last);
        Walk(texts, place, (trigram, text) => visit(numbers[trigram], text));
    }

    private void Walk(int texts, Func<int, (int Start, int End)> place, Action<int, int> visit)
    {
        for (var text = 0; text < texts; text++)
        {
            var (start, end) = place(text);
            var (trigram, run) = (0, 0);
            for (var at = start; at < end; at++)
            {
                var code = codes[letters[at]];
                run = code == 0 ? 0 : run + 1;
                trigram = code == 0 ? 0 : ((trigram * alphabet.Length) + code - 1) % last.Length;
                if (run >= TrigramLists.Length && last[trigram] != text + 1)
                {
                    last[trigram] = text + 1;
                    visit(trigram, text);
                }
            }
        }
    }
}
