using System.ComponentModel;
using System.Diagnostics;

namespace OpenData.Benchmarks.Api;

/// <summary>PostGraphile with its aggregates, one node process as its own command line starts it, over a cluster of its own.</summary>
internal sealed class PostGraphileServer : IAsyncDisposable
{
    private readonly PostgresCluster cluster;
    private readonly Process process;

    private PostGraphileServer(PostgresCluster cluster, Process process, Uri address) => (this.cluster, this.process, Address) = (cluster, process, address);

    public Uri Address { get; }

    /// <summary>Installs the packages beside the results.</summary>
    /// <returns>Their folder; or null, and why they are not there.</returns>
    public static async Task<(string? Folder, string? MissingBecause)> InstallAsync()
    {
        var folder = Directory.CreateDirectory(Path.Combine("artifacts", "postgraphile")).FullName;
        foreach (var source in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "PostGraphile")))
        {
            File.Copy(source, Path.Combine(folder, Path.GetFileName(source)), overwrite: true);
        }

        try
        {
            await Programs.RunAsync("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock", "--silent"], folder);
            return (folder, null);
        }
        catch (InvalidOperationException failure)
        {
            return (null, "npm could not install it: " + failure.Message);
        }
        catch (Win32Exception missing)
        {
            return (null, "npm is not on this machine: " + missing.Message);
        }
    }

    public static async Task<PostGraphileServer> StartAsync(string folder, string postgres, string csv)
    {
        var cluster = await PostgresCluster.StartAsync(postgres);
        try
        {
            await cluster.LoadAsync(csv);
            // PostGraphile filters and groups by indexed columns only.
            await cluster.SqlAsync(PostgresCluster.User, "CREATE INDEX ON records (province_code)", "CREATE INDEX ON records (province_name)", "VACUUM ANALYZE records");
            var start = new ProcessStartInfo("node", [Path.Combine(folder, "server.mjs")]) { WorkingDirectory = folder };
            foreach (var (name, value) in (ReadOnlySpan<(string, string)>)[("PGHOST", cluster.Folder), ("PGUSER", PostgresCluster.User), ("PGDATABASE", PostgresCluster.User), ("GRAPHILE_ENV", "production"), ("NODE_ENV", "production")])
            {
                start.Environment[name] = value;
            }

            var (process, address) = await Programs.StartServerAsync(start);
            return new PostGraphileServer(cluster, process, address);
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        await cluster.DisposeAsync();
    }
}
