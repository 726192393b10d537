using OpenData.GraphQL.Language;

namespace OpenData.GraphQL.Types;

/// <summary>A type as it is referred to: a name, wrapped in lists and non-nulls. The name is looked up in a schema when the type is needed.</summary>
/// <remarks>Specification 2.12 (Type References). Two references are equal when they are written alike.</remarks>
public sealed class TypeRef : IEquatable<TypeRef>
{
    readonly string text;

    TypeRef(string text, string name, TypeRef? ofType, bool isNonNull) => (this.text, Name, OfType, IsNonNull) = (text, name, ofType, isNonNull);

    /// <summary>The name inside all wrappers.</summary>
    public string Name { get; }

    /// <summary>What a list or a non-null wraps; null for a name.</summary>
    public TypeRef? OfType { get; }

    public bool IsNonNull { get; }

    public bool IsList => OfType is not null && !IsNonNull;

    /// <summary>The type without its outermost non-null.</summary>
    public TypeRef Nullable => IsNonNull ? OfType! : this;

    public static TypeRef Named(string name) => new(name, name, null, false);

    public TypeRef List() => new($"[{text}]", Name, this, false);

    public TypeRef NonNull() => IsNonNull ? this : new(text + "!", Name, this, true);

    /// <summary>Reads a reference such as <c>[String!]!</c>.</summary>
    public static TypeRef Parse(string text) => From(Parser.ParseType(text));

    public static TypeRef From(TypeNode node) => node switch
    {
        ListTypeNode list => From(list.Type).List(),
        NonNullTypeNode nonNull => From(nonNull.Type).NonNull(),
        _ => Named(((NamedTypeNode)node).Name.Value),
    };

    public static implicit operator TypeRef(string text) => Parse(text);

    public bool Equals(TypeRef? other) => other is not null && text == other.text;

    public override bool Equals(object? obj) => Equals(obj as TypeRef);

    public override int GetHashCode() => text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => text;
}
