using System.Collections;
using System.Collections.Concurrent;

namespace OpenData.GraphQL.Types;

/// <summary>The fields of a type in order; a field may be built only when it is first asked for.</summary>
public sealed class FieldMap : IEnumerable<FieldDefinition>
{
    readonly ConcurrentDictionary<string, FieldDefinition> built = new(StringComparer.Ordinal);
    readonly Func<IEnumerable<string>> names;
    readonly Func<string, FieldDefinition?>? build;

    public FieldMap(IReadOnlyList<FieldDefinition> fields)
    {
        var order = fields.Select(f => f.Name).ToArray();
        names = () => order;
        foreach (var field in fields)
            if (!built.TryAdd(field.Name, field)) throw new ArgumentException($"Field \"{field.Name}\" is defined twice.", nameof(fields));
    }

    /// <param name="names">The names of all fields, in order.</param>
    /// <param name="build">Gives the field of a name, or null when there is none.</param>
    public FieldMap(Func<IEnumerable<string>> names, Func<string, FieldDefinition?> build) => (this.names, this.build) = (names, build);

    public IEnumerable<string> Names => names();

    public FieldDefinition? this[string name]
    {
        get
        {
            if (built.TryGetValue(name, out var field) || build is null) return field;
            return build(name) is { } made ? built.GetOrAdd(name, made) : null;
        }
    }

    public IEnumerator<FieldDefinition> GetEnumerator() => Names.Select(n => this[n]!).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public static implicit operator FieldMap(FieldDefinition[] fields) => new(fields);
}
