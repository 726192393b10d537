using OpenData.GraphQL.Execution;
using OpenData.GraphQL.Types;
using OpenData.Store;

namespace OpenData.Server.GraphQl.Resources;

/// <summary>The field that finds one row by its key.</summary>
internal static class KeyField
{
    public static FieldDefinition Build(ResourceModule module) => new(module.Names.ByKey, module.Names.Row)
    {
        Description = "แถวเดียวตามคีย์ หรือ null ถ้าไม่มี · One row by its key, or null where there is none.",
        Arguments = [.. module.Table.Key.Select(c => new InputValue(c.Name, TypeRef.Named(c.Scalar).NonNull()) { Description = Descriptions.OfColumn(c.Column) })],
        Cost = FieldCost.Of(1),
        Resolve = context => ResolveAsync(module, context),
    };

    private static async ValueTask<object?> ResolveAsync(ResourceModule module, ResolveContext context)
    {
        module.Used(context.State);
        var table = module.Table;
        var plan = RowPlan.Of(context.Field, table);
        var query = new RowQuery
        {
            Select = plan.Columns,
            Where = new Filter.And([.. table.Key.Select(c => new Filter.Compare(c.Index, FilterOperator.Eq, [Cells.Of(context.Arguments[c.Name]!)]))]),
            Limit = 1,
        };
        await using var reader = await module.Desk.Store.Rows.QueryAsync(table.Release, query, context.Cancellation);
        var block = await RowBlock.ReadAsync(reader, plan.Slots, 1, context.Cancellation);
        context.Hold(block);
        return block.Count == 0 ? null : new Row(block, 0, null);
    }
}
