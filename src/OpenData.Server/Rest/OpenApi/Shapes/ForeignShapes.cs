namespace OpenData.Server.Rest.OpenApi;

/// <summary>What faces of other standards answer, as far as it is the same for all of their operations.</summary>
internal static class ForeignShapes
{
    public static readonly IReadOnlyList<NamedShape> All =
    [
        new("CkanAnswer", new("ซองของ CKAN", "CKAN's envelope."), () => Shape.Object(("help", Shape.Text), ("success", Shape.OneOfFlags(true)), ("result", Shape.Any))),
        new("CkanRefusal", new("ซองของ CKAN เมื่อปฏิเสธ หรือข้อความ", "CKAN's envelope of a refusal; a text where no action was reached."), () => new Microsoft.OpenApi.OpenApiSchema
        {
            OneOf = [Shape.Text, Shape.Object(("help", Shape.Text), ("success", Shape.OneOfFlags(false)), ("error", Shape.Open(("__type", Shape.Text))))],
        }),
        new("CkanVersion", new("รุ่นของ CKAN API", "The version of CKAN's API."), () => Shape.Object(("version", Shape.Whole(3, 3)))),
        new("SdmxErrors", new("ข้อผิดพลาดของ SDMX-JSON", "Errors as SDMX-JSON has them."), () => Shape.Object(("errors", Shape.List(Shape.Object(("code", Shape.Whole()), ("title", Shape.Text), ("titles", Shape.Of("LocalText"))))))),
        new("GraphQlRequest", new("คำถาม GraphQL", "A GraphQL request."), () => Shape.Open(("query?", Shape.Text), ("operationName?", Shape.OrNull(Shape.Text)), ("variables?", Shape.OrNull(Shape.Open())), ("extensions?", Shape.OrNull(Shape.Open())))),
        new("GraphQlAnswer", new("คำตอบ GraphQL", "A GraphQL response."), () => Shape.Open(("data?", Shape.OrNull(Shape.Open())), ("errors?", Shape.List(Shape.Open(("message", Shape.Text)))))),
    ];
}
