using System.Globalization;
using OpenData.Schemas;

namespace OpenData.Store.Search;

/// <summary>A document by its number, with what was made of it once.</summary>
internal sealed class SearchEntry(int number, FoundDataset found)
{
    private static readonly CompareInfo Thai = Of("th-TH");
    private static readonly CompareInfo English = Of("en-US");
    private readonly byte[]?[] titleKeys = new byte[2][];

    public int Number => number;
    public FoundDataset Found => found;

    /// <summary>Its titles and its name, folded.</summary>
    public string[] Titles { get; } = [.. new[] { found.Name, found.Title.Th, found.Title.En }.Select(FoldedText.Line).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>Its values by facet, as the numbers that <see cref="FacetNumbers"/> gives them.</summary>
    public int[][] Values { get; } = new int[FacetNumbers.Facets.Count][];

    /// <summary>Its title in a language, as bytes in whose order dictionaries of the language sort.</summary>
    public byte[] TitleKey(Language language) =>
        titleKeys[language == Language.Thai ? 0 : 1] ??= TitleKey(found.Title.In(language), language);

    /// <summary>A title as such bytes.</summary>
    public static byte[] TitleKey(string title, Language language) =>
        (language == Language.Thai ? Thai : English).GetSortKey(title, CompareOptions.IgnoreCase).KeyData;

    private static CompareInfo Of(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language).CompareInfo;
        }
        catch (CultureNotFoundException)
        {
            // .NET without ICU knows no language.
            return CultureInfo.InvariantCulture.CompareInfo;
        }
    }
}
