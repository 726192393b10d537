using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Dapper;

namespace OpenData.Store.Registry;

/// <summary>Brings a registry to the version this program knows: numbered SQL files, the same numbers on every engine, forward only, in one transaction.</summary>
internal static class Migrations
{
    /// <summary>The migration with which the audit log begins.</summary>
    private const int AuditMigration = 4;

    /// <summary>The migration with which the search begins.</summary>
    private const int SearchMigration = 9;

    /// <summary>The migration since which the log tells of reviews, evidence and people too.</summary>
    private const int TrailMigration = 8;

    /// <summary>Applies what is missing, in a transaction that no other program writes beside.</summary>
    /// <param name="connection">The registry's connection.</param>
    /// <param name="transaction">Its transaction.</param>
    /// <param name="engine">The folder of the engine's files: <c>sqlite</c> or <c>postgres</c>.</param>
    /// <param name="clock">Tells when they were applied.</param>
    /// <exception cref="InvalidOperationException">The registry was written by a newer program.</exception>
    public static void Apply(DbConnection connection, DbTransaction transaction, string engine, TimeProvider clock)
    {
        connection.Execute("CREATE TABLE IF NOT EXISTS migration (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, applied TEXT NOT NULL)", transaction: transaction);
        var applied = connection.Query<int>("SELECT number FROM migration", transaction: transaction).ToHashSet();
        var reached = applied.DefaultIfEmpty().Max();
        var known = Known(engine);
        if (reached > known[^1].Number)
        {
            throw new InvalidOperationException($"The registry is of version {reached}, and this program knows versions up to {known[^1].Number}: run a newer program on it.");
        }

        // By number and not from the highest on: two changes may have been made side by side.
        foreach (var migration in known.Where(m => !applied.Contains(m.Number)))
        {
            connection.Execute(Text(engine, migration.Name), transaction: transaction);
            connection.Execute(
                "INSERT INTO migration (number, name, applied) VALUES (@Number, @Name, @Applied)",
                new { migration.Number, migration.Name, Applied = StoredTime.Write(clock.GetUtcNow()) },
                transaction);
        }

        if (!applied.Contains(AuditMigration))
        {
            // Once, when a store is opened.
            AuditBeginning.WriteAsync(connection, transaction, clock).GetAwaiter().GetResult();
        }
        else if (!applied.Contains(TrailMigration))
        {
            AuditBeginning.WidenAsync(connection, transaction, clock).GetAwaiter().GetResult();
        }

        if (!applied.Contains(SearchMigration))
        {
            new SearchWriter(connection, transaction).RefreshAllAsync().GetAwaiter().GetResult();
        }
    }

    /// <summary>The migrations of an engine, by number.</summary>
    public static IReadOnlyList<(int Number, string Name)> Known(string engine) =>
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(engine + "/", StringComparison.Ordinal))
            .Select(name => name[(engine.Length + 1)..])
            .Select(name => (int.Parse(name.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture), name))
            .OrderBy(migration => migration.Item1)];

    private static string Text(string engine, string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{engine}/{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
