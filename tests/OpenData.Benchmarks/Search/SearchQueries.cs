using System.Globalization;
using OpenData.Benchmarks.Api;

namespace OpenData.Benchmarks.Search;

/// <summary>What is searched for.</summary>
internal enum QueryKind
{
    /// <summary>Nothing: a page of all datasets.</summary>
    All,

    /// <summary>A part of a Thai title, which has no spaces.</summary>
    Thai,

    /// <summary>Words of an English title.</summary>
    English,

    /// <summary>A word of a title with one letter wrong.</summary>
    Mistyped,

    /// <summary>A word within an organization and a format, a page of some other size, newest first.</summary>
    Faceted,

    /// <summary>One of each in turn.</summary>
    Mix,
}

/// <summary>Searches of a generated catalog. No two are the same for as long as there are others.</summary>
internal sealed class SearchQueries(IReadOnlyList<GeneratedDataset> datasets, IReadOnlyList<string> cursors)
{
    private const int Seed = 20260312;
    private const int MostOnPage = 40;
    private static readonly string[] Formats = ["csv", "xls", "xml", "database"];
    private readonly Random random = new(Seed);
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>Some searches.</summary>
    public IReadOnlyList<PreparedRequest> Make(QueryKind kind, int count) => [.. Enumerable.Range(0, count).Select(i => Fresh(kind == QueryKind.Mix ? (QueryKind)(i % (int)QueryKind.Mix) : kind))];

    private PreparedRequest Fresh(QueryKind kind)
    {
        var query = Query(kind);
        for (var again = 0; !seen.Add(query) && again < 100; again++)
        {
            query = Query(kind);
        }

        return new PreparedRequest("/api/v1/datasets?" + query, null);
    }

    private string Query(QueryKind kind)
    {
        var dataset = datasets[random.Next(datasets.Count)];
        return kind switch
        {
            QueryKind.All => string.Create(CultureInfo.InvariantCulture, $"{cursors[random.Next(cursors.Count)]}&limit={random.Next(1, MostOnPage)}"),
            QueryKind.Thai => "q=" + Escaped(Part(dataset.Form.Title.Th!)),
            QueryKind.English => "q=" + Escaped(string.Join(' ', Words(dataset, 2))),
            QueryKind.Mistyped => "q=" + Escaped(Mistyped(random.Next(2) == 0 ? Part(dataset.Form.Title.Th!, 8) : Words(dataset, 1)[0])),
            _ => $"q={Escaped(Part(dataset.Form.Title.Th!, 3))}&organization={dataset.Form.OwnerOrg},{datasets[random.Next(datasets.Count)].Form.OwnerOrg}&format={Formats[random.Next(Formats.Length)]}&limit={random.Next(1, MostOnPage)}&sort=-modified",
        };
    }

    private static string Escaped(string text) => Uri.EscapeDataString(text);

    private string Part(string title, int least = 5)
    {
        var word = title.Split(' ')[0];
        var length = Math.Min(word.Length, random.Next(least, 15));
        return word.Substring(random.Next(word.Length - length + 1), length);
    }

    private string[] Words(GeneratedDataset dataset, int count)
    {
        var words = dataset.Form.Title.En!.Split([' ', ',', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length >= 4).ToArray();
        var start = random.Next(Math.Max(1, words.Length - count + 1));
        return words[start..Math.Min(words.Length, start + count)];
    }

    private string Mistyped(string word)
    {
        var at = random.Next(1, word.Length);
        return word[..at] + (char)(word[at] > 'z' ? random.Next('ก', 'ฮ') : random.Next('a', 'z')) + word[(at + 1)..];
    }
}
