using System.Diagnostics;

namespace OpenData.Benchmarks.Api;

/// <summary>Our server as it is shipped, over a data folder made for the bench.</summary>
internal sealed class OwnServer : IAsyncDisposable
{
    private readonly Process process;

    /// <summary>The data folder, where it goes with the server.</summary>
    private readonly string? made;

    private OwnServer(Process process, Uri address, string data, bool isMade) => (this.process, Address, Data, made) = (process, address, data, isMade ? data : null);

    public Uri Address { get; }

    /// <summary>The data folder it serves.</summary>
    public string Data { get; }

    /// <summary>Processor time that it has taken.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Memory that it holds.</summary>
    public long ResidentBytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>Publishes a dataset folder and serves it on a free port.</summary>
    public static async Task<OwnServer> StartAsync(string executable, string dataset, string folder)
    {
        var data = Path.Combine(folder, "api-data");
        if (Directory.Exists(data))
        {
            Directory.Delete(data, recursive: true);
        }

        await Programs.RunAsync(executable, ["add", dataset, "--data", data]);
        return await ServeAsync(executable, data, isMade: true);
    }

    /// <summary>Serves a data folder that is there, beside whoever else does.</summary>
    /// <param name="executable">The program.</param>
    /// <param name="data">The folder.</param>
    /// <param name="isMade">True where the folder goes with the server.</param>
    /// <param name="keptMegabytes">Megabytes of rendered answers that it keeps ready, or null for what it does by itself.</param>
    public static async Task<OwnServer> ServeAsync(string executable, string data, bool isMade = false, int? keptMegabytes = null)
    {
        var start = new ProcessStartInfo(executable, ["serve", "--data", data, "--urls", "http://127.0.0.1:0"]);
        start.Environment["LANG"] = "en_US.UTF-8";
        if (keptMegabytes is { } megabytes)
        {
            start.Environment["OPENDATA_KEPT_ANSWERS_MB"] = $"{megabytes}";
        }

        var (process, address) = await Programs.StartServerAsync(start);
        return new OwnServer(process, address, data, isMade);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        if (made is not null)
        {
            Directory.Delete(made, recursive: true);
        }
    }
}
