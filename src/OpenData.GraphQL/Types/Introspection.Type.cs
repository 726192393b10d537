namespace OpenData.GraphQL.Types;

/// <summary>Specification 4.2.2 (The __Type Type). A named type stands for itself; a wrapper is a <see cref="TypeRef"/>.</summary>
internal static partial class Introspection
{
    static readonly NamedType TypeTypeDefinition = new ObjectType("__Type", new[]
    {
        Field("kind", TypeRef.Named("__TypeKind").NonNull(), null, (t, _) => KindName(t)),
        Field("name", Ref.String, null, (t, _) => (t as NamedType)?.Name),
        Field("description", Ref.String, null, (t, _) => (t as NamedType)?.Description),
        Field("specifiedByURL", Ref.String, null, (t, _) => (t as ScalarType)?.SpecifiedByUrl),
        Deprecatable("fields", TypeRef.Named("__Field").NonNull().List(), (t, s) => t is FieldsType type ? s.Fields(type) : null, (FieldDefinition f) => f.DeprecationReason),
        Field("interfaces", Ref.Type.NonNull().List(), null, (t, s) => (t as FieldsType)?.Interfaces.Where(s.Has).Select(s.Type).ToArray()),
        Field("possibleTypes", Ref.Type.NonNull().List(), null, (t, s) => t is NamedType { IsAbstract: true } type ? s.PossibleTypes(type).Select(s.Type).ToArray() : null),
        Deprecatable("enumValues", TypeRef.Named("__EnumValue").NonNull().List(), (t, _) => (t as EnumType)?.Values, (EnumValue v) => v.DeprecationReason),
        Deprecatable("inputFields", TypeRef.Named("__InputValue").NonNull().List(), (t, _) => (t as InputObjectType)?.Fields, (InputValue f) => f.DeprecationReason),
        Field("ofType", Ref.Type, null, (t, s) => t is TypeRef { OfType: { } inner } ? TypeOf(s, inner) : null),
        Field("isOneOf", Ref.Boolean, null, (t, _) => (t as InputObjectType)?.IsOneOf),
    })
    {
        Description = "The fundamental unit of any GraphQL Schema is the type. There are many kinds of types in GraphQL as represented by the `__TypeKind` enum.\n\nDepending on the kind of a type, certain fields describe information about that type. Scalar types provide no information beyond a name, description and optional `specifiedByURL`, while Enum types provide their values. Object and Interface types provide the fields they describe. Abstract types, Union and Interface, provide the Object types possible at runtime. List and NonNull types compose other types.",
    };

    static readonly NamedType TypeKindType = new EnumType("__TypeKind",
    [
        new("SCALAR") { Description = "Indicates this type is a scalar." },
        new("OBJECT") { Description = "Indicates this type is an object. `fields` and `interfaces` are valid fields." },
        new("INTERFACE") { Description = "Indicates this type is an interface. `fields`, `interfaces`, and `possibleTypes` are valid fields." },
        new("UNION") { Description = "Indicates this type is a union. `possibleTypes` is a valid field." },
        new("ENUM") { Description = "Indicates this type is an enum. `enumValues` is a valid field." },
        new("INPUT_OBJECT") { Description = "Indicates this type is an input object. `inputFields` is a valid field." },
        new("LIST") { Description = "Indicates this type is a list. `ofType` is a valid field." },
        new("NON_NULL") { Description = "Indicates this type is a non-null. `ofType` is a valid field." },
    ])
    {
        Description = "An enum describing what kind of type a given `__Type` is.",
    };

    static string KindName(object type) => type switch
    {
        ScalarType => "SCALAR",
        ObjectType => "OBJECT",
        InterfaceType => "INTERFACE",
        UnionType => "UNION",
        EnumType => "ENUM",
        InputObjectType => "INPUT_OBJECT",
        TypeRef { IsNonNull: true } => "NON_NULL",
        _ => "LIST",
    };
}
