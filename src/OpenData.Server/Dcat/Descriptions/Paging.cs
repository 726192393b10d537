using OpenData.Server.Dcat.Rdf;

namespace OpenData.Server.Dcat.Descriptions;

/// <summary>
/// The pages of an answer, in the words of Hydra, today's and those that harvesters in use still read. Addresses are texts, since the
/// parsers of CKAN write and expect them so.
/// </summary>
internal sealed record Paging
{
    /// <summary>The address of this page.</summary>
    public required string Current { get; init; }

    public required string First { get; init; }
    public required string Last { get; init; }
    public string? Next { get; init; }
    public string? Previous { get; init; }
    public required long Total { get; init; }
    public required int PerPage { get; init; }

    public void Add(RdfGraph graph)
    {
        var page = RdfAddress.OfText(Current)!.Address;
        graph.Type(page, "hydra:PagedCollection", "hydra:PartialCollectionView");
        Say(graph, page, "first", First);
        Say(graph, page, "previous", Previous);
        Say(graph, page, "next", Next);
        Say(graph, page, "last", Last);
        graph.Count(page, "hydra:totalItems", Total);
        graph.Count(page, "hydra:itemsPerPage", PerPage);
    }

    private static void Say(RdfGraph graph, string page, string word, string? address)
    {
        graph.Typed(page, "hydra:" + word, address, null);
        graph.Typed(page, "hydra:" + word + "Page", address, null);
    }
}
