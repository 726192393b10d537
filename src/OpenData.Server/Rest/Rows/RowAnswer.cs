using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.RowQueries;
using OpenData.Store;

namespace OpenData.Server.Rest.Rows;

/// <summary>An answer of the rows of a release.</summary>
internal sealed class RowAnswer(IRowStore store, AskedTable asked, Release release, RowRequest request, RowFormat format, RenderedAnswers rendered)
    : TableAnswer(release, asked, format, rendered)
{
    /// <summary>Where the reader's columns go on behind those that are shown: the columns of the order, by which the next page is found.</summary>
    private readonly List<int> read = [.. request.Query.Select];

    /// <summary>The answer where there is no row; null where an empty table is an answer.</summary>
    public Problem? WithoutRows { get; init; }

    protected override string Canonical => request.Canonical;
    protected override long? Limit => request.Query.Limit;
    protected override RowDress Dress => request.Dress;
    protected override bool Single => WithoutRows is not null;
    protected override Problem? Empty => WithoutRows;
    protected override IReadOnlyList<DictionaryColumn> Columns { get; } = [.. request.Query.Select.Select(i => release.Dictionary.Columns[i])];

    protected override Coordinates? Place => Format.NeedsPlace && Coordinates.Of(Release.Dictionary) is { } place
        ? new Coordinates(Read(place.Latitude), Read(place.Longitude))
        : null;

    protected override Task<RowReader> OpenAsync(long? limit, CancellationToken cancellation)
    {
        foreach (var step in request.Query.Order)
        {
            Read(step.Column);
        }

        return store.QueryAsync(Release, request.Query with { Select = read, Limit = limit }, cancellation);
    }

    protected override async Task<long?> CountAsync(CancellationToken cancellation) =>
        !request.Count ? null : await store.CountAsync(Release, request.Query.Where, cancellation);

    protected override async Task<long> ExpectAsync(CancellationToken cancellation)
    {
        var matching = Release.Rows <= Format.MostRows ? Release.Rows : await store.CountAsync(Release, request.Query.Where, cancellation);
        return Math.Min(Math.Max(0, matching - request.Query.Offset), Limit ?? long.MaxValue);
    }

    protected override async Task<string?> FindNextAsync(HttpRequest http, CancellationToken cancellation) =>
        await NextPage.FindAsync(store, Release, request.Query, cancellation) is { } last ? Address(http, last) : null;

    protected override string NextAfter(HttpRequest http, RowReader last) =>
        Address(http, new RowPosition([.. request.Query.Order.Select(o => last.Value(Read(o.Column)))], last.Row));

    private string Address(HttpRequest http, RowPosition last) => RowRequest.NextAddress(http, Cursor.Write(last, Release, request.Sameness));

    /// <summary>The place of a column among those that are read; it is read where it was not.</summary>
    private int Read(int column)
    {
        if (read.IndexOf(column) is var at and >= 0)
        {
            return at;
        }

        read.Add(column);
        return read.Count - 1;
    }
}
