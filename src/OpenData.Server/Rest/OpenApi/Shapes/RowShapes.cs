using Microsoft.OpenApi;

namespace OpenData.Server.Rest.OpenApi;

/// <summary>Rows and groups of rows.</summary>
internal static class RowShapes
{
    public static readonly IReadOnlyList<NamedShape> All =
    [
        new("Row", new("แถวหนึ่ง ตามคอลัมน์ของตาราง", "A row, by the columns of its table."), () => RowOf(null)),
        new("RowPage", new("หน้าหนึ่งของแถวข้อมูล", "A page of rows."), () => PageOf("Row")),
        new("GroupPage", new("หน้าหนึ่งของกลุ่ม", "A page of groups."), () => PageOf("Group")),
        new("Group", new("กลุ่มหนึ่ง ตามคอลัมน์ของ group_by และค่าที่ขอ", "A group, by the columns of group_by and what was asked of it."), () => RowOf(null)),
        new("RowRelease", new("รุ่นที่ตอบ", "The release that answers."), () => Shape.Object(("number", Shape.Whole()), ("published", Shape.Time), ("sha256", Shape.Sha256))),
        new("FeatureCollection", new("แถวเป็น GeoJSON (RFC 7946)", "Rows as GeoJSON (RFC 7946)."), () => Shape.Open(("type", Shape.OneOf(["FeatureCollection", "Feature"])))),
    ];

    /// <summary>A page of rows of a shape.</summary>
    public static OpenApiSchema PageOf(string row) => Shape.Object(("rows", Shape.List(Shape.Of(row))), ("total", Shape.OrNull(Shape.Whole())), ("next", Shape.OrNull(Shape.Text)), ("release", Shape.Of("RowRelease")));

    /// <summary>A row of these columns, each of which may be left out by <c>select</c>; of any columns where they are not known.</summary>
    public static OpenApiSchema RowOf(IReadOnlyList<(string Name, OpenApiSchema Schema)>? columns) => columns is null
        ? new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Number | JsonSchemaType.Boolean | JsonSchemaType.Null } }
        : Shape.Object([.. columns.Select(c => (c.Name + "?", (IOpenApiSchema)c.Schema))]);
}
