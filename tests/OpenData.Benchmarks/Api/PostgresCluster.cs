namespace OpenData.Benchmarks.Api;

/// <summary>A throw-away PostgreSQL cluster in a temp folder, reached by a Unix socket only.</summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    public const string User = "bench";

    /// <summary>The bench's file as a table.</summary>
    public static readonly string[] Columns =
    [
        "record_id integer PRIMARY KEY", "province_code text NOT NULL", "province_name text NOT NULL", "report_date date NOT NULL", "facility_name text NOT NULL", "population integer",
        "rate_percent double precision", "amount_baht numeric(18,2)", "is_active boolean NOT NULL", "latitude double precision", "longitude double precision", "note text",
    ];

    private readonly string programs;

    private PostgresCluster(string programs, string folder) => (this.programs, Folder) = (programs, folder);

    /// <summary>The folder of the cluster and of its socket.</summary>
    public string Folder { get; }

    /// <summary>Where PostgreSQL's own programs are, or null; Debian keeps them out of the path.</summary>
    public static string? FindPrograms()
    {
        const string Debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(Debian) ? Directory.GetDirectories(Debian).OrderByDescending(d => d, StringComparer.Ordinal).Select(d => Path.Combine(d, "bin")).ToArray() : [];
        return Programs.Folders.Concat(versions).FirstOrDefault(folder => ((string[])["initdb", "pg_ctl", "psql"]).All(name => File.Exists(Path.Combine(folder, name))));
    }

    /// <summary>Makes a cluster with an empty database.</summary>
    public static async Task<PostgresCluster> StartAsync(string programs)
    {
        var cluster = new PostgresCluster(programs, Directory.CreateTempSubdirectory("opendata-bench-pg-").FullName);
        try
        {
            if (Environment.IsPrivilegedProcess)
            {
                await Programs.RunAsync("chown", ["postgres", cluster.Folder]);
            }

            var data = Path.Combine(cluster.Folder, "data");
            await cluster.RunAsync("initdb", "--pgdata", data, "--auth", "trust", "--username", User, "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync");
            // The whole table fits into its memory, as it fits into the page cache for SQLite.
            await cluster.RunAsync("pg_ctl", "--pgdata", data, "--wait", "--silent", "--log", Path.Combine(cluster.Folder, "log"), "--options", $"-c listen_addresses='' -k {cluster.Folder} -c shared_buffers=1GB -c work_mem=64MB -c fsync=off", "start");
            await cluster.SqlAsync("postgres", $"CREATE DATABASE {User}");
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        var data = Path.Combine(Folder, "data");
        if (File.Exists(Path.Combine(data, "postmaster.pid")))
        {
            await RunAsync("pg_ctl", "--pgdata", data, "--wait", "--silent", "--mode", "immediate", "stop");
        }

        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Makes the table <c>records</c> of a file, as PostgreSQL's own client does.</summary>
    public Task LoadAsync(string csv) => SqlAsync(User, $"CREATE TABLE records ({string.Join(", ", Columns)})", $"\\copy records FROM '{csv}' (FORMAT csv, HEADER)");

    /// <summary>Runs commands with PostgreSQL's own client.</summary>
    public Task<string> SqlAsync(string database, params string[] commands) =>
        Programs.RunAsync(Path.Combine(programs, "psql"), ["--quiet", "--no-psqlrc", "--set", "ON_ERROR_STOP=1", "--host", Folder, "--username", User, "--dbname", database, .. commands.SelectMany(c => (string[])["--command", c])]);

    /// <summary>PostgreSQL does not run as root: there its own user takes over.</summary>
    private Task<string> RunAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(programs, program);
        return Environment.IsPrivilegedProcess
            ? Programs.RunAsync("setpriv", ["--reuid=postgres", "--regid=postgres", "--init-groups", path, .. arguments], Folder)
            : Programs.RunAsync(path, arguments, Folder);
    }
}
