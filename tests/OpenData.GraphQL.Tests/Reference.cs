using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenData.GraphQL.Tests;

/// <summary>graphql-js in one long-running node process, installed at run time into artifacts/.</summary>
public sealed class Reference : IDisposable
{
    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    static readonly Lazy<(Reference? Running, string? Reason)> Instance = new(Start);
    readonly Process node;
    readonly Lock asking = new();

    Reference(Process node) => this.node = node;

    /// <summary>Why there is no reference on this machine; null when there is.</summary>
    public static string? MissingBecause => Instance.Value.Reason;

    public static JsonObject Ask(string operation, params (string Name, object? Value)[] parts)
    {
        var request = new JsonObject { ["op"] = operation };
        foreach (var (name, value) in parts) request[name] = value as JsonNode ?? JsonValue.Create(value as string);
        var answer = Instance.Value.Running!.Ask(request.ToJsonString(Plain));
        var json = (JsonObject)JsonNode.Parse(answer, documentOptions: new() { MaxDepth = 1000 })!;
        if (json["failed"] is { } failed) throw new InvalidOperationException($"The reference failed: {failed}");
        return json;
    }

    public void Dispose() => node.Dispose();

    string Ask(string line)
    {
        lock (asking)
        {
            node.StandardInput.WriteLine(line);
            node.StandardInput.Flush();
            return node.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The reference has ended: " + node.StandardError.ReadToEnd());
        }
    }

    static (Reference?, string?) Start()
    {
        var root = AppContext.BaseDirectory;
        while (root is not null && !File.Exists(Path.Combine(root, "OpenData.sln"))) root = Path.GetDirectoryName(root);
        if (root is null) return (null, "The repository is not above the tests.");
        var source = Path.Combine(root, "tests", "OpenData.GraphQL.Tests", "reference");
        var home = Path.Combine(root, "artifacts", "graphql-reference");
        Directory.CreateDirectory(home);
        foreach (var file in new[] { "package.json", "package-lock.json", "reference.js" }) File.Copy(Path.Combine(source, file), Path.Combine(home, file), overwrite: true);
        try
        {
            if (!Directory.Exists(Path.Combine(home, "node_modules", "graphql")) && Run("npm", home, "ci", "--no-audit", "--no-fund") is { } failed)
                return (null, $"npm could not install graphql-js: {failed}");
            var node = Process.Start(Info("node", home, "reference.js"))!;
            node.ErrorDataReceived += (_, _) => { };
            AppDomain.CurrentDomain.ProcessExit += (_, _) => { if (!node.HasExited) node.Kill(); };
            return (new Reference(node), null);
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return (null, $"node or npm is not on this machine: {missing.Message}");
        }
    }

    static string? Run(string program, string home, params string[] arguments)
    {
        using var process = Process.Start(Info(program, home, arguments))!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        _ = output.Result;
        return process.ExitCode == 0 ? null : errors;
    }

    static ProcessStartInfo Info(string program, string home, params string[] arguments) => new(program, arguments)
    {
        WorkingDirectory = home, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        StandardInputEncoding = new System.Text.UTF8Encoding(false), StandardOutputEncoding = new System.Text.UTF8Encoding(false),
    };
}

/// <summary>A test that compares with graphql-js; skipped, with the reason, where that cannot be had.</summary>
public sealed class ReferenceFactAttribute : FactAttribute
{
    public ReferenceFactAttribute() => Skip = Reference.MissingBecause;
}
