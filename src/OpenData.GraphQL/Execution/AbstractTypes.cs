using OpenData.GraphQL.Text;
using OpenData.GraphQL.Types;

namespace OpenData.GraphQL.Execution;

/// <summary>Finds the object type of a value. Specification 6.4.3, ResolveAbstractType().</summary>
internal static class AbstractTypes
{
    public static ObjectType RuntimeType(Schema schema, FieldPlan field, object value)
    {
        if (field.ReturnType is ObjectType known)
            return known.IsTypeOf is not { } isTypeOf || isTypeOf(value) ? known
                : throw new GraphQLException($"Expected value of type \"{known}\" but got: {Inspect.Value(value)}.");
        var type = field.ReturnType;
        var name = (type is InterfaceType i ? i.ResolveType : ((UnionType)type).ResolveType)?.Invoke(value) ?? Ask(schema, type, value)
            ?? throw new GraphQLException($"Abstract type \"{type}\" must resolve to an Object type at runtime for field \"{field.ParentType.Name}.{field.Name}\". Either the \"{type}\" type should provide a \"resolveType\" function or each possible type should provide an \"isTypeOf\" function.");
        return schema.Type(name) switch
        {
            null => throw new GraphQLException($"Abstract type \"{type}\" was resolved to a type \"{name}\" that does not exist inside the schema."),
            ObjectType found => schema.IsSubType(type, name) ? found
                : throw new GraphQLException($"Runtime Object type \"{name}\" is not a possible type for \"{type}\"."),
            _ => throw new GraphQLException($"Abstract type \"{type}\" was resolved to a non-object type \"{name}\"."),
        };
    }

    /// <summary>What the value says of itself, else the first possible type that takes it.</summary>
    static string? Ask(Schema schema, NamedType type, object value)
    {
        if (value is IReadOnlyDictionary<string, object?> map && map.GetValueOrDefault("__typename") is string named) return named;
        return schema.PossibleTypes(type).FirstOrDefault(n => (schema.Type(n) as ObjectType)?.IsTypeOf?.Invoke(value) == true);
    }
}
