using System.Text;

namespace OpenData.Rules.Privacy;

/// <summary>Hides personal data in what is shown.</summary>
internal static class Masks
{
    /// <summary>What stands between the cells of a row that is shown as one value.</summary>
    public const string Bar = " | ";

    /// <summary>A number: nothing but its last two digits.</summary>
    public static string Number(string text) => text.Length > 4 ? $"x…{text[^2..]}" : "x…";

    /// <summary>A whole value of a column that holds personal data, whether or not this one is such data as it should be written.</summary>
    public static string Whole(string text)
    {
        var value = text.Trim();
        var pieces = PersonalText.Find(value, isAboutPhones: true);
        if (pieces is [var only] && only.Length == value.Length)
        {
            return only.Masked;
        }

        return value.Length < 2 ? value : value.Any(char.IsDigit) ? Number(value) : PersonNames.Mask(value);
    }

    /// <summary>A text, or the cells of a row joined by bars, with every piece of personal data hidden.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isCareful">True in a file that holds personal data: plain numbers that may be telephones are hidden too, and the last word of a text that was cut.</param>
    public static string InText(string text, bool isCareful = false)
    {
        var masked = string.Join(Bar, text.Split(Bar).Select(part => InPart(part, isCareful)));
        return isCareful && text is [.., '…'] ? WithoutLastWord(masked) : masked;
    }

    private static string InPart(string text, bool isCareful)
    {
        var masked = new StringBuilder();
        var at = 0;
        foreach (var piece in PersonalText.Find(text, isCareful).OrderBy(p => p.At).Where(p => p.Kind != PersonalKind.NationalId || NationalIds.IsChecked(p.Number)))
        {
            if (piece.At >= at)
            {
                masked.Append(text, at, piece.At - at).Append(piece.Masked);
                at = piece.At + piece.Length;
            }
        }

        return masked.Append(text, at, text.Length - at).ToString();
    }

    private static string WithoutLastWord(string text)
    {
        var space = text.LastIndexOfAny([' ', ',', ';', ':', '|']);
        return space > 0 ? text[..(space + 1)] + "…" : "…";
    }
}
