namespace OpenData.Store.Search;

/// <summary>The numbers of the search, each with its reason.</summary>
public static class SearchLimits
{
    /// <summary>Words of a text that are looked for: nobody types more, and each costs a look into the index.</summary>
    public const int Words = 32;

    /// <summary>Hits of a page up to which it is kept for whoever asks for the same; longer ones are asked for once.</summary>
    public const int KeptHits = 100;

    /// <summary>Values of a facet that are given, and those filtered by beside them: two screens of links.</summary>
    public const int FacetValues = 50;

    /// <summary>Hits up to which another spelling is looked for: one or two may be the same slip in somebody's title.</summary>
    public const int FewHits = 2;

    /// <summary>Characters of a description that are shown around a hit.</summary>
    public const int SnippetLength = 180;

    /// <summary>Letters of a word from which on one slip is forgiven; a shorter word with a slip is another word.</summary>
    public const int ForgivenLetters = 4;

    /// <summary>Letters for each further slip that is forgiven: one in eight.</summary>
    public const int LettersOfSlip = 8;

    /// <summary>Slips that are forgiven at most.</summary>
    public const int Slips = 3;
}
