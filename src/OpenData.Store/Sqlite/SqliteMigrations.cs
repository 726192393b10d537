using System.Globalization;
using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace OpenData.Store.Sqlite;

/// <summary>Brings a registry file to the version this program knows: numbered SQL files, forward only, in one transaction.</summary>
internal static class SqliteMigrations
{
    private const string Prefix = "sqlite/";

    /// <summary>The migration with which the audit log begins.</summary>
    private const int AuditMigration = 4;

    /// <summary>The migration with which the search begins.</summary>
    private const int SearchMigration = 9;

    /// <summary>Applies what is missing. Two processes may start at once: the second waits, and finds nothing left to do.</summary>
    /// <exception cref="InvalidOperationException">The file was written by a newer program.</exception>
    public static void Apply(SqliteConnection connection, TimeProvider clock)
    {
        // Kept in the file from then on: readers do not wait for a writer, nor a writer for readers.
        connection.Execute("PRAGMA journal_mode = WAL");
        using var transaction = connection.BeginTransaction(deferred: false);
        connection.Execute("CREATE TABLE IF NOT EXISTS migration (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, applied TEXT NOT NULL)", transaction: transaction);
        var applied = connection.Query<int>("SELECT number FROM migration", transaction: transaction).ToHashSet();
        var reached = applied.DefaultIfEmpty().Max();
        var known = Known();
        if (reached > known[^1].Number)
        {
            throw new InvalidOperationException($"The registry is of version {reached}, and this program knows versions up to {known[^1].Number}: run a newer program on this folder.");
        }

        // By number and not from the highest on: two changes may have been made side by side.
        foreach (var migration in known.Where(m => !applied.Contains(m.Number)))
        {
            connection.Execute(Text(migration.Name), transaction: transaction);
            connection.Execute(
                "INSERT INTO migration (number, name, applied) VALUES (@Number, @Name, @Applied)",
                new { migration.Number, migration.Name, Applied = StoredTime.Write(clock.GetUtcNow()) },
                transaction);
        }

        if (!applied.Contains(AuditMigration))
        {
            // Synchronous all the way down: SQLite's driver answers at once.
            AuditBeginning.WriteAsync(connection, transaction, clock).GetAwaiter().GetResult();
        }

        if (!applied.Contains(SearchMigration))
        {
            new SearchWriter(connection, transaction).RefreshAllAsync().GetAwaiter().GetResult();
        }

        transaction.Commit();
    }

    private static List<(int Number, string Name)> Known() =>
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..])
            .Select(name => (int.Parse(name.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture), name))
            .OrderBy(migration => migration.Item1)];

    private static string Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
