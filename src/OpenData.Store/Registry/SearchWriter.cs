using System.Data.Common;
using Dapper;
using OpenData.Registry;
using OpenData.Store.Search;

namespace OpenData.Store.Registry;

/// <summary>Keeps the search up to date inside the transaction of a change. Whoever writes anything that a dataset shows ends with it.</summary>
internal sealed class SearchWriter(DbConnection connection, DbTransaction transaction)
{
    private const int Fields = 8;

    /// <summary>Writes the document of a dataset anew.</summary>
    public async Task RefreshAsync(string name)
    {
        if (await new DatasetReader(connection, transaction).FindAsync(name) is not { } dataset)
        {
            return;
        }

        var document = SearchDocument.Of(dataset, await OwnersAsync(dataset.Organization));
        var number = await SaveAsync(document.Found, RegistryStore.Key(dataset.Id));
        foreach (var field in Enum.GetValues<SearchField>())
        {
            await SaveAsync((number * Fields) + (int)field, document.Found.IsPublic, document.Texts.GetValueOrDefault(field) ?? "");
        }
    }

    /// <summary>Writes the document of the dataset that a resource is of.</summary>
    public async Task RefreshAsync(Guid resourceId) =>
        await RefreshAsync((await RegistryStore.NamesAsync(connection, transaction, resourceId)).Dataset);

    /// <summary>Writes the documents of an organization and of all below it, which are found by its title and counted with it.</summary>
    public async Task RefreshOrganizationAsync(string organization)
    {
        var names = await connection.QueryAsync<string>(
            """
            WITH RECURSIVE unit (name) AS (SELECT name FROM organization WHERE name = @organization UNION SELECT o.name FROM organization o JOIN unit u ON o.parent = u.name)
            SELECT d.name FROM dataset d JOIN unit u ON u.name = d.organization
            """,
            new { organization },
            transaction);
        foreach (var name in names.AsList())
        {
            await RefreshAsync(name);
        }
    }

    /// <summary>Writes the documents of all datasets.</summary>
    public async Task RefreshAllAsync()
    {
        foreach (var name in (await connection.QueryAsync<string>("SELECT name FROM dataset ORDER BY name", transaction: transaction)).AsList())
        {
            await RefreshAsync(name);
        }
    }

    /// <summary>The documents that have changed after <paramref name="stamp"/>, with their texts where they are asked for; the same on every engine.</summary>
    public static Task<SearchChanges> ChangesAsync(RegistryDatabase database, long stamp, bool withTexts, CancellationToken cancellation) => database.ReadAsync(
        async (connection, transaction) =>
        {
            var now = await connection.ExecuteScalarAsync<long>("SELECT number FROM search_change", transaction: transaction);
            var rows = await connection.QueryAsync<(long Number, long Changed, string Facts)>(
                new CommandDefinition("SELECT number, changed, facts FROM search_document WHERE changed > @stamp", new { stamp }, transaction, cancellationToken: cancellation));
            IReadOnlyList<SearchEntry> entries = [.. rows.Select(r => new SearchEntry(checked((int)r.Number), SearchDocument.Read(r.Facts, r.Changed)))];
            return new SearchChanges(now, entries, withTexts ? await TextsAsync(connection, transaction, stamp, entries) : []);
        },
        cancellation);

    private static async Task<IReadOnlyList<DocumentTexts>> TextsAsync(DbConnection connection, DbTransaction transaction, long stamp, IReadOnlyList<SearchEntry> entries)
    {
        var texts = new Dictionary<int, List<(SearchField, ReadOnlyMemory<byte>)>>();
        var rows = connection.QueryUnbufferedAsync<(long Id, string Text)>(
            """
            SELECT t.id, t.text FROM search_document d JOIN search_text t ON t.id >= d.number * @Fields AND t.id < (d.number + 1) * @Fields
            WHERE d.changed > @stamp AND t.text <> ''
            """,
            new { stamp, Fields },
            transaction);
        await foreach (var (id, text) in rows)
        {
            var number = checked((int)(id / Fields));
            if (!texts.TryGetValue(number, out var known))
            {
                texts.Add(number, known = []);
            }

            known.Add(((SearchField)(id % Fields), LetterBytes.Of(text)));
        }

        return [.. entries.Select(e => new DocumentTexts(e.Number, e.Found.IsPublic, texts.GetValueOrDefault(e.Number) ?? []))];
    }

    private async Task<long> SaveAsync(FoundDataset found, string id)
    {
        var changed = await connection.ExecuteScalarAsync<long>("UPDATE search_change SET number = number + 1 RETURNING number", transaction: transaction);
        return await connection.ExecuteScalarAsync<long>(
            """
            INSERT INTO search_document (number, dataset_id, changed, facts)
            VALUES ((SELECT coalesce(max(number), 0) + 1 FROM search_document), @id, @changed, @facts)
            ON CONFLICT (dataset_id) DO UPDATE SET changed = excluded.changed, facts = excluded.facts
            RETURNING number
            """,
            new { id, changed, facts = SearchDocument.Write(found) },
            transaction);
    }

    /// <summary>Writes one text; what an engine makes of it to find words is kept by its triggers and indexes.</summary>
    private async Task SaveAsync(long id, bool published, string text) => await connection.ExecuteAsync(
        """
        INSERT INTO search_text (id, published, text) VALUES (@id, @published, @text)
        ON CONFLICT (id) DO UPDATE SET published = excluded.published, text = excluded.text
        WHERE search_text.published <> excluded.published OR search_text.text <> excluded.text
        """,
        new { id, published = published ? 1 : 0, text },
        transaction);

    /// <summary>An organization and those above it, that first; a circle of parents ends where it began.</summary>
    private async Task<IReadOnlyList<Organization>> OwnersAsync(string name)
    {
        var owners = new List<Organization>();
        for (var next = name; next is not null && !owners.Exists(o => o.Name == next); next = owners[^1].Parent)
        {
            var row = await connection.QuerySingleOrDefaultAsync<OrganizationRow>(
                "SELECT name, title_th AS Th, title_en AS En, parent FROM organization WHERE name = @next", new { next }, transaction);
            owners.Add(row?.ToOrganization() ?? new Organization(next, Schemas.LocalText.Empty, null));
        }

        return owners;
    }
}
