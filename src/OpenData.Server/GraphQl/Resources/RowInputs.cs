using OpenData.GraphQL.Types;
using OpenData.Server.GraphQl.Shared;

namespace OpenData.Server.GraphQl.Resources;

/// <summary>The inputs that ask for rows of a resource: conditions, an order, and the names of its columns.</summary>
internal static class RowInputs
{
    public static InputObjectType Filter(ResourceModule module)
    {
        var name = module.Names.Filter;
        return new InputObjectType(name,
        [
            new InputValue("and", TypeRef.Named(name).NonNull().List()) { Description = "All of these hold." },
            new InputValue("or", TypeRef.Named(name).NonNull().List()) { Description = "At least one of these holds; of an empty list none does." },
            .. module.Table.Columns.Select(c => new InputValue(c.Name, OperationFilters.NameOf(c.Scalar)) { Description = Descriptions.OfColumn(c.Column) }),
        ])
        {
            Description = "เงื่อนไขของแถว ทุกข้อที่ให้มาต้องเป็นจริง · Conditions on a row; all that are given have to hold.",
        };
    }

    public static InputObjectType Sort(ResourceModule module) => Steps(module.Names.Sort, module.Table.Columns);

    /// <summary>An input of which each names one column: so a list of them is an order, and cannot be read in two ways.</summary>
    public static InputObjectType Steps(string name, IEnumerable<ColumnField> columns) =>
        new(name, [.. columns.Select(c => new InputValue(c.Name, SortDirections.Name) { Description = Descriptions.OfColumn(c.Column) })])
        {
            IsOneOf = true,
            Description = "หนึ่งคอลัมน์กับทิศทาง เรียงหลายคอลัมน์ให้ใส่หลายตัวตามลำดับ · One column and its direction; an order by several is a list of several.",
        };

    public static EnumType Column(ResourceModule module) =>
        new(module.Names.Column, [.. module.Table.Columns.Select(c => new EnumValue(c.Name) { Description = Descriptions.OfColumn(c.Column), Value = c.Index })])
        {
            Description = "ชื่อคอลัมน์ · The columns by name.",
        };
}
