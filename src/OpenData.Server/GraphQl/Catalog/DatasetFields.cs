using OpenData.GraphQL.Execution;
using OpenData.GraphQL.Language;
using OpenData.GraphQL.Types;
using OpenData.Registry;
using OpenData.Server.GraphQl.Http;
using OpenData.Server.Rest.Usage;

namespace OpenData.Server.GraphQl.Catalog;

/// <summary>The fields that find datasets.</summary>
internal static class DatasetFields
{
    public static FieldDefinition Datasets() => Connection(
        "ค้นหาและไล่ดูชุดข้อมูล · Datasets, searched, filtered and ordered, page by page.",
        (call, listing, _) => DatasetListing.PagesAsync(call, [listing]));

    public static FieldDefinition Dataset() => new("dataset", "Dataset")
    {
        Description = "ชุดข้อมูลหนึ่งชุด · One dataset; null where there is none of that name.",
        Arguments = [Fields.Argument("name", "String!", "ชื่ออ้างอิง · Its name in addresses.")],
        Cost = FieldCost.Of(GraphQlServerLimits.DatasetCost),
        Resolve = async context => await FindAsync(Fields.Call(context.State), context.Arguments.Get<string>("name")!, context.Cancellation),
    };

    private static async Task<Dataset?> FindAsync(GraphQlCall call, string name, CancellationToken cancellation)
    {
        var dataset = await call.Catalog.FindAsync(name, cancellation);
        if (dataset is not null)
        {
            call.Http.Uses(dataset.Name);
        }

        return dataset;
    }

    /// <summary>A field <c>datasets</c> that gives pages of them, for all its parents at once.</summary>
    public static FieldDefinition Connection(string description, Func<GraphQlCall, DatasetListing, IReadOnlyList<object?>, Task<IReadOnlyList<object?>>> pages) => new("datasets", "DatasetConnection!")
    {
        Description = description,
        Arguments =
        [
            Fields.Argument("search", "String", "คำในชื่อ คำอธิบาย หรือคำสำคัญ ภาษาไทยหรืออังกฤษ · Words that title, description, name or tags contain, Thai or English."),
            Fields.Argument("where", "DatasetFilter", "เงื่อนไข · Conditions."),
            Fields.Argument("order", "[DatasetSort!]", "ลำดับ ถ้าไม่ให้เรียงตามชื่อ · The order; by name where none is given."),
            Fields.Argument("first", "Int", $"จำนวนต่อหน้า ไม่เกิน {ServerLimits.MostDatasets} · How many, {ServerLimits.MostDatasets} at most.", new IntValueNode("" + ServerLimits.DefaultDatasets)),
            Fields.Argument("after", "String", "ต่อจากตัวชี้นี้ · Go on after this cursor."),
        ],
        Cost = new FieldCost(GraphQlServerLimits.PageCost, ["first"], ServerLimits.DefaultDatasets, ["nodes", "edges"]),
        ResolveBatch = async context => await pages(Fields.Call(context.State), DatasetListing.Of(context.Arguments, Fields.Call(context.State).Language), context.Sources),
    };
}
