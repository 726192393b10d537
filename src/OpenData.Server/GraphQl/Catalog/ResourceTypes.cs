using OpenData.GraphQL.Execution;
using OpenData.GraphQL.Language;
using OpenData.GraphQL.Types;
using OpenData.Registry;
using OpenData.Registry.Review;
using OpenData.Schemas;

namespace OpenData.Server.GraphQl.Catalog;

/// <summary>The tables of datasets and their releases.</summary>
internal static class ResourceTypes
{
    public static ObjectType Resource() => new("Resource", new FieldMap(
    [
        Fields.Of<ResourceNode>("id", "UUID!", "รหัสประจำตัว · Its id.", r => r.Resource.Id),
        Fields.Of<ResourceNode>("key", "String!", "รหัสทรัพยากร · Its name in addresses, unique in its dataset.", r => r.Resource.Key),
        Fields.Text<ResourceNode>("name", "ชื่อทรัพยากร · The name that people read.", r => r.Resource.Name, required: true),
        .. FormItem.OfResource.Select(item => Fields.Of<ResourceNode>(item.Name, item.OutputType, item.Description, r => item.ValueIn(FormOf(r)))),
        Fields.Of<ResourceNode>("dataset", "Dataset!", "ชุดข้อมูล · The dataset it is of.", r => r.Dataset),
        new FieldDefinition("dictionary", "DataDictionary")
        {
            Description = "พจนานุกรมข้อมูล (แบบฟอร์ม 2) · Its data dictionary (Form 2): that of the published release.",
            Resolve = context => new(Dictionary(context)),
        },
        new FieldDefinition("columns", "[Column!]!")
        {
            Description = "คอลัมน์ · The columns that the dictionary describes.",
            Resolve = context => new(Dictionary(context)?.Columns ?? []),
        },
        Fields.Of<ResourceNode>("rows", "Long", "จำนวนแถว · How many rows are published.", r => r.Resource.Current?.Rows),
        Fields.Of<ResourceNode>("release", "Release", "รุ่นที่เผยแพร่ · The release that answers queries.", r => r.Resource.Current is { } release ? new ReleaseNode(r, release) : null),
        Fields.Of<ResourceNode>("exceptions", "[RecordedException!]!", "ข้อยกเว้นที่ผู้อนุมัติบันทึก · The rules that an approver has excepted for its files.", r => r.Resource.Exceptions),
        new FieldDefinition("releases", "[Release!]!")
        {
            Description = "รุ่นที่เคยเผยแพร่ ใหม่สุดก่อน · What was published, the newest first.",
            Arguments = [Fields.Argument("first", "Int", $"จำนวน ไม่เกิน {GraphQlServerLimits.MostReleases} · How many, {GraphQlServerLimits.MostReleases} at most.", new IntValueNode("" + GraphQlServerLimits.DefaultReleases))],
            Cost = new FieldCost(GraphQlServerLimits.ReleaseCost, ["first"], GraphQlServerLimits.DefaultReleases, []),
            ResolveBatch = ReleasesAsync,
        },
        Fields.Batch<ResourceNode>("report", "Report", "รายงานผลการตรวจ · The report of what is published; with the token that of the newest check.", (call, _, all) =>
            call.Reads.ReportsAsync([.. all.Select(r => (r, call.Catalog.SeesDraftsOf(r.Dataset.Organization) ? null : r.Resource.Current?.Number))]), GraphQlServerLimits.ReportCost),
    ]))
    {
        Description = "ทรัพยากร · A table of a dataset.",
    };

