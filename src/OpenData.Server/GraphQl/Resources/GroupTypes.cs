using OpenData.GraphQL.Execution;
using OpenData.GraphQL.Types;
using OpenData.Schemas;
using OpenData.Schemas.Values;
using OpenData.Store;

namespace OpenData.Server.GraphQl.Resources;

/// <summary>A group, or the part of it that one function tells.</summary>
/// <param name="Group">The group's row among the answer's.</param>
/// <param name="Function">The function.</param>
/// <param name="Width">How many columns the resource has.</param>
internal sealed record GroupPart(Row Group, AggregateFunction Function, int Width)
{
    public static int Place(AggregateFunction function, int column, int width) => function == AggregateFunction.Count ? 0 : 1 + (((int)function) * width) + column;
}

/// <summary>The types of the answer to a group-by.</summary>
internal static class GroupTypes
{
    /// <summary>The functions by the names of the fields that tell them.</summary>
    public static readonly IReadOnlyDictionary<string, AggregateFunction> Functions = new Dictionary<string, AggregateFunction>(StringComparer.Ordinal)
    {
        ["key"] = AggregateFunction.Key,
        ["count"] = AggregateFunction.Count,
        ["countDistinct"] = AggregateFunction.CountDistinct,
        ["sum"] = AggregateFunction.Sum,
        ["avg"] = AggregateFunction.Avg,
        ["min"] = AggregateFunction.Min,
        ["max"] = AggregateFunction.Max,
    };

    public static ObjectType Group(ResourceModule module)
    {
        var names = module.Names;
        List<FieldDefinition> fields =
        [
            Part(module, "key", names.GroupValues, "ค่าที่ทุกแถวในกลุ่มมีร่วมกัน ตามคอลัมน์ใน groupBy · What all rows of the group share: the columns of groupBy."),
            new("count", "Int!")
            {
                Description = "จำนวนแถวในกลุ่ม · How many rows the group has.",
                WriteLeaf = (source, json) => ((Row)source).Block.Write(((Row)source).Index, 0, ColumnType.Integer, json),
            },
            Part(module, "countDistinct", names.GroupCounts, "จำนวนค่าที่ต่างกัน ไม่นับค่าว่าง · How many different values there are, empty ones not counted."),
            Part(module, "min", names.GroupValues, "ค่าน้อยที่สุด · The least values."),
            Part(module, "max", names.GroupValues, "ค่ามากที่สุด · The greatest values."),
        ];
        if (module.Published.HasNumbers)
        {
            fields.Add(Part(module, "sum", names.GroupNumbers, "ผลรวม ตรงทุกหลัก · The sums; exact but for Float."));
            fields.Add(Part(module, "avg", names.GroupNumbers, $"ค่าเฉลี่ย · The averages; of Long and Decimal with {AggregateQuery.AverageDigits} digits more than their sum."));
        }

        return new ObjectType(names.Group, fields.ToArray()) { Description = "กลุ่มของแถว · A group of rows." };
    }

    public static ObjectType Values(ResourceModule module) =>
        new(module.Names.GroupValues, (FieldDefinition[])[.. module.Table.Columns.Select(c => Leaf(c, c.Scalar, c.Column.Type))]) { Description = "ค่าตามคอลัมน์ · Values by column." };

    public static ObjectType Counts(ResourceModule module) =>
        new(module.Names.GroupCounts, (FieldDefinition[])[.. module.Table.Columns.Select(c => Leaf(c, "Int", ColumnType.Integer))]) { Description = "จำนวนตามคอลัมน์ · Counts by column." };

    public static ObjectType Numbers(ResourceModule module) =>
        new(module.Names.GroupNumbers, (FieldDefinition[])[.. Summed(module.Table).Select(c => Leaf(c, SumScalar(c), SumType(c)))]) { Description = "ตัวเลขตามคอลัมน์ · Numbers by column." };

    /// <summary>The columns that can be added up.</summary>
    public static IEnumerable<ColumnField> Summed(ResourceTable table) => table.Columns.Where(c => c.Column.Type.IsNumeric());

    /// <summary>The scalar of a column's sums and averages.</summary>
    public static string SumScalar(ColumnField column) => ColumnField.ScalarOf(SumType(column));

    private static ColumnType SumType(ColumnField column) => column.Column.Type == ColumnType.Number ? ColumnType.Number : ColumnType.Decimal;

    private static FieldDefinition Part(ResourceModule module, string name, string type, string description)
    {
        var (function, width) = (Functions[name], module.Table.Columns.Count);
        return new FieldDefinition(name, TypeRef.Named(type).NonNull())
        {
            Description = description,
            Resolve = context => new(new GroupPart((Row)context.Source!, function, width)),
        };
    }

    private static FieldDefinition Leaf(ColumnField column, string scalar, ColumnType type)
    {
        var index = column.Index;
        return new FieldDefinition(column.Name, scalar)
        {
            Description = Descriptions.OfColumn(column.Column),
            WriteLeaf = (source, json) =>
            {
                var part = (GroupPart)source;
                return part.Group.Block.Write(part.Group.Index, GroupPart.Place(part.Function, index, part.Width), type, json);
            },
        };
    }
}
