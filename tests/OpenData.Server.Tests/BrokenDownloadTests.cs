using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Server.Tests;

[Collection(CatalogCollection.Name)]
public sealed class BrokenDownloadTests(CatalogServer server)
{
    [Theory]
    [InlineData("json", "identity")]
    [InlineData("ndjson", "identity")]
    [InlineData("csv", "identity")]
    [InlineData("xml", "identity")]
    [InlineData("csv", "gzip")]
    [InlineData("json", "br")]
    public async Task A_download_that_fails_half_way_breaks_and_never_looks_complete(string format, string coding)
    {
        await using var app = await server.StartAsync(null, new FailingStore(server.Store));
        using var client = CatalogServer.Client(app);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/data/big/main.{format}?limit=all");
        request.Headers.AcceptEncoding.ParseAdd(coding);
        var download = async () =>
        {
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            answer.IsSuccessStatusCode.Should().BeTrue("the fault comes after the first rows");
            await answer.Content.ReadAsByteArrayAsync();
        };
        (await download.Should().ThrowAsync<Exception>()).Which.Should().Match(e => e is HttpRequestException || e is IOException);
    }

    /// <summary>The real store, but for a disk that fails in the middle of every table.</summary>
    private sealed class FailingStore(IDataStore real) : IDataStore, IRowStore
    {
        public IRegistryStore Registry => real.Registry;
        public IOriginalStore Originals => real.Originals;
        public IRowStore Rows => this;
        public bool LeavesNoTrace => real.Rows.LeavesNoTrace;
        public IScoreStore Scores => real.Scores;
        public IReviewStore Reviews => real.Reviews;
        public IAccountStore Accounts => real.Accounts;
        public IFeedbackStore Feedback => real.Feedback;
        public IUsageStore Usage => real.Usage;
        public ValueTask<IAsyncDisposable> BeginPublishAsync(CancellationToken cancellation = default) => real.BeginPublishAsync(cancellation);
        public ValueTask<int> SweepAsync(CancellationToken cancellation = default) => real.SweepAsync(cancellation);
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        public Task<(string Unit, long Rows)> LoadAsync(DataDictionary dictionary, RowReader rows, CancellationToken cancellation = default) => real.Rows.LoadAsync(dictionary, rows, cancellation);
        public Task<RowReader> QueryAsync(Release release, RowQuery query, CancellationToken cancellation = default) => Task.FromResult<RowReader>(new FailingRows());
        public Task<RowReader> AggregateAsync(Release release, AggregateQuery query, CancellationToken cancellation = default) => real.Rows.AggregateAsync(release, query, cancellation);
        public Task<long> CountAsync(Release release, Filter? where, CancellationToken cancellation = default) => real.Rows.CountAsync(release, where, cancellation);
        public long UnitBytes(string unit) => real.Rows.UnitBytes(unit);
    }

    private sealed class FailingRows : RowReader
    {
        private readonly Random random = new(1);
        private byte[] text = [];
        private long row;

        public override int ColumnCount => 3;
        public override long Row => row;
        public override ValueTask<bool> ReadAsync(CancellationToken cancellation = default) =>
            ++row < 20_000 ? ValueTask.FromResult(true) : throw new IOException("The disk failed.");

        public override RowValueKind Kind(int column) => column == 0 ? RowValueKind.Integer : column == 1 ? RowValueKind.Text : RowValueKind.Float;
        public override long Integer(int column) => row;
        public override double Float(int column) => random.NextDouble();

        // Text that does not compress, so that a compressed answer starts too.
        public override ReadOnlySpan<byte> Utf8(int column)
        {
            text = System.Text.Encoding.ASCII.GetBytes(random.NextInt64().ToString("x16", System.Globalization.CultureInfo.InvariantCulture));
            return text;
        }
    }
}