    public static ObjectType Release() => new("Release", new[]
    {
        Fields.Of<ReleaseNode>("number", "Int!", "รุ่นที่ · Counts the releases of a resource, from 1.", r => r.Release.Number),
        Fields.Of<ReleaseNode>("published", "DateTime!", "เผยแพร่เมื่อ · When it was published.", r => r.Release.Published),
        Fields.Of<ReleaseNode>("sha256", "String!", "SHA-256 ของไฟล์ต้นฉบับ · SHA-256 of the original file.", r => r.Release.Sha256),
        Fields.Of<ReleaseNode>("fileName", "String!", "ชื่อไฟล์ต้นฉบับ · The name the original came under.", r => r.Release.FileName),
        Fields.Of<ReleaseNode>("bytes", "Long!", "ขนาดไฟล์ต้นฉบับ · Size of the original in bytes.", r => r.Release.Bytes),
        Fields.Of<ReleaseNode>("rows", "Long!", "จำนวนแถว · How many rows it has.", r => r.Release.Rows),
        Fields.Of<ReleaseNode>("dictionary", "DataDictionary!", "พจนานุกรมที่ใช้ตรวจ · The dictionary it was checked against.", r => r.Release.Dictionary),
        Fields.Of<ReleaseNode>("counts", "FindingCounts!", "จำนวนที่พบ · What its check found.", r => r.Release.Counts),
        Fields.Of<ReleaseNode>("complies", "Boolean!", "ผ่านเกณฑ์หรือไม่ · Whether its report has no error.", r => r.Release.Complies),
        Fields.Batch<ReleaseNode>("report", "Report", "รายงานผลการตรวจ · The report of its check.", (call, _, all) =>
            call.Reads.ReportsAsync([.. all.Select(r => (r.Resource, (int?)r.Release.Number))]), GraphQlServerLimits.ReportCost),
    })
    {
        Description = "รุ่นข้อมูลที่เผยแพร่ ไม่เปลี่ยนอีก · An accepted file and the rows made from it; it never changes.",
    };

    public static ObjectType Exception() => new("RecordedException", new[]
    {
        Fields.Of<RecordedException>("rule", "String!", "รหัสกฎ · The code of the rule.", e => e.Rule),
        Fields.Of<RecordedException>("reason", "String!", "เหตุผล · Why.", e => e.Reason),
        Fields.Of<RecordedException>("by", "String!", "ผู้บันทึก · Who said so.", e => e.ActorName),
        Fields.Of<RecordedException>("time", "DateTime!", "เมื่อ · When.", e => e.Time),
    })
    {
        Description = "ข้อยกเว้นของผู้อนุมัติ · An approver's word that what a rule finds does not keep a file from being published.",
    };

    public static ObjectType Counts() => new("FindingCounts", new[]
    {
        Fields.Of<FindingCounts>("error", "Long!", "ต้องแก้ไข · Errors: with one of these the file does not comply.", c => c.Error),
        Fields.Of<FindingCounts>("warning", "Long!", "ควรแก้ไข · Warnings.", c => c.Warning),
        Fields.Of<FindingCounts>("info", "Long!", "ข้อสังเกต · Notes.", c => c.Info),
        Fields.Of<FindingCounts>("total", "Long!", "รวม · All of them.", c => c.Total),
    })
    {
        Description = "จำนวนที่พบแยกตามระดับ · How many findings of each severity.",
    };

    private static DataDictionary? Dictionary(ResolveContext context) =>
        Rest.Catalog.DictionaryOf(((ResourceNode)context.Source!).Resource);

    private static Newtonsoft.Json.Linq.JObject FormOf(ResourceNode node) => node.Dataset.Form.ResourceForm(node.Resource.Key)?.Json ?? [];

    private static async ValueTask<IReadOnlyList<object?>> ReleasesAsync(BatchContext context)
    {
        var call = Fields.Call(context.State);
        var first = context.Arguments.Get<int?>("first") ?? GraphQlServerLimits.DefaultReleases;
        if (first is < 0 or > GraphQlServerLimits.MostReleases)
        {
            throw CatalogFieldTexts.TooMany(call.Language, "first", first, GraphQlServerLimits.MostReleases);
        }

        ResourceNode[] resources = [.. context.Sources.Cast<ResourceNode>()];
        var releases = await call.Reads.ReleasesAsync(resources, first);
        return [.. releases.Select((of, i) => of.Select(r => new ReleaseNode(resources[i], r)).ToArray())];
    }
}
