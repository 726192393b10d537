using OpenData.GraphQL.Execution;
using OpenData.GraphQL.Types;

namespace OpenData.Server.GraphQl.Catalog;

/// <summary>Agencies that own datasets. Those of which the caller sees nothing are not there for them.</summary>
internal static class OrganizationTypes
{
    public static ObjectType Organization() => new("Organization", new[]
    {
        Fields.Of<OrganizationNode>("name", "String!", "ชื่อย่อ · Its short name, unique in the catalog.", o => o.Organization.Name),
        Fields.Text<OrganizationNode>("title", "ชื่อหน่วยงาน · Its name.", o => o.Organization.Title, required: true),
        Fields.Batch<OrganizationNode>("parent", "Organization", "หน่วยงานต้นสังกัด · The agency above it, where that owns datasets too.", async (call, _, all) =>
        {
            var known = await call.Reads.OrganizationsAsync();
            return [.. all.Select(o => o.Organization.Parent is { } parent ? known.GetValueOrDefault(parent) : null)];
        }, 0),
        Fields.Of<OrganizationNode>("datasetCount", "Long!", "จำนวนชุดข้อมูล · How many datasets it has.", o => o.Datasets),
        DatasetFields.Connection(
            "ชุดข้อมูลของหน่วยงานนี้ · The datasets of this agency, page by page.",
            (call, listing, all) => DatasetListing.PagesAsync(call, [.. all.Select(o => listing with { Where = DatasetConditions.Within(((OrganizationNode)o!).Organization.Name, listing.Where) })])),
    })
    {
        Description = "หน่วยงานเจ้าของข้อมูล · An agency, or a unit of one, that owns datasets.",
    };

    public static FieldDefinition OrganizationsField() => new("organizations", "[Organization!]!")
    {
        Description = "หน่วยงานทั้งหมดที่มีชุดข้อมูล · Every agency with datasets, by name.",
        Cost = new FieldCost(GraphQlServerLimits.PageCost, [], GraphQlServerLimits.AssumedOrganizations, []),
        Resolve = async context => (await Fields.Call(context.State).Reads.OrganizationsAsync()).Values.OrderBy(o => o.Organization.Name, StringComparer.Ordinal).ToArray(),
    };

    public static FieldDefinition OrganizationField() => new("organization", "Organization")
    {
        Description = "หน่วยงานหนึ่งแห่ง · One agency; null where there is none of that name with datasets.",
        Arguments = [Fields.Argument("name", "String!", "ชื่อย่อ · Its short name.")],
        Cost = FieldCost.Of(GraphQlServerLimits.PageCost),
        Resolve = async context => (await Fields.Call(context.State).Reads.OrganizationsAsync()).GetValueOrDefault(context.Arguments.Get<string>("name")!),
    };
}
