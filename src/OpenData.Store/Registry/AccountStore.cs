using System.Data.Common;
using Dapper;
using OpenData.Registry;
using OpenData.Registry.Access;

namespace OpenData.Store.Registry;

/// <summary>People, sessions and tokens, in the registry.</summary>
internal sealed partial class AccountStore(RegistryStore registry, TimeProvider clock) : IAccountStore
{
    /// <summary>The same accounts, changed in the name that <paramref name="other"/> has in the log.</summary>
    public AccountStore By(RegistryStore other) => new(other, clock);

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
                var log = Log(connection, transaction, account.Id);
                await log.TellAsync(AuditActions.AccountCreated);
                await GrantAsync(connection, transaction, account.Id, account.Grants);
                await log.TellRolesAsync();
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
            await Log(connection, transaction, id).TellRolesAsync();
            return true;
        },
        cancellation);

    /// <inheritdoc/>
    public Task SetDisabledAsync(Guid id, bool disabled, CancellationToken cancellation = default) =>
        ChangeAsync(
            id,
            "UPDATE account SET disabled = @Disabled WHERE id = @Id AND disabled <> @Disabled",
            new { Id = RegistryStore.Key(id), Disabled = disabled ? 1 : 0 },
            disabled ? AuditActions.AccountDisabled : AuditActions.AccountEnabled,
            endsSessions: true,
            cancellation);

    /// <inheritdoc/>
    public Task SetPasswordAsync(Guid id, string passwordHash, bool mustChange, CancellationToken cancellation = default) =>
        ChangeAsync(
            id,
            "UPDATE account SET password_hash = @passwordHash, must_change = @MustChange, failures = 0, locked_until = NULL, lock_told = 0 WHERE id = @Id",
            new { Id = RegistryStore.Key(id), passwordHash, MustChange = mustChange ? 1 : 0 },
            mustChange ? AuditActions.PasswordReset : AuditActions.PasswordChanged,
            endsSessions: true,
            cancellation);

    /// <inheritdoc/>
    public Task CountFailureAsync(Guid id, int most, DateTimeOffset until, CancellationToken cancellation = default) => registry.WriteAsync(
        async (connection, transaction) =>
        {
            var parameters = new { Id = RegistryStore.Key(id), most, Until = StoredTime.Write(until) };
            await connection.ExecuteAsync("UPDATE account SET failures = failures + 1 WHERE id = @Id", parameters, transaction);
            if (await connection.ExecuteAsync("UPDATE account SET failures = 0, locked_until = @Until, lock_told = 0 WHERE id = @Id AND failures >= @most", parameters, transaction) > 0)
            {
                await Log(connection, transaction, id).TellAsync(AuditActions.AccountLocked, $"until={parameters.Until}");
            }

            return true;
        },
        cancellation);

    /// <inheritdoc/>
    public Task TellRefusedAsync(Guid id, CancellationToken cancellation = default) =>
        ChangeAsync(id, "UPDATE account SET lock_told = 1 WHERE id = @Id AND lock_told = 0", new { Id = RegistryStore.Key(id) }, AuditActions.SignInRefused, endsSessions: false, cancellation);

    /// <inheritdoc/>
    public Task ForgiveAsync(Guid id, CancellationToken cancellation = default) => registry.WriteAsync(
        async (connection, transaction) =>
        {
            var parameters = new { Id = RegistryStore.Key(id) };
            await connection.ExecuteAsync("UPDATE account SET failures = 0 WHERE id = @Id", parameters, transaction);
            if (await connection.ExecuteAsync("UPDATE account SET locked_until = NULL, lock_told = 0 WHERE id = @Id AND locked_until IS NOT NULL", parameters, transaction) > 0)
            {
                await Log(connection, transaction, id).TellAsync(AuditActions.AccountUnlocked);
            }

            return true;
        },
        cancellation);

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

    /// <summary>Changes an account and tells the log, where anything was changed.</summary>
    private Task<int> ChangeAsync(Guid id, string sql, object parameters, string action, bool endsSessions, CancellationToken cancellation) => registry.WriteAsync(
        async (connection, transaction) =>
        {
            var changed = await connection.ExecuteAsync(sql, parameters, transaction);
            if (changed > 0)
            {
                await Log(connection, transaction, id).TellAsync(action);
            }

            return endsSessions ? await connection.ExecuteAsync("DELETE FROM session WHERE account_id = @Id", parameters, transaction) : changed;
        },
        cancellation);

    private AccountLog Log(DbConnection connection, DbTransaction transaction, Guid id) =>
        new(connection, transaction, registry.Log(connection, transaction), RegistryStore.Key(id));

    private Task<int> ExecuteAsync(string sql, object parameters, CancellationToken cancellation) =>
        registry.WriteAsync((connection, transaction) => connection.ExecuteAsync(sql, parameters, transaction), cancellation);
}
