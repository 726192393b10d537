using System.Text;
using OpenData.GraphQL.Types;

namespace OpenData.GraphQL.Tests;

/// <summary>Writes documents for a schema from a seed: mostly right ones, with as much mischief as is asked for.</summary>
public sealed class DocumentGenerator(Schema schema, int seed, double mischief)
{
    static readonly string[] Aliases = ["a", "b", "name", "id", "x"];
    readonly Random random = new(seed);
    readonly List<(string Name, string Type)> variables = [];
    readonly List<string> fragments = [];
    readonly StringBuilder fragmentText = new();
    int fragmentCount;

    /// <summary>The variables of the last document: name and type.</summary>
    public IReadOnlyList<(string Name, string Type)> Variables => variables;

    public string Document()
    {
        var text = new StringBuilder();
        var operations = Mischief() ? random.Next(0, 4) : random.Next(10) == 0 ? 2 : 1;
        for (var i = 0; i < operations; i++) text.Append(Operation(i, operations)).Append('\n');
        text.Append(fragmentText);
        if (Mischief()) text.Append(Pick("type Foo { a: Nope }", "extend type Query { x: Int }", "fragment Unused on Query { __typename }", "fragment Loop on Query { ...Loop }", "directive @d on FIELD", "fragment A1 on Query { ...B1 } fragment B1 on Query { ...A1 }", "schema { query: Query }", "scalar Foo @nope")).Append('\n');
        return text.ToString();
    }

    string Operation(int index, int count)
    {
        var type = random.Next(8) switch { 0 => schema.MutationType, 1 when Mischief() => schema.SubscriptionType, _ => schema.QueryType };
        type ??= schema.QueryType!;
        variables.Clear();
        var body = Selection(type, 0);
        var keyword = type == schema.QueryType ? "query" : type == schema.MutationType ? "mutation" : "subscription";
        if (Mischief()) keyword = Pick("query", "mutation", "subscription");
        var definitions = variables.Select(v => $"${v.Name}: {v.Type}{(random.Next(5) == 0 ? " = " + Value(TypeRef.Parse(v.Type), 2, constant: true) : "")}{(random.Next(12) == 0 ? " @tag" : "")}").ToList();
        if (Mischief()) definitions.Add(Pick("$unused: Int", "$v0: String", "$bad: Dog", "$worse: Nothing", "$deflt: Int! = \"x\"", "$x: Colr"));
        var name = count > 1 || random.Next(2) == 0 ? $" Op{(Mischief() ? 0 : index)}" : "";
        if (Mischief()) name = "";
        if (definitions.Count == 0 && name.Length == 0 && keyword == "query" && random.Next(2) == 0) return body;
        return $"{keyword}{name}{(definitions.Count > 0 ? $"({string.Join(", ", definitions)})" : "")}{Directives("QUERY")} {body}";
    }

    string Selection(NamedType type, int depth)
    {
        var parts = new List<string>();
        var count = random.Next(1, depth == 0 ? 5 : 4);
        for (var i = 0; i < count; i++) parts.Add(Part(type, depth));
        return "{ " + string.Join(random.Next(3) == 0 ? "\n  " : " ", parts) + " }";
    }

    string Part(NamedType type, int depth)
    {
        if (depth < 4 && random.Next(6) == 0)
        {
            var on = random.Next(4) == 0 ? null : Condition(type);
            return $"...{(on is null ? "" : $" on {on.Name}")}{Directives("INLINE_FRAGMENT")} {Selection(on ?? type, depth + 1)}";
        }
        if (depth < 4 && random.Next(7) == 0) return $"...{Fragment(type, depth)}{Directives("FRAGMENT_SPREAD")}";
        if (random.Next(12) == 0 || type is not FieldsType fields) return "__typename";
        if (Mischief()) return Pick("nope", "nam", "friend", "ID", "name { x }", "...Nothing", "__schema { types { name } }", "__type(name: \"Dog\") { name }", "friends", "barks", "size", "meow");
        var names = fields.Fields.Names.ToArray();
        var field = fields.Fields[names[random.Next(names.Length)]]!;
        var inner = schema.Type(field.Type.Name)!;
        if (inner.IsComposite && depth >= 4) return "__typename";
        var alias = random.Next(7) == 0 ? Pick(Aliases) + ": " : "";
        return $"{alias}{field.Name}{Arguments(field)}{Directives("FIELD")}{(inner.IsComposite ? " " + Selection(inner, depth + 1) : "")}";
    }

    NamedType Condition(NamedType type)
    {
        if (Mischief()) return schema.Type(Pick("Dog", "Cat", "Query", "Person", "Color", "Filter", "Item", "Int")) ?? type;
        var possible = schema.PossibleTypes(type);
        var chosen = schema.Type(possible[random.Next(possible.Count)])!;
        return chosen is ObjectType { Interfaces.Count: > 0 } o && random.Next(3) == 0 ? schema.Type(o.Interfaces[random.Next(o.Interfaces.Count)])! : chosen;
    }

