using OpenData.GraphQL.Execution;
using OpenData.GraphQL.Language;

namespace OpenData.GraphQL.Types;

/// <summary>A schema's description of itself. Specification 4 (Introspection); the sentences are those of graphql-js.</summary>
internal static partial class Introspection
{
    /// <summary>Apart, because the order in which the parts of this class are initialised is not known.</summary>
    static class Ref
    {
        public static readonly TypeRef String = TypeRef.Named("String");
        public static readonly TypeRef Boolean = TypeRef.Named("Boolean");
        public static readonly TypeRef Type = TypeRef.Named("__Type");
    }

    /// <summary>Specification 4.1 (Type Name Introspection).</summary>
    public static readonly FieldDefinition TypeNameField = new("__typename", Ref.String.NonNull())
    {
        Description = "The name of the current Object type at runtime.",
        Resolve = context => new(context.Field.ParentType.Name),
    };

    /// <summary>Specification 4.2 (Schema Introspection).</summary>
    public static readonly FieldDefinition SchemaField = new("__schema", TypeRef.Named("__Schema").NonNull())
    {
        Description = "Access the current type schema of this server.",
        Resolve = context => new(context.Schema),
    };

    /// <inheritdoc cref="SchemaField"/>
    public static readonly FieldDefinition TypeField = new("__type", Ref.Type)
    {
        Description = "Request the type information of a single type.",
        Arguments = [new InputValue("name", Ref.String.NonNull())],
        Resolve = context => new(context.Schema.Type(context.Arguments.Get<string>("name")!)),
    };

    static readonly NamedType SchemaType = new ObjectType("__Schema", new[]
    {
        Field("description", Ref.String, null, (s, _) => ((Schema)s).Options.Description),
        Field("types", Ref.Type.NonNull().List().NonNull(), "A list of all types supported by this server.", (s, _) => Listed((Schema)s)),
        Field("queryType", Ref.Type.NonNull(), "The type that query operations will be rooted at.", (s, _) => ((Schema)s).QueryType),
        Field("mutationType", Ref.Type, "If this server supports mutation, the type that mutation operations will be rooted at.", (s, _) => ((Schema)s).MutationType),
        Field("subscriptionType", Ref.Type, "If this server support subscription, the type that subscription operations will be rooted at.", (s, _) => ((Schema)s).SubscriptionType),
        Field("directives", TypeRef.Named("__Directive").NonNull().List().NonNull(), "A list of all directives supported by this server.", (s, _) => ((Schema)s).Directives),
    })
    {
        Description = "A GraphQL Schema defines the capabilities of a GraphQL server. It exposes all available types and directives on the server, as well as the entry points for query, mutation, and subscription operations.",
    };

    static readonly NamedType DirectiveType = new ObjectType("__Directive", new[]
    {
        Field("name", Ref.String.NonNull(), null, (d, _) => ((DirectiveDefinition)d).Name),
        Field("description", Ref.String, null, (d, _) => ((DirectiveDefinition)d).Description),
        Field("isRepeatable", Ref.Boolean.NonNull(), null, (d, _) => ((DirectiveDefinition)d).IsRepeatable),
        Field("locations", TypeRef.Named("__DirectiveLocation").NonNull().List().NonNull(), null, (d, _) => ((DirectiveDefinition)d).Locations),
        Deprecatable("args", TypeRef.Named("__InputValue").NonNull().List().NonNull(), (d, _) => ((DirectiveDefinition)d).Arguments, (InputValue a) => a.DeprecationReason),
    })
    {
        Description = "A Directive provides a way to describe alternate runtime execution and type validation behavior in a GraphQL document.\n\nIn some cases, you need to provide options to alter GraphQL's execution behavior in ways field arguments will not suffice, such as conditionally including or skipping a field. Directives provide this by describing additional information to the executor.",
    };

    static readonly NamedType LocationType = new EnumType("__DirectiveLocation", [.. DirectiveLocations.All.Select(l => new EnumValue(l.Name) { Description = l.Description })])
    {
        Description = "A Directive can be adjacent to many parts of the GraphQL language, a __DirectiveLocation describes one such possible adjacencies.",
    };

