using System.Data.Common;
using Dapper;
using OpenData.Registry;

namespace OpenData.Store.Registry;

/// <summary>People, what they may do and what they come in by, with their hashes as the audit log makes them.</summary>
internal static class AuditAccessReader
{
    private const string Accounts = "SELECT id, name, display, password_hash, must_change, disabled, locked_until, created FROM account";

    private const string Tokens =
        "SELECT id AS Id, sha256 AS Sha256, label AS Label, role AS Role, organization AS Organization, created AS Created, expires AS Expires, revoked AS Revoked FROM api_token";

    /// <summary>Every account, its roles, identities and tokens.</summary>
    public static async IAsyncEnumerable<AuditedObject> ListAsync(DbConnection connection, DbTransaction? transaction)
    {
        var names = new List<(string Id, string Name)>();
        await using (var row = await connection.ExecuteReaderAsync(Accounts + " ORDER BY name", transaction: transaction))
        {
            while (await row.ReadAsync())
            {
                names.Add((row.GetString(0), row.GetString(1)));
                yield return new AuditedObject(AuditObjects.Account(row.GetString(1)), HashOf(row));
            }
        }

        foreach (var (id, name) in names)
        {
            if (await RolesAsync(connection, transaction, id) is { } roles && AuditRecords.Roles(roles) is { } hash)
            {
                yield return new AuditedObject(AuditObjects.Roles(name), hash);
            }

            foreach (var kept in await OfAccountAsync(connection, transaction, id, name))
            {
                yield return kept;
            }
        }
    }

    /// <summary>The name and the hash of an account as it is now.</summary>
    public static async Task<(string Name, string Hash)> FindAsync(DbConnection connection, DbTransaction transaction, string id)
    {
        await using var row = await connection.ExecuteReaderAsync(Accounts + " WHERE id = @id", new { id }, transaction);
        return await row.ReadAsync() ? (row.GetString(1), HashOf(row)) : throw new InvalidOperationException($"There is no account {id}.");
    }

    /// <summary>The roles of an account, as the log has them: <c>role organization</c>, and the role alone where it is for all.</summary>
    public static async Task<IReadOnlyList<string>> RolesAsync(DbConnection connection, DbTransaction? transaction, string id)
    {
        var rows = await connection.QueryAsync<(string Role, string Organization)>("SELECT role, organization FROM account_role WHERE account_id = @id", new { id }, transaction);
        return [.. rows.Select(r => $"{r.Role} {r.Organization}".TrimEnd()).Order(StringComparer.Ordinal)];
    }

    /// <summary>The hash of a token as it is now, and what it may do until when.</summary>
    public static async Task<(string Hash, string Detail)> FindTokenAsync(DbConnection connection, DbTransaction transaction, string id)
    {
        var token = await connection.QuerySingleAsync<KeptToken>(Tokens + " WHERE id = @id", new { id }, transaction);
        return (token.Hash(), $"{token.Role} {token.Organization}".TrimEnd() + $" until={token.Expires}");
    }

    private static async Task<IReadOnlyList<AuditedObject>> OfAccountAsync(DbConnection connection, DbTransaction? transaction, string id, string name)
    {
        var tokens = await connection.QueryAsync<KeptToken>(Tokens + " WHERE account_id = @id ORDER BY id", new { id }, transaction);
        var identities = await connection.QueryAsync<(string Id, string Issuer, string Subject, string Linked)>(
            "SELECT id, issuer, subject, linked FROM account_identity WHERE account_id = @id ORDER BY id", new { id }, transaction);
        return [
            .. tokens.Select(t => new AuditedObject(AuditObjects.Token(name, t.Id), t.Hash())),
            .. identities.Select(i => new AuditedObject(AuditObjects.Identity(name, i.Id), AuditRecords.Identity(i.Issuer, i.Subject, i.Linked)))];
    }

    private static string HashOf(DbDataReader row) => AuditRecords.Account(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt64(4) != 0, row.GetInt64(5) != 0, row.IsDBNull(6) ? null : row.GetString(6), row.GetString(7));

    /// <summary>A token as the registry keeps it.</summary>
    private sealed class KeptToken
    {
        public required string Id { get; init; }
        public required string Sha256 { get; init; }
        public required string Label { get; init; }
        public required string Role { get; init; }
        public required string Organization { get; init; }
        public required string Created { get; init; }
        public required string Expires { get; init; }
        public string? Revoked { get; init; }

        public string Hash() => AuditRecords.Token(Id, Sha256, Label, Role, Organization, Created, Expires, Revoked);
    }
}
