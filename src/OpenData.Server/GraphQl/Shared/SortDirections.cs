using OpenData.GraphQL.Types;

namespace OpenData.Server.GraphQl.Shared;

/// <summary>The two directions of an order, named as HotChocolate names them.</summary>
internal static class SortDirections
{
    public const string Name = "SortEnumType";
    public const string Ascending = "ASC";
    public const string Descending = "DESC";

    public static EnumType Build() => new(Name,
    [
        new EnumValue(Ascending) { Description = "จากน้อยไปมาก ค่าว่างมาก่อน · The least first; empty values come before all others." },
        new EnumValue(Descending) { Description = "จากมากไปน้อย ค่าว่างอยู่ท้าย · The greatest first; empty values come after all others." },
    ])
    {
        Description = "ทิศทางการเรียงลำดับ · The direction of an order.",
    };
}
