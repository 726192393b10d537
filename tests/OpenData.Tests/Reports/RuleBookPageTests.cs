using OpenData.Reports;
using OpenData.Rules;

namespace OpenData.Tests.Reports;

/// <summary>The manual's page of the rules is printed by the program.</summary>
public sealed class RuleBookPageTests
{
    [Fact]
    public void The_page_in_the_manual_is_what_the_program_prints() =>
        File.ReadAllText(Path.Combine(Root(), "docs", "rules.md")).ReplaceLineEndings("\n").Should()
            .Be(RuleBookMarkdown.Write(), "the page is written by: opendata rules --format markdown > docs/rules.md");

    [Fact]
    public void Every_rule_is_there_once_in_both_languages_under_its_clause()
    {
        var page = RuleBookMarkdown.Write();
        foreach (var rule in RuleBook.Rules)
        {
            page.Split($"\n### {rule.Code}\n").Should().HaveCount(2);
            page.Should().Contain(RuleBookMarkdown.Escape(rule.Thai.Title)).And.Contain(RuleBookMarkdown.Escape(rule.English.Why));
        }
    }

    [Fact]
    public void A_fence_is_longer_than_any_in_the_lines_it_holds() =>
        RuleBookMarkdown.Fence("a\n````\nb").Should().StartWith("`````text\n").And.EndWith("\n`````");

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "OpenData.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("OpenData.sln is in no folder above the tests.");
        }

        return folder.FullName;
    }
}
