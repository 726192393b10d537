using System.Diagnostics;
using System.Text;
using OpenData.Server.Tests.Cli;

namespace OpenData.Server.Tests.GraphQl;

/// <summary>A test that runs packages of npm against our server; skipped, with the reason, where they cannot be had.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeFactAttribute : FactAttribute
{
    /// <param name="folder">The folder beside the tests that names the packages.</param>
    public NodeFactAttribute(string folder) => Skip = NodeFolder.Of(folder).MissingBecause;
}

/// <summary>A folder of scripts with their packages, copied into artifacts/ and installed there when it is first needed.</summary>
internal sealed class NodeFolder
{
    public const string AuditFolder = "Audits";
    public const string ClientFolder = "Clients";

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, Lazy<NodeFolder>> Known = new();
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly string home;

    private NodeFolder(string name)
    {
        // A name alone is a folder of the GraphQL tests; other tests say where theirs is.
        var path = name.Contains('/', StringComparison.Ordinal) ? name : "GraphQl/" + name;
        home = Path.Combine(OpenDataProcess.Root, "artifacts", path.ToLowerInvariant().Replace('/', '-'));
        MissingBecause = Install(Path.Combine(OpenDataProcess.Root, "tests/OpenData.Server.Tests", path));
    }

    public static NodeFolder Audits => Of(AuditFolder);
    public static NodeFolder Clients => Of(ClientFolder);

    /// <summary>Why its packages are not there, or null.</summary>
    public string? MissingBecause { get; }

    public static NodeFolder Of(string name) => Known.GetOrAdd(name, n => new(() => new NodeFolder(n))).Value;

    /// <summary>A file or folder in it.</summary>
    public string File(string name) => Path.Combine(home, name);

    /// <summary>What a script of the folder writes.</summary>
    public async Task<string> RunAsync(string script, params string[] arguments)
    {
        var (code, output, error) = await TryAsync(new Dictionary<string, string>(), script, arguments);
        code.Should().Be(0, "{0}{1}", output, error);
        return output;
    }

    /// <summary>Runs a script of the folder, come what may.</summary>
    public async Task<(int ExitCode, string Output, string Error)> TryAsync(Dictionary<string, string> environment, string script, params string[] arguments)
    {
        var info = Info("node", [script, .. arguments]);
        foreach (var (name, value) in environment)
        {
            info.Environment[name] = value;
        }

        using var node = Process.Start(info)!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var error = node.StandardError.ReadToEndAsync(patience.Token);
            var output = await node.StandardOutput.ReadToEndAsync(patience.Token);
            await node.WaitForExitAsync(patience.Token);
            return (node.ExitCode, output, await error);
        }
        finally
        {
            node.Kill(entireProcessTree: true);
        }
    }

    private string? Install(string source)
    {
        Directory.CreateDirectory(home);
        foreach (var file in Directory.EnumerateFiles(source))
        {
            System.IO.File.Copy(file, File(Path.GetFileName(file)), overwrite: true);
        }

        // What was installed is told by its lock file, so that packages of an older one are not taken for these.
        var (wanted, installed) = (File("package-lock.json"), File("node_modules/installed-lock.json"));
        if (System.IO.File.Exists(installed) && System.IO.File.ReadAllText(installed) == System.IO.File.ReadAllText(wanted))
        {
            return null;
        }

        try
        {
            using var npm = Process.Start(Info("npm", ["ci", "--no-audit", "--no-fund"]))!;
            var errors = npm.StandardError.ReadToEndAsync();
            npm.StandardOutput.ReadToEnd();
            npm.WaitForExit();
            if (npm.ExitCode != 0)
            {
                return $"npm could not install the packages of {Path.GetFileName(source)}: {errors.Result}";
            }
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return "node or npm is not on this machine: " + missing.Message;
        }

        System.IO.File.Copy(wanted, installed, overwrite: true);
        return null;
    }

    private ProcessStartInfo Info(string program, IReadOnlyList<string> arguments) => new(program, arguments)
    {
        WorkingDirectory = home,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = Encoding.UTF8,
    };
}
