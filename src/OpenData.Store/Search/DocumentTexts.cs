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
/// <param name="Fields">The fields that contain the word, a bit for each <see cref="SearchField"/>.</param>
internal readonly record struct FoundDocument(int Number, byte Fields);