    string Fragment(NamedType type, int depth)
    {
        var reusable = fragments.Where(f => f.EndsWith("_" + type.Name, StringComparison.Ordinal)).ToArray();
        if (reusable.Length > 0 && random.Next(2) == 0) return Pick(reusable);
        if (Mischief() && fragments.Count > 0) return Pick([.. fragments]);
        var on = Condition(type);
        var name = $"F{fragmentCount++}_{on.Name}";
        var body = Selection(on, depth + 1);
        fragments.Add(name);
        fragmentText.Append($"fragment {name} on {(Mischief() ? Pick("Dog", "Nope", "Color") : on.Name)}{Directives("FRAGMENT_DEFINITION")} {body}\n");
        return name;
    }

    string Arguments(FieldDefinition field)
    {
        var given = new List<string>();
        foreach (var argument in field.Arguments)
        {
            if (argument.IsRequired ? Mischief() : random.Next(2) == 0) continue;
            given.Add($"{argument.Name}: {Value(argument.Type, 0, constant: false)}");
            if (Mischief()) given.Add($"{argument.Name}: 1");
        }
        if (Mischief()) given.Add(Pick("nope: 1", "colour: RED", "iff: 3", "firs: 2"));
        return given.Count == 0 ? "" : $"({string.Join(random.Next(2) == 0 ? ", " : " ", given)})";
    }

    string Directives(string location)
    {
        if (Mischief()) return Pick(" @nope", " @skip", " @skip(if: 3)", " @include(if: $nope)", " @deprecated", " @once(on: true) @once(on: false)", " @tag(nam: 1)", " @include(if: true) @include(if: false)", " @tag(name: null)");
        if (random.Next(9) != 0) return "";
        var conditional = location is "FIELD" or "FRAGMENT_SPREAD" or "INLINE_FRAGMENT";
        if (!conditional) return schema.Directive("tag") is null ? "" : " @tag";
        return $" @{Pick("skip", "include")}(if: {(random.Next(2) == 0 ? Pick("true", "false") : Variable(TypeRef.Named("Boolean").NonNull()))})";
    }

    string Variable(TypeRef type)
    {
        var known = variables.Where(v => v.Type == type.ToString() || v.Type == type.NonNull().ToString()).ToArray();
        if (known.Length > 0 && random.Next(2) == 0) return "$" + known[random.Next(known.Length)].Name;
        if (Mischief()) return variables.Count > 0 ? "$" + variables[random.Next(variables.Count)].Name : "$undefined";
        var name = $"v{variables.Count}";
        variables.Add((name, random.Next(6) == 0 ? type.NonNull().ToString() : type.ToString()));
        return "$" + name;
    }

    string Value(TypeRef type, int depth, bool constant)
    {
        if (Mischief()) return Pick("1", "1.5", "\"text\"", "true", "null", "RED", "REDD", "[1]", "{ min: 1 }", "{ mn: 1 }", "[]", "{}", "3000000000", "1e400", "[null]", "{ byId: 1, byName: \"x\" }", "{ byId: null }");
        if (!constant && random.Next(4) == 0) return Variable(type);
        if (type.IsNonNull) return Value(type.OfType!, depth, constant) is "null" ? NotNull(type.OfType!, depth, constant) : NotNull(type.OfType!, depth, constant);
        return random.Next(10) == 0 ? "null" : NotNull(type, depth, constant);
    }

    string NotNull(TypeRef type, int depth, bool constant)
    {
        if (type.IsList)
            return random.Next(5) == 0 ? NotNull(type.OfType!.Nullable, depth, constant)
                : $"[{string.Join(", ", Enumerable.Range(0, random.Next(3)).Select(_ => Value(type.OfType!, depth + 1, constant)))}]";
        switch (type.Name)
        {
            case "Int": return Pick("0", "1", "-7", "42", "2147483647");
            case "Float": return Pick("1", "1.5", "-0.25", "1e3", "12345678901234567890", "1.7976931348623157e308", "5e-324", "1e21", "123e-9");
            case "String": return Pick("\"\"", "\"a\"", "\"ก\\u0E01\\u{1F600}\"", "\"\"\"block\n  text\"\"\"", "\"q\\\"\\n\"");
            case "Boolean": return Pick("true", "false");
            case "ID": return Pick("1", "\"x\"", "\"12\"", "99999999999999999999");
        }
        switch (schema.Type(type.Name))
        {
            case EnumType e: return e.Values[random.Next(e.Values.Count)].Name;
            case InputObjectType { IsOneOf: true } one:
                var only = one.Fields[random.Next(one.Fields.Count)];
                return $"{{ {only.Name}: {(constant || random.Next(3) > 0 ? NotNull(only.Type.Nullable, depth + 1, constant) : Variable(only.Type.NonNull()))} }}";
            case InputObjectType input:
                var given = input.Fields.Where(f => f.IsRequired || (depth < 3 && random.Next(3) == 0)).Select(f => $"{f.Name}: {Value(f.Type, depth + 1, constant)}");
                return $"{{ {string.Join(", ", given)} }}";
            default: return Pick("\"2025-01-01\"", "{ a: [1, \"x\", ENUM], b: null }", "7", "[true, 1.5]");
        }
    }

    bool Mischief() => random.NextDouble() < mischief;

    string Pick(params string[] choices) => choices[random.Next(choices.Length)];
}
