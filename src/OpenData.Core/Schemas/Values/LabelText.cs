using System.Text;

namespace OpenData.Schemas.Values;

/// <summary>Header texts as they should stand: on one line, without spaces at the ends, doubled or hidden ones.</summary>
public static class LabelText
{
    /// <summary>The label with one space for any white space, and without characters of no width.</summary>
    public static string Clean(string label)
    {
        var clean = new StringBuilder(label.Length);
        foreach (var c in label)
        {
            if (c is '\u200B' or '\u200C' or '\u200D' or '\uFEFF' or '\u2060')
            {
                continue;
            }

            if (!char.IsWhiteSpace(c))
            {
                clean.Append(c);
            }
            else if (clean.Length > 0 && clean[^1] != ' ')
            {
                clean.Append(' ');
            }
        }

        return clean.ToString().TrimEnd(' ');
    }
}
