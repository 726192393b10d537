using System.Diagnostics;

namespace OpenData.Benchmarks.Api;

/// <summary>Our server as it is shipped, over a data folder made for the bench.</summary>
internal sealed class OwnServer : IAsyncDisposable
{
    private readonly Process process;
    private readonly string data;

    private OwnServer(Process process, Uri address, string data) => (this.process, Address, this.data) = (process, address, data);

    public Uri Address { get; }

    /// <summary>Publishes a dataset folder and serves it on a free port.</summary>
    public static async Task<OwnServer> StartAsync(string executable, string dataset, string folder)
    {
        var data = Path.Combine(folder, "api-data");
        if (Directory.Exists(data))
        {
            Directory.Delete(data, recursive: true);
        }

        await Programs.RunAsync(executable, ["add", dataset, "--data", data]);
        var start = new ProcessStartInfo(executable, ["serve", "--data", data, "--urls", "http://127.0.0.1:0"]);
        start.Environment["LANG"] = "en_US.UTF-8";
        var (process, address) = await Programs.StartServerAsync(start);
        return new OwnServer(process, address, data);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(data, recursive: true);
    }
}
