namespace OpenData.GraphQL.Types;

/// <summary>The kinds of types. Specification 4.2.2 (The __Type Type), __TypeKind.</summary>
public enum TypeKind { Scalar, Object, Interface, Union, Enum, InputObject, List, NonNull }

/// <summary>A type with a name. Specification 3.4 (Types).</summary>
public abstract class NamedType(string name)
{
    public string Name { get; } = name;

    public abstract TypeKind Kind { get; }

    /// <summary>Markdown shown by introspection and consoles. Specification 3.1.1 (Type System Descriptions).</summary>
    public string? Description { get; init; }

    /// <summary>The module that built the type, so that a plan knows what it rests on.</summary>
    internal ModuleEntry? Owner { get; set; }

    public bool IsInput => Kind is TypeKind.Scalar or TypeKind.Enum or TypeKind.InputObject;

    public bool IsLeaf => Kind is TypeKind.Scalar or TypeKind.Enum;

    public bool IsAbstract => Kind is TypeKind.Interface or TypeKind.Union;

    public bool IsComposite => Kind is TypeKind.Object or TypeKind.Interface or TypeKind.Union;

    public bool IsOutput => IsLeaf || IsComposite;

    public override string ToString() => Name;
}

/// <summary>What objects and interfaces share: fields and the interfaces they implement.</summary>
public abstract class FieldsType(string name, FieldMap fields) : NamedType(name)
{
    public FieldMap Fields { get; } = fields;

    /// <summary>Names of the interfaces the type says it implements, those of its interfaces included.</summary>
    public IReadOnlyList<string> Interfaces { get; init; } = [];
}

/// <summary>Specification 3.6 (Objects).</summary>
public sealed class ObjectType(string name, FieldMap fields) : FieldsType(name, fields)
{
    public override TypeKind Kind => TypeKind.Object;

    /// <summary>Whether a value is of this type; asked when an abstract type has no <see cref="InterfaceType.ResolveType"/>.</summary>
    public Func<object, bool>? IsTypeOf { get; init; }
}

/// <summary>Specification 3.7 (Interfaces).</summary>
public sealed class InterfaceType(string name, FieldMap fields) : FieldsType(name, fields)
{
    public override TypeKind Kind => TypeKind.Interface;

    /// <summary>Gives the name of the object type a value is of. Specification 6.4.3, ResolveAbstractType().</summary>
    public Func<object, string?>? ResolveType { get; init; }
}

/// <summary>Specification 3.8 (Unions).</summary>
public sealed class UnionType(string name, IReadOnlyList<string> types) : NamedType(name)
{
    public override TypeKind Kind => TypeKind.Union;

    public IReadOnlyList<string> Types { get; } = types;

    /// <inheritdoc cref="InterfaceType.ResolveType"/>
    public Func<object, string?>? ResolveType { get; init; }
}

/// <summary>Specification 3.10 (Input Objects).</summary>
public sealed class InputObjectType(string name, IReadOnlyList<InputValue> fields) : NamedType(name)
{
    readonly Dictionary<string, InputValue> byName = fields.ToDictionary(f => f.Name, StringComparer.Ordinal);

    public override TypeKind Kind => TypeKind.InputObject;

    public IReadOnlyList<InputValue> Fields { get; } = fields;

    /// <summary>Exactly one field must be given, and not null. Specification 3.10.1 (OneOf Input Objects).</summary>
    public bool IsOneOf { get; init; }

    public InputValue? Field(string name) => byName.GetValueOrDefault(name);
}
