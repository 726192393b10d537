using System.Text;

namespace OpenData.Server.Rest.RowQueries;

/// <summary>Splits the list of <c>in</c> and <c>nin</c> at its commas; a value with a comma stands in double quotes, as in CSV.</summary>
internal static class ValueList
{
    /// <summary>The values of <paramref name="text"/>, or null where a quote is not closed.</summary>
    public static IReadOnlyList<string>? Split(string text)
    {
        var values = new List<string>();
        var value = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"')
            {
                value.Append('"');
                i++;
            }
            else if (character == '"' && (quoted || value.Length == 0))
            {
                quoted = !quoted;
            }
            else if (character == ',' && !quoted)
            {
                values.Add(value.ToString());
                value.Clear();
            }
            else
            {
                value.Append(character);
            }
        }

        values.Add(value.ToString());
        return quoted ? null : values;
    }
}
