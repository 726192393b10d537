using System.Globalization;
using Npgsql;

namespace OpenData.Store.Postgres;

/// <summary>
/// The address of a PostgreSQL database, as libpq writes it: <c>postgres://user:password@host:5432,second:5432/database?sslmode=require</c>.
/// Of several hosts one is the primary; rows are read from the others. <c>?host=/folder</c> names a socket's folder, <c>?originals=/folder</c> a
/// folder, shared by all nodes, for original files.
/// </summary>
internal sealed record PostgresAddress
{
    private const string Example = "postgres://user:password@host:5432/database";

    /// <summary>Parameters that libpq calls otherwise than Npgsql does.</summary>
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["sslmode"] = "SSL Mode",
        ["sslrootcert"] = "Root Certificate",
        ["sslcert"] = "SSL Certificate",
        ["sslkey"] = "SSL Key",
        ["connect_timeout"] = "Timeout",
        ["application_name"] = "Application Name",
        ["user"] = "Username",
        ["dbname"] = "Database",
        ["passfile"] = "Passfile",
        ["maxpoolsize"] = "Maximum Pool Size",
    };

    /// <summary>What Npgsql connects with. It may hold a password: it is for nobody's eyes.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>The address without its password, for messages.</summary>
    public required string Shown { get; init; }

    /// <summary>The folder of original files, or null where they are kept in the database.</summary>
    public string? Originals { get; init; }

    /// <summary>True where several hosts are named.</summary>
    public bool HasReplicas { get; init; }

    /// <summary>Reads an address.</summary>
    /// <exception cref="ArgumentException">It is none; the message says what is wrong, in both languages, and shows no password.</exception>
    public static PostgresAddress Parse(string url)
    {
        var rest = url[(url.IndexOf("://", StringComparison.Ordinal) + 3)..];
        var (before, query) = Cut(rest, rest.IndexOf('?', StringComparison.Ordinal));
        var (authority, database) = Cut(before, before.IndexOf('/', StringComparison.Ordinal));
        var at = authority.LastIndexOf('@');
        var (user, password) = at < 0 ? ("", null) : UserOf(authority[..at]);
        var hosts = authority[(at + 1)..];
        var builder = new NpgsqlConnectionStringBuilder { ApplicationName = "opendata" };
        string? originals = null;
        if (hosts.Length > 0)
        {
            builder.Host = Uri.UnescapeDataString(hosts);
        }

        foreach (var (name, value) in Parameters(query))
        {
            if (name == "originals")
            {
                originals = Path.GetFullPath(value);
            }
            else
            {
                Set(builder, name, value);
            }
        }

        builder.Username = user.Length > 0 ? user : builder.Username;
        builder.Password = password ?? builder.Password;
        builder.Database = database is { Length: > 0 } ? Uri.UnescapeDataString(database) : builder.Database;
        if (string.IsNullOrEmpty(builder.Host))
        {
            throw Wrong("ไม่ได้ระบุเครื่องแม่ข่าย", "it names no host", Example);
        }

        return new PostgresAddress { ConnectionString = builder.ToString(), Shown = Show(builder), Originals = originals, HasReplicas = builder.Host.Contains(',', StringComparison.Ordinal) };
    }

    /// <summary>Text that may be an address with a password, as it can be shown.</summary>
    public static string WithoutPassword(string url)
    {
        var start = url.IndexOf("://", StringComparison.Ordinal);
        var end = url.IndexOfAny(['/', '?'], start < 0 ? 0 : start + 3);
        var at = end < 0 ? url.LastIndexOf('@') : url.LastIndexOf('@', end);
        if (start < 0 || at < start)
        {
            return url;
        }

        var colon = url.IndexOf(':', start + 3);
        return colon >= 0 && colon < at ? $"{url[..colon]}{url[at..]}" : url;
    }

    private static (string User, string? Password) UserOf(string text)
    {
        var (user, password) = Cut(text, text.IndexOf(':', StringComparison.Ordinal));
        return (Uri.UnescapeDataString(user), password is null ? null : Uri.UnescapeDataString(password));
    }

    private static IEnumerable<(string Name, string Value)> Parameters(string? query) =>
        from parameter in (query ?? "").Split('&', StringSplitOptions.RemoveEmptyEntries)
        let parts = Cut(parameter, parameter.IndexOf('=', StringComparison.Ordinal))
        select (Uri.UnescapeDataString(parts.Before), Uri.UnescapeDataString(parts.After ?? ""));

    private static void Set(NpgsqlConnectionStringBuilder builder, string name, string value)
    {
        // Which host is the primary is found out by asking.
        if (name == "target_session_attrs")
        {
            return;
        }

        try
        {
            builder[Names.GetValueOrDefault(name, name)] = name == "sslmode" ? value.Replace("-", "", StringComparison.Ordinal) : value;
        }
        catch (Exception wrong) when (wrong is ArgumentException or KeyNotFoundException or FormatException or InvalidCastException)
        {
            throw Wrong($"พารามิเตอร์ '{name}' ใช้ไม่ได้", $"parameter '{name}' cannot be used so", $"{Example}?sslmode=require");
        }
    }

    private static ArgumentException Wrong(string th, string en, string example) =>
        new($"ที่อยู่ของ PostgreSQL ไม่ถูกต้อง: {th} เขียนเช่น {example} · The address of PostgreSQL is wrong: {en}. Write it like {example}");

    private static (string Before, string? After) Cut(string text, int at) => at < 0 ? (text, null) : (text[..at], text[(at + 1)..]);

    private static string Show(NpgsqlConnectionStringBuilder builder)
    {
        var user = string.IsNullOrEmpty(builder.Username) ? "" : builder.Username + "@";
        var port = builder.Port == NpgsqlConnection.DefaultPort || builder.Host!.Contains(',', StringComparison.Ordinal) ? "" : ":" + builder.Port.ToString(CultureInfo.InvariantCulture);
        return $"postgres://{user}{builder.Host}{port}/{builder.Database}";
    }
}
