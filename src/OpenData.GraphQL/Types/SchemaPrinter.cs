using OpenData.GraphQL.Language;
using OpenData.GraphQL.Text;

namespace OpenData.GraphQL.Types;

/// <summary>Writes a schema in the schema definition language, letter for letter as graphql-js <c>printSchema</c> does.</summary>
/// <remarks>Specification 3 (Type System). What is built in is left out. Every type is built for it.</remarks>
public static class SchemaPrinter
{
    public static string Print(Schema schema)
    {
        var parts = new List<string>();
        if (Definition(schema) is { Length: > 0 } definition) parts.Add(definition);
        parts.AddRange(schema.Directives.Where(d => !SpecifiedDirectives.IsSpecified(d.Name)).Select(Directive));
        parts.AddRange(schema.DefinedTypeNames.Select(n => Type(schema, schema.Type(n)!)));
        return string.Join("\n\n", parts);
    }

    public static string Type(Schema schema, NamedType type) => Description(type.Description) + type switch
    {
        ScalarType t => $"scalar {t.Name}{(t.SpecifiedByUrl is null ? "" : $" @specifiedBy(url: {PrintedString.Quoted(t.SpecifiedByUrl)})")}",
        FieldsType t => $"{(t is ObjectType ? "type" : "interface")} {t.Name}{Implements(t)}{Block(schema.Fields(t).Select(Field))}",
        UnionType t => $"union {t.Name}{(t.Types.Count == 0 ? "" : " = " + string.Join(" | ", schema.PossibleTypes(t)))}",
        EnumType t => $"enum {t.Name}{Block(t.Values.Select((v, i) => $"{Description(v.Description, "  ", i == 0)}  {v.Name}{Deprecated(v.DeprecationReason)}"))}",
        InputObjectType t => $"input {t.Name}{(t.IsOneOf ? " @oneOf" : "")}{Block(t.Fields.Select((f, i) => $"{Description(f.Description, "  ", i == 0)}  {Input(f)}"))}",
        _ => throw new ArgumentException($"No way to print type {type.Name}.", nameof(type)),
    };

    static string Definition(Schema schema)
    {
        var options = schema.Options;
        if (!schema.RootTypes.Any()) return "";
        var usual = Usual(schema.QueryType, "Query") && Usual(schema.MutationType, "Mutation") && Usual(schema.SubscriptionType, "Subscription");
        if (options.Description is null && usual) return "";
        return Description(options.Description) + "schema" + Block(new[] { (OperationType.Query, schema.QueryType), (OperationType.Mutation, schema.MutationType), (OperationType.Subscription, schema.SubscriptionType) }
            .Where(r => r.Item2 is not null).Select(r => $"  {r.Item1.Keyword()}: {r.Item2!.Name}"));

        bool Usual(ObjectType? root, string name) => root == schema.Type(name);
    }

    static string Directive(DirectiveDefinition d) =>
        $"{Description(d.Description)}directive @{d.Name}{Arguments(d.Arguments, "")}{(d.IsRepeatable ? " repeatable" : "")} on {string.Join(" | ", d.Locations)}";

    static string Implements(FieldsType type) => type.Interfaces.Count == 0 ? "" : " implements " + string.Join(" & ", type.Interfaces);

    static string Field(FieldDefinition f, int index) =>
        $"{Description(f.Description, "  ", index == 0)}  {f.Name}{Arguments(f.Arguments, "  ")}: {f.Type}{Deprecated(f.DeprecationReason)}";

    static string Arguments(IReadOnlyList<InputValue> arguments, string indent)
    {
        if (arguments.Count == 0) return "";
        if (arguments.All(a => a.Description is null)) return $"({string.Join(", ", arguments.Select(Input))})";
        return $"(\n{string.Join('\n', arguments.Select((a, i) => $"{Description(a.Description, "  " + indent, i == 0)}  {indent}{Input(a)}"))}\n{indent})";
    }

    static string Input(InputValue value) =>
        $"{value.Name}: {value.Type}{(value.DefaultValue is null ? "" : " = " + Printer.Print(value.DefaultValue))}{Deprecated(value.DeprecationReason)}";

    static string Deprecated(string? reason) => reason switch
    {
        null => "",
        SpecifiedDirectives.DefaultDeprecationReason => " @deprecated",
        _ => $" @deprecated(reason: {PrintedString.Quoted(reason)})",
    };

    static string Block(IEnumerable<string> items)
    {
        var lines = string.Join('\n', items);
        return lines.Length == 0 ? "" : $" {{\n{lines}\n}}";
    }

    static string Description(string? description, string indent = "", bool firstInBlock = true)
    {
        if (description is null) return "";
        var text = PrintedString.FitsBlock(description) ? PrintedString.Block(description) : PrintedString.Quoted(description);
        return (indent.Length > 0 && !firstInBlock ? "\n" : "") + indent + text.Replace("\n", "\n" + indent, StringComparison.Ordinal) + "\n";
    }
}
