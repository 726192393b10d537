using OpenData.GraphQL.Types;

namespace OpenData.Server.GraphQl.Shared;

/// <summary>What <c>PageInfo</c> is read from. The cursors are made only when somebody asks for them.</summary>
/// <param name="HasNextPage">Whether more follow.</param>
/// <param name="HasPreviousPage">Whether more come before.</param>
/// <param name="StartCursor">Makes the cursor of the first edge; null on an empty page.</param>
/// <param name="EndCursor">Makes the cursor of the last edge; null on an empty page.</param>
internal sealed record PageFacts(bool HasNextPage, bool HasPreviousPage, Func<string?> StartCursor, Func<string?> EndCursor)
{
    public PageFacts(bool hasNextPage, bool hasPreviousPage, string? startCursor, string? endCursor)
        : this(hasNextPage, hasPreviousPage, () => startCursor, () => endCursor)
    {
    }
}

/// <summary>The type <c>PageInfo</c> of the GraphQL Cursor Connections Specification, section 5.</summary>
internal static class PageInfoType
{
    public const string Name = "PageInfo";

    public static ObjectType Build() => new(Name, new FieldDefinition[]
    {
        new("hasNextPage", "Boolean!")
        {
            Description = "Whether more follow after this page.",
            Resolve = context => new(((PageFacts)context.Source!).HasNextPage),
        },
        new("hasPreviousPage", "Boolean!")
        {
            Description = "Whether more come before this page.",
            Resolve = context => new(((PageFacts)context.Source!).HasPreviousPage),
        },
        new("startCursor", "String")
        {
            Description = "The cursor of the page's first edge, for `before`.",
            Resolve = context => new(((PageFacts)context.Source!).StartCursor()),
        },
        new("endCursor", "String")
        {
            Description = "The cursor of the page's last edge, for `after`.",
            Resolve = context => new(((PageFacts)context.Source!).EndCursor()),
        },
    })
    {
        Description = "ข้อมูลของหน้าปัจจุบัน ใช้เลื่อนไปหน้าถัดไปหรือก่อนหน้า · Where a page stands among the others.",
    };
}
