using OpenData.GraphQL.Language;
using OpenData.GraphQL.Types;

namespace OpenData.GraphQL.Validation.TypeSystem;

/// <summary>Finds default values that are made of themselves. Specification 3.10, InputObjectDefaultValueHasCycle().</summary>
internal sealed class DefaultCycles(Schema schema, Action<string> report)
{
    static readonly ObjectValueNode Empty = new([]);
    readonly HashSet<string> visited = new(StringComparer.Ordinal);
    readonly List<string> path = [];

    public void Check(InputObjectType type) => Value(type, Empty);

    void Value(InputObjectType type, ValueNode value)
    {
        if (value is ListValueNode list)
        {
            foreach (var item in list.Values) Value(type, item);
            return;
        }
        if (value is not ObjectValueNode map) return;
        foreach (var field in type.Fields)
        {
            if (schema.Type(field.Type.Name) is not InputObjectType inner) continue;
            if (map.Fields.FirstOrDefault(f => f.Name.Value == field.Name) is { } given) Value(inner, given.Value);
            else Field(field, inner, $"{type}.{field.Name}");
        }
    }

    void Field(InputValue field, InputObjectType inner, string coordinate)
    {
        if (field.DefaultValue is not { } value) return;
        if (path.IndexOf(coordinate) is >= 0 and var start)
        {
            var via = path.Skip(start + 1).ToArray();
            report($"Invalid circular reference. The default value of Input Object field {coordinate} references itself{(via.Length > 0 ? $" via the default values of: {string.Join(", ", via)}" : "")}.");
            return;
        }
        if (!visited.Add(coordinate)) return;
        path.Add(coordinate);
        Value(inner, value);
        path.RemoveAt(path.Count - 1);
    }
}
