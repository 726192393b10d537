using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using OpenData.Cli.Output;
using OpenData.Server;
using OpenData.Store;

namespace OpenData.Cli;

/// <summary>Runs the server until Ctrl-C or SIGTERM, and lets answers that are on their way finish.</summary>
internal static class ServerRun
{
    public static async Task<int> RunAsync(IDataStore store, ServerOptions options, Terminal terminal, CancellationToken cancellation)
    {
        var (provider, fault) = SignInProvider.Read(Environment.GetEnvironmentVariable, File.ReadAllText);
        if (fault is { } reason)
        {
            throw new RefusalException(reason.In(terminal.Language));
        }

        await using var server = OpenDataServer.Build(options with { Provider = provider }, store);
        try
        {
            await server.StartAsync(cancellation);
        }
        catch (Exception exception) when (exception is IOException or SocketException or FormatException or InvalidOperationException)
        {
            throw new RefusalException(terminal.Say(
                $"เปิดรับที่ {options.Urls} ไม่ได้: {exception.Message} ลองเลือกที่อยู่อื่นด้วย --urls",
                $"cannot listen on {options.Urls}: {exception.Message} Choose another address with --urls."));
        }

        foreach (var address in server.Urls)
        {
            terminal.Line(terminal.Say($"OpenData เปิดอยู่ที่ {address}", $"OpenData is at {address}"));
        }

        if (await FirstAdmin.MakeAsync(store, TimeProvider.System, cancellation) is { } secret)
        {
            terminal.Note(terminal.Say(
                $"ผู้ดูแลระบบคนแรก: เข้าสู่ระบบที่ /sign-in ด้วยชื่อ {FirstAdmin.Name} และรหัสใช้ครั้งเดียว {secret}",
                $"The first admin: sign in at /sign-in as {FirstAdmin.Name} with the one-time secret {secret}"));
        }

        if (terminal.ShowsProgress)
        {
            terminal.Note(terminal.Say("กด Ctrl-C เพื่อหยุด", "Press Ctrl-C to stop."));
        }

        await server.WaitForShutdownAsync(cancellation);
        return ExitCode.Complies;
    }

    /// <summary>The address by which a reader on this machine reaches the first of <paramref name="urls"/>; empty where its port is not known yet.</summary>
    public static string PublicAddress(string urls)
    {
        var first = urls.Split(';')[0].TrimEnd('/');
        var reachable = first.Replace("://+", "://localhost", StringComparison.Ordinal)
            .Replace("://*", "://localhost", StringComparison.Ordinal)
            .Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal)
            .Replace("://[::]", "://localhost", StringComparison.Ordinal);
        return reachable.EndsWith(":0", StringComparison.Ordinal) ? "" : reachable;
    }
}
