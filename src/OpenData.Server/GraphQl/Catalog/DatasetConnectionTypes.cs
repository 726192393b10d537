using OpenData.GraphQL.Execution;
using OpenData.GraphQL.Types;
using OpenData.Registry;
using OpenData.Server.GraphQl.Shared;

namespace OpenData.Server.GraphQl.Catalog;

/// <summary>One page of datasets, and how to read what was asked for beside it.</summary>
/// <param name="Items">The datasets, each with its cursor.</param>
/// <param name="Total">How many match, on all pages.</param>
/// <param name="Page">Where the page stands.</param>
/// <param name="Matching">All that match, for facets; read when it is asked for.</param>
internal sealed record DatasetPageNode(IReadOnlyList<DatasetEdgeNode> Items, long Total, PageFacts Page, Func<Task<IReadOnlyList<DatasetFacts>>> Matching);

/// <summary>A dataset with its place in a list.</summary>
internal sealed record DatasetEdgeNode(Dataset Dataset, string Cursor);

/// <summary>A value of a facet.</summary>
internal sealed record FacetNode(string Value, string? CodeList, OrganizationNode? Organization, int Count);

/// <summary>Pages of datasets, after the GraphQL Cursor Connections Specification, with facets.</summary>
internal static class DatasetConnectionTypes
{
    public static ObjectType Connection() => new("DatasetConnection", new[]
    {
        Fields.Of<DatasetPageNode>("nodes", "[Dataset!]!", "ชุดข้อมูลของหน้านี้ · The datasets of the page.", p => p.Items.Select(e => e.Dataset).ToArray(), GraphQlServerLimits.DatasetCost),
        Fields.Of<DatasetPageNode>("edges", "[DatasetEdge!]!", "ชุดข้อมูลพร้อมตัวชี้ · The datasets with their cursors.", p => p.Items, GraphQlServerLimits.DatasetCost),
        Fields.Of<DatasetPageNode>("pageInfo", "PageInfo!", "ตำแหน่งของหน้า · Where the page stands.", p => p.Page),
        Fields.Of<DatasetPageNode>("totalCount", "Long!", "จำนวนทั้งหมดทุกหน้า · How many match, on all pages.", p => p.Total),
        new FieldDefinition("facets", "DatasetFacets!")
        {
            Description = "จำนวนแยกตามหน่วยงาน หมวดหมู่ และอื่น ๆ ของทุกหน้า · How those that match, on all pages, are spread over agencies, categories and so on.",
            Cost = FieldCost.Of(GraphQlServerLimits.PageCost),
            Resolve = async context => await ((DatasetPageNode)context.Source!).Matching(),
        },
    })
    {
        Description = "ชุดข้อมูลหนึ่งหน้า · A page of datasets.",
    };

    public static ObjectType Edge() => new("DatasetEdge", new[]
    {
        Fields.Of<DatasetEdgeNode>("node", "Dataset!", "ชุดข้อมูล · The dataset.", e => e.Dataset),
        Fields.Of<DatasetEdgeNode>("cursor", "String!", "ตัวชี้ ใช้ใน after · Its cursor, for `after`.", e => e.Cursor),
    })
    {
        Description = "ชุดข้อมูลกับตำแหน่งในรายการ · A dataset with its place in the list.",
    };

    public static InputObjectType Filter() => new("DatasetFilter",
    [
        Fields.Argument("organization", "[String!]", "หน่วยงานใดในนี้ · The owner is one of these."),
        Fields.Argument("dataType", "[String!]", "ประเภทใดในนี้ · The kind of dataset is one of these codes."),
        Fields.Argument("category", "[String!]", "หมวดหมู่ใดในนี้ (data_category) · The category is one of these codes."),
        Fields.Argument("license", "[String!]", "สัญญาอนุญาตใดในนี้ · The licence is one of these codes."),
        Fields.Argument("tag", "[String!]", "มีคำสำคัญใดในนี้ · It has one of these tags."),
        Fields.Argument("format", "[String!]", "มีรูปแบบใดในนี้ (data_format) · It is kept in one of these formats."),
        Fields.Argument("complies", "Boolean", "ผ่านเกณฑ์หรือไม่ · Whether all that is published of it complies."),
    ])
    {
        Description = "เงื่อนไขของชุดข้อมูล ต้องตรงทุกข้อที่ให้ · Conditions on datasets; all that are given have to hold.",
    };

