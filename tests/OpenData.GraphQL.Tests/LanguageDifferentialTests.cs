using System.Text.Json.Nodes;
using OpenData.GraphQL.Language;

namespace OpenData.GraphQL.Tests;

/// <summary>Reading and printing, beside graphql-js.</summary>
public class LanguageDifferentialTests
{
    const int Generated = 1500;
    const int Broken = 3000;

    static readonly string[] Written =
    [
        "", "{", "}", "{ }", "{ a", "{ a }", "query", "query {", "query Q", "query Q($", "query Q($a", "query Q($a:", "query Q($a: Int", "query Q($a: Int = $b) { a }", "query Q($a: Int = $) { a }",
        "query Q($a: [Int!]! = [1, 2] @tag(x: 1) @b) @c { a }", "{ a(b: $c) }", "{ a(b: ) }", "{ a() }", "{ a: b: c }", "{ ...on }", "{ ...on on { a } }", "{ ... { a } }", "{ ... @skip(if: true) { a } }", "{ ...F @a }",
        "fragment on on on { on }", "fragment F { a }", "fragment F on { a }", "fragment F on T { a }", "fragment F on T @d { ...on T { b } }", "{ a } { b }", "notAnOperation Foo { a }", "...", "{ .. }", "{ . }", "{ .5 }", "{ a(b: .5) }",
        "{ a(b: 1.) }", "{ a(b: 01) }", "{ a(b: 00) }", "{ a(b: -) }", "{ a(b: -a) }", "{ a(b: 1e) }", "{ a(b: 1e+) }", "{ a(b: 1.0e-10) }", "{ a(b: 1.5.1) }", "{ a(b: 1a) }", "{ a(b: 0xF1) }", "{ a(b: 1_000) }", "{ a(b: --1) }", "{ a(b: +1) }",
        "{ a(b: \"x) }", "{ a(b: \"x\ny\") }", "{ a(b: \"\\x\") }", "{ a(b: \"\\u00\") }", "{ a(b: \"\\u00XX\") }", "{ a(b: \"\\u{}\") }", "{ a(b: \"\\u{110000}\") }", "{ a(b: \"\\u{D800}\") }", "{ a(b: \"\\uD83D\\uDE00\") }", "{ a(b: \"\\uD83D\") }", "{ a(b: \"\\uDE00\") }",
        "{ a(b: \"\\uD83D\\uD83D\") }", "{ a(b: \"\\u{1F600}\") }", "{ a(b: \"\\u{00000041}\") }", "{ a(b: \"\\u{000000041}\") }", "{ a(b: \"\\u{1F600\") }", "{ a(b: \"\\", "{ a(b: \"\\\") }", "{ a(b: 'x') }", "{ a(b: \"\"\"x\"\"\") }", "{ a(b: \"\"\"x) }",
        "{ a(b: \"\"\"\n    one\n      two\n    three\n\n\"\"\") }", "{ a(b: \"\"\"\\\"\"\" quote\"\"\") }", "{ a(b: \"\"\"ends \\\"\"\"\"\"\") }", "{ a(b: \"\"\"slash\\\n\"\"\") }", "{ a(b: \"\"\" \t\n\r\n \"\"\") }", "{ a(b: \"\"\"\r\n  x\r  y\"\"\") }", "{ a(b: \"tab\there\") }", "{ a(b: \"\u0007\") }", "{ a(b: \"ก😀\") }",
        "{ ก }", "{ 😀 }", "{ a # comment ก 😀\n b }", "# only a comment", "\uFEFF{ a }", "{\uFEFFa }", "{ a\u00A0b }", "{ a\0b }", "{ \u007F }", "{ ? }", "{ a, b,,, c }", "{ a(x: [1 2,3], y: {a: 1 b: 2}, z: []) }", "{ a(x: {}) }", "{ a(x: [}) }", "{ a(x: {a}) }", "{ a(x: {a: $b}) }",
        "\"desc\" query Q { a }", "\"desc\" { a }", "\"\"\"d\"\"\" fragment F on T { a }", "\"d\" extend type T { a: B }", "\"d\" nothing", "\"d\"", "\"d\" \"e\" query { a }", "query Q(\"d\" $a: Int \"\"\"e\"\"\" $b: B) { a }", "mutation M { a } subscription S { b }",
        "schema { query: Q }", "schema", "schema { }", "schema { nothing: Q }", "\"d\" schema @a { query: Q mutation: M }", "extend schema @a", "extend schema", "extend schema { query: Q }", "scalar S", "scalar S @a(b: 1)", "extend scalar S", "extend scalar S @a",
        "type T", "type T { }", "type T { a: B }", "type T implements { a: B }", "type T implements A { a: B }", "type T implements & A & B { a: B }", "type T implements A B { a: B }", "type T implements A, B { a: B }", "type T { a(b: C = 1 @d, \"e\" f: G): [B!]! @h }", "type T { \"\"\"multi\nline\"\"\" a(\"\"\"long\ntext\"\"\" b: C): D }",
        "extend type T", "extend type T { a: B }", "extend type T implements A", "extend type T @a", "interface I implements A & B @c { a: B }", "interface I", "extend interface I", "extend interface I { a: B }", "union U", "union U = A", "union U = | A | B", "union U = A |", "union U @a = A", "extend union U", "extend union U = A", "extend union U @a",
        "enum E", "enum E { A }", "enum E { A @d B \"x\" C }", "enum E { true }", "enum E { null }", "enum E { }", "extend enum E", "extend enum E { A }", "input I", "input I { a: B = {c: 1} @d }", "input I { a(b: C): D }", "extend input I", "extend input I { a: B }",
        "directive @d on FIELD", "directive @d(a: B = 1 \"x\" c: D) repeatable on | FIELD | QUERY", "directive @d on NOWHERE", "directive @d", "directive d on FIELD", "directive @d on FIELD |", "directive @d repeatable FIELD", "extend nothing", "extend", "extend { a }", "type T { a: [B }", "type T { a: B!! }", "type T { a: [[B!]!]! }",
        "{ aVeryLongFieldName(withAnArgument: \"of some considerable length\", andAnother: \"of much the same length\", third: 3) { x } }", "{ a(list: [\"of some considerable length\", \"of much the same length\", \"and of a third length as well\"]) }",
        "{ a(map: {one: \"of some considerable length\", two: \"of much the same length\", three: {x: \"and of a third length as well\"}}) }", "{ alias: aVeryLongFieldName(a: {b: [\"of some considerable length\", \"of much the same length\", \"and of a third length as well\"]}) @skip(if: true) { x } }",
        "query ($a: Int, $b: String = \"x\" @d) { a }", "query @d { a }", "query Q { a }", "query { a }", "fragment F on T @a(b: \"\"\"x\"\"\") { a(b: \"\"\"\n y\n\"\"\") }",
    ];

