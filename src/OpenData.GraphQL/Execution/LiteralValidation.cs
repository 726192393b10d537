using OpenData.GraphQL.Language;
using OpenData.GraphQL.Text;
using OpenData.GraphQL.Types;

namespace OpenData.GraphQL.Execution;

/// <summary>Says what is wrong with a literal. Specification 5.6.1 (Values of Correct Type); with variables, also what is wrong with theirs at run time.</summary>
internal sealed class LiteralValidation(Schema schema, SuggestionBudget suggestions, VariableValues? variables, Action<string, Node, InputPath?> onError)
{
    public void Validate(ValueNode node, TypeRef type, InputPath? path = null)
    {
        if (node is VariableNode variable)
        {
            if (variables is null || !type.IsNonNull) return;
            if (variables.IsMissing(variable)) onError($"Expected variable \"${variable.Name.Value}\" provided to type \"{type}\" to provide a runtime value.", node, path);
            else if (variables.Coerced[variable.Name.Value] is null) onError($"Expected variable \"${variable.Name.Value}\" provided to non-null type \"{type}\" not to be null.", node, path);
            return;
        }
        if (type.IsNonNull)
        {
            if (node is NullValueNode) onError($"Expected value of non-null type \"{type}\" not to be null.", node, path);
            else Validate(node, type.OfType!, path);
            return;
        }
        if (node is NullValueNode) return;
        if (type.IsList)
        {
            if (node is not ListValueNode list) Validate(node, type.OfType!, path);
            else
                for (var i = 0; i < list.Values.Count; i++) Validate(list.Values[i], type.OfType!, new InputPath(path, i));
            return;
        }
        switch (schema.Type(type.Name))
        {
            case InputObjectType input: Object(node, input, path); break;
            case EnumType enumType: Leaf(enumType, () => enumType.ParseLiteral(Replaced(node), suggestions), node, path); break;
            case ScalarType scalar: Leaf(scalar, () => scalar.ParseLiteral(Replaced(node)), node, path); break;
        }
    }

    ValueNode Replaced(ValueNode node) => (variables ?? VariableValues.None).Replace(node);

    void Object(ValueNode node, InputObjectType type, InputPath? path)
    {
        if (node is not ObjectValueNode map)
        {
            onError($"Expected value of type \"{type}\" to be an object, found: {Shown(node)}.", node, path);
            return;
        }
        var found = new Lazy<string>(() => Shown(node));
        var given = new Dictionary<string, ValueNode>(StringComparer.Ordinal);
        foreach (var field in map.Fields) given[field.Name.Value] = field.Value;
        foreach (var field in type.Fields)
        {
            if (given.TryGetValue(field.Name, out var value)) Field(map, value, field, type, path);
            else if (field.IsRequired)
                onError($"Expected value of type \"{type}\" to include required field \"{field.Name}\", found: {found.Value}.", node, path);
        }
        var known = new List<ObjectFieldNode>();
        foreach (var field in map.Fields)
        {
            if (type.Field(field.Name.Value) is not null) known.Add(field);
            else
            {
                var suggestion = suggestions.DidYouMean(field.Name.Value, type.Fields.Select(f => f.Name));
                onError($"Expected value of type \"{type}\" not to include unknown field \"{field.Name.Value}\"{(suggestion.Length > 0 ? $".{suggestion} Found" : ", found")}: {found.Value}.", field, path);
            }
        }
        if (!type.IsOneOf) return;
        if (known.Count != 1) onError(OneOfMessage(type), node, path);
        else if (known[0].Value is NullValueNode) onError(OneOfMessage(type), node, new InputPath(path, known[0].Name.Value));
    }

    void Field(ObjectValueNode map, ValueNode value, InputValue field, InputObjectType type, InputPath? path)
    {
        if (value is VariableNode variable && variables is not null)
        {
            var name = variable.Name.Value;
            var missing = variables.IsMissing(variable);
            if (type.IsOneOf && missing)
                onError($"Expected variable \"${name}\" provided to field \"{field.Name}\" for OneOf Input Object type \"{type}\" to provide a runtime value.", map, path);
            else if (type.IsOneOf && variables.Coerced[name] is null)
                onError($"Expected variable \"${name}\" provided to field \"{field.Name}\" for OneOf Input Object type \"{type}\" not to be null.", map, path);
            else if (missing && !field.IsRequired) return;
        }
        Validate(value, field.Type, new InputPath(path, field.Name));
    }

    /// <summary>A scalar of the specification names the literal it refuses; another says only why.</summary>
    void Leaf(NamedType type, Func<object?> parse, ValueNode node, InputPath? path)
    {
        try
        {
            parse();
        }
        catch (GraphQLException error) when (error.Nodes.Count > 0)
        {
            onError(error.Message, error.Nodes[0], path);
        }
        catch (GraphQLException error)
        {
            onError($"Expected value of type \"{type}\", but encountered error \"{error.Message}\"; found: {Shown(node)}.", node, path);
        }
    }

    /// <summary>The literal as written, cut where a message of a hundred would fill memory.</summary>
    static string Shown(ValueNode node)
    {
        const int most = 4000;
        var text = Printer.Print(node);
        return text.Length <= most ? text : text[..most] + "...";
    }

    internal static string OneOfMessage(InputObjectType type) =>
        $"Within OneOf Input Object type \"{type}\", exactly one field must be specified, and the value for that field must be non-null.";
}

/// <summary>Where inside an input value something stands.</summary>
internal sealed record InputPath(InputPath? Previous, object Key)
{
    /// <summary>As messages say it: <c> at .field[0]</c>; nothing for the value itself.</summary>
    public static string Print(InputPath? path)
    {
        var text = "";
        for (; path is not null; path = path.Previous) text = (path.Key is int index ? $"[{index}]" : $".{path.Key}") + text;
        return text.Length == 0 ? "" : " at " + text;
    }
}
