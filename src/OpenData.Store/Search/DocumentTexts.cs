namespace OpenData.Store.Search;

/// <summary>The texts of a document, folded.</summary>
/// <param name="Number">Its number.</param>
/// <param name="IsPublic">True where everybody sees it.</param>
/// <param name="Texts">Each text with its field; none is empty.</param>
internal sealed record DocumentTexts(int Number, bool IsPublic, IReadOnlyList<(SearchField Field, ReadOnlyMemory<byte> Letters)> Texts)
{
    /// <summary>Bytes of its letters.</summary>
    public int Bytes => Texts.Sum(t => t.Letters.Length + 1);
}

/// <summary>A document in which a word was found.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Fields">The fields that contain the word, a bit for each <see cref="SearchField"/>, and the bits below.</param>
internal readonly record struct FoundDocument(int Number, byte Fields)
{
    /// <summary>The bit of titles.</summary>
    public const byte Title = 1 << (int)SearchField.Title;

    /// <summary>The bits of fields, which are their weights.</summary>
    public const byte Weights = (Title << 1) - 1;

    /// <summary>A title begins with the word.</summary>
    public const byte Begins = Title << 1;

    /// <summary>A title is just the word.</summary>
    public const byte Whole = Title << 2;

    /// <summary>Whether a title begins with the word, or is just the word, is not known.</summary>
    public const byte Unsure = Title << 3;

    /// <summary>A document with the fields in which an engine found the word, which tells no places in them.</summary>
    public static FoundDocument Of(int number, IEnumerable<SearchField> fields)
    {
        var bits = fields.Aggregate(0, (all, field) => all | (1 << (int)field));
        return new FoundDocument(number, (byte)((bits & Title) == 0 ? bits : bits | Unsure));
    }
}
