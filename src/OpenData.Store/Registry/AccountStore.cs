using System.Data.Common;
using Dapper;
using OpenData.Registry.Access;

namespace OpenData.Store.Registry;

/// <summary>People, sessions and tokens, in the registry.</summary>
internal sealed partial class AccountStore(RegistryStore registry, TimeProvider clock) : IAccountStore
{
    /// <inheritdoc/>
    public Task<bool> AddAsync(Account account, CancellationToken cancellation = default) => registry.WriteAsync(
        async (connection, transaction) =>
        {
            var added = await connection.ExecuteAsync(
                """
                INSERT INTO account (id, name, display, password_hash, must_change, created) VALUES (@Id, @Name, @Display, @PasswordHash, @MustChange, @Now)
                ON CONFLICT (name) DO NOTHING
                """,
                new { Id = RegistryStore.Key(account.Id), account.Name, account.Display, account.PasswordHash, MustChange = account.MustChange ? 1 : 0, Now = StoredTime.Write(clock.GetUtcNow()) },
                transaction);
            if (added > 0)
            {
                await GrantAsync(connection, transaction, account.Id, account.Grants);
            }

            return added > 0;
        },
        cancellation);

    /// <inheritdoc/>
    public async Task<Account?> FindAsync(string name, CancellationToken cancellation = default) =>
        await ReadOneAsync("WHERE a.name = @name", new { name }, cancellation);

    /// <inheritdoc/>
    public async Task<Account?> FindAsync(Guid id, CancellationToken cancellation = default) =>
        await ReadOneAsync("WHERE a.id = @Id", new { Id = RegistryStore.Key(id) }, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellation = default) => ReadAsync("ORDER BY a.name", new { }, cancellation);

    /// <inheritdoc/>
    public Task SetGrantsAsync(Guid id, IReadOnlyList<Grant> grants, CancellationToken cancellation = default) => registry.WriteAsync(
        async (connection, transaction) =>
        {
            await connection.ExecuteAsync("DELETE FROM account_role WHERE account_id = @Id", new { Id = RegistryStore.Key(id) }, transaction);
            await GrantAsync(connection, transaction, id, grants);
            return true;
        },
        cancellation);

    /// <inheritdoc/>
    public Task SetDisabledAsync(Guid id, bool disabled, CancellationToken cancellation = default) =>
        ExecuteAsync("UPDATE account SET disabled = @disabled WHERE id = @Id; DELETE FROM session WHERE account_id = @Id", new { Id = RegistryStore.Key(id), disabled = disabled ? 1 : 0 }, cancellation);

    /// <inheritdoc/>
    public Task SetPasswordAsync(Guid id, string passwordHash, bool mustChange, CancellationToken cancellation = default) =>
        ExecuteAsync(
            """
            UPDATE account SET password_hash = @passwordHash, must_change = @mustChange, failures = 0, locked_until = NULL WHERE id = @Id;
            DELETE FROM session WHERE account_id = @Id
            """,
            new { Id = RegistryStore.Key(id), passwordHash, mustChange = mustChange ? 1 : 0 },
            cancellation);

    /// <inheritdoc/>
    public Task CountFailureAsync(Guid id, int most, DateTimeOffset until, CancellationToken cancellation = default) =>
        ExecuteAsync(
            """
            UPDATE account SET
                locked_until = CASE WHEN failures + 1 >= @most THEN @Until ELSE locked_until END,
                failures = CASE WHEN failures + 1 >= @most THEN 0 ELSE failures + 1 END
            WHERE id = @Id
            """,
            new { Id = RegistryStore.Key(id), most, Until = StoredTime.Write(until) },
            cancellation);

    /// <inheritdoc/>
    public Task ForgiveAsync(Guid id, CancellationToken cancellation = default) =>
        ExecuteAsync("UPDATE account SET failures = 0, locked_until = NULL WHERE id = @Id", new { Id = RegistryStore.Key(id) }, cancellation);

    private async Task<Account?> ReadOneAsync(string where, object parameters, CancellationToken cancellation) =>
        await ReadAsync(where, parameters, cancellation) is [var account] ? account : null;

    private async Task<IReadOnlyList<Account>> ReadAsync(string where, object parameters, CancellationToken cancellation)
    {
        return await registry.Database.QueryAsync<IReadOnlyList<Account>>(
            async connection =>
            {
                var rows = (await connection.QueryAsync<AccountRow>($"SELECT {AccountRow.Columns} FROM account a {where}", parameters)).AsList();
                var grants = (await connection.QueryAsync<GrantRow>(
                    "SELECT account_id AS AccountId, role AS Role, organization AS Organization FROM account_role WHERE account_id IN (SELECT value FROM json_each(@Ids)) ORDER BY role, organization",
                    new { Ids = System.Text.Json.JsonSerializer.Serialize(rows.Select(r => r.Id)) })).ToLookup(g => g.AccountId, g => GrantRow.ToGrant(g.Role, g.Organization));
                return [.. rows.Select(r => r.ToAccount(grants[r.Id]))];
            },
            cancellation);
    }

    private static async Task GrantAsync(DbConnection connection, DbTransaction transaction, Guid id, IReadOnlyList<Grant> grants)
    {
        foreach (var grant in grants)
        {
            await connection.ExecuteAsync(
                "INSERT INTO account_role (account_id, role, organization) VALUES (@Id, @Role, @Organization) ON CONFLICT DO NOTHING",
                new { Id = RegistryStore.Key(id), Role = GrantRow.Write(grant.Role), Organization = grant.Organization ?? "" },
                transaction);
        }
    }

    private Task<int> ExecuteAsync(string sql, object parameters, CancellationToken cancellation) =>
        registry.WriteAsync((connection, transaction) => connection.ExecuteAsync(sql, parameters, transaction), cancellation);
}
