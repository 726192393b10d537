using System.Globalization;
using System.Net;
using OpenData.Schemas;

namespace OpenData.Reports.Pages;

/// <summary>Writes parts of a page: whatever comes from a file is encoded here and nowhere else.</summary>
internal sealed class HtmlText(TextWriter writer, Language language)
{
    public Language Language => language;

    /// <summary>One of two texts of ours, by language.</summary>
    public string Say(string thai, string english) => language == Language.Thai ? thai : english;

    /// <summary>Markup of ours, as it is.</summary>
    public void Write(string markup) => writer.Write(markup);

    /// <summary>A table's start, up to its first row; it scrolls by itself where it is wider than the page.</summary>
    public void BeginTable(string caption, string style, params string[] heads)
    {
        Write($"<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{Html(caption)}\"><table class=\"{style}\">\n<caption>{Html(caption)}</caption>\n<thead><tr>");
        foreach (var head in heads)
        {
            Write($"<th scope=\"col\">{Html(head)}</th>");
        }

        BeginRows();
    }

    public void BeginRows() => Write("</tr></thead>\n<tbody>\n");

    public void EndTable() => Write("</tbody>\n</table></div>\n");

    /// <summary>A row of a table of two columns.</summary>
    public void Row(string name, string value) => Write($"<tr><th scope=\"row\">{Html(name)}</th><td>{Html(value)}</td></tr>\n");

    /// <summary>A number as people write it.</summary>
    public static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Any text, made harmless: no markup, no control character, no turn of direction.</summary>
    public static string Html(string text) => WebUtility.HtmlEncode(Sentences.OneLine(text));

    /// <summary>Lines of an example, as they stand.</summary>
    public static string HtmlLines(string lines) => WebUtility.HtmlEncode(Sentences.Visible(lines));
}
