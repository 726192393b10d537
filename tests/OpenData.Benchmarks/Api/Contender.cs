using System.Text.Json;

namespace OpenData.Benchmarks.Api;

/// <summary>What is asked of every contender, each in its own words.</summary>
internal enum Question
{
    PageOf100,
    FilteredPageOf20,
    SingleRow,
    GroupByAskedBefore,
    GroupByAskedFirst,
}

/// <summary>One way to ask one server.</summary>
internal abstract class Contender(string name, Uri address) : IDisposable
{
    /// <summary>Rows between two places at which pages begin.</summary>
    protected const int Stride = 10_000;

    private const int Places = 32;
    private const int Variants = 20_000;

    private int variant;

    public static readonly string[] Columns =
        ["record_id", "province_code", "province_name", "report_date", "facility_name", "population", "rate_percent", "amount_baht", "is_active", "latitude", "longitude", "note"];

    /// <summary>As the table of results calls it.</summary>
    public string Name => name;
    public Uri Address => address;
    public HttpClient Client { get; } = new() { BaseAddress = address };

    /// <summary>The requests of a question, to be sent in turn; null where this one cannot answer it. Those asked first are others each time.</summary>
    public async Task<IReadOnlyList<PreparedRequest>?> PrepareAsync(Question question, long rows) => question switch
    {
        Question.PageOf100 => [.. (await CursorsAsync((int)Math.Min(Places, rows / Stride))).Prepend(null).Select(Page)],
        Question.FilteredPageOf20 => [.. Enumerable.Range(10, 8).Select(p => Filtered($"{p}"))],
        // Far apart in the file, and no two the same: 7919 is a prime.
        Question.SingleRow => [.. Enumerable.Range(0, 1000).Select(i => Single(i * 7919L % rows))],
        Question.GroupByAskedBefore => Group(0) is { } one ? [one] : null,
        Question.GroupByAskedFirst => Group(0) is null ? null : [.. Enumerable.Range(0, Variants).Select(_ => Group(++variant)!)],
        _ => throw new ArgumentOutOfRangeException(nameof(question)),
    };

    /// <summary>A page of 100 rows, all columns, from a cursor on.</summary>
    protected abstract PreparedRequest Page(string? after);

    /// <summary>20 rows of a province.</summary>
    protected abstract PreparedRequest Filtered(string province);

    /// <summary>One row by its key.</summary>
    protected abstract PreparedRequest Single(long id);

    /// <summary>Sum and maximum for each province over all rows; each <paramref name="variant"/> is another request to whoever keeps answers.</summary>
    protected abstract PreparedRequest? Group(int variant);

    /// <summary>A page of <see cref="Stride"/> rows, to learn its last cursor.</summary>
    protected abstract PreparedRequest Walk(string? after);

    /// <summary>The last cursor of an answer to <see cref="Walk"/>.</summary>
    protected abstract string? Cursor(JsonElement answer);

    private async Task<IReadOnlyList<string>> CursorsAsync(int places)
    {
        var cursors = new List<string>();
        while (cursors.Count < places - 1)
        {
            using var answer = JsonDocument.Parse(await Walk(cursors.LastOrDefault()).AskAsync(Client));
            cursors.Add(Cursor(answer.RootElement) ?? throw new InvalidOperationException($"{Name} gave no cursor"));
        }

        return cursors;
    }

    public void Dispose() => Client.Dispose();
}
