namespace OpenData.Tests.Store;

public sealed class OriginalTests : IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_same_bytes_are_kept_once_under_their_hash()
    {
        var bytes = new byte[3_000_000];
        new Random(5).NextBytes(bytes);
        var upload = await folder.UploadAsync(bytes);

        await folder.Store.Originals.KeepAsync(upload);
        await folder.Store.Originals.KeepAsync(upload with { Path = "/gone" });

        folder.Files("originals").Should().Equal(Path.Combine(folder.Path, "originals", upload.Sha256[..2], upload.Sha256));
        await using var kept = folder.Store.Originals.Open(upload.Sha256)!;
        using var copy = new MemoryStream();
        await kept.CopyToAsync(copy);
        copy.ToArray().AsSpan().SequenceEqual(bytes).Should().BeTrue();
    }

    [Fact]
    public async Task Bytes_that_changed_since_they_were_hashed_are_refused_with_both_hashes()
    {
        var upload = await folder.UploadAsync("a\n1\n"u8.ToArray());
        var changed = await folder.UploadAsync("a\n2\n"u8.ToArray());

        var keep = () => folder.Store.Originals.KeepAsync(upload);

        (await keep.Should().ThrowAsync<InvalidDataException>()).WithMessage($"*{upload.Sha256}*{changed.Sha256}*");
        folder.Files("originals").Should().BeEmpty();
    }

    [Trait("Engine", "SQLite")]
    [Fact]
    public async Task An_original_that_was_cut_short_is_written_anew()
    {
        var upload = await folder.UploadAsync("a\n1\n"u8.ToArray());
        await folder.Store.Originals.KeepAsync(upload);
        await File.WriteAllTextAsync(folder.Files("originals")[0], "a");

        await folder.Store.Originals.KeepAsync(upload);

        (await File.ReadAllTextAsync(folder.Files("originals")[0])).Should().Be("a\n1\n");
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../registry.db")]
    [InlineData("ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789")]
    [InlineData("../0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcd")]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    public async Task What_is_no_hash_of_a_kept_file_opens_nothing(string name)
    {
        folder.Store.Originals.Open(name).Should().BeNull();
        var upload = await folder.UploadAsync([]);
        var keep = () => folder.Store.Originals.KeepAsync(upload with { Sha256 = name, Bytes = 1 });
        await keep.Should().ThrowAsync<Exception>();
        folder.Files("originals").Should().BeEmpty();
    }
}