    static readonly NamedType FieldType = new ObjectType("__Field", new[]
    {
        Field("name", Ref.String.NonNull(), null, (f, _) => ((FieldDefinition)f).Name),
        Field("description", Ref.String, null, (f, _) => ((FieldDefinition)f).Description),
        Deprecatable("args", TypeRef.Named("__InputValue").NonNull().List().NonNull(), (f, _) => ((FieldDefinition)f).Arguments, (InputValue a) => a.DeprecationReason),
        Field("type", Ref.Type.NonNull(), null, (f, s) => TypeOf(s, ((FieldDefinition)f).Type)),
        Field("isDeprecated", Ref.Boolean.NonNull(), null, (f, _) => ((FieldDefinition)f).DeprecationReason is not null),
        Field("deprecationReason", Ref.String, null, (f, _) => ((FieldDefinition)f).DeprecationReason),
    })
    {
        Description = "Object and Interface types are described by a list of Fields, each of which has a name, potentially a list of arguments, and a return type.",
    };

    static readonly NamedType InputValueType = new ObjectType("__InputValue", new[]
    {
        Field("name", Ref.String.NonNull(), null, (v, _) => ((InputValue)v).Name),
        Field("description", Ref.String, null, (v, _) => ((InputValue)v).Description),
        Field("type", Ref.Type.NonNull(), null, (v, s) => TypeOf(s, ((InputValue)v).Type)),
        Field("defaultValue", Ref.String, "A GraphQL-formatted string representing the default value for this input value.", (v, _) => ((InputValue)v).DefaultValue is { } value ? Printer.Print(value) : null),
        Field("isDeprecated", Ref.Boolean.NonNull(), null, (v, _) => ((InputValue)v).DeprecationReason is not null),
        Field("deprecationReason", Ref.String, null, (v, _) => ((InputValue)v).DeprecationReason),
    })
    {
        Description = "Arguments provided to Fields or Directives and the input fields of an InputObject are represented as Input Values which describe their type and optionally a default value.",
    };

    static readonly NamedType EnumValueType = new ObjectType("__EnumValue", new[]
    {
        Field("name", Ref.String.NonNull(), null, (v, _) => ((EnumValue)v).Name),
        Field("description", Ref.String, null, (v, _) => ((EnumValue)v).Description),
        Field("isDeprecated", Ref.Boolean.NonNull(), null, (v, _) => ((EnumValue)v).DeprecationReason is not null),
        Field("deprecationReason", Ref.String, null, (v, _) => ((EnumValue)v).DeprecationReason),
    })
    {
        Description = "One possible value for a given Enum. Enum values are unique values, not a placeholder for a string or numeric value. However an Enum value is returned in a JSON response as a string.",
    };

    /// <summary>In the order introspection lists them: each type before those it refers to first.</summary>
    public static IReadOnlyList<NamedType> Types => [SchemaType, TypeTypeDefinition, TypeKindType, FieldType, InputValueType, EnumValueType, DirectiveType, LocationType];

    static FieldDefinition Field(string name, TypeRef type, string? description, Func<object, Schema, object?> read) =>
        new(name, type) { Description = description, Resolve = context => new(read(context.Source!, context.Schema)) };

    /// <summary>A list that leaves out what is deprecated unless it is asked for.</summary>
    static FieldDefinition Deprecatable<T>(string name, TypeRef type, Func<object, Schema, IEnumerable<T>?> read, Func<T, string?> reason) => new(name, type)
    {
        Arguments = [new InputValue("includeDeprecated", Ref.Boolean.NonNull()) { DefaultValue = new BooleanValueNode(false) }],
        Resolve = context => new(read(context.Source!, context.Schema) is not { } all ? null
            : context.Arguments.Get<bool>("includeDeprecated") ? all.ToArray() : all.Where(i => reason(i) is null).ToArray()),
    };

    static IReadOnlyList<NamedType> Listed(Schema schema)
    {
        var (types, most) = (schema.TypeCount, schema.Options.MaxListedTypes);
        if (types <= most) return ReachableTypes.Of(schema);
        throw new GraphQLException($"The schema has too many types to list: {types}, the most is {most}. {schema.Options.TooManyTypesHint}".TrimEnd())
        {
            Extensions = new RefusedLimit("listedTypes", types, most).ToExtensions(),
        };
    }

    /// <summary>What stands for a reference: the named type itself, or the reference where it is a wrapper.</summary>
    static object? TypeOf(Schema schema, TypeRef type) => type.OfType is null ? schema.Type(type.Name) : type;
}
