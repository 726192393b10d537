using OpenData.GraphQL.Types;
using OpenData.Registry;

namespace OpenData.Server.GraphQl.Catalog;

/// <summary>A dataset: what the catalog knows of it, then every item of Form 1, then its resources.</summary>
internal static class DatasetTypes
{
    public static ObjectType Dataset() => new("Dataset", new FieldMap(
    [
        Fields.Of<Dataset>("id", "UUID!", "รหัสประจำตัว · Its id.", d => d.Id),
        Fields.Of<Dataset>("name", "String!", "ชื่ออ้างอิงในที่อยู่ · Its name in addresses, unique in the catalog.", d => d.Name),
        Fields.Batch<Dataset>("organization", "Organization", "หน่วยงานเจ้าของ · The agency that owns it.", OwnersAsync, 0),
        Fields.Of<Dataset>("state", "DatasetState!", "สถานะ · Where it stands between its first draft and its withdrawal.", d => d.State),
        Fields.Of<Dataset>("version", "Int!", "ครั้งที่แก้ทะเบียน · Counts the changes of the registration, from 1.", d => d.Version),
        Fields.Of<Dataset>("revision", "Int!", "ครั้งที่แก้ทั้งหมด รวมที่ยังไม่เผยแพร่ · Counts every change that the caller may know of, published or not.", d => d.Revision),
        Fields.Of<Dataset>("pendingState", "DatasetState", "สถานะของการแก้ที่รออนุมัติ · Where a change under review stands; null where there is none.", d => d.Pending?.State),
        Fields.Of<Dataset>("created", "DateTime!", "ลงทะเบียนเมื่อ · When it was registered.", d => d.Created),
        Fields.Of<Dataset>("modified", "DateTime!", "แก้ไขเมื่อ · When it was changed last.", d => d.Modified),
        Fields.Of<Dataset>("complies", "Boolean", "ทรัพยากรที่เผยแพร่ผ่านเกณฑ์ทั้งหมด · Whether all that is published of it complies; null where nothing is.", d => DatasetFacts.DoesComply(d)),
        Fields.Batch<Dataset>("feedback", "Feedback!", "คะแนนและคำถามจากผู้ใช้ · What people have said of it, in numbers.", FeedbackTypes.CountAsync, 1),
        .. FormItem.OfDataset.Select(item => Fields.Of<Dataset>(item.Name, item.OutputType, item.Description, d => item.ValueIn(d.Form.Json))),
        Fields.Of<Dataset>("resources", "[Resource!]!", "ทรัพยากร · Its tables, in the order of the form.", d => d.Resources.Select(r => new ResourceNode(d, r)).ToArray()),
        new FieldDefinition("resource", "Resource")
        {
            Description = "ทรัพยากรหนึ่งรายการ · One of its tables.",
            Arguments = [Fields.Argument("key", "String!", "รหัสทรัพยากร · The resource's key.")],
            Resolve = context => new(context.Source is Dataset d && d.Resource(context.Arguments.Get<string>("key")!) is { } found ? new ResourceNode(d, found) : null),
        },
    ]))
    {
        Description = "ชุดข้อมูล (แบบฟอร์ม 1) · A dataset (Form 1).",
    };

    public static EnumType State() => Fields.Enum<DatasetState>("DatasetState", "สถานะของชุดข้อมูล · Where a dataset stands.", state => state switch
    {
        DatasetState.Draft => "ร่าง · A draft.",
        DatasetState.Submitted => "ส่งแล้ว · Submitted for approval.",
        DatasetState.Returned => "ส่งกลับ · Returned to its author.",
        DatasetState.Approved => "อนุมัติแล้ว · Approved.",
        DatasetState.Published => "เผยแพร่ · Published.",
        _ => "ถอนแล้ว · Withdrawn.",
    });

    private static async Task<IReadOnlyList<object?>> OwnersAsync(Http.GraphQlCall call, GraphQL.Execution.BatchContext context, IReadOnlyList<Dataset> datasets)
    {
        var organizations = await call.Reads.OrganizationsAsync();
        return [.. datasets.Select(d => organizations.GetValueOrDefault(d.Organization))];
    }
}
