using System.Text.Json;
using Dapper;
using OpenData.Store.Registry;
using OpenData.Store.Search;

namespace OpenData.Store.Postgres;

/// <summary>The search's index in PostgreSQL: texts that contain a word, by trigrams (pg_trgm) where the server has them.</summary>
internal sealed class PostgresSearchIndex(RegistryDatabase database) : ISearchIndex
{
    private const int Trigram = 3;
    private const int FieldBits = 3;
    private const int FieldMask = (1 << FieldBits) - 1;

    /// <inheritdoc/>
    public async ValueTask<long> StampAsync(CancellationToken cancellation) =>
        await database.QueryAsync(connection => connection.ExecuteScalarAsync<long>("SELECT number FROM search_change"), cancellation);

    /// <inheritdoc/>
    public Task<SearchChanges> ChangesAsync(long stamp, bool withTexts, CancellationToken cancellation) =>
        SearchWriter.ChangesAsync(database, stamp, withTexts, cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<(int Number, SearchField Field)>> MatchAsync(string word, bool published, CancellationToken cancellation)
    {
        // Written out, so that the index of this part is taken.
        var part = published ? "published = 1" : "published = 0";
        var ids = await database.QueryAsync(
            connection => connection.QueryAsync<long>(new CommandDefinition($"SELECT id FROM search_text WHERE {part} AND text LIKE @pattern", new { pattern = Pattern(word) }, cancellationToken: cancellation)), cancellation);
        return [.. ids.Select(id => ((int)(id >> FieldBits), (SearchField)(id & FieldMask)))];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> NearAsync(string word, CancellationToken cancellation)
    {
        var letters = word.EnumerateRunes().Select(r => r.ToString()).ToArray();
        var patterns = Enumerable.Range(0, Math.Max(0, letters.Length - Trigram + 1)).Select(i => Pattern(string.Concat(letters.AsSpan(i, Trigram)))).Distinct(StringComparer.Ordinal).ToArray();
        var texts = await database.QueryAsync(
            connection => connection.QueryAsync<string>(new CommandDefinition(
                """
                SELECT near.text FROM (
                    SELECT t.text, (SELECT count(*) FROM json_each(@patterns) p WHERE t.text LIKE p.value) AS shared
                    FROM search_text t WHERE t.published = 1 AND t.id % @Fields <> @notes
                ) near
                WHERE near.shared > 0
                ORDER BY near.shared DESC, length(near.text), near.text
                LIMIT @NearTexts
                """,
                new { patterns = JsonSerializer.Serialize(patterns), Fields = FieldMask + 1, notes = (int)SearchField.Notes, StoreLimits.NearTexts },
                cancellationToken: cancellation)),
            cancellation);
        return texts.AsList();
    }

    /// <summary>The pattern of texts that contain a text, in which nothing has a meaning.</summary>
    private static string Pattern(string text) =>
        "%" + text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal) + "%";
}
