using OpenData.GraphQL.Types;

namespace OpenData.GraphQL.Validation.TypeSystem;

/// <summary>Finds input objects that no finite value can be given for: each would need another of its kind inside it. Specification 3.10, Circular References.</summary>
internal sealed class FiniteInputs
{
    readonly Dictionary<string, List<(InputValue Field, string Target)>> targets = new(StringComparer.Ordinal);
    readonly HashSet<string> finite = new(StringComparer.Ordinal);
    readonly HashSet<string> visited = new(StringComparer.Ordinal);
    readonly List<(string Type, string Field)> path = [];
    readonly List<string> faults = [];

    public static IReadOnlyList<string> Faults(Schema schema, IEnumerable<InputObjectType> inputs)
    {
        var search = new FiniteInputs();
        var all = inputs.ToArray();
        foreach (var input in all) search.targets[input.Name] = [.. input.Fields.Where(f => Needs(schema, input, f)).Select(f => (f, f.Type.Name))];
        search.Settle(all);
        foreach (var input in all) search.Follow(input.Name);
        return search.faults;
    }

    /// <summary>A field without which there is no value: non-null and no list; of a one-of object any of them may be the one.</summary>
    static bool Needs(Schema schema, InputObjectType input, InputValue field) =>
        (input.IsOneOf || field.Type.IsNonNull) && !field.Type.Nullable.IsList && schema.Type(field.Type.Name) is InputObjectType;

    void Settle(IReadOnlyList<InputObjectType> all)
    {
        bool HasFinite(InputObjectType input)
        {
            var needed = targets[input.Name];
            return input.IsOneOf ? input.Fields.Count == 0 || needed.Count < input.Fields.Count || needed.Exists(t => finite.Contains(t.Target)) : needed.TrueForAll(t => finite.Contains(t.Target));
        }

        while (all.FirstOrDefault(i => !finite.Contains(i.Name) && HasFinite(i)) is { } found) finite.Add(found.Name);
    }

    void Follow(string type)
    {
        if (finite.Contains(type) || !visited.Add(type)) return;
        foreach (var (field, target) in targets[type].Where(t => targets.ContainsKey(t.Target) && !finite.Contains(t.Target)))
        {
            path.Add((type, $"{type}.{field.Name}"));
            var start = path.FindIndex(p => p.Type == target);
            if (start >= 0) faults.Add($"Input Object {target} cannot be provided a finite value because it references itself through fields: {string.Join(", ", path.Skip(start).Select(p => p.Field))}.");
            else Follow(target);
            path.RemoveAt(path.Count - 1);
        }
    }
}
