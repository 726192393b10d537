using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace OpenData.Schemas;

/// <summary>How a value of a document is quoted in a sentence: on one line, and not too long to read.</summary>
internal static class Quote
{
    /// <summary>The value, as short text.</summary>
    public static string Value(JToken? value) => value switch
    {
        null => "",
        JValue { Type: JTokenType.String } text => Cut((string)text!),
        _ => Cut(value.ToString(Formatting.None)),
    };

    /// <summary>The text with line breaks shown as spaces, cut where it is long.</summary>
    public static string Cut(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        if (line.Length <= DocumentLimits.MaxQuotedValue)
        {
            return line;
        }

        // Half a surrogate pair would break whatever prints the sentence.
        var end = char.IsHighSurrogate(line[DocumentLimits.MaxQuotedValue - 1]) ? DocumentLimits.MaxQuotedValue - 1 : DocumentLimits.MaxQuotedValue;
        return line[..end] + "…";
    }

    /// <summary>Names one after another, cut where there are many.</summary>
    public static string List(IReadOnlyCollection<string> names)
    {
        var shown = string.Join(", ", names.Take(DocumentLimits.MaxListedValues));
        return names.Count > DocumentLimits.MaxListedValues ? $"{shown}, … ({names.Count})" : shown;
    }
}
