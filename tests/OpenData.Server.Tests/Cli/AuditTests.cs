using System.Security.Cryptography;
using System.Text.Json;

namespace OpenData.Server.Tests.Cli;

/// <summary>verify, audit, compare and rollback as an auditor and an officer type them.</summary>
public sealed class AuditTests
{
    [Fact]
    [Trait("Engine", "SQLite")] // A file of the folder is tampered with.
    public async Task A_catalog_is_proved_tampered_with_and_no_longer_proved()
    {
        using var folder = new TemporaryFolder();
        var data = folder.Data;
        await AddAsync(data, Path.Combine(OpenDataProcess.Root, "datasets/geographies"));

        var proved = await OpenDataProcess.RunAsync("verify", "--data", data);

        proved.ExitCode.Should().Be(0, proved.Output + proved.Error);
        proved.Output.Should().Contain("✔ proved: 8 log entries, 1 releases, 6 rows");
        var head = proved.Output.Trim().Split(' ')[^1];
        (await OpenDataProcess.RunAsync("verify", "--data", data, "--head", head)).ExitCode.Should().Be(0);
        var other = await OpenDataProcess.RunAsync("verify", "--data", data, "--head", "8:" + new string('1', 64));
        other.ExitCode.Should().Be(1);
        other.Output.Should().Contain("✘ head-differs");

        await File.WriteAllTextAsync(Directory.GetFiles(Path.Combine(data, "originals"), "*", SearchOption.AllDirectories).Single(), "id,name\n");
        var tampered = await OpenDataProcess.RunAsync("verify", "--data", data, "--format", "json");
        tampered.ExitCode.Should().Be(1);
        using var json = JsonDocument.Parse(tampered.Output);
        json.RootElement.GetProperty("verdict").GetString().Should().Be("not-proved");
        var found = json.RootElement.GetProperty("found").EnumerateArray().Single();
        found.GetProperty("code").GetString().Should().Be("file-swapped");
        found.GetProperty("found").GetString().Should().Be(Convert.ToHexStringLower(SHA256.HashData("id,name\n"u8)));
    }

    [Fact]
    [Trait("Engine", "SQLite")]
    public async Task A_folder_without_a_catalog_is_refused_and_none_is_made()
    {
        using var folder = new TemporaryFolder();
        var run = await OpenDataProcess.RunAsync("verify", "--data", folder.File("nothing"));
        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("there is no catalog in the folder");
        Directory.Exists(folder.File("nothing")).Should().BeFalse();
    }

    [Fact]
    public async Task Releases_are_noted_compared_and_brought_back()
    {
        using var folder = new TemporaryFolder();
        var data = folder.Data;
        var dataset = Directory.CreateDirectory(folder.File("geographies")).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(OpenDataProcess.Root, "datasets/geographies")))
        {
            File.Copy(file, Path.Combine(dataset, Path.GetFileName(file)));
        }

        await AddAsync(data, dataset);
        await File.WriteAllTextAsync(Path.Combine(dataset, "geographies.csv"), "id,name\n1,ภาคเหนือ\n2,ภาคกลาง\n");
        await AddAsync(data, dataset, "--notes", "fewer regions");

        var compared = await OpenDataProcess.RunAsync("compare", "geographies", "geographies", "1", "2", "--data", data);
        compared.ExitCode.Should().Be(0, compared.Error);
        compared.Output.Should().Contain("release 1 → 2 by the key id: 0 rows added, 4 removed, 0 changed, 2 the same").And.Contain("- row 6: id=6, name='ภาคใต้'");
        var unknown = await OpenDataProcess.RunAsync("compare", "geographies", "geographies", "1", "9", "--data", data);
        unknown.ExitCode.Should().Be(2);
        unknown.Error.Should().Contain("has no release 9; the newest is 2");

        var back = await OpenDataProcess.RunAsync("rollback", "geographies", "geographies", "1", "--data", data);
        back.ExitCode.Should().Be(0, back.Error);
        back.Output.Should().Contain("release 3 is published; it repeats release 1");
        (await OpenDataProcess.RunAsync("verify", "--data", data)).ExitCode.Should().Be(0);

        var output = folder.File("audit.csv");
        (await OpenDataProcess.RunAsync("audit", "--data", data, "--out", output)).ExitCode.Should().Be(0);
        (await File.ReadAllLinesAsync(output))[^1].Should().Contain(",cli,").And.Contain(",release.rolled-back,dataset/geographies/geographies/releases/3,");
    }

    private static async Task AddAsync(string data, string dataset, params string[] more)
    {
        var run = await OpenDataProcess.RunAsync(["add", dataset, "--data", data, .. more]);
        run.ExitCode.Should().Be(0, run.Output + run.Error);
    }
}
