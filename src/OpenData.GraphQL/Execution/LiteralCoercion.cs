using OpenData.GraphQL.Language;
using OpenData.GraphQL.Text;
using OpenData.GraphQL.Types;

namespace OpenData.GraphQL.Execution;

/// <summary>Turns literals into values. Specification 3.4.1 and the Input Coercion of each kind of type.</summary>
internal static class LiteralCoercion
{
    /// <summary>What comes out when the literal does not fit; <see cref="LiteralValidation"/> says why.</summary>
    public static readonly object Undefined = new();

    public static object? Coerce(Schema schema, ValueNode node, TypeRef type, VariableValues variables)
    {
        if (node is VariableNode variable)
        {
            if (!variables.Coerced.TryGetValue(variable.Name.Value, out var value)) return Undefined;
            return value is null && type.IsNonNull ? Undefined : value;
        }
        if (type.IsNonNull) return node is NullValueNode ? Undefined : Coerce(schema, node, type.OfType!, variables);
        if (node is NullValueNode) return null;
        if (type.IsList) return List(schema, node, type.OfType!, variables);
        return schema.Type(type.Name) switch
        {
            InputObjectType input => node is ObjectValueNode map ? Object(schema, map, input, variables) : Undefined,
            EnumType enumType => Leaf(() => enumType.ParseLiteral(variables.Replace(node), SuggestionBudget.None)),
            ScalarType scalar => Leaf(() => scalar.ParseLiteral(variables.Replace(node))),
            _ => Undefined,
        };
    }

    static object? List(Schema schema, ValueNode node, TypeRef itemType, VariableValues variables)
    {
        if (node is not ListValueNode list)
        {
            var single = Coerce(schema, node, itemType, variables);
            return single == Undefined ? Undefined : new List<object?> { single };
        }
        var items = new List<object?>(list.Values.Count);
        foreach (var itemNode in list.Values)
        {
            var item = Coerce(schema, itemNode, itemType, variables);
            if (item == Undefined)
            {
                // A missing variable inside a list is null there. Specification 3.11 (List), Input Coercion.
                if (itemNode is not VariableNode || itemType.IsNonNull) return Undefined;
                item = null;
            }
            items.Add(item);
        }
        return items;
    }

    static object Object(Schema schema, ObjectValueNode map, InputObjectType type, VariableValues variables)
    {
        var given = new Dictionary<string, ValueNode>(StringComparer.Ordinal);
        foreach (var field in map.Fields)
        {
            if (type.Field(field.Name.Value) is null) return Undefined;
            given[field.Name.Value] = field.Value;
        }
        var coerced = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var field in type.Fields)
        {
            var isGiven = given.TryGetValue(field.Name, out var node) && !(node is VariableNode variable && variables.IsMissing(variable));
            if (!isGiven && field.IsRequired) return Undefined;
            if (!isGiven && field.DefaultValue is null) continue;
            var value = isGiven ? Coerce(schema, node!, field.Type, variables) : Default(schema, field);
            if (value == Undefined) return Undefined;
            coerced[field.Name] = value;
        }
        if (type.IsOneOf && (given.Count != 1 || coerced.Count != 1 || coerced.Values.Single() is null)) return Undefined;
        return coerced;
    }

    public static object? Default(Schema schema, InputValue value)
    {
        var coerced = Coerce(schema, value.DefaultValue!, value.Type, VariableValues.None);
        return coerced != Undefined ? coerced
            : throw new InvalidOperationException($"Expected value of type \"{value.Type}\" to be valid, found: {Printer.Print(value.DefaultValue!)}.");
    }

    static object? Leaf(Func<object?> parse)
    {
        try
        {
            return parse();
        }
        catch (GraphQLException)
        {
            return Undefined;
        }
    }
}
