using OpenData.Intake;
using OpenData.Publishing;
using OpenData.Publishing.Comparison;
using OpenData.Registry;
using OpenData.Reports;
using OpenData.Rules;
using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Server.Rest.Validation;

/// <summary>Where files wait for their check, a few at a time.</summary>
internal sealed class CheckDesk(IDataStore store, ServerOptions options) : IDisposable
{
    private readonly SemaphoreSlim seats = new(ServerLimits.ConcurrentChecks);

    /// <summary>Checks a file as publishing would, without publishing it; the page shows the rows while the file is there.</summary>
    public async Task<ReportPage> CheckAsync(Upload upload, DataDictionary? dictionary, CancellationToken cancellation)
    {
        await seats.WaitAsync(cancellation);
        try
        {
            var references = dictionary is null ? null : await StoredReferenceKeys.LoadAsync(store, dictionary, cancellation);
            var report = ReportBuilder.Build(Inspector.Inspect(new Submission(upload, dictionary, references), new CheckOptions(), null, cancellation));
            return new ReportPage(report) { Excerpts = RowExcerpts.Read(report, upload, cancellation) };
        }
        finally
        {
            seats.Release();
        }
    }

    /// <summary>Does something that reads a whole file, when it is its turn.</summary>
    public async Task<T> ReadAsync<T>(Func<T> read, CancellationToken cancellation)
    {
        await seats.WaitAsync(cancellation);
        try
        {
            return read();
        }
        finally
        {
            seats.Release();
        }
    }

    /// <summary>Compares two releases, which reads both to the end.</summary>
    public async Task<ReleaseComparison> CompareAsync(Release from, Release to, CancellationToken cancellation)
    {
        await seats.WaitAsync(cancellation);
        try
        {
            return await new ReleaseComparer(store).CompareAsync(from, to, cancellation);
        }
        finally
        {
            seats.Release();
        }
    }

    /// <summary>The page of a stored report, with rows where the original is kept and quickly read.</summary>
    public async Task<ReportPage> PageOfAsync(Report report, Dataset dataset, CancellationToken cancellation)
    {
        var page = new ReportPage(report) { Dataset = dataset.Form.Title };
        if (report.Findings.Count == 0 || report.File.Bytes > ServerLimits.ExcerptBytes || store.Originals.Open(report.File.Sha256) is not { } original)
        {
            return page;
        }

        await using (original)
        {
            await seats.WaitAsync(cancellation);
            try
            {
                return page with { Excerpts = await ReadAsync(report, original, cancellation) };
            }
            finally
            {
                seats.Release();
            }
        }
    }

    /// <summary>Rows of an original by way of a file: only a file can be told its encoding and be read twice.</summary>
    private async Task<IReadOnlyList<RowExcerpt>> ReadAsync(Report report, Stream original, CancellationToken cancellation)
    {
        Directory.CreateDirectory(options.TempFolder);
        var upload = await Receiver.ReceiveAsync(original, report.File.Name, options.TempFolder, cancellation);
        try
        {
            return RowExcerpts.Read(report, upload, cancellation);
        }
        finally
        {
            File.Delete(upload.Path);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => seats.Dispose();
}
