using System.Globalization;
using System.Text;
using OpenData.Rules;
using OpenData.Schemas;

namespace OpenData.Reports;

/// <summary>Makes sentences of findings, in Thai or in English.</summary>
public static class Sentences
{
    /// <summary>What is wrong, with the place and the value.</summary>
    public static string Message(Finding finding, Language language) =>
        RuleBook.Find(finding.Code) is { } rule ? Fill(rule.In(language).Message, finding, rule, language) : finding.Code;

    /// <summary>How to mend it.</summary>
    public static string Fix(Finding finding, Language language) =>
        RuleBook.Find(finding.Code) is { } rule ? Fill(rule.In(language).Fix, finding, rule, language) : "";

    /// <summary>Puts the finding's facts in the places that a text keeps for them: <c>{row}</c>, <c>{value}</c>, ….</summary>
    private static string Fill(string text, Finding finding, Rule rule, Language language)
    {
        var filled = new StringBuilder(text.Length + 64);
        for (var at = 0; at < text.Length; at++)
        {
            var end = text[at] == '{' ? text.IndexOf('}', at) : -1;
            if (end < 0)
            {
                filled.Append(text[at]);
                continue;
            }

            var name = text[(at + 1)..end];
            filled.Append(Find(name, finding, rule, language) ?? text[at..(end + 1)]);
            at = end;
        }

        return filled.ToString();
    }

    private static string? Find(string name, Finding finding, Rule rule, Language language) => name switch
    {
        "row" => finding.Row?.ToString(CultureInfo.InvariantCulture) ?? "–",
        "line" => finding.Line?.ToString(CultureInfo.InvariantCulture) ?? "–",
        "column" => finding.Column?.ToString(CultureInfo.InvariantCulture) ?? "–",
        "header" => OneLine(finding.Header ?? ""),
        "value" => OneLine(finding.Value ?? ""),
        _ => finding.Facts.Any(f => f.Name == name) ? OneLine(Word(finding.Facts.First(f => f.Name == name), finding, rule, language)) : null,
    };

    private static string Word(Fact fact, Finding finding, Rule rule, Language language) => rule.Word(fact, finding, language) ?? fact.ToString();

    /// <summary>Lines as they stand, with a sign for each character that nobody would see: an example is read by people.</summary>
    public static string Visible(string lines) => string.Concat(lines.ReplaceLineEndings("\n").Select(c => c switch
    {
        '\n' or '\t' => c.ToString(),
        '\uFEFF' => "[BOM]",
        < ' ' => ((char)(0x2400 + c)).ToString(),
        '\u007F' => "\u2421",
        _ => c.ToString(),
    }));

    /// <summary>Control characters, and those that turn the direction of what follows.</summary>
    private static bool IsHidden(char c) => char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u2028' or '\u2029';

    /// <summary>A sentence stays on its line, and a hostile value cannot steer a terminal: control characters are shown, not sent.</summary>
    internal static string OneLine(string text)
    {
        if (!text.Any(IsHidden))
        {
            return text;
        }

        return string.Concat(text.Select(c => c switch
        {
            '\n' or '\r' or '\t' => " ",
            < ' ' => ((char)(0x2400 + c)).ToString(),
            '\u007F' => "\u2421",
            _ when IsHidden(c) => "\uFFFD",
            _ => c.ToString(),
        }));
    }
}
