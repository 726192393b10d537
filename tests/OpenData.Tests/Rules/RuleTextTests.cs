using System.Text.RegularExpressions;
using OpenData.Rules;

namespace OpenData.Tests.Rules;

/// <summary>What the rule book says to people: complete, in both languages, under names that never change.</summary>
public sealed partial class RuleTextTests
{
    /// <summary>The public contract: a code may be added here, never renamed or dropped unnoticed.</summary>
    private static readonly string[] Codes =
    [
        "ambiguous-date", "blank-column", "blank-label", "blank-row", "broken-reference", "buddhist-era-date", "byte-order-mark",
        "column-order", "control-character", "date-error", "date-not-iso", "dictionary-incomplete", "duplicate-key", "duplicate-label",
        "duplicate-row", "empty-file", "encoding-error", "extra-cell", "label-not-identifier", "label-spaces", "line-break-in-label",
        "malformed-quoting", "merged-cells-trace", "missing-cell", "missing-column", "missing-header", "mixed-booleans",
        "mixed-date-formats", "mixed-decimals", "mixed-line-endings", "mixed-types", "multi-row-header", "no-rows", "not-all-compared", "not-in-code-list",
        "not-tabular", "not-utf8", "note-row", "out-of-range", "pattern-mismatch", "placeholder-value", "separator-not-comma",
        "sub-table", "thai-digits", "thousands-separator", "title-above-header", "too-large", "too-long", "total-row",
        "trailing-spaces", "two-digit-year", "type-error", "unexpected-column", "unit-in-value", "value-not-unique", "value-required",
    ];

    public static TheoryData<string> EveryCode => [.. RuleBook.Rules.Select(r => r.Code)];

    [Fact]
    public void The_codes_of_the_rule_book_are_those_that_were_promised() =>
        RuleBook.Rules.Select(r => r.Code).Order(StringComparer.Ordinal).Should().Equal(Codes);

    [Fact]
    public void No_two_rules_share_a_code() => RuleBook.Rules.Select(r => r.Code).Should().OnlyHaveUniqueItems();

    [Fact]
    public void No_rule_class_is_forgotten_in_the_rule_book() =>
        typeof(Rule).Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(Rule)) && !t.IsAbstract)
            .Should().BeEquivalentTo(RuleBook.Rules.Select(r => r.GetType()));

    [Theory]
    [MemberData(nameof(EveryCode))]
    public void A_code_is_words_in_lower_case_joined_by_hyphens(string code) => code.Should().MatchRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$");

    [Theory]
    [MemberData(nameof(EveryCode))]
    public void A_rule_class_is_named_after_its_code(string code) =>
        RuleBook.Find(code)!.GetType().Name.Should().BeEquivalentTo(code.Replace("-", "", StringComparison.Ordinal) + "Rule");

    [Theory]
    [MemberData(nameof(EveryCode))]
    public void A_rule_says_all_six_texts_in_both_languages(string code)
    {
        foreach (var text in BothOf(code).SelectMany(TextsOf))
        {
            text.Should().NotBeNullOrWhiteSpace();
            text.Length.Should().BeLessThanOrEqualTo(400, "an officer reads a few lines, no page");
        }
    }

    [Theory]
    [MemberData(nameof(EveryCode))]
    public void Both_messages_of_a_rule_tell_the_same_facts(string code)
    {
        var (thai, english) = (RuleBook.Find(code)!.Thai, RuleBook.Find(code)!.English);
        PlaceholdersOf(thai.Message).Should().BeEquivalentTo(PlaceholdersOf(english.Message));
    }

    [Theory]
    [MemberData(nameof(EveryCode))]
    public void Only_the_message_of_a_rule_has_places_for_facts(string code)
    {
        foreach (var text in BothOf(code).SelectMany(t => new[] { t.Title, t.Why, t.Fix }))
        {
            PlaceholdersOf(text).Should().BeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(EveryCode))]
    public void The_Thai_texts_of_a_rule_are_Thai(string code)
    {
        foreach (var text in ProseOf(RuleBook.Find(code)!.Thai))
        {
            text.Should().MatchRegex("[\u0E01-\u0E2E]");
        }
    }

    [Theory]
    [MemberData(nameof(EveryCode))]
    public void The_English_texts_of_a_rule_have_no_Thai_but_quoted_words(string code)
    {
        foreach (var text in ProseOf(RuleBook.Find(code)!.English))
        {
            Quoted().Replace(text, "").Should().NotMatchRegex("[\u0E00-\u0E7F]").And.MatchRegex("[A-Za-z]");
        }
    }

    [Theory]
    [MemberData(nameof(EveryCode))]
    public void The_bad_example_of_a_rule_is_not_the_good_one(string code)
    {
        foreach (var text in BothOf(code))
        {
            text.Bad.Should().NotBe(text.Good);
        }
    }

    private static RuleText[] BothOf(string code) => [RuleBook.Find(code)!.Thai, RuleBook.Find(code)!.English];

    private static string[] TextsOf(RuleText text) => [text.Title, text.Message, text.Why, text.Fix, text.Bad, text.Good];

    private static string[] ProseOf(RuleText text) => [text.Title, text.Message, text.Why, text.Fix];

    private static IEnumerable<string> PlaceholdersOf(string text) => Placeholder().Matches(text).Select(m => m.Groups[1].Value).Distinct();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();
}
