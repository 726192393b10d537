using System.Text;
using Dapper;
using OpenData.Store.Registry;
using OpenData.Store.Search;

namespace OpenData.Store.Sqlite;

/// <summary>The search's index in the registry's file: FTS5 with trigrams, which finds any three letters in a row, in Thai as in English.</summary>
internal sealed class SqliteSearchIndex(RegistryDatabase database, ChangeStamp stamp) : ISearchIndex
{
    private const int Trigram = 3;
    private const int FieldBits = 3;
    private const int FieldMask = (1 << FieldBits) - 1;

    /// <inheritdoc/>
    public ValueTask<long> StampAsync(CancellationToken cancellation) => ValueTask.FromResult(stamp.Read());

    /// <inheritdoc/>
    public Task<SearchChanges> ChangesAsync(long stamp, bool withTexts, CancellationToken cancellation) =>
        SearchWriter.ChangesAsync(database, stamp, withTexts, cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<(int Number, SearchField Field)>> MatchAsync(string word, bool published, CancellationToken cancellation)
    {
        var table = published ? "search_published" : "search_drafts";

        // A word of one or two letters makes no trigram: the texts themselves are looked through.
        var sql = word.EnumerateRunes().Count() >= Trigram
            ? $"SELECT rowid FROM {table} WHERE {table} MATCH @match"
            : "SELECT id FROM search_text WHERE published = @published AND instr(text, @word) > 0";
        var ids = await database.QueryAsync(
            connection => connection.QueryAsync<long>(new CommandDefinition(sql, new { match = Quoted(word), published = published ? 1 : 0, word }, cancellationToken: cancellation)), cancellation);
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

        var texts = await database.QueryAsync(
            connection => connection.QueryAsync<string>(new CommandDefinition(
                "SELECT text FROM search_published WHERE search_published MATCH @match AND rowid & @FieldMask <> @notes ORDER BY rank LIMIT @NearTexts",
                new { match, FieldMask, notes = (int)SearchField.Notes, StoreLimits.NearTexts },
                cancellationToken: cancellation)),
            cancellation);
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
