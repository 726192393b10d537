using OpenData.GraphQL.Language;

namespace OpenData.GraphQL.Tests;

/// <summary>Reading and printing where graphql-js is not at hand.</summary>
public class LanguageTests
{
    [Theory]
    [InlineData("{ a", 1, 4, "Syntax Error: Expected Name, found <EOF>.")]
    [InlineData("query Q(}", 1, 9, "Syntax Error: Expected \"$\", found \"}\".")]
    [InlineData("{ a(b: $) }", 1, 9, "Syntax Error: Expected Name, found \")\".")]
    [InlineData("{\r\n  ชื่อ }", 2, 3, "Syntax Error: Unexpected character: U+0E0A.")]
    [InlineData("{ a(b: \"ก😀\", c: .5) }", 1, 18, "Syntax Error: Invalid number, expected digit before \".\", did you mean \"0.5\"?")]
    [InlineData("{ a }\r\r\n\n type T", 4, 2, null)]
    [InlineData("\"d\" { a }", 1, 1, "Syntax Error: Unexpected description, descriptions are not supported on shorthand queries.")]
    public void An_error_says_what_was_found_and_where(string text, int line, int column, string? message)
    {
        if (message is null)
        {
            Parser.Parse(text).Definitions[1].Location.Should().Be(new SourceLocation(line, column, text.IndexOf("type", StringComparison.Ordinal)));
            return;
        }
        var refused = Assert.Throws<GraphQLSyntaxException>(() => Parser.Parse(text));
        refused.Message.Should().Be(message);
        (refused.Location.Line, refused.Location.Column).Should().Be((line, column));
    }

    [Fact]
    public void Places_are_right_far_into_a_long_line_and_after_many_lines()
    {
        var oneLine = "{ " + string.Concat(Enumerable.Repeat("ก ", 1)).Replace('ก', 'a') + string.Concat(Enumerable.Repeat("b(s: \"ไทย😀\") ", 200)) + "last }";
        var last = ((OperationDefinitionNode)Parser.Parse(oneLine).Definitions[0]).SelectionSet.Selections[^1];
        (last.Location.Line, last.Location.Column).Should().Be((1, oneLine.IndexOf("last", StringComparison.Ordinal) + 1));
        var manyLines = "{\r\n" + string.Concat(Enumerable.Repeat("  a\r\n", 500)) + "  last }";
        last = ((OperationDefinitionNode)Parser.Parse(manyLines).Definitions[0]).SelectionSet.Selections[^1];
        (last.Location.Line, last.Location.Column).Should().Be((502, 3));
    }

    [Fact]
    public void Descriptions_of_operations_fragments_and_variables_are_read_and_printed()
    {
        const string text = "\"\"\"Finds.\"\"\"\nquery Q(\n\"which\"\n$id: ID!\n) {\n  a(id: $id)\n}\n\n\"parts\"\nfragment F on T {\n  b\n}";
        Parser.Parse("\"\"\"Finds.\"\"\" query Q(\"which\" $id: ID!) { a(id: $id) } \"parts\" fragment F on T { b }").ToString().Should().Be(text);
        Parser.Parse(text).ToString().Should().Be(text);
    }

    [Fact]
    public void A_block_string_loses_its_common_indent_and_keeps_the_rest()
    {
        var value = (StringValueNode)Parser.ParseValue("\"\"\"\n    Hello,\n      World!\n\n    Yours, \\\"\"\"\n  \"\"\"");
        value.Value.Should().Be("Hello,\n  World!\n\nYours, \"\"\"");
        value.Block.Should().BeTrue();
    }

    [Fact]
    public void The_parser_stops_at_its_limits_and_says_which()
    {
        var tokens = Assert.Throws<GraphQLSyntaxException>(() => Parser.Parse("{ a b c d }", new ParserOptions(4, 10)));
        tokens.Limit.Should().Be(new RefusedLimit("tokens", 5, 4));
        var nesting = Assert.Throws<GraphQLSyntaxException>(() => Parser.Parse("{ a { b { c } } }", new ParserOptions(100, 2)));
        nesting.Limit.Should().Be(new RefusedLimit("nesting", 3, 2));
    }
}
