using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.Published;
using OpenData.Server.Rest.RowQueries;
using OpenData.Store;

namespace OpenData.Server.Rest.Rows;

/// <summary>An answer of groups of rows. Grouping reads every row, so a few may do it at one time.</summary>
internal sealed class GroupAnswer(IRowStore store, GroupingTurn turn, AskedTable asked, Release release, GroupRequest request, RowFormat format, RenderedAnswers rendered)
    : TableAnswer(release, asked, format, rendered)
{
    protected override string Canonical => request.Canonical;
    protected override long? Limit => request.Query.Limit;
    protected override RowDress Dress => request.Dress;
    protected override IReadOnlyList<DictionaryColumn> Columns => request.Columns;

    protected override Task<RowReader> OpenAsync(long? limit, CancellationToken cancellation) => OpenAsync(request.Query with { Limit = limit }, cancellation);

    private async Task<RowReader> OpenAsync(AggregateQuery query, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            return new TurnedRows(await store.AggregateAsync(Release, query, cancellation), turn);
        }
        catch
        {
            turn.Release();
            throw;
        }
    }

    protected override async Task<long?> CountAsync(CancellationToken cancellation) => request.Count ? await CountGroupsAsync(cancellation) : null;

    protected override async Task<long> ExpectAsync(CancellationToken cancellation) =>
        Release.Rows <= Format.MostRows ? Release.Rows : Math.Min(Math.Max(0, await CountGroupsAsync(cancellation) - request.Query.Offset), Limit ?? long.MaxValue);

    protected override async Task<string?> FindNextAsync(HttpRequest http, CancellationToken cancellation) =>
        Limit is { } limit && await CountGroupsAsync(cancellation) > request.Query.Offset + limit ? NextAddress(http) : null;

    protected override string NextAfter(HttpRequest http, RowReader last) => NextAddress(http);

    private string NextAddress(HttpRequest http) => RowRequest.OffsetAddress(http, request.Query.Offset + request.Query.Limit!.Value);

    private async Task<long> CountGroupsAsync(CancellationToken cancellation)
    {
        await using var groups = await OpenAsync(request.Query with { Limit = null, Offset = 0, Order = [] }, cancellation);
        var count = 0L;
        while (await groups.ReadAsync(cancellation))
        {
            count++;
        }

        return count;
    }
}

/// <summary>Groups that give the turn back with the first of them: by then every row has been read, and a slow client keeps nobody waiting.</summary>
internal sealed class TurnedRows(RowReader rows, GroupingTurn turn) : RowReader
{
    private bool given;

    public override int ColumnCount => rows.ColumnCount;
    public override long Row => rows.Row;
    public override RowValueKind Kind(int column) => rows.Kind(column);
    public override long Integer(int column) => rows.Integer(column);
    public override double Float(int column) => rows.Float(column);
    public override ReadOnlySpan<byte> Utf8(int column) => rows.Utf8(column);

    public override async ValueTask<bool> ReadAsync(CancellationToken cancellation = default)
    {
        var found = await rows.ReadAsync(cancellation);
        GiveBack();
        return found;
    }

    public override async ValueTask DisposeAsync()
    {
        await rows.DisposeAsync();
        GiveBack();
        await base.DisposeAsync();
    }

    private void GiveBack()
    {
        if (!given)
        {
            given = true;
            turn.Release();
        }
    }
}
