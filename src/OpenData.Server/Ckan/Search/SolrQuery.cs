namespace OpenData.Server.Ckan.Search;

/// <summary>A query in the language of Solr that CKAN's clients send as <c>q</c> and <c>fq</c>.</summary>
internal abstract record SolrQuery
{
    private SolrQuery()
    {
    }

    /// <summary>Every dataset.</summary>
    public sealed record Everything : SolrQuery;

    /// <summary>All of the parts hold.</summary>
    public sealed record All(IReadOnlyList<SolrQuery> Parts) : SolrQuery;

    /// <summary>One of the parts holds.</summary>
    public sealed record Any(IReadOnlyList<SolrQuery> Parts) : SolrQuery;

    /// <summary>The part does not hold.</summary>
    public sealed record Not(SolrQuery Part) : SolrQuery;

    /// <summary>A field has a value; where none is named, the dataset contains the words anywhere.</summary>
    /// <param name="Field">The field, or null.</param>
    /// <param name="Value">The value, with <c>*</c> and <c>?</c> standing for any letters where <paramref name="HasWildcards"/>.</param>
    /// <param name="HasWildcards">True where a <c>*</c> or <c>?</c> stood outside quotes.</param>
    public sealed record Term(string? Field, string Value, bool HasWildcards) : SolrQuery;

    /// <summary>A field lies between two values; null is without end.</summary>
    public sealed record Range(string Field, string? From, bool WithFrom, string? To, bool WithTo) : SolrQuery;

    /// <summary>The fields that the query names.</summary>
    public IEnumerable<string> Fields => this switch
    {
        All all => all.Parts.SelectMany(p => p.Fields),
        Any any => any.Parts.SelectMany(p => p.Fields),
        Not not => not.Part.Fields,
        Term { Field: { } named } => [named],
        Range range => [range.Field],
        _ => [],
    };

    /// <summary>The words that are looked for anywhere.</summary>
    public IEnumerable<string> Words => this switch
    {
        All all => all.Parts.SelectMany(p => p.Words),
        Any any => any.Parts.SelectMany(p => p.Words),
        Not not => not.Part.Words,
        Term { Field: null } term => [term.Value],
        _ => [],
    };

    /// <summary>True where the query is nothing but words, all of them wanted: then the search ranks what it finds.</summary>
    public bool IsPlain => this switch
    {
        Term { Field: null, HasWildcards: false } => true,
        All all => all.Parts.All(p => p.IsPlain),
        _ => false,
    };
}
