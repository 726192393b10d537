using System.Text;

namespace OpenData.GraphQL.Tests;

/// <summary>Writes schemas from a seed, with descriptions, defaults, deprecations and directives of every shape.</summary>
public static class SchemaGenerator
{
    static readonly string[] Descriptions = ["", "", "\"short\" ", "\"\"\"\nTwo\n  lines\n\"\"\" ", "\"quote \\\" and \\\\ and tab \\t\" ", "\"\"\" leading space\"\"\" ", "\"ภาษาไทย 😀\" ", "\"\" ", "\"ends with slash \\\\\" ", "\"line\\nline\\n\\n  indented\" "];
    static readonly string[] Reasons = ["", "", "", " @deprecated", " @deprecated(reason: \"because\")", " @deprecated(reason: \"\")", " @deprecated(reason: \"say \\\"no\\\"\\n\")"];

    public static string Sdl(int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        string Pick(string[] from) => from[random.Next(from.Length)];
        var outputs = new[] { "Int", "Float", "String", "Boolean", "ID", "T0", "T1", "T2", "E0", "I0", "U0", "S0", "S1" };
        var inputs = new[] { "Int", "Float", "String", "Boolean", "ID", "E0", "N0", "N1", "S0" };
        string Wrap(string name) => random.Next(7) switch { 0 => $"[{name}]", 1 => $"[{name}!]!", 2 => name + "!", 3 => $"[[{name}]!]", _ => name };
        string Default(string type) => type switch
        {
            "Int" => " = 3", "Float" => Pick([" = 1.5", " = 2", " = 1e50"]), "String" => " = \"d\\n\\\"\"", "Boolean" => " = false", "ID" => Pick([" = \"x\"", " = 5"]), "E0" => " = B",
            "[Int]" => " = [1, null]", "[E0]" => " = [A, B]", "N1" => " = { a: 1, c: [\"x\"] }", "S0" => " = { any: [1, X] }", _ => "",
        };
        string Argument(int i)
        {
            var type = Wrap(Pick(inputs));
            var defaulted = random.Next(2) == 0 ? Default(type) : "";
            return $"{Pick(Descriptions)}a{i}: {type}{defaulted}{(type.EndsWith('!') && defaulted.Length == 0 ? "" : Pick(Reasons))}";
        }
        string Fields(int count) => string.Join('\n', Enumerable.Range(0, count).Select(i =>
            $"  {Pick(Descriptions)}f{i}{(random.Next(3) == 0 ? $"({string.Join(", ", Enumerable.Range(0, random.Next(1, 4)).Select(Argument))})" : "")}: {Wrap(Pick(outputs))}{Pick(Reasons)}"));

        if (random.Next(2) == 0) text.Append($"{Pick(Descriptions)}schema {{ query: Root }}\n{Pick(Descriptions)}type Root {{\n{Fields(random.Next(1, 8))}\n}}\n");
        else text.Append($"{Pick(Descriptions)}type Query {{\n{Fields(random.Next(1, 8))}\n}}\n{Pick(Descriptions)}type Mutation {{ go: Int }}\n");
        text.Append($"{Pick(Descriptions)}interface I0 {{ {Pick(Descriptions)}shared: Int{Pick(Reasons)} }}\ninterface I1 implements I0 {{ shared: Int own: String }}\n");
        for (var i = 0; i < 3; i++) text.Append($"{Pick(Descriptions)}type T{i}{(i == 0 ? " implements I0" : i == 1 ? " implements I1 & I0" : "")} {{ {(i < 2 ? "shared: Int " : "")}{(i == 1 ? "own: String! " : "")}\n{Fields(random.Next(1, 6))}\n}}\n");
        text.Append($"{Pick(Descriptions)}union U0 = T0 | T2\n");
        text.Append($"{Pick(Descriptions)}enum E0 {{ {Pick(Descriptions)}A{Pick(Reasons)} {Pick(Descriptions)}B{Pick(Reasons)} C }}\n");
        text.Append($"{Pick(Descriptions)}input N0 @oneOf {{ {Pick(Descriptions)}x: Int y: [String!] z: N1 }}\n");
        text.Append($"{Pick(Descriptions)}input N1 {{ {Pick(Descriptions)}a: Int! {Pick(Descriptions)}b: E0 = A{Pick(Reasons)} c: [String] = [\"q\", null] d: N0 e: Float = 0.5 {Pick(Reasons)} }}\n");
        text.Append($"{Pick(Descriptions)}scalar S0 @specifiedBy(url: \"https://example.org/{seed}\")\nscalar S1\n");
        if (random.Next(2) == 0) text.Append($"{Pick(Descriptions)}directive @d({Argument(0)}, {Argument(1)}) {(random.Next(2) == 0 ? "repeatable " : "")}on FIELD | OBJECT\n");
        if (random.Next(2) == 0) text.Append("extend type T2 { extra: S1 }\nextend enum E0 { D }\nextend union U0 = T1\nextend input N1 { more: Boolean = true }\n");
        return text.ToString();
    }
}
