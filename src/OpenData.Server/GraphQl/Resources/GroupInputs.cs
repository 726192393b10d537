using OpenData.GraphQL.Types;
using OpenData.Server.GraphQl.Shared;

namespace OpenData.Server.GraphQl.Resources;

/// <summary>The inputs of a group-by: conditions on groups, and their order.</summary>
internal static class GroupInputs
{
    public static InputObjectType Having(ResourceModule module)
    {
        var names = module.Names;
        List<InputValue> fields =
        [
            new("and", TypeRef.Named(names.Having).NonNull().List()) { Description = "All of these hold." },
            new("or", TypeRef.Named(names.Having).NonNull().List()) { Description = "At least one of these holds; of an empty list none does." },
            new("count", "IntOperationFilterInput") { Description = "How many rows the group has." },
            new("countDistinct", names.CountsFilter) { Description = "How many different values there are." },
            new("min", names.Filter) { Description = "The least values." },
            new("max", names.Filter) { Description = "The greatest values." },
        ];
        if (module.Published.HasNumbers)
        {
            fields.Add(new("sum", names.NumbersFilter) { Description = "The sums." });
            fields.Add(new("avg", names.NumbersFilter) { Description = "The averages." });
        }

        return new InputObjectType(names.Having, fields) { Description = "เงื่อนไขของกลุ่ม · Conditions on a group; all that are given have to hold." };
    }

    public static InputObjectType CountsFilter(ResourceModule module) =>
        Filter(module.Names.CountsFilter, module.Table.Columns.Select(c => (c, "Int")));

    public static InputObjectType NumbersFilter(ResourceModule module) =>
        Filter(module.Names.NumbersFilter, GroupTypes.Summed(module.Table).Select(c => (c, GroupTypes.SumScalar(c))));

    public static InputObjectType NumbersSort(ResourceModule module) => RowInputs.Steps(module.Names.NumbersSort, GroupTypes.Summed(module.Table));

    public static InputObjectType Sort(ResourceModule module)
    {
        var names = module.Names;
        List<InputValue> fields =
        [
            new("key", names.Sort) { Description = "By a column of groupBy." },
            new("count", SortDirections.Name) { Description = "By how many rows the group has." },
            new("countDistinct", names.Sort) { Description = "By how many different values there are." },
            new("min", names.Sort) { Description = "By the least value." },
            new("max", names.Sort) { Description = "By the greatest value." },
        ];
        if (module.Published.HasNumbers)
        {
            fields.Add(new("sum", names.NumbersSort) { Description = "By the sum." });
            fields.Add(new("avg", names.NumbersSort) { Description = "By the average." });
        }

        return new InputObjectType(names.GroupSort, fields)
        {
            IsOneOf = true,
            Description = "หนึ่งขั้นของลำดับกลุ่ม · One step of an order of groups; an order by several is a list of several.",
        };
    }

    private static InputObjectType Filter(string name, IEnumerable<(ColumnField Column, string Scalar)> columns) =>
        new(name, [.. columns.Select(c => new InputValue(c.Column.Name, OperationFilters.NameOf(c.Scalar)) { Description = Descriptions.OfColumn(c.Column.Column) })])
        {
            Description = "เงื่อนไขตามคอลัมน์ · Conditions by column; all that are given have to hold.",
        };
}
