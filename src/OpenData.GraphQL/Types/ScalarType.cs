using System.Text.Json;
using OpenData.GraphQL.Language;

namespace OpenData.GraphQL.Types;

/// <summary>Specification 3.5 (Scalars). Each of the three ways refuses a value with a <see cref="GraphQLException"/>.</summary>
public sealed class ScalarType(string name) : NamedType(name)
{
    public override TypeKind Kind => TypeKind.Scalar;

    /// <summary>The address of the scalar's own specification. Specification 3.13.4 (@specifiedBy).</summary>
    public string? SpecifiedByUrl { get; init; }

    /// <summary>Result coercion: gives a bool, a number, a string, or lists and string-keyed dictionaries of them.</summary>
    public Func<object, object> Serialize { get; init; } = value => value;

    /// <summary>Input coercion of a variable's JSON.</summary>
    public Func<JsonElement, object?> ParseValue { get; init; } = UntypedValue.From;

    /// <summary>Input coercion of a literal; variables inside it have been replaced.</summary>
    public Func<ValueNode, object?> ParseLiteral { get; init; } = UntypedValue.From;
}
