using System.Data.Common;
using System.Text.Json;
using Dapper;
using OpenData.Registry;

namespace OpenData.Store.Registry;

/// <summary>Reads datasets with their resources and current releases, inside one transaction.</summary>
internal sealed class DatasetReader(DbConnection connection, DbTransaction transaction)
{
    public async Task<Dataset?> FindAsync(string name)
    {
        var row = await connection.QuerySingleOrDefaultAsync<DatasetRow>($"SELECT {DatasetRow.Columns} FROM dataset d WHERE d.name = @name", new { name }, transaction);
        return row is null ? null : (await WithResourcesAsync([row]))[0];
    }

    public async Task<IReadOnlyList<Dataset>> FindAsync(IReadOnlyList<string> names)
    {
        var rows = await connection.QueryAsync<DatasetRow>(
            $"SELECT {DatasetRow.Columns} FROM dataset d WHERE d.name IN (SELECT value FROM json_each(@Names))", new { Names = JsonSerializer.Serialize(names) }, transaction);
        return await WithResourcesAsync(rows.AsList());
    }

    public async Task<DatasetPage> ListAsync(DatasetQuery query)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(query.Limit);

        // One more than asked for tells whether more follow.
        var parameters = new { query.Organization, query.After, Words = SearchText.Words(query.Search), Take = query.Limit + 1L, Including = JsonSerializer.Serialize(query.Including) };
        var matching = Matching(query);
        var total = await connection.ExecuteScalarAsync<long>($"SELECT count(*) FROM dataset d WHERE {matching}", parameters, transaction);
        var after = query.After is null ? "" : "AND d.name > @After";
        var rows = (await connection.QueryAsync<DatasetRow>(
            $"SELECT {DatasetRow.Columns} FROM dataset d WHERE {matching} {after} ORDER BY d.name LIMIT @Take", parameters, transaction)).AsList();
        var more = rows.Count > query.Limit;
        return new DatasetPage(await WithResourcesAsync(more ? rows[..query.Limit] : rows), total, more);
    }

    private static string Matching(DatasetQuery query)
    {
        List<string> conditions = ["1 = 1"];
        if (query.PublishedOnly)
        {
            conditions.Add(query.Including.Count == 0 ? "d.state = 'published'" : "(d.state = 'published' OR d.organization IN (SELECT value FROM json_each(@Including)))");
        }

        if (query.Organization is not null)
        {
            conditions.Add("d.organization = @Organization");
        }

        if (query.Search is not null)
        {
            // One parameter for any number of words: a condition for each would meet SQLite's limit on an expression's depth.
            conditions.Add("NOT EXISTS (SELECT 1 FROM json_each(@Words) w WHERE instr(d.search, w.value) = 0)");
        }

        return string.Join(" AND ", conditions);
    }

    private async Task<IReadOnlyList<Dataset>> WithResourcesAsync(IReadOnlyList<DatasetRow> datasets)
    {
        var parameters = new { Ids = JsonSerializer.Serialize(datasets.Select(d => d.Id)) };
        var releases = (await connection.QueryAsync<ReleaseRow>(
            $"""
            SELECT {ReleaseRow.Columns}
            FROM resource s JOIN release r ON r.resource_id = s.id AND r.number = s.current_release
            WHERE s.dataset_id IN (SELECT value FROM json_each(@Ids))
            """,
            parameters,
            transaction)).ToDictionary(r => r.ResourceId, r => r.ToRelease());
        var staged = (await connection.QueryAsync<ReleaseRow>(
            $"SELECT {ReleaseRow.StagedColumns} FROM resource s JOIN staged_release r ON r.resource_id = s.id WHERE s.dataset_id IN (SELECT value FROM json_each(@Ids))",
            parameters,
            transaction)).ToDictionary(r => r.ResourceId, r => r.ToRelease());
        var exceptions = (await connection.QueryAsync<ExceptionRow>(
            $"SELECT {ExceptionRow.Columns} FROM resource s JOIN recorded_exception e ON e.resource_id = s.id WHERE s.dataset_id IN (SELECT value FROM json_each(@Ids)) ORDER BY e.rule",
            parameters,
            transaction)).ToLookup(e => e.ResourceId, e => e.ToException());
        var resources = (await connection.QueryAsync<ResourceRow>(
            """
            SELECT s.id AS Id, s.dataset_id AS DatasetId, s.key AS Key, s.name_th AS NameTh, s.name_en AS NameEn, s.dictionary AS Dictionary
            FROM resource s
            WHERE s.dataset_id IN (SELECT value FROM json_each(@Ids))
            ORDER BY s.position
            """,
            parameters,
            transaction)).ToLookup(r => r.DatasetId, r => r.ToResource(releases.GetValueOrDefault(r.Id)) with { Staged = staged.GetValueOrDefault(r.Id), Exceptions = [.. exceptions[r.Id]] });
        return [.. datasets.Select(d => d.ToDataset([.. resources[d.Id]]))];
    }
}
