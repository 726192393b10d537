using OpenData.Registry.Access;
using OpenData.Server.Access;
using OpenData.Store;

namespace OpenData.Server;

/// <summary>The first person of a catalog.</summary>
public static class FirstAdmin
{
    /// <summary>The name the first admin signs in with.</summary>
    public const string Name = "admin";

    /// <summary>
    /// Makes the account <see cref="Name"/> and gives its one-time secret, to be shown to whoever has started the server. Until it was used a
    /// new one is given with each start; once there is an admin with a password of their own, null.
    /// </summary>
    public static async Task<string?> MakeAsync(IDataStore store, TimeProvider clock, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var desk = new AccountDesk(store, new ServerOptions { Clock = clock });
        var accounts = await store.Accounts.ListAsync(cancellation);
        if (accounts.Any(a => a is { MustChange: false, IsDisabled: false } && a.Grants.Any(g => g.Role == Role.Admin)))
        {
            return null;
        }

        if (accounts.FirstOrDefault(a => a.Name == Name) is not { } waiting)
        {
            var (secret, _) = await desk.AddAsync(Name, Name, [new Grant(Role.Admin, null)], cancellation);
            return secret;
        }

        await store.Accounts.SetDisabledAsync(waiting.Id, disabled: false, cancellation);
        await desk.GrantAsync(waiting, [.. waiting.Grants.Append(new Grant(Role.Admin, null)).Distinct()], cancellation);
        return await desk.ResetAsync(waiting, cancellation);
    }
}
