using System.Text;
using Newtonsoft.Json.Linq;

namespace OpenData.Schemas;

/// <summary>
/// A code list in one cell: <c>Y=ใช่|N=ไม่ใช่</c>. A second <c>=</c> begins the English label where it differs
/// (<c>Y=ใช่=Yes</c>); a backslash makes the sign after it plain text.
/// </summary>
public static class CodeCell
{
    /// <summary>The cell of a code list.</summary>
    public static string Write(IEnumerable<CodeValue> codes) => string.Join('|', codes.Select(Write));

    /// <summary>The code list of a cell, as <c>dictionary.schema.json</c> has it.</summary>
    public static JArray Read(string cell) => new(Split(cell ?? "", '|').Where(c => !string.IsNullOrWhiteSpace(c)).Select(Code));

    private static string Write(CodeValue code)
    {
        var label = code.Label;
        var text = Escape(code.Code);
        return label.IsEmpty ? text
            : label.Th == label.En ? $"{text}={Escape(label.Th!)}"
            : $"{text}={Escape(label.Th ?? "")}={Escape(label.En ?? "")}";
    }

    private static JObject Code(string text)
    {
        var parts = Split(text, '=');
        var code = new JObject { ["code"] = Plain(parts[0]) };
        if (parts.Count == 2 && Plain(parts[1]) is { Length: > 0 } both)
        {
            code["label"] = both;
        }
        else if (parts.Count > 2)
        {
            // "A=x=y=z" can only mean that the English label has an "=" in it.
            var label = new JObject();
            Put(label, "th", Plain(parts[1]));
            Put(label, "en", Plain(string.Join('=', parts.Skip(2))));
            if (label.Count > 0)
            {
                code["label"] = label;
            }
        }

        return code;
    }

    private static void Put(JObject label, string language, string text)
    {
        if (text.Length > 0)
        {
            label[language] = text;
        }
    }

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal).Replace("=", "\\=", StringComparison.Ordinal);

    /// <summary>Splits at a sign that no backslash stands before; the backslashes stay.</summary>
    private static List<string> Split(string text, char at)
    {
        var parts = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == at)
            {
                parts.Add(text[start..i]);
                start = i + 1;
            }
        }

        parts.Add(text[start..]);
        return parts;
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] is '\\' or '|' or '=')
            {
                i++;
            }

            plain.Append(text[i]);
        }

        return plain.ToString().Trim();
    }
}
