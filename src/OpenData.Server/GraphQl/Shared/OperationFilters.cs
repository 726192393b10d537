using OpenData.GraphQL.Types;

namespace OpenData.Server.GraphQl.Shared;

/// <summary>The inputs that compare one value, with the names and operators of HotChocolate.</summary>
internal static class OperationFilters
{
    private static readonly (string Name, string Description)[] Equal =
    [
        ("eq", "The value is this one; `null` finds empty values."),
        ("neq", "The value is another; an empty value is another than every value. `null` finds values that are not empty."),
    ];

    private static readonly (string Name, string Description)[] Listed =
    [
        ("in", "The value is one of these."),
        ("nin", "The value is none of these."),
    ];

    private static readonly (string Name, string Description)[] Ordered =
    [
        ("gt", "The value is greater."),
        ("ngt", "The value is not greater, or empty."),
        ("gte", "The value is greater or equal."),
        ("ngte", "The value is not greater or equal, or empty."),
        ("lt", "The value is less."),
        ("nlt", "The value is not less, or empty."),
        ("lte", "The value is less or equal."),
        ("nlte", "The value is not less or equal, or empty."),
    ];

    private static readonly (string Name, string Description)[] Matched =
    [
        ("contains", "The text contains this; letters A–Z compare without case."),
        ("ncontains", "The text does not contain this, or is empty."),
        ("startsWith", "The text starts with this; letters A–Z compare without case."),
        ("nstartsWith", "The text does not start with this, or is empty."),
        ("endsWith", "The text ends with this; letters A–Z compare without case."),
        ("nendsWith", "The text does not end with this, or is empty."),
    ];

    /// <summary>The name of the filter of a scalar.</summary>
    public static string NameOf(string scalar) => scalar == "UUID" ? "UuidOperationFilterInput" : scalar + "OperationFilterInput";

    /// <summary>A filter of values that have no order.</summary>
    public static InputObjectType Equality(string scalar) => Build(scalar, [.. One(scalar, Equal), .. scalar == "UUID" ? Several(scalar) : []]);

    /// <summary>A filter of values that have an order.</summary>
    public static InputObjectType Comparable(string scalar) => Build(scalar, [.. One(scalar, Equal), .. Several(scalar), .. One(scalar, Ordered)]);

    /// <summary>The filter of texts; theirs is the only one that joins conditions on one value, as HotChocolate has it.</summary>
    public static InputObjectType Text()
    {
        var name = NameOf("String");
        return Build("String",
        [
            new InputValue("and", TypeRef.Named(name).NonNull().List()) { Description = "All of these hold." },
            new InputValue("or", TypeRef.Named(name).NonNull().List()) { Description = "At least one of these holds." },
            .. One("String", Equal),
            .. One("String", Matched),
            .. Several("String"),
            .. One("String", Ordered),
        ]);
    }

    private static InputObjectType Build(string scalar, IReadOnlyList<InputValue> fields) =>
        new(NameOf(scalar), fields) { Description = $"Conditions on a value of type {scalar}; all that are given have to hold." };

    private static IEnumerable<InputValue> One(string scalar, IEnumerable<(string Name, string Description)> operators) =>
        operators.Select(o => new InputValue(o.Name, TypeRef.Named(scalar)) { Description = o.Description });

    private static IEnumerable<InputValue> Several(string scalar) =>
        Listed.Select(o => new InputValue(o.Name, TypeRef.Named(scalar).List()) { Description = o.Description });
}
