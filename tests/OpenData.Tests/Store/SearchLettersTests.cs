using System.Text;
using OpenData.Store.Search;

namespace OpenData.Tests.Store;

/// <summary>The quick ways of the search say what the slow ones say, of random texts.</summary>
public sealed class SearchLettersTests
{
    private const string Letters = "aZ1 \n–”กนำปู้ิี๊่ัุ๒๏แโ\u0E4D\u0E3Aéﬁ😀";
    private readonly Random random = new(20260312);

    [Fact]
    public void A_text_is_mapped_as_any_text_is()
    {
        for (var i = 0; i < 20_000; i++)
        {
            var text = Text(i % 3 == 0 ? Letters.Length : 22, random.Next(12));

            var (folded, starts) = new MappedText(text).Mapping;

            var (expected, places) = MappedText.Map(text);
            folded.Should().Be(expected, text);
            starts.Should().Equal(places, text);
        }
    }

    [Fact]
    public void A_line_is_folded_as_the_whole_text_is()
    {
        for (var i = 0; i < 20_000; i++)
        {
            var text = Text(i % 3 == 0 ? Letters.Length : 22, random.Next(12));

            FoldedText.Line(text).Should().Be(string.Join(' ', FoldedText.Fold(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), text);
        }
    }

    [Fact]
    public void Words_stand_in_a_straight_text_where_they_stand_in_any_text()
    {
        var straight = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var text = new MappedText(Text(22, random.Next(12)));
            if (text.IsStraight)
            {
                straight++;
                string[] words = [.. FoldedText.Words(Text(22, 1 + random.Next(2))), .. FoldedText.Words(Text(22, 1))];

                MappedText.FindStraight(text.Folded, words).Should().Equal(MappedText.Find(text.Text, words), $"{string.Join(' ', words)} in {text.Text}");
            }
        }

        straight.Should().BeGreaterThan(1_000);
    }

    [Fact]
    public void A_word_is_a_part_of_a_text_just_where_its_bytes_are()
    {
        for (var i = 0; i < 20_000; i++)
        {
            var (text, word) = (FoldedText.Line(Text(Letters.Length, 12)), FoldedText.Line(Text(Letters.Length, 1 + random.Next(3))));

            var bytes = LetterBytes.Of(text);

            (bytes.AsSpan().IndexOf(LetterBytes.Of(word)) >= 0).Should().Be(text.Contains(word, StringComparison.Ordinal), $"{word} in {text}");
            LetterBytes.Text(bytes).Should().Be(text);
        }
    }

    [Fact]
    public void The_nearest_part_is_as_near_as_a_table_of_all_parts_says()
    {
        for (var i = 0; i < 5_000; i++)
        {
            var (word, line) = (Word(1 + random.Next(9)), Word(random.Next(14)));

            new NearDistance(word).EndsIn(line).Distance.Should().Be(Sellers(word, line), $"{word} in {line}");
            new NearDistance(word).EndsIn(LetterBytes.Of(line)).Should().Be(new NearDistance(word).EndsIn(line), $"{word} in {line}");
        }

        new NearDistance(new string('a', 65)).CanMeasure.Should().BeFalse();
    }

    /// <summary>The textbook's table: the first row is 0, since a part begins anywhere, and the answer is the least of the last, since it ends anywhere.</summary>
    private static int Sellers(string word, string line)
    {
        var cost = new int[word.Length + 1, line.Length + 1];
        for (var i = 1; i <= word.Length; i++)
        {
            cost[i, 0] = i;
            for (var j = 1; j <= line.Length; j++)
            {
                cost[i, j] = Math.Min(Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1, cost[i - 1, j - 1] + (word[i - 1] == line[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && word[i - 1] == line[j - 2] && word[i - 2] == line[j - 1])
                {
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
                }
            }
        }

        return Enumerable.Range(0, line.Length + 1).Min(j => cost[word.Length, j]);
    }

    [Fact]
    public void Numbers_are_counted_by_their_bits_as_one_by_one()
    {
        // Some vectors of them, and some more.
        const int Words = 11;
        for (var i = 0; i < 200; i++)
        {
            var most = 1 + random.Next(20);
            using var counters = new BitCounters(Words, most);
            var expected = new int[Words * 64];
            for (var time = 0; time < most; time++)
            {
                var numbers = Enumerable.Range(0, expected.Length).Where(_ => random.Next(3) == 0).ToArray();
                Array.ForEach(numbers, number => expected[number]++);
                if (random.Next(2) == 0)
                {
                    counters.Add(numbers.AsSpan());
                    continue;
                }

                var bits = new ulong[Words];
                Array.ForEach(numbers, number => bits[number / 64] |= 1UL << (number % 64));
                counters.Add(bits.AsSpan());
            }

            for (var number = 0; number < expected.Length; number++)
            {
                Enumerable.Range(0, most + 1).Where(count => (counters.Having(count, number / 64) >> (number % 64) & 1) == 1).Should().Equal(expected[number]);
            }
        }
    }

    [Fact]
    public void No_line_is_nearer_to_a_word_than_the_trigrams_that_it_lacks_allow()
    {
        for (var i = 0; i < 200; i++)
        {
            var lines = Enumerable.Range(0, 100).Select(_ => Word(3 + random.Next(12))).Append(Word(3) + "é" + Word(4)).ToList();
            var word = i % 4 == 0 ? Word(4) + "é" + Word(3) : Word(4 + random.Next(8));
            var letters = lines.ConvertAll(LetterBytes.Of);
            var ends = letters.Select(l => l.Length + 1).Aggregate(new List<int> { 0 }, (all, length) => [.. all, all[^1] + length]);
            var lists = new TrigramLists([.. letters.SelectMany(l => l.Append(LetterBytes.LineEnd))], lines.Count, text => (ends[text], ends[text + 1]));
            var sharing = new (int Text, int Slips)[lines.Count];

            var count = lists.Sharing(LetterBytes.Of(word), sharing);

            var trigrams = Trigrams(LetterBytes.Of(word));
            sharing.Take(count).Select(s => s.Text).Should().Equal(Enumerable.Range(0, lines.Count)
                .Select(text => (Text: text, Shared: Trigrams(letters[text]).Intersect(trigrams).Count())).Where(t => t.Shared > 0).OrderByDescending(t => t.Shared).Select(t => t.Text));
            sharing.Take(count).Where(s => Sellers(word, lines[s.Text]) < s.Slips).Should().BeEmpty($"{word} in {string.Join(' ', lines)}");
        }
    }

    private static HashSet<int> Trigrams(byte[] letters) => [.. Enumerable.Range(0, Math.Max(0, letters.Length - 2)).Select(i => TrigramLists.Of(letters.AsSpan(i)))];

    private string Word(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => "abกข"[random.Next(4)]));

    /// <summary>Of the first letters of all, so that some texts have none that are rare.</summary>
    private string Text(int of, int length)
    {
        var runes = Letters.EnumerateRunes().Take(of).ToArray();
        return string.Concat(Enumerable.Range(0, length).Select(_ => runes[random.Next(runes.Length)].ToString()));
    }
}
