using System.Globalization;
using System.Text;
using OpenData.Intake;
using OpenData.Publishing;
using OpenData.Registry;
using OpenData.Rules;
using OpenData.Schemas;
using OpenData.Store;
using OpenData.Tests.Store;

namespace OpenData.Tests.Publishing;

/// <summary>Files that are large enough for their rows to be loaded while they are still being checked.</summary>
public sealed class EarlyLoadTests : IAsyncDisposable
{
    private const int Rows = 120_000;
    private static readonly DataDictionary Dictionary = Described(StoreFolder.Dictionary(("no", ColumnType.Integer), ("place", ColumnType.Text)) with { Key = ["no"] });

    private readonly StoreFolder folder = new();

    public ValueTask DisposeAsync() => folder.DisposeAsync();

    [Fact]
    public async Task What_complies_is_published_with_every_row()
    {
        var outcome = await PublishAsync(Text(Rows));

        var release = outcome.Should().BeOfType<PublishOutcome.Published>().Which.Release;
        release.Rows.Should().Be(Rows);
        var last = await folder.Store.Rows.AllAsync(release, new RowQuery { Select = [0, 1], Where = new Filter.Compare(0, FilterOperator.Gt, [RowValue.Of(Rows - 2L)]) });
        last.Select(r => $"{r.Values[0].Integer} {r.Values[1].Text}").Should().Equal($"{Rows - 1} ตำบลที่ {Rows - 1} ของอำเภอเมือง", $"{Rows} ตำบลที่ {Rows} ของอำเภอเมือง");
        folder.Files("releases").Should().ContainSingle();
    }

    [Theory]
    [InlineData("no number,ตำบล", "type-error")]
    [InlineData("120001,ผู้ป่วย 1111111111119", "personal-data")]
    [InlineData("7,ตำบล", "duplicate-key")]
    [InlineData("120001,ตำบล,อีกช่อง", "extra-cell")]
    public async Task What_is_refused_in_its_last_row_leaves_no_rows_and_no_original(string row, string code)
    {
        var outcome = await PublishAsync(Text(Rows) + row + "\r\n");

        outcome.Should().BeOfType<PublishOutcome.Rejected>().Which.Report.Summary.Should().Contain(s => s.Code == code);
        folder.Files("releases").Should().BeEmpty();
        folder.Files("originals").Should().BeEmpty();
    }

    [Fact]
    public async Task A_check_that_is_stopped_stops_the_load()
    {
        using var stop = new CancellationTokenSource();
        var progress = new Stopping(stop);

        var publish = () => PublishAsync(Text(Rows), progress, stop.Token);

        await publish.Should().ThrowAsync<OperationCanceledException>();
        progress.Told.Should().BePositive();
        folder.Files("releases").Should().BeEmpty();
        folder.Files("originals").Should().BeEmpty();
    }

    [Fact]
    public async Task Rows_end_only_when_they_are_accepted()
    {
        var upload = await UploadAsync("no,place\r\n1,ตำบล\r\n");
        var accepted = new TaskCompletionSource();
        var layout = Inspector.Inspect(new Submission(upload, Dictionary), new CheckOptions()).Layout!;
        await using var rows = new AcceptedRows(upload, Dictionary, layout, accepted.Task);

        (await rows.ReadAsync()).Should().BeTrue();
        var end = rows.ReadAsync().AsTask();
        end.IsCompleted.Should().BeFalse("the check has not said its word");
        accepted.SetResult();

        (await end).Should().BeFalse();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_store_that_leaves_traces_is_given_no_row_before_all_are_accepted(bool leavesNoTrace)
    {
        var upload = await UploadAsync(Text(Rows));
        var store = new Watched(leavesNoTrace);
        await using (var load = new EarlyLoad(store, upload, Dictionary, CancellationToken.None))
        {
            Inspector.Inspect(new Submission(upload, Dictionary), new CheckOptions(), load.Begin, null, CancellationToken.None);
            if (leavesNoTrace)
            {
                await store.Begun.WaitAsync(TimeSpan.FromSeconds(30));
            }
        }

        store.Loads.Should().Be(leavesNoTrace ? 1 : 0);
        store.Ended.Should().BeFalse("nobody has accepted the rows");
    }

    private static DataDictionary Described(DataDictionary dictionary) =>
        dictionary with { Columns = [.. dictionary.Columns.Select(c => c with { Description = new LocalText(c.Name, c.Name) })] };

    private static string Text(int rows)
    {
        var text = new StringBuilder("no,place\r\n");
        for (var row = 1; row <= rows; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{row},ตำบลที่ {row} ของอำเภอเมือง\r\n");
        }

        return text.ToString();
    }

    private async Task<PublishOutcome> PublishAsync(string text, IProgress<CheckProgress>? progress = null, CancellationToken cancellation = default)
    {
        var form = DatasetFolder.Read(Path.Combine(Repository.Folder, "datasets/provinces")).Value!.Form;
        var dataset = (await folder.Store.Registry.SaveDatasetAsync(form, [new ResourceDraft("provinces", new LocalText("แถว", "Rows"))], null, cancellation))!;
        await folder.Store.Registry.SaveDictionaryAsync(dataset.Resources[0].Id, Dictionary, cancellation);
        var upload = await UploadAsync(text);
        upload.Bytes.Should().BeGreaterThan(CheckLimits.ParallelBytes);
        return await new Publisher(folder.Store, TimeProvider.System).PublishAsync("provinces", "provinces", upload, new CheckOptions { Threads = 2 }, progress, cancellation: cancellation);
    }

    private async Task<Upload> UploadAsync(string text)
    {
        var path = Path.Combine(folder.Path, "upload.csv");
        await File.WriteAllTextAsync(path, text);
        return Receiver.Inspect(path);
    }

    private sealed class Stopping(CancellationTokenSource stop) : IProgress<CheckProgress>
    {
        public int Told { get; private set; }

        public void Report(CheckProgress value)
        {
            Told++;
            stop.Cancel();
        }
    }

    /// <summary>Takes rows and keeps none.</summary>
    private sealed class Watched(bool leavesNoTrace) : IRowStore
    {
        private readonly TaskCompletionSource begun = new();

        public bool LeavesNoTrace => leavesNoTrace;
        public Task Begun => begun.Task;
        public int Loads { get; private set; }
        public bool Ended { get; private set; }

        public async Task<(string Unit, long Rows)> LoadAsync(DataDictionary dictionary, RowReader rows, CancellationToken cancellation = default)
        {
            Loads++;
            begun.SetResult();
            var count = 0;
            while (await rows.ReadAsync(cancellation))
            {
                count++;
            }

            Ended = true;
            return ("", count);
        }

        public Task<RowReader> QueryAsync(Release release, RowQuery query, CancellationToken cancellation = default) => throw new NotSupportedException();
        public Task<RowReader> AggregateAsync(Release release, AggregateQuery query, CancellationToken cancellation = default) => throw new NotSupportedException();
        public Task<long> CountAsync(Release release, Filter? where, CancellationToken cancellation = default) => throw new NotSupportedException();
        public long UnitBytes(string unit) => throw new NotSupportedException();
    }
}
