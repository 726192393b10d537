using System.Text.Json;
using OpenData.GraphQL.Language;
using OpenData.GraphQL.Text;

namespace OpenData.GraphQL.Types;

/// <summary>Specification 3.9 (Enums).</summary>
public sealed class EnumType : NamedType
{
    readonly Dictionary<string, EnumValue> byName;
    readonly Dictionary<object, EnumValue> byValue;

    public EnumType(string name, IReadOnlyList<EnumValue> values) : base(name)
    {
        Values = values;
        byName = values.ToDictionary(v => v.Name, StringComparer.Ordinal);
        byValue = values.ToDictionary(v => v.Value);
    }

    public override TypeKind Kind => TypeKind.Enum;

    public IReadOnlyList<EnumValue> Values { get; }

    /// <summary>The name of an inner value, as the response carries it. Specification 3.9, Result Coercion.</summary>
    public string Serialize(object value) => byValue.TryGetValue(value, out var found) ? found.Name
        : throw new GraphQLException($"Enum \"{Name}\" cannot represent value: {Inspect.Value(value)}");

    /// <summary>Specification 3.9, Input Coercion, of a variable's JSON.</summary>
    public object ParseValue(JsonElement value, SuggestionBudget suggestions)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            var shown = Inspect.Value(value);
            throw new GraphQLException($"Enum \"{Name}\" cannot represent non-string value: {shown}.{DidYouMean(shown, suggestions)}");
        }
        var name = value.GetString()!;
        return byName.TryGetValue(name, out var found) ? found.Value
            : throw new GraphQLException($"Value \"{name}\" does not exist in \"{Name}\" enum.{DidYouMean(name, suggestions)}");
    }

    /// <summary>Specification 3.9, Input Coercion, of a literal.</summary>
    public object ParseLiteral(ValueNode value, SuggestionBudget suggestions)
    {
        var shown = Printer.Print(value);
        if (value is not EnumValueNode)
            throw new GraphQLException($"Enum \"{Name}\" cannot represent non-enum value: {shown}.{DidYouMean(shown, suggestions)}", [value]);
        return byName.TryGetValue(shown, out var found) ? found.Value
            : throw new GraphQLException($"Value \"{shown}\" does not exist in \"{Name}\" enum.{DidYouMean(shown, suggestions)}", [value]);
    }

    string DidYouMean(string unknown, SuggestionBudget suggestions) => suggestions.DidYouMean(unknown, byName.Keys, "the enum value");
}

/// <summary>One value of an enum.</summary>
public sealed class EnumValue(string name)
{
    public string Name { get; } = name;

    public string? Description { get; init; }

    public string? DeprecationReason { get; init; }

    /// <summary>What resolvers give and get for it; the name when nothing else is said.</summary>
    public object Value { get; init; } = name;
}
