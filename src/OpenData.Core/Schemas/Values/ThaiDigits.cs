namespace OpenData.Schemas.Values;

/// <summary>Thai digits ๐–๙.</summary>
public static class ThaiDigits
{
    public static bool Contains(string text) => text.AsSpan().IndexOfAnyInRange('๐', '๙') >= 0;

    /// <summary>The text with every Thai digit as an Arabic one.</summary>
    public static string ToArabic(string text) =>
        string.Create(text.Length, text, static (to, from) =>
        {
            for (var i = 0; i < to.Length; i++)
            {
                to[i] = from[i] is >= '๐' and <= '๙' ? (char)('0' + (from[i] - '๐')) : from[i];
            }
        });
}
