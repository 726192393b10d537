using System.Globalization;
using System.Text;
using OpenData.Rules;
using OpenData.Schemas;

namespace OpenData.Reports;

/// <summary>The rule book as a page of the manual, in both languages at once, so that there is one page to compare.</summary>
public static class RuleBookMarkdown
{
    /// <summary>The page as Markdown.</summary>
    public static string Write()
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"# ชุดกฎ · Rule book {RuleBook.Version} ({RuleBook.Date})\n\n");
        page.Append("หน้านี้พิมพ์โดย `opendata rules --format markdown > docs/rules.md` ห้ามแก้ด้วยมือ  \n");
        page.Append("This page is printed by `opendata rules --format markdown > docs/rules.md`; do not edit it by hand.\n");
        foreach (var chapter in RuleBook.Rules.GroupBy(r => r.Clause).OrderBy(c => c.Key))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {ReportNames.HeadingOf(chapter.Key, Language.Thai)} · {ReportNames.HeadingOf(chapter.Key, Language.English)}\n");
            foreach (var rule in chapter)
            {
                Append(page, rule);
            }
        }

        return page.ToString();
    }

    /// <summary>A block that holds whatever the lines contain, fences too.</summary>
    public static string Fence(string lines)
    {
        var text = Sentences.Visible(lines).TrimEnd('\n');
        var fence = new string('`', Math.Max(3, LongestRun(text) + 1));
        return $"{fence}text\n{text}\n{fence}";
    }

    /// <summary>Prose of the rules as prose: signs that Markdown would take for its own are kept as signs.</summary>
    public static string Escape(string text) =>
        string.Concat(text.Select(c => c is '\\' or '`' or '*' or '_' or '<' or '[' or ']' or '#' or '|' ? $"\\{c}" : c.ToString()));

    private static void Append(StringBuilder page, Rule rule)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n### {rule.Code}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"{ReportNames.TitleOf(rule.Severity).In(Language.Thai)} · {ReportNames.NameOf(rule.Severity)} — ใช้กับ{RuleScope.Of(rule).In(Language.Thai)} · applies to {RuleScope.Of(rule).In(Language.English)}\n");
        Append(page, rule.Thai, "วิธีแก้ไข", ExcelSteps.Of(rule.Code), Language.Thai);
        Append(page, rule.English, "To mend it", ExcelSteps.Of(rule.Code), Language.English);
        AppendExamples(page, rule);
    }

    private static void Append(StringBuilder page, RuleText text, string fix, IReadOnlyList<LocalText> steps, Language language)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n**{Escape(text.Title)}** — {Escape(text.Why)}\n\n{fix}: {Escape(text.Fix)}\n\n");
        foreach (var (step, number) in steps.Select((s, i) => (s, i + 1)))
        {
            page.Append(CultureInfo.InvariantCulture, $"{number}. {Escape(step.In(language))}\n");
        }
    }

    /// <summary>Examples are said once where both languages have the same.</summary>
    private static void AppendExamples(StringBuilder page, Rule rule)
    {
        var (thai, english) = (rule.Thai, rule.English);
        foreach (var (title, th, en) in new[] { ("ผิด · Bad", thai.Bad, english.Bad), ("ถูก · Good", thai.Good, english.Good) })
        {
            page.Append(CultureInfo.InvariantCulture, $"\n{title}:\n\n{Fence(th)}\n");
            if (en != th)
            {
                page.Append(CultureInfo.InvariantCulture, $"\n{Fence(en)}\n");
            }
        }
    }

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
