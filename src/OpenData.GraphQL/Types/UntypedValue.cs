using System.Globalization;
using System.Text.Json;
using OpenData.GraphQL.Language;

namespace OpenData.GraphQL.Types;

/// <summary>Values of no known type as plain objects: bool, int, double, string, list, dictionary.</summary>
/// <remarks>What a custom scalar takes when it says nothing else. Specification 3.5 (Scalars), Input Coercion.</remarks>
public static class UntypedValue
{
    public static object? From(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt32(out var i) ? i : value.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => value.EnumerateArray().Select(From).ToList(),
        JsonValueKind.Object => Object(value.EnumerateObject().Select(p => (p.Name, From(p.Value)))),
        _ => null,
    };

    public static object? From(ValueNode value) => value switch
    {
        IntValueNode n => int.TryParse(n.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var i) ? i : double.Parse(n.Value, CultureInfo.InvariantCulture),
        FloatValueNode n => double.Parse(n.Value, CultureInfo.InvariantCulture),
        StringValueNode n => n.Value,
        EnumValueNode n => n.Value,
        BooleanValueNode n => n.Value,
        ListValueNode n => n.Values.Select(From).ToList(),
        ObjectValueNode n => Object(n.Fields.Select(f => (f.Name.Value, From(f.Value)))),
        _ => null,
    };

    static Dictionary<string, object?> Object(IEnumerable<(string, object?)> fields)
    {
        var made = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in fields) made[name] = value;
        return made;
    }
}
