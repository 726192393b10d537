using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Tests.Store;

// On SQLite they lie in the data folder, where these tests look; each node over PostgreSQL has them in a folder of its own.
[Trait("Engine", "SQLite")]
public sealed class DownloadTests : IDisposable
{
    private readonly StoreFolder folder = new();

    private IDownloadStore Downloads => folder.Store.Downloads!;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_is_kept_whole_or_not_at_all()
    {
        var unit = new string('a', 32);
        Downloads.Open(unit, "csv").Should().BeNull();
        var failing = () => Downloads.KeepAsync(unit, "csv", async (file, cancellation) =>
        {
            await file.WriteAsync("half"u8.ToArray(), cancellation);
            throw new IOException("The disk is full.");
        });
        await failing.Should().ThrowAsync<IOException>();
        Downloads.Open(unit, "csv").Should().BeNull();
        folder.Files("downloads").Should().BeEmpty();

        await Downloads.KeepAsync(unit, "csv", async (file, cancellation) => await file.WriteAsync("a,b\r\n"u8.ToArray(), cancellation));
        await using var kept = Downloads.Open(unit, "csv");
        new StreamReader(kept!).ReadToEnd().Should().Be("a,b\r\n");
    }

    [Fact]
    public async Task What_belongs_to_no_release_and_what_a_killed_process_left_is_swept()
    {
        var dictionary = StoreFolder.Dictionary(("id", ColumnType.Integer));
        var release = await folder.PublishAsync(await folder.RegisterAsync(dictionary: dictionary), dictionary, [[RowValue.Of(1L)]]);
        await Downloads.KeepAsync(release.Unit, "csv.gz", (file, cancellation) => file.WriteAsync("x"u8.ToArray(), cancellation).AsTask());
        await Downloads.KeepAsync(new string('b', 32), "csv", (file, cancellation) => file.WriteAsync("y"u8.ToArray(), cancellation).AsTask());
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "downloads", release.Unit + ".csv.123.tmp"), "half");
        (await folder.Store.SweepAsync()).Should().Be(2);
        folder.Files("downloads").Select(Path.GetFileName).Should().Equal(release.Unit + ".csv.gz");
    }

    [Theory]
    [InlineData("../../etc/passwd", "csv")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "../x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "csv")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "")]
    public void No_name_leads_out_of_the_folder(string unit, string suffix)
    {
        var open = () => Downloads.Open(unit, suffix);
        open.Should().Throw<ArgumentException>();
    }
}
