using System.Diagnostics;
using System.Text;
using OpenData.Server.Tests.Cli;

namespace OpenData.Server.Tests.GraphQl;

/// <summary>A test that runs packages of npm against our server; skipped, with the reason, where they cannot be had.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute() => Skip = NodeFolder.MissingBecause;
}

/// <summary>The packages of the audits, installed into artifacts/ when they are first needed.</summary>
internal static class NodeFolder
{
    private static readonly string Home = Path.Combine(OpenDataProcess.Root, "artifacts", "graphql-audits");
    private static readonly Lazy<string?> Missing = new(Install);

    /// <summary>Why they are not there, or null.</summary>
    public static string? MissingBecause => Missing.Value;

    /// <summary>What a script of the folder writes.</summary>
    public static async Task<string> RunAsync(string script, params string[] arguments)
    {
        using var node = Process.Start(Info("node", [script, .. arguments]))!;
        var errors = node.StandardError.ReadToEndAsync();
        var output = await node.StandardOutput.ReadToEndAsync().WaitAsync(TimeSpan.FromMinutes(2));
        await node.WaitForExitAsync();
        node.ExitCode.Should().Be(0, await errors);
        return output;
    }

    private static string? Install()
    {
        var source = Path.Combine(OpenDataProcess.Root, "tests/OpenData.Server.Tests/GraphQl/Audits");
        Directory.CreateDirectory(Home);
        foreach (var file in Directory.EnumerateFiles(source))
        {
            File.Copy(file, Path.Combine(Home, Path.GetFileName(file)), overwrite: true);
        }

        try
        {
            if (Directory.Exists(Path.Combine(Home, "node_modules", "graphql-http")))
            {
                return null;
            }

            using var npm = Process.Start(Info("npm", ["ci", "--no-audit", "--no-fund"]))!;
            var errors = npm.StandardError.ReadToEndAsync();
            npm.StandardOutput.ReadToEnd();
            npm.WaitForExit();
            return npm.ExitCode == 0 ? null : "npm could not install graphql-http: " + errors.Result;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return "node or npm is not on this machine: " + missing.Message;
        }
    }

    private static ProcessStartInfo Info(string program, IReadOnlyList<string> arguments) => new(program, arguments)
    {
        WorkingDirectory = Home,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = Encoding.UTF8,
    };
}
