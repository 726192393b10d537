using System.Data.Common;
using Dapper;
using OpenData.Store.Registry;

namespace OpenData.Store.Moving;

/// <summary>Copies the tables of a registry into another one, as of one moment and by one transaction.</summary>
internal sealed class RegistryCopy(RegistryDatabase from, RegistryDatabase to)
{
    /// <summary>What each registry has of its own: its version, its counter of changes, and what the rows and originals are kept in.</summary>
    private static readonly string[] Own = ["migration", "published_change", "original", "original_part"];

    public Task RunAsync(CancellationToken cancellation) => from.ReadAsync(
        async (source, reading) =>
        {
            await to.WriteAsync(
                async (target, writing) =>
                {
                    var tables = (await from.ListTablesAsync(source, reading)).Intersect(await to.ListTablesAsync(target, writing)).Except(Own).ToList();
                    var triggers = await to.SilenceAsync(target, writing, tables);
                    foreach (var table in tables)
                    {
                        await target.ExecuteAsync($"DELETE FROM {table}", transaction: writing);
                    }

                    foreach (var table in tables)
                    {
                        await CopyAsync(table, source, reading, target, writing);
                    }

                    await to.WakeAsync(target, writing, tables, triggers);
                    await target.ExecuteAsync("UPDATE published_change SET number = number + 1", transaction: writing);
                    return true;
                },
                cancellation);
            return true;
        },
        cancellation);

    private async Task CopyAsync(string table, DbConnection source, DbTransaction reading, DbConnection target, DbTransaction writing)
    {
        var here = await from.ListColumnsAsync(source, reading, table);
        var there = await to.ListColumnsAsync(target, writing, table);
        var columns = here.Intersect(there).ToList();

        // Rows that stand in the order in which they came keep it.
        var order = here.Contains("rowid") ? " ORDER BY rowid" : "";
        var names = string.Join(", ", columns.Select(c => $"\"{c}\""));
        var insert = $"INSERT INTO {table} ({names}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
        await using var row = await source.ExecuteReaderAsync($"SELECT {names} FROM {table}{order}", transaction: reading);
        while (await row.ReadAsync())
        {
            var values = new DynamicParameters();
            for (var i = 0; i < columns.Count; i++)
            {
                values.Add($"p{i}", row.IsDBNull(i) ? null : row.GetValue(i));
            }

            await target.ExecuteAsync(insert, values, writing);
        }
    }
}
