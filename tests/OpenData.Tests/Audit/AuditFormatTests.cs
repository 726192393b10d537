using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OpenData.Publishing;
using OpenData.Registry;

namespace OpenData.Tests.Audit;

/// <summary>The bytes that are hashed, and the exports from which anybody can hash them again.</summary>
public sealed class AuditFormatTests
{
    private static readonly AuditEntry Entry = new()
    {
        Sequence = 1,
        Time = "2026-01-02T03:04:05.0000006Z",
        Actor = new Actor("สมชาย", "cli"),
        Action = "dataset.changed",
        Object = "dataset/budget",
        After = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        Detail = "one\ntwo\\three",
        Previous = AuditEntry.Origin,
    };

    [Fact]
    public void An_entry_has_the_hash_that_sha256sum_gives() =>

        // printf '%s\n' 0…0 1 2026-01-02T03:04:05.0000006Z cli สมชาย dataset.changed dataset/budget '' 9f86…0a08 'one\ntwo\\three' | sha256sum
        Entry.ComputeHash().Should().Be("5bc9c0ec16233837b2c085beea72a36b920eb1e970c47d5d1708247684ab38f5");

    [Fact]
    public void No_two_entries_have_the_same_bytes_by_where_a_line_breaks() =>
        (Entry with { Detail = "a\nb" }).Canonical().Should().NotBe((Entry with { Detail = "a\\nb" }).Canonical());

    [Fact]
    public async Task The_chain_is_proved_from_the_exported_JSON_lines_by_other_code()
    {
        using var folder = await AuditedFolder.CreateAsync();
        await using var store = folder.Open();
        var previous = new string('0', 64);
        var count = 0;
        await foreach (var entry in store.Audit.ReadAsync())
        {
            using var line = JsonDocument.Parse(AuditExport.JsonLine(entry));
            string Text(string name) => (line.RootElement.GetProperty(name).ToString() ?? "").Replace("\\", "\\\\").Replace("\n", "\\n").Replace("\r", "\\r");
            var lines = string.Join('\n', previous, Text("sequence"), Text("time"), Text("actorKind"), Text("actor"), Text("action"), Text("object"), Text("before"), Text("after"), Text("detail")) + "\n";

            previous = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines)));

            Text("hash").Should().Be(previous);
            count++;
        }

        count.Should().Be(14);
        (await store.Audit.FindHeadAsync()).Should().Be(new AuditHead(14, previous));
    }

    [Fact]
    public void An_entry_is_written_as_CSV_as_it_is() =>
        Encoding.UTF8.GetString([.. AuditExport.CsvHeader(), .. AuditExport.CsvLine((Entry with { Detail = "a,\"b\"" }) with { Hash = "h" })]).Should().Be(
            "sequence,time,actorKind,actor,action,object,before,after,detail,previous,hash\r\n"
            + $"1,2026-01-02T03:04:05.0000006Z,cli,สมชาย,dataset.changed,dataset/budget,,{Entry.After},\"a,\"\"b\"\"\",{AuditEntry.Origin},h\r\n");
}
