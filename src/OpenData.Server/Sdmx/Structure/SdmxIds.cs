using System.Text;

namespace OpenData.Server.Sdmx.Structure;

/// <summary>Makes ids that SDMX takes (SDMX 3.0, common:NCNameIDType and common:IDType) of names and codes, the same each time.</summary>
internal static class SdmxIds
{
    public const string Time = "TIME_PERIOD";
    public const string SingleMeasure = "OBS_VALUE";

    /// <summary>The agency of an organization: its slug, with a letter before a digit.</summary>
    public static string Agency(string organization) => char.IsAsciiLetter(organization[0]) ? organization : "O" + organization;

    /// <summary>A component's id: the column's name in capitals.</summary>
    public static string Component(string column, ISet<string> taken) => Free(char.IsAsciiLetter(column[0]) ? column.ToUpperInvariant() : "C" + column.ToUpperInvariant(), taken);

    /// <summary>A code's id: the code where it is one, else its letters and digits in capitals, else a number.</summary>
    public static string Code(string code, int number, ISet<string> taken)
    {
        if (code.Length > 0 && code.All(IsOfId))
        {
            return Free(code, taken);
        }

        var id = new StringBuilder();
        foreach (var c in code)
        {
            var kept = char.IsAsciiLetterOrDigit(c) ? char.ToUpperInvariant(c) : '_';
            if (kept != '_' || (id.Length > 0 && id[^1] != '_'))
            {
                id.Append(kept);
            }
        }

        var text = id.ToString().Trim('_');
        return Free(text.Length > 0 ? text : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"C{number}"), taken);
    }

    /// <summary>True of a character that may stand in an id.</summary>
    public static bool IsOfId(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '@' or '$' or '-';

    private static string Free(string id, ISet<string> taken)
    {
        var free = id;
        for (var n = 2; !taken.Add(free); n++)
        {
            free = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{id}_{n}");
        }

        return free;
    }
}
