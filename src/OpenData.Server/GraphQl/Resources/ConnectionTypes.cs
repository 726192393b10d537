using OpenData.GraphQL.Execution;
using OpenData.GraphQL.Types;
using OpenData.Server.GraphQl.Shared;

namespace OpenData.Server.GraphQl.Resources;

/// <summary>The types around a page of rows.</summary>
internal static class ConnectionTypes
{
    public static ObjectType Connection(ResourceModule module) => new(module.Names.Connection, new FieldDefinition[]
    {
        new("nodes", TypeRef.Named(module.Names.Row).NonNull().List())
        {
            Description = "แถวของหน้านี้ · The rows of this page.",
            Cost = FieldCost.Of(1),
            Resolve = context => new(((RowPage)context.Source!).Rows),
        },
        new("edges", TypeRef.Named(module.Names.Edge).NonNull().List())
        {
            Description = "แถวของหน้านี้พร้อมเคอร์เซอร์ · The rows of this page, each with its cursor.",
            Cost = FieldCost.Of(1),
            Resolve = context => new(((RowPage)context.Source!).Rows),
        },
        new("pageInfo", TypeRef.Named(PageInfoType.Name).NonNull())
        {
            Description = "ตำแหน่งของหน้านี้ · Where this page stands.",
            Resolve = context => new(((RowPage)context.Source!).Facts),
        },
        new("totalCount", "Int!")
        {
            Description = "จำนวนแถวทั้งหมดที่ตรงเงื่อนไข · How many rows match, on all pages.",
            Resolve = context => ((RowPage)context.Source!).TotalAsync(context.Cancellation),
        },
    })
    {
        Description = module.Table.Description,
    };

    public static ObjectType Edge(ResourceModule module) => new(module.Names.Edge, new FieldDefinition[]
    {
        new("node", TypeRef.Named(module.Names.Row).NonNull())
        {
            Description = "แถว · The row.",
            Resolve = context => new(context.Source),
        },
        new("cursor", "String!")
        {
            Description = "ตำแหน่งของแถว ใช้กับ after และ before ได้ตราบที่รุ่นนี้ยังเป็นรุ่นปัจจุบัน · The row's place, for after and before, as long as this release is the one that answers.",
            WriteLeaf = (source, json) =>
            {
                json.WriteStringValue(((Row)source).Page!.CursorOf((Row)source));
                return true;
            },
        },
    })
    {
        Description = "แถวกับตำแหน่งของมัน · A row and its place in the order.",
    };
}
