using System.Globalization;
using OpenData.GraphQL;
using OpenData.Server.GraphQl.Shared;
using OpenData.Server.Rest.RowQueries;
using OpenData.Store;

namespace OpenData.Server.GraphQl.Resources;

/// <summary>A page of rows: what was asked, and once fetched what was found.</summary>
/// <param name="module">The resource.</param>
/// <param name="where">The condition, or null.</param>
/// <param name="order">The order, without the row's number that ends it.</param>
internal sealed class RowPage(ResourceModule module, Filter? where, IReadOnlyList<Sort> order)
{
    private string? sameness;
    private byte[]? cursorStart;
    private bool more;

    public ResourceModule Module => module;

    public IReadOnlyList<Sort> Order => order;

    public int Size { get; set; }

    public bool Backward { get; set; }

    public RowPosition? After { get; set; }

    public RowPosition? Before { get; set; }

    /// <summary>The rows, each a <see cref="Row"/>, in the order asked for.</summary>
    public object?[] Rows { get; private set; } = [];

    /// <summary>What cursors of this query have in common.</summary>
    public string Sameness => sameness ??= QueryText.Of(where, order);

    public PageFacts Facts => new(
        Backward ? Before is not null : more || Before is not null,
        Backward ? more || After is not null : After is not null,
        () => Rows is [Row first, ..] ? CursorOf(first) : null,
        () => Rows is [.., Row last] ? CursorOf(last) : null);

    /// <summary>Reads the page, and one row more to know whether there is one. Gives the block that holds the rows.</summary>
    public async ValueTask<RowBlock> FetchAsync(RowPlan plan, CancellationToken cancellation)
    {
        var (columns, slots) = plan.Cursors && order.Count > 0 ? WithOrder(plan) : (plan.Columns, plan.Slots);
        var query = new RowQuery { Select = columns, Where = where, Order = order, After = After, Before = Before, Backward = Backward, Limit = Size + 1L };
        await using var reader = await module.Desk.Store.Rows.QueryAsync(module.Table.Release, query, cancellation);
        var block = await RowBlock.ReadAsync(reader, slots, (int)Math.Min(Size + 1L, module.Table.Release.Rows), cancellation);
        more = block.Count > Size;
        Rows = new object?[Math.Min(Size, block.Count)];
        for (var i = 0; i < Rows.Length; i++)
        {
            Rows[Backward ? Rows.Length - 1 - i : i] = new Row(block, i, this);
        }

        return block;
    }

    public string CursorOf(Row row) => Cursor.Write(
        cursorStart ??= Cursor.Start(module.Table.Release, Sameness),
        new RowPosition(order.Count == 0 ? [] : [.. order.Select(s => row.Block.Value(row.Index, s.Column))], row.Block.Number(row.Index)));

    /// <summary>How many rows match, on all pages: known without asking where there is no condition; otherwise asked once for a release.</summary>
    public async ValueTask<object?> TotalAsync(CancellationToken cancellation)
    {
        var release = module.Table.Release;
        if (where is null)
        {
            return Int(release.Rows);
        }

        var question = $"{release.Unit} count {QueryText.Of(where, [])}";
        if (module.Desk.Answers.Find<object>(question) is long known)
        {
            return Int(known);
        }

        var total = await module.Desk.Store.Rows.CountAsync(release, where, cancellation);
        module.Desk.Answers.Keep(question, total, sizeof(long));
        return Int(total);
    }

    private static int Int(long total) => total <= int.MaxValue ? (int)total
        : throw new GraphQLException(string.Create(CultureInfo.InvariantCulture, $"totalCount is {total}, and Int ends at {int.MaxValue}: leave it out."));

    private (List<int> Columns, int[] Slots) WithOrder(RowPlan plan)
    {
        List<int> columns = [.. plan.Columns];
        columns.AddRange(order.Select(s => s.Column).Distinct().Where(c => !columns.Contains(c)));
        return (columns, RowType.Slots(module.Table, columns));
    }
}
