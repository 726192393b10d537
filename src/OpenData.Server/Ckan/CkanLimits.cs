namespace OpenData.Server.Ckan;

/// <summary>The numbers of the CKAN face, each with its reason: most are CKAN's own, which its clients count on.</summary>
internal static class CkanLimits
{
    /// <summary>The version of CKAN whose answers are given; clients switch by it.</summary>
    public const string Version = "2.11.0";

    /// <summary>Datasets of a search where none are asked for (CKAN's default).</summary>
    public const int DefaultRows = 10;

    /// <summary>Datasets of a search at most (<c>ckan.search.rows_max</c>); who asks for more is given so many, as by CKAN.</summary>
    public const int MostRows = 1_000;

    /// <summary>Values of a facet where no limit is asked for (<c>search.facets.limit</c>).</summary>
    public const int FacetValues = 50;

    /// <summary>Organizations of a list of names at most.</summary>
    public const int MostOrganizations = 1_000;

    /// <summary>Organizations of a list with all their fields at most; CKAN gives 25, but we need not ask an index for each.</summary>
    public const int MostFullOrganizations = 1_000;

    /// <summary>Datasets that an organization shows with itself.</summary>
    public const int OrganizationPackages = 10;

    /// <summary>Names that complete a word where no limit is asked for.</summary>
    public const int Completions = 10;

    /// <summary>Rows of a page of the DataStore where none are asked for (<c>ckan.datastore.search.rows_default</c>).</summary>
    public const int DefaultRecords = 100;

    /// <summary>Rows of a page of the DataStore at most (<c>ckan.datastore.search.rows_max</c>).</summary>
    public const int MostRecords = 32_000;

    /// <summary>Rows of a distinct page that may be passed over: each of them is grouped anew.</summary>
    public const int MostDistinctOffset = 1_000_000;

    /// <summary>1 MiB of arguments: a filter of ten thousand Thai names takes a quarter of it.</summary>
    public const int ArgumentBytes = 1 << 20;

    /// <summary>Characters of a search query: room for a harvester's list of a thousand organizations.</summary>
    public const int QueryLength = 65_536;

    /// <summary>Clauses of a search query, Solr's own limit (<c>maxBooleanClauses</c>).</summary>
    public const int Clauses = 1_024;

    /// <summary>Brackets within brackets of a search query, so that no query exhausts the stack.</summary>
    public const int Depth = 32;

    /// <summary>Filters within filters of the DataStore, and brackets within brackets of its text queries: each may take two of the levels that a store has.</summary>
    public const int FilterDepth = 8;

    /// <summary>Free words of a query that has operators; each is one look into the index.</summary>
    public const int Words = 32;

    /// <summary>Conditions of one filter of the DataStore, values of its lists among them.</summary>
    public const int Conditions = 10_000;

    /// <summary>Words of a full-text query inside rows: each is compared with every column.</summary>
    public const int RowWords = 8;

    /// <summary>Datasets that are read at once to learn what a search asks of them.</summary>
    public const int Batch = 200;

    /// <summary>Characters of a JSONP callback's name.</summary>
    public const int CallbackLength = 128;
}