    public static InputObjectType Sort() => new("DatasetSort",
    [
        Fields.Argument("name", "SortEnumType", "ชื่ออ้างอิง · By name."),
        Fields.Argument("organization", "SortEnumType", "หน่วยงาน · By the owner's name."),
        Fields.Argument("created", "SortEnumType", "วันลงทะเบียน · By the time of registration."),
        Fields.Argument("modified", "SortEnumType", "วันแก้ไข · By the time of the last change."),
    ])
    {
        Description = "ลำดับของชุดข้อมูล · An order of datasets; those that are equal are ordered by name.",
    };

    public static ObjectType Facets() => new("DatasetFacets", new[]
    {
        OfFacts("organizations", "หน่วยงาน · By owner.", d => [d.Organization]),
        OfFacts("dataTypes", "ประเภท · By kind of dataset.", d => One(d.DataType), "data_type"),
        OfFacts("categories", "หมวดหมู่ · By category.", d => One(d.Category), "data_category"),
        OfFacts("licenses", "สัญญาอนุญาต · By licence.", d => One(d.License), "license_id"),
        OfFacts("formats", "รูปแบบ · By format.", d => d.Formats, "data_format"),
        OfFacts("tags", "คำสำคัญ · By tag.", d => d.Tags),
        Fields.Of<IReadOnlyList<DatasetFacts>>("complying", "Int!", "จำนวนที่ผ่านเกณฑ์ · How many comply.", all => all.Count(d => d.Complies == true)),
    })
    {
        Description = $"จำนวนชุดข้อมูลแยกตามค่า มากไปน้อย ไม่เกิน {GraphQlServerLimits.FacetValues} ค่า · How many datasets have each value, the most frequent first, {GraphQlServerLimits.FacetValues} values at most.",
    };

    public static ObjectType Facet() => new("Facet", new[]
    {
        Fields.Of<FacetNode>("value", "String!", "ค่า ใช้ใน where ได้ · The value, as `where` takes it.", f => f.Value),
        Fields.Text<FacetNode>("label", "ความหมาย · What it means.", f => f.Organization?.Organization.Title ?? (f.CodeList is null ? null : CodeLists.Label(f.CodeList, f.Value)) ?? new Schemas.LocalText(f.Value, f.Value), required: true),
        Fields.Of<FacetNode>("count", "Int!", "จำนวนชุดข้อมูล · How many datasets have it.", f => f.Count),
    })
    {
        Description = "ค่าหนึ่งกับจำนวนชุดข้อมูล · A value and how many datasets have it.",
    };

    private static IReadOnlyList<string> One(string? value) => value is null ? [] : [value];

    private static FieldDefinition OfFacts(string name, string description, Func<DatasetFacts, IReadOnlyList<string>> values, string? codeList = null) => new(name, "[Facet!]!")
    {
        Description = description,
        Resolve = async context =>
        {
            var organizations = name == "organizations" ? await Fields.Call(context.State).Reads.OrganizationsAsync() : null;
            return ((IReadOnlyList<DatasetFacts>)context.Source!)
                .SelectMany(d => values(d).Where(v => v.Length > 0).Distinct(StringComparer.Ordinal))
                .CountBy(v => v)
                .OrderByDescending(v => v.Value).ThenBy(v => v.Key, StringComparer.Ordinal)
                .Take(GraphQlServerLimits.FacetValues)
                .Select(v => new FacetNode(v.Key, codeList, organizations?.GetValueOrDefault(v.Key), v.Value))
                .ToArray();
        },
    };
}
