using OpenData.GraphQL.Execution;
using OpenData.GraphQL.Types;
using OpenData.Store;

namespace OpenData.Server.GraphQl.Resources;

/// <summary>The field that groups rows: one statement, whose answer is kept, for a release never changes.</summary>
internal static class GroupField
{
    public static FieldDefinition Build(ResourceModule module)
    {
        var names = module.Names;
        return new FieldDefinition(names.Aggregate, TypeRef.Named(names.Group).NonNull().List().NonNull())
        {
            Description = "จัดกลุ่มแถวแล้วนับหรือคำนวณ ถ้าไม่ให้ groupBy ทุกแถวเป็นกลุ่มเดียว · Groups of rows with counts and sums; without groupBy all rows are one group.",
            Arguments =
            [
                new InputValue("where", names.Filter) { Description = "เงื่อนไขของแถว · Only rows for which this holds." },
                RowWords.Argument,
                new InputValue("groupBy", TypeRef.Named(names.Column).NonNull().List()) { Description = "คอลัมน์ที่ใช้จัดกลุ่ม · The columns whose values make a group." },
                new InputValue("having", names.Having) { Description = "เงื่อนไขของกลุ่ม · Only groups for which this holds." },
                new InputValue("order", TypeRef.Named(names.GroupSort).NonNull().List()) { Description = "ลำดับ ถ้าไม่ให้จะเรียงตามคอลัมน์ของ groupBy · The order; that of groupBy's columns where none is given, which settles ties too." },
                new InputValue("first", "Int") { Description = $"จำนวนกลุ่ม ไม่เกิน {ServerLimits.MostRows} · How many groups, {ServerLimits.MostRows} at most; {ResourceLimits.DefaultGroups} where nothing is said." },
            ],
            Cost = FieldCost.Of(ResourceLimits.GroupingCost),
            Resolve = context => ResolveAsync(module, context),
        };
    }

    private static async ValueTask<object?> ResolveAsync(ResourceModule module, ResolveContext context)
    {
        module.Used(context.State);
        var table = module.Table;
        var request = new GroupRequest(table, context.Arguments);
        var query = request.Read(context.Field);
        var question = $"{table.Release.Unit} groups {QueryText.Of(query)}";
        var block = module.Desk.Answers.Find<RowBlock>(question) ?? await GroupAsync(module, query, request, question, context.Cancellation);
        return Enumerable.Range(0, block.Count).Select(object? (i) => new Row(block, i, null)).ToArray();
    }

    private static async Task<RowBlock> GroupAsync(ResourceModule module, AggregateQuery query, GroupRequest request, string question, CancellationToken cancellation)
    {
        await module.Desk.Grouping.WaitAsync(cancellation);
        try
        {
            // Whoever waited may find that the one before asked the same.
            if (module.Desk.Answers.Find<RowBlock>(question) is { } known)
            {
                return known;
            }

            await using var reader = await module.Desk.Store.Rows.AggregateAsync(module.Table.Release, query, cancellation);
            var block = await RowBlock.ReadAsync(reader, request.Slots(), 16, cancellation);
            module.Desk.Answers.Keep(question, block, block.Bytes);
            return block;
        }
        finally
        {
            module.Desk.Grouping.Release();
        }
    }
}
