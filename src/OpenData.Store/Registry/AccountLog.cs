using System.Data.Common;
using OpenData.Registry;

namespace OpenData.Store.Registry;

/// <summary>Tells the log what became of an account, inside the transaction that changed it.</summary>
internal sealed class AccountLog(DbConnection connection, DbTransaction transaction, AuditWriter log, string id)
{
    /// <summary>Tells of the account itself.</summary>
    public async Task TellAsync(string action, string? detail = null)
    {
        var (name, hash) = await AuditAccessReader.FindAsync(connection, transaction, id);
        await log.AppendAsync(action, AuditObjects.Account(name), hash, detail);
    }

    /// <summary>Tells of its roles, where they are others than before; the detail has them in words.</summary>
    public async Task TellRolesAsync()
    {
        var (name, _) = await AuditAccessReader.FindAsync(connection, transaction, id);
        var roles = await AuditAccessReader.RolesAsync(connection, transaction, id);
        await log.AppendChangeAsync(AuditActions.RolesChanged, AuditActions.RolesChanged, AuditObjects.Roles(name), AuditRecords.Roles(roles), string.Join(", ", roles));
    }

    /// <summary>Tells of a token; the detail has what it may do and until when.</summary>
    public async Task TellTokenAsync(string action, string tokenId)
    {
        var (name, _) = await AuditAccessReader.FindAsync(connection, transaction, id);
        var (hash, detail) = await AuditAccessReader.FindTokenAsync(connection, transaction, tokenId);
        await log.AppendAsync(action, AuditObjects.Token(name, tokenId), hash, detail);
    }

    /// <summary>Tells of an identity at a provider.</summary>
    public async Task TellIdentityAsync(string identityId, string hash, string issuer)
    {
        var (name, _) = await AuditAccessReader.FindAsync(connection, transaction, id);
        await log.AppendAsync(AuditActions.IdentityLinked, AuditObjects.Identity(name, identityId), hash, issuer);
    }
}
