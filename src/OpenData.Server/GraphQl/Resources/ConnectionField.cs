using OpenData.GraphQL;
using OpenData.GraphQL.Execution;
using OpenData.GraphQL.Types;
using OpenData.Server.Rest.RowQueries;
using OpenData.Store;

namespace OpenData.Server.GraphQl.Resources;

/// <summary>The field that gives rows in pages, after the GraphQL Cursor Connections Specification: one statement for the page.</summary>
internal static class ConnectionField
{
    public static FieldDefinition Build(ResourceModule module) => new(module.Names.Stem, module.Names.Connection)
    {
        Description = module.Table.Description,
        Arguments =
        [
            new InputValue("where", module.Names.Filter) { Description = "เงื่อนไขของแถว · Only rows for which this holds." },
            RowWords.Argument,
            new InputValue("order", TypeRef.Named(module.Names.Sort).NonNull().List()) { Description = "ลำดับ ถ้าไม่ให้จะเรียงตามไฟล์ · The order; that of the file where none is given, which settles ties too." },
            new InputValue("first", "Int") { Description = $"จำนวนแถวแรก ไม่เกิน {ServerLimits.MostRows} · How many rows from the start, {ServerLimits.MostRows} at most; {ResourceLimits.DefaultRows} where neither first nor last is given." },
            new InputValue("after", "String") { Description = "เฉพาะแถวหลังเคอร์เซอร์นี้ · Only rows after this cursor." },
            new InputValue("last", "Int") { Description = $"จำนวนแถวท้าย ไม่เกิน {ServerLimits.MostRows} · How many rows from the end, {ServerLimits.MostRows} at most." },
            new InputValue("before", "String") { Description = "เฉพาะแถวก่อนเคอร์เซอร์นี้ · Only rows before this cursor." },
        ],
        Cost = new FieldCost(1, ["first", "last"], ResourceLimits.DefaultRows, ["nodes", "edges"]),
        Resolve = context => ResolveAsync(module, context),
    };

    private static async ValueTask<object?> ResolveAsync(ResourceModule module, ResolveContext context)
    {
        module.Used(context.State);
        var page = Read(module, context.Arguments);
        var plan = RowPlan.OfConnection(context.Field, module.Table);
        if (plan.Rows)
        {
            context.Hold(await page.FetchAsync(plan, context.Cancellation));
        }

        return page;
    }

    private static RowPage Read(ResourceModule module, Arguments arguments)
    {
        var table = module.Table;
        var page = new RowPage(
            module,
            RowWords.And(arguments["where"] is { } where ? new FilterReader(table).Columns(where, "where", c => c) : null, arguments),
            OrderReader.Read(arguments["order"], "order", (name, direction, _) => new Sort(table.Column(name)!.Index, OrderReader.Descends(direction))));
        if (arguments["first"] is not null && arguments["last"] is not null)
        {
            throw new GraphQLException("first and last are both given: take one of them.");
        }

        page.Size = Size("first", arguments["first"]) ?? Size("last", arguments["last"]) ?? ResourceLimits.DefaultRows;
        page.Backward = arguments["last"] is not null;
        page.After = Position(page, "after", arguments["after"]);
        page.Before = Position(page, "before", arguments["before"]);
        return page;
    }

    private static int? Size(string name, object? given) => given switch
    {
        null => null,
        int and < 0 => throw new GraphQLException($"{name} is {given}: give 0 or more."),
        int and > ServerLimits.MostRows => throw new GraphQLException($"{name} is {given}, the most is {ServerLimits.MostRows}: take the rows in pages, or the whole table by /api/v1/data."),
        _ => (int)given,
    };

    private static RowPosition? Position(RowPage page, string name, object? given)
    {
        if (given is not string cursor)
        {
            return null;
        }

        var release = page.Module.Table.Release;
        return Cursor.Read(cursor, release, page.Sameness, [.. page.Order.Select(s => release.Dictionary.Columns[s.Column].Type)], out var position) switch
        {
            Cursor.Verdict.Good => position,
            Cursor.Verdict.Stale => throw Refusal("STALE_CURSOR", $"{name} comes from another query or another release of the data: start again without it."),
            _ => throw Refusal("INVALID_CURSOR", $"{name} is no cursor: hand back what pageInfo or an edge gave, unchanged."),
        };
    }

    private static GraphQLException Refusal(string code, string message) => new(message) { Extensions = new Dictionary<string, object?> { ["code"] = code } };
}
