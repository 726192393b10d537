using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SQLitePCL;

namespace OpenData.Benchmarks.Api;

/// <summary>Serves handlers with nothing around them, until the process is told to stop; what they are measured against has the same web server.</summary>
internal static class BareHandlers
{
    public static async Task<int> RunAsync(Action<WebApplication> map)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        await using var app = builder.Build();
        app.UseRouting();
        map(app);
        await app.StartAsync();
        Console.WriteLine($"Bare is at {app.Urls.First()}");
        await app.WaitForShutdownAsync();
        return 0;
    }

    /// <summary>What SQLite answers, where it is anything but that all is well.</summary>
    public static void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw new InvalidOperationException($"SQLite answered {code}.");
        }
    }
}
