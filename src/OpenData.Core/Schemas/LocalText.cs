namespace OpenData.Schemas;

/// <summary>A language that OpenData speaks to people.</summary>
public enum Language
{
    /// <summary>Thai (<c>th</c>).</summary>
    Thai,

    /// <summary>English (<c>en</c>).</summary>
    English,
}

/// <summary>A text in Thai, in English, or in both; a text given in one language serves for the other.</summary>
/// <param name="Th">The Thai text, or null.</param>
/// <param name="En">The English text, or null.</param>
public sealed record LocalText(string? Th, string? En)
{
    /// <summary>The text of nothing.</summary>
    public static LocalText Empty { get; } = new(null, null);

    /// <summary>True where neither language has a text.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(Th) && string.IsNullOrEmpty(En);

    /// <summary>The text in <paramref name="language"/>, else in the other language, else empty.</summary>
    public string In(Language language) =>
        (language == Language.Thai ? Th ?? En : En ?? Th) ?? "";
}
