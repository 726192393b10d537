using Dapper;
using OpenData.Registry;

namespace OpenData.Store.Registry;

/// <summary>Sessions, tokens and keys: what people and programs come in by.</summary>
internal sealed partial class AccountStore
{
    /// <inheritdoc/>
    public Task BeginSessionAsync(string sha256, Guid accountId, DateTimeOffset expires, CancellationToken cancellation = default) =>
        ExecuteAsync(
            """
            DELETE FROM session WHERE expires <= @Now;
            INSERT INTO session (sha256, account_id, expires) VALUES (@sha256, @Id, @Expires)
            """,
            new { sha256, Id = RegistryStore.Key(accountId), Expires = StoredTime.Write(expires), Now = StoredTime.Write(clock.GetUtcNow()) },
            cancellation);

    /// <inheritdoc/>
    public async Task<Account?> FindSessionAsync(string sha256, DateTimeOffset now, CancellationToken cancellation = default) =>
        await ReadOneAsync(
            "JOIN session s ON s.account_id = a.id WHERE s.sha256 = @sha256 AND s.expires > @Now AND a.disabled = 0",
            new { sha256, Now = StoredTime.Write(now) },
            cancellation);

    /// <inheritdoc/>
    public Task EndSessionAsync(string sha256, CancellationToken cancellation = default) =>
        ExecuteAsync("DELETE FROM session WHERE sha256 = @sha256", new { sha256 }, cancellation);

    /// <inheritdoc/>
    public Task AddTokenAsync(ApiToken token, string sha256, CancellationToken cancellation = default) => registry.WriteAsync(
        async (connection, transaction) =>
        {
            await connection.ExecuteAsync(
                """
                INSERT INTO api_token (id, sha256, account_id, label, role, organization, created, expires)
                VALUES (@Id, @sha256, @AccountId, @Label, @Role, @Organization, @Created, @Expires)
                """,
                new
                {
                    Id = RegistryStore.Key(token.Id),
                    sha256,
                    AccountId = RegistryStore.Key(token.AccountId),
                    token.Label,
                    Role = GrantRow.Write(token.Grant.Role),
                    Organization = token.Grant.Organization ?? "",
                    Created = StoredTime.Write(token.Created),
                    Expires = StoredTime.Write(token.Expires),
                },
                transaction);
            await Log(connection, transaction, token.AccountId).TellTokenAsync(AuditActions.TokenMade, RegistryStore.Key(token.Id));
            return true;
        },
        cancellation);

    /// <inheritdoc/>
    public async Task<(ApiToken Token, Account Account)?> FindTokenAsync(string sha256, CancellationToken cancellation = default)
    {
        return await registry.Database.QueryAsync<(ApiToken Token, Account Account)?>(
            async connection =>
            {
                var row = await connection.QuerySingleOrDefaultAsync<TokenRow>($"SELECT {TokenRow.Columns} FROM api_token WHERE sha256 = @sha256", new { sha256 });
                return row?.ToToken() is { } token && await FindAsync(token.AccountId, cancellation) is { } account ? (token, account) : null;
            },
            cancellation);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ApiToken>> ListTokensAsync(Guid accountId, CancellationToken cancellation = default)
    {
        return await registry.Database.QueryAsync<IReadOnlyList<ApiToken>>(
            async connection =>
            {
                var rows = await connection.QueryAsync<TokenRow>($"SELECT {TokenRow.Columns} FROM api_token WHERE account_id = @Id ORDER BY created DESC", new { Id = RegistryStore.Key(accountId) });
                return [.. rows.Select(r => r.ToToken())];
            },
            cancellation);
    }

    /// <inheritdoc/>
    public Task<bool> RevokeTokenAsync(Guid accountId, Guid tokenId, DateTimeOffset now, CancellationToken cancellation = default) => registry.WriteAsync(
        async (connection, transaction) =>
        {
            var parameters = new { Token = RegistryStore.Key(tokenId), Id = RegistryStore.Key(accountId), Now = StoredTime.Write(now) };
            if (await connection.ExecuteAsync("UPDATE api_token SET revoked = @Now WHERE id = @Token AND account_id = @Id AND revoked IS NULL", parameters, transaction) > 0)
            {
                await Log(connection, transaction, accountId).TellTokenAsync(AuditActions.TokenRevoked, parameters.Token);
                return true;
            }

            return await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM api_token WHERE id = @Token AND account_id = @Id", parameters, transaction) > 0;
        },
        cancellation);

    /// <inheritdoc/>
    public async Task<Account?> FindIdentityAsync(string issuer, string subject, CancellationToken cancellation = default) =>
        await ReadOneAsync("JOIN account_identity i ON i.account_id = a.id WHERE i.issuer = @issuer AND i.subject = @subject", new { issuer, subject }, cancellation);

    /// <inheritdoc/>
    public Task<bool> LinkIdentityAsync(Guid id, Guid accountId, string issuer, string subject, CancellationToken cancellation = default) => registry.WriteAsync(
        async (connection, transaction) =>
        {
            var row = new { Id = RegistryStore.Key(id), issuer, subject, AccountId = RegistryStore.Key(accountId), Linked = StoredTime.Write(clock.GetUtcNow()) };
            var added = await connection.ExecuteAsync(
                "INSERT INTO account_identity (id, issuer, subject, account_id, linked) VALUES (@Id, @issuer, @subject, @AccountId, @Linked) ON CONFLICT (issuer, subject) DO NOTHING", row, transaction);
            if (added > 0)
            {
                await Log(connection, transaction, accountId).TellIdentityAsync(row.Id, AuditRecords.Identity(issuer, subject, row.Linked), issuer);
            }

            return added > 0;
        },
        cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> ListKeysAsync(CancellationToken cancellation = default)
    {
        return await registry.Database.QueryAsync<IReadOnlyList<string>>(
            async connection =>
            {
                return [.. await connection.QueryAsync<string>("SELECT xml FROM protection_key ORDER BY name")];
            },
            cancellation);
    }

    /// <inheritdoc/>
    public Task AddKeyAsync(string name, string xml, CancellationToken cancellation = default) =>
        ExecuteAsync("INSERT INTO protection_key (name, xml) VALUES (@name, @xml) ON CONFLICT (name) DO UPDATE SET xml = excluded.xml", new { name, xml }, cancellation);
}