    [ReferenceFact]
    public void What_is_written_by_hand_is_read_and_printed_as_by_graphql_js() => Compare(Written.Concat(Schemas.All.Values));

    [ReferenceFact]
    public void Generated_documents_are_read_and_printed_as_by_graphql_js() => Compare(Documents(Generated));

    [ReferenceFact]
    public void Documents_with_a_letter_changed_are_refused_with_the_same_words_at_the_same_place() =>
        Compare(Documents(Broken).Concat(Enumerable.Repeat(Schemas.Zoo, 1000)).Select(Break));

    [ReferenceFact]
    public void A_printed_document_read_again_prints_the_same() =>
        Documents(Generated).Concat(Schemas.All.Values).Should().OnlyContain(text => Parser.Parse(Parser.Parse(text).ToString()).ToString() == Parser.Parse(text).ToString());

    static IEnumerable<string> Documents(int count) => Enumerable.Range(0, count).Select(seed =>
        new DocumentGenerator(SameResolvers.Build(seed % 3 == 0 ? Schemas.Renamed : Schemas.Zoo), seed, mischief: 0.02).Document()).Where(d => d.Trim().Length > 0);

    static string Break(string text, int seed)
    {
        var random = new Random(seed);
        const string Letters = "{}()[]:!$@.\"\\|&=#-0123e+aE,\n\r\t ก😀'_/u";
        var at = random.Next(text.Length);
        return random.Next(4) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, Letters[random.Next(Letters.Length)].ToString()),
            2 => text[..at],
            _ => text.Remove(at, Math.Min(random.Next(1, 6), text.Length - at)),
        };
    }

    static void Compare(IEnumerable<string> texts)
    {
        var differences = new Differences();
        foreach (var text in texts)
        {
            // A lone surrogate cannot be written in UTF-8 (2.1): no request can carry it.
            if (!System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text)).Equals(text, StringComparison.Ordinal)) continue;
            differences.Compare(text, Read(text), Reference.Ask("parse", ("text", text)));
        }
        differences.ShouldBeNone();
    }

    static JsonObject Read(string text)
    {
        try
        {
            return new JsonObject { ["printed"] = Parser.Parse(text).ToString() };
        }
        catch (GraphQLSyntaxException error)
        {
            return new JsonObject { ["error"] = Differences.Told(error.ToError()) };
        }
    }
}
