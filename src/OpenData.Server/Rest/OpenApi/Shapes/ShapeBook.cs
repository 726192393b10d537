using Microsoft.OpenApi;
using OpenData.Schemas;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Rest.OpenApi;

/// <summary>A shape of JSON that operations take or answer.</summary>
/// <param name="Name">Its name in the document.</param>
/// <param name="Text">What it is.</param>
/// <param name="Make">Makes its schema.</param>
internal sealed record NamedShape(string Name, LocalText Text, Func<OpenApiSchema> Make);

/// <summary>Every shape by its name; the forms and reports are those that <c>schemas/</c> publishes.</summary>
internal static class ShapeBook
{
    private static readonly IReadOnlyList<NamedShape> General =
    [
        new("Problem", new("คำขอที่ถูกปฏิเสธ (RFC 9457)", "A refused request (RFC 9457)."), () => Shape.Object(
            ("type", Shape.Text),
            ("title", Shape.Text),
            ("status", Shape.Whole(400, 599)),
            ("detail", Shape.Text),
            ("code", Shape.OneOf(ProblemKinds.All.Select(k => k.Code))),
            ("requestId", Shape.Text),
            ("errors", Shape.List(Shape.Of("ProblemError"))),
            ("report?", Shape.Of("Report")))),
        new("ProblemError", new("ข้อผิดพลาดหนึ่งข้อ: ที่ใด อะไร และวิธีแก้", "One fault: where, what, and how to mend it."), () => Shape.Object(
            ("pointer?", Shape.Text), ("parameter?", Shape.Text), ("code", Shape.Text), ("message", Shape.Text), ("fix", Shape.Text))),
        new("LocalText", new("ข้อความไทยและอังกฤษ", "A text in Thai and in English."), () => Shape.Object(("th", Shape.OrNull(Shape.Text)), ("en", Shape.OrNull(Shape.Text)))),
        new("Health", new("สถานะ", "A state of health."), () => Shape.Object(("status", Shape.OneOf(["live", "ready"])))),
        new("AnyObject", new("ออบเจ็กต์ของมาตรฐานอื่น", "An object that another standard describes."), () => Shape.Open()),
        new("AnyList", new("รายการของมาตรฐานอื่น", "A list that another standard describes."), () => Shape.List(Shape.Open())),
        new("Nothing", new("ไม่ต้องส่งสิ่งใด", "Nothing needs to be sent."), () => Shape.Object()),
        new("PlainText", new("ข้อความ", "A text."), () => Shape.Text),
    ];

    /// <summary>All but those that <see cref="PublishedShapes"/> reads from files.</summary>
    public static readonly IReadOnlyList<NamedShape> All = [.. General, .. DatasetShapes.All, .. RowShapes.All, .. ReviewShapes.All, .. AccountShapes.All, .. FeedbackShapes.All, .. ScoreShapes.All, .. ForeignShapes.All];

    /// <summary>The members that an object of a shape has: those who read one take no others.</summary>
    public static IReadOnlyList<string> MembersOf(string name) => [.. All.First(s => s.Name == name).Make().Properties!.Keys];

    /// <summary>The shapes, with what they are, in a language.</summary>
    public static IDictionary<string, IOpenApiSchema> In(Language language)
    {
        var shapes = new SortedDictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        foreach (var shape in All)
        {
            var schema = shape.Make();
            schema.Description = shape.Text.In(language);
            shapes.Add(shape.Name, schema);
        }

        PublishedShapes.Add(shapes);
        return shapes;
    }
}
