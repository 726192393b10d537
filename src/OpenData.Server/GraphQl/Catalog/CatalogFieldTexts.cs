using OpenData.GraphQL;
using OpenData.Schemas;

namespace OpenData.Server.GraphQl.Catalog;

/// <summary>What catalog fields say of arguments they cannot take.</summary>
internal static class CatalogFieldTexts
{
    /// <summary>A limit was met: its name, the value and the most there may be.</summary>
    public static GraphQLException TooMany(Language language, string limit, long value, long maximum) =>
        Limited(language, new RefusedLimit(limit, value, maximum), limit switch
        {
            "sweptDatasets" => new("facets, where และ order ดูได้ไม่เกิน", "Facets, filters and orders look through this many datasets at most"),
            "sweeps" => new("คำขอหนึ่งใช้ facets, where หรือ order กับคำค้นต่างกันได้ไม่เกิน", "One request may use facets, filters or orders with this many different searches at most"),
            _ => new($"“{limit}” ต้องเป็น 0 ถึง", $"“{limit}” must be 0 to"),
        });

    /// <summary>A cursor that no page of this field gave.</summary>
    public static GraphQLException WrongCursor(Language language) => new(new LocalText(
        "อ่าน after ไม่ได้ ใช้ค่า endCursor จากหน้าก่อนของคำขอเดียวกัน โดยไม่เปลี่ยน order",
        "The cursor in “after” cannot be read. Use the endCursor of a page of the same request, with the same order.").In(language))
    {
        Extensions = new Dictionary<string, object?> { ["code"] = Rest.Problems.ProblemKinds.InvalidCursor.Code },
    };

    private static GraphQLException Limited(Language language, RefusedLimit limit, LocalText sentence) =>
        new($"{sentence.In(language)} {limit.Maximum} ({limit.Name}: {limit.Value}).") { Extensions = limit.ToExtensions() };
}
