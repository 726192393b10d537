using OpenData.Reports;
using OpenData.Rules;
using OpenData.Schemas;

namespace OpenData.Server.Web.Pages;

/// <summary>The rule book: every rule in a line that leads to its page.</summary>
public sealed class RulesModel : CatalogPage
{
    internal override LocalText Heading => WebTexts.Rules;

    /// <summary>The rules by clause, in the clauses' order.</summary>
    internal IEnumerable<(string Title, IEnumerable<Rule> Rules)> Chapters =>
        RuleBook.Rules.GroupBy(r => r.Clause).OrderBy(c => c.Key).Select(c => (ReportNames.HeadingOf(c.Key, Language), c.AsEnumerable()));

    internal string Title(Rule rule) => rule.In(Language).Title;
}
