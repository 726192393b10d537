using OpenData.GraphQL;
using OpenData.GraphQL.Types;

namespace OpenData.Server.GraphQl;

/// <summary>How much one GraphQL request may ask of this server, each number with its reason; the engine's own are in <see cref="GraphQLLimits"/>.</summary>
public static class GraphQlServerLimits
{
    /// <summary>The limits of documents, variables, cost, time and answers. The engine's defaults are made for a public API such as this.</summary>
    public static readonly GraphQLLimits Engine = GraphQLLimits.Default;

    /// <summary>1 MiB of request: a document of <see cref="GraphQLLimits.MaxDocumentBytes"/> and 20,000 values of 40 bytes; larger dictionaries go by REST.</summary>
    public const int RequestBytes = 1 << 20;

    /// <summary>Arrays and objects inside one another in a request's JSON: a filter is five deep, a form four.</summary>
    public const int JsonDepth = 64;

    /// <summary>Bytes of trusted documents kept: 800 of 10 kB, which is every query of some twenty applications.</summary>
    public const int TrustedDocumentBytes = 8 << 20;

    /// <summary>Types that a whole schema may list: some 500 resources, whose introspection takes 5 MB.</summary>
    public const int ListedTypes = 5_000;

    /// <summary>Findings of a page where none are asked for: what a person reads at once.</summary>
    public const int DefaultFindings = 50;

    /// <summary>Findings of a page at most; a report keeps a few for each rule and column, seldom more than this in all.</summary>
    public const int MostFindings = 1_000;

    /// <summary>Releases that one field gives at most, the newest first: five years of a dataset that is published every day but Sunday.</summary>
    public const int MostReleases = 1_500;

    /// <summary>Releases given where none are asked for.</summary>
    public const int DefaultReleases = 20;

    /// <summary>Datasets that facets, filters and orders look through: they lie in memory, and ten milliseconds sort them.</summary>
    public const int SweptDatasets = 50_000;

    /// <summary>Organizations to reckon with where a field gives all of them: a ministry has some fifty.</summary>
    public const int AssumedOrganizations = 50;

    /// <summary>Values that one facet lists, the most frequent first.</summary>
    public const int FacetValues = 50;

    /// <summary>Searches whose finds are kept until something is published: 32 times 14,000 datasets of 100 bytes, their texts shared, are 45 MB.</summary>
    public const int KeptSweeps = 32;

    /// <summary>Different searches that one request may have looked through so.</summary>
    public const int Sweeps = 4;

    /// <summary>Cost of a page of datasets, beside that of each dataset.</summary>
    public const int PageCost = 100;

    /// <summary>Cost of a dataset with its form, its resources and their dictionaries: five thousand in one request at most, a second's work.</summary>
    public const int DatasetCost = 20;

    /// <summary>Cost of the releases of a resource: each carries the dictionary it was checked against.</summary>
    public const int ReleaseCost = 1;

    /// <summary>Cost of a report, which is read and parsed as a whole: up to some hundred kilobytes. A thousand in one request at most.</summary>
    public const int ReportCost = 100;

    /// <summary>Cost of an organization's scores: every report of it is read. Twenty organizations in one request at most; what readers were shown last is kept a minute.</summary>
    public const int ScoreCost = 5_000;

    /// <summary>Cost of a mutation, each a transaction of its own: a thousand at once at most.</summary>
    public const int MutationCost = 100;

    /// <summary>How the schemas of this server present themselves.</summary>
    public static readonly SchemaOptions Schema = new()
    {
        Description = "ข้อมูลเปิดทุกชุดที่เผยแพร่ · Every published dataset.",
        QueryDescription = "The catalog, and the rows of every published resource.",
        MutationDescription = "Registration. Needs the header `Authorization: Bearer <token>`; files are sent by REST: PUT /api/v1/datasets/{name}/resources/{key}/file.",
        MaxListedTypes = ListedTypes,
        TooManyTypesHint = "Each dataset has a small schema of its own at /graphql/{dataset}, and __type(name:) answers here.",
    };
}
