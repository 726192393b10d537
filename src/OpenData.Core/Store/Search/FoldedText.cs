using System.Text;
using System.Text.RegularExpressions;
using OpenData.Schemas.Values;

namespace OpenData.Store.Search;

/// <summary>
/// Texts as searches compare them: without case, every letter in one spelling, Thai digits as Arabic ones, any white space one space.
/// </summary>
public static partial class FoldedText
{
    /// <summary>
    /// Compatibility forms are made one (NFKC), which takes sara am (ำ) apart into nikhahit and sara aa. A tone mark stands before that
    /// nikhahit or, in text taken from PDF files, behind it: it is moved before.
    /// </summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        // Half a surrogate pair has no normal form: through UTF-8 it becomes the replacement character.
        var whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', ' ');
        var folded = new StringBuilder(ThaiDigits.ToArabic(whole.Normalize(NormalizationForm.FormKC).ToLowerInvariant()));
        for (var tone = '\u0E48'; tone <= '\u0E4B'; tone++)
        {
            folded.Replace($"\u0E4D{tone}", $"{tone}\u0E4D");
        }

        return folded.ToString();
    }

    /// <summary>The text folded and on one line: runs of white space are one space, none at the ends.</summary>
    public static string Line(string? text) => PlainText.Map(text ?? "") is { } plain
        ? plain.Folded.Trim(' ')
        : string.Join(' ', Fold(text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The words of a search, each once and folded: what white space separates, and what stands between double quotes as one.</summary>
    public static IReadOnlyList<string> Words(string? text) =>
        [.. (text?.AsSpan().IndexOfAny('"', '“', '”') >= 0 ? WordsAndPhrases(text) : (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Select(Line)
            .Where(w => w.Length > 0)
            .Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> WordsAndPhrases(string text) =>
        WordOrPhrase().Matches(text.Replace('“', '"').Replace('”', '"')).Select(m => m.Groups[1].Success ? m.Groups[1].Value : m.Value);

    /// <summary>A quote begins a phrase where a word begins, and ends it where one ends; elsewhere it is a sign like others.</summary>
    [GeneratedRegex("""(?<!\S)"([^"]+)"(?!\S)|\S+""")]
    private static partial Regex WordOrPhrase();
}
