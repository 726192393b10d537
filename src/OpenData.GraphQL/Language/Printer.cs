namespace OpenData.GraphQL.Language;

/// <summary>Writes a syntax tree as source text, letter for letter as graphql-js <c>print</c> does.</summary>
/// <remarks>Specification 2 (Language). A document printed and read again is the same document.</remarks>
public static class Printer
{
    /// <summary>Longer than this, arguments, lists and input objects go on lines of their own.</summary>
    const int MaxLineLength = 80;

    public static string Print(Node node) => node switch
    {
        NameNode n => n.Value,
        VariableNode n => "$" + n.Name.Value,
        DocumentNode n => Join(n.Definitions, "\n\n"),
        OperationDefinitionNode n => Operation(n),
        VariableDefinitionNode n => Described(n.Description, $"{Print(n.Variable)}: {Print(n.Type)}{Wrap(" = ", n.DefaultValue)}{Wrap(" ", Join(n.Directives, " "))}"),
        SelectionSetNode n => Block(n.Selections),
        FieldNode n => Field(n),
        ArgumentNode n => $"{n.Name.Value}: {Print(n.Value)}",
        FragmentSpreadNode n => "..." + n.Name.Value + Wrap(" ", Join(n.Directives, " ")),
        InlineFragmentNode n => Words("...", Wrap("on ", n.TypeCondition), Join(n.Directives, " "), Print(n.SelectionSet)),
        FragmentDefinitionNode n => Described(n.Description, $"fragment {n.Name.Value} on {Print(n.TypeCondition)} {Wrap("", Join(n.Directives, " "), " ")}{Print(n.SelectionSet)}"),
        IntValueNode n => n.Value,
        FloatValueNode n => n.Value,
        StringValueNode n => n.Block ? PrintedString.Block(n.Value) : PrintedString.Quoted(n.Value),
        BooleanValueNode n => n.Value ? "true" : "false",
        NullValueNode => "null",
        EnumValueNode n => n.Value,
        ListValueNode n => List(n),
        ObjectValueNode n => Object(n),
        ObjectFieldNode n => $"{n.Name.Value}: {Print(n.Value)}",
        DirectiveNode n => "@" + n.Name.Value + Wrap("(", Join(n.Arguments, ", "), ")"),
        NamedTypeNode n => n.Name.Value,
        ListTypeNode n => $"[{Print(n.Type)}]",
        NonNullTypeNode n => Print(n.Type) + "!",
        _ => TypeSystem(node),
    };

    static string TypeSystem(Node node) => node switch
    {
        SchemaDefinitionNode n => Definition(n, "schema", Join(n.Directives, " "), Block(n.OperationTypes)),
        OperationTypeDefinitionNode n => $"{n.Operation.Keyword()}: {Print(n.Type)}",
        ScalarTypeDefinitionNode n => Definition(n, "scalar", n.Name.Value, Join(n.Directives, " ")),
        FieldsDefinitionNode n => Definition(n, n is ObjectTypeDefinitionNode ? "type" : "interface", n.Name.Value,
            Wrap("implements ", Join(n.Interfaces, " & ")), Join(n.Directives, " "), Block(n.Fields)),
        FieldDefinitionNode n => Described(n.Description, $"{n.Name.Value}{ArgumentDefinitions(n.Arguments)}: {Print(n.Type)}{Wrap(" ", Join(n.Directives, " "))}"),
        InputValueDefinitionNode n => Described(n.Description, $"{n.Name.Value}: {Print(n.Type)}{Wrap(" = ", n.DefaultValue)}{Wrap(" ", Join(n.Directives, " "))}"),
        UnionTypeDefinitionNode n => Definition(n, "union", n.Name.Value, Join(n.Directives, " "), Wrap("= ", Join(n.Types, " | "))),
        EnumTypeDefinitionNode n => Definition(n, "enum", n.Name.Value, Join(n.Directives, " "), Block(n.Values)),
        EnumValueDefinitionNode n => Described(n.Description, Words(n.Name.Value, Join(n.Directives, " "))),
        InputObjectTypeDefinitionNode n => Definition(n, "input", n.Name.Value, Join(n.Directives, " "), Block(n.Fields)),
        DirectiveDefinitionNode n => Described(n.Description,
            $"directive @{n.Name.Value}{ArgumentDefinitions(n.Arguments)}{(n.Repeatable ? " repeatable" : "")} on {Join(n.Locations, " | ")}"),
        _ => throw new ArgumentException($"No way to print {node.Kind}.", nameof(node)),
    };

    static string Operation(OperationDefinitionNode n)
    {
        var items = n.VariableDefinitions.Select(Print).ToArray();
        var variables = items.Any(i => i.Contains('\n', StringComparison.Ordinal))
            ? Wrap("(\n", string.Join('\n', items), "\n)")
            : Wrap("(", string.Join(", ", items), ")");
        var prefix = Described(n.Description, Words(n.Operation.Keyword(), n.Name?.Value + variables, Join(n.Directives, " ")));
        return prefix == "query" ? Print(n.SelectionSet) : $"{prefix} {Print(n.SelectionSet)}";
    }

    static string Field(FieldNode n)
    {
        var prefix = Wrap("", n.Alias, ": ") + n.Name.Value;
        var arguments = Join(n.Arguments, ", ");
        if (arguments.Length > 0)
            prefix += prefix.Length + arguments.Length + 2 > MaxLineLength ? $"(\n{Indent(Join(n.Arguments, "\n"))}\n)" : $"({arguments})";
        return prefix + Wrap(" ", Join(n.Directives, " ")) + Wrap(" ", n.SelectionSet);
    }

    static string List(ListValueNode n)
    {
        var items = n.Values.Select(Print).ToArray();
        var line = string.Join(", ", items);
        return line.Length + 2 > MaxLineLength ? $"[\n{Indent(string.Join('\n', items))}\n]" : $"[{line}]";
    }

    static string Object(ObjectValueNode n)
    {
        var fields = n.Fields.Select(Print).ToArray();
        var line = string.Join(", ", fields);
        return line.Length + 4 > MaxLineLength ? $"{{\n{Indent(string.Join('\n', fields))}\n}}" : line.Length == 0 ? "{  }" : $"{{ {line} }}";
    }

    static string ArgumentDefinitions(IReadOnlyList<InputValueDefinitionNode> arguments)
    {
        var items = arguments.Select(Print).ToArray();
        return items.Any(i => i.Contains('\n', StringComparison.Ordinal))
            ? Wrap("(\n", Indent(string.Join('\n', items)), "\n)")
            : Wrap("(", string.Join(", ", items), ")");
    }

    static string Definition(TypeSystemNode n, params string[] words) =>
        Described(n.Description, n.IsExtension ? "extend " + Words(words) : Words(words));

    static string Described(StringValueNode? description, string text) => description is null ? text : $"{Print(description)}\n{text}";

    static string Words(params IEnumerable<string> words) => string.Join(' ', words.Where(w => w.Length > 0));

    static string Join(IReadOnlyList<Node> nodes, string separator) => nodes.Count == 0 ? "" : string.Join(separator, nodes.Select(Print));

    static string Block(IReadOnlyList<Node> nodes) => nodes.Count == 0 ? "" : $"{{\n{Indent(Join(nodes, "\n"))}\n}}";

    static string Indent(string text) => text.Length == 0 ? "" : "  " + text.Replace("\n", "\n  ", StringComparison.Ordinal);

    static string Wrap(string start, Node? node, string end = "") => node is null ? "" : Wrap(start, Print(node), end);

    static string Wrap(string start, string text, string end = "") => text.Length == 0 ? "" : start + text + end;
}
