using System.Text;
using Dapper;
using OpenData.Store.Search;

namespace OpenData.Store.Sqlite;

/// <summary>The search's index in the registry's file: FTS5 with trigrams, which finds any three letters in a row, in Thai as in English.</summary>
internal sealed class SqliteSearchIndex(SqliteRegistryStore registry, ChangeStamp stamp) : ISearchIndex
{
    private const int Trigram = 3;
    private const int FieldBits = 3;
    private const int FieldMask = (1 << FieldBits) - 1;

    /// <inheritdoc/>
    public long Stamp() => stamp.Read();

    /// <inheritdoc/>
    public async Task<(long Stamp, IReadOnlyList<SearchEntry> Changed)> ChangesAsync(long stamp, CancellationToken cancellation)
    {
        using var connection = registry.Connect();
        using var transaction = connection.BeginTransaction(deferred: true);
        var now = await connection.ExecuteScalarAsync<long>("SELECT number FROM search_change", transaction: transaction);
        var rows = await connection.QueryAsync<(long Number, long Changed, string Facts)>(
            new CommandDefinition("SELECT number, changed, facts FROM search_document WHERE changed > @stamp", new { stamp }, transaction, cancellationToken: cancellation));
        return (now, [.. rows.Select(r => new SearchEntry(checked((int)r.Number), SearchDocument.Read(r.Facts, r.Changed)))]);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<(int Number, SearchField Field)>> MatchAsync(string word, bool published, CancellationToken cancellation)
    {
        using var connection = registry.Connect();
        var table = SearchWriter.Table(published);

        // A word of one or two letters makes no trigram: the texts themselves are looked through.
        var sql = word.EnumerateRunes().Count() >= Trigram
            ? $"SELECT rowid FROM {table} WHERE {table} MATCH @match"
            : "SELECT id FROM search_text WHERE published = @published AND instr(text, @word) > 0";
        var ids = await connection.QueryAsync<long>(new CommandDefinition(sql, new { match = Quoted(word), published, word }, cancellationToken: cancellation));
        return [.. ids.Select(id => ((int)(id >> FieldBits), (SearchField)(id & FieldMask)))];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> NearAsync(string word, CancellationToken cancellation)
    {
        var letters = word.EnumerateRunes().ToArray();
        var trigrams = Enumerable.Range(0, Math.Max(0, letters.Length - Trigram + 1)).Select(i => Text(letters.AsSpan(i, Trigram))).Distinct(StringComparer.Ordinal);
        if (string.Join(" OR ", trigrams.Select(Quoted)) is not { Length: > 0 } match)
        {
            return [];
        }

        using var connection = registry.Connect();
        var texts = await connection.QueryAsync<string>(new CommandDefinition(
            "SELECT text FROM search_published WHERE search_published MATCH @match AND rowid & @FieldMask <> @notes ORDER BY rank LIMIT @NearTexts",
            new { match, FieldMask, notes = (int)SearchField.Notes, StoreLimits.NearTexts },
            cancellationToken: cancellation));
        return texts.AsList();
    }

    /// <summary>A text as a string of FTS5's query language, in which nothing has a meaning.</summary>
    private static string Quoted(string text) => "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static string Text(ReadOnlySpan<Rune> letters)
    {
        var text = new StringBuilder();
        foreach (var letter in letters)
        {
            text.Append(letter.ToString());
        }

        return text.ToString();
    }
}
