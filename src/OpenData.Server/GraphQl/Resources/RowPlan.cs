using System.Runtime.CompilerServices;
using OpenData.GraphQL.Execution;

namespace OpenData.Server.GraphQl.Resources;

/// <summary>What a field of a plan reads of the store: found once, kept as long as the plan is.</summary>
/// <param name="Columns">The columns that are shown or referred by.</param>
/// <param name="Slots">For each column of the dictionary its place among those, or -1.</param>
/// <param name="Rows">Whether rows are asked for at all.</param>
/// <param name="Cursors">Whether their cursors are.</param>
internal sealed record RowPlan(List<int> Columns, int[] Slots, bool Rows, bool Cursors)
{
    private static readonly ConditionalWeakTable<FieldPlan, RowPlan> Known = [];

    /// <summary>The plan of a field that gives a row.</summary>
    public static RowPlan Of(FieldPlan field, ResourceTable table) => Find(field, () => Build(table, [field.Selection], rows: true, cursors: false));

    /// <summary>The plan of a field that gives a connection.</summary>
    public static RowPlan OfConnection(FieldPlan field, ResourceTable table) => Find(field, () =>
    {
        var selection = field.Selection!;
        FieldPlan[] edges = [.. selection.FieldsNamed("edges")];
        FieldPlan[] info = [.. selection.FieldsNamed("pageInfo")];
        var rows = selection.FieldsNamed("nodes").Concat(edges.SelectMany(e => e.Selection!.FieldsNamed("node"))).Select(f => f.Selection);
        var cursors = edges.SelectMany(e => e.Selection!.FieldsNamed("cursor")).Concat(info.SelectMany(i => i.Selection!.Fields.Where(f => f.Name is "startCursor" or "endCursor"))).Any();
        return Build(table, rows, selection.Fields.Any(f => f.Name is "nodes" or "edges" or "pageInfo"), cursors);
    });

    private static RowPlan Find(FieldPlan field, Func<RowPlan> build)
    {
        if (!Known.TryGetValue(field, out var plan))
        {
            plan = build();
            Known.AddOrUpdate(field, plan);
        }

        return plan;
    }

    private static RowPlan Build(ResourceTable table, IEnumerable<SelectionPlan?> selections, bool rows, bool cursors)
    {
        List<int> columns = [];
        foreach (var selection in selections)
        {
            RowType.AddColumns(table, selection, columns);
        }

        return new RowPlan(columns, RowType.Slots(table, columns), rows, cursors);
    }
}
