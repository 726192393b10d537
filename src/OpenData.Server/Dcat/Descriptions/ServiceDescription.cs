using OpenData.Registry.Vocabularies;
using OpenData.Schemas;
using OpenData.Server.Dcat.Rdf;
using OpenData.Server.Rest.OpenApi;

namespace OpenData.Server.Dcat.Descriptions;

/// <summary>An interface that serves data, as a data service of the catalog.</summary>
/// <param name="Name">Its fragment in the catalog's address.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Endpoint">The path of its root.</param>
/// <param name="Contract">The path of its machine-readable contract, or of the page that describes it.</param>
/// <param name="Standard">The address of the specification that it keeps.</param>
/// <param name="StandardTitle">The name of that specification.</param>
/// <param name="ServesEvery">True where it gives the rows of every published resource.</param>
internal sealed record ServiceDescription(string Name, LocalText Title, string Endpoint, string Contract, string Standard, string StandardTitle, bool ServesEvery)
{
    private static readonly ServiceDescription Rest = new("rest", new("ส่วนต่อประสาน JSON", "JSON interface (REST)"), "/api/v1", OpenApiRoutes.Address, "https://www.rfc-editor.org/rfc/rfc9110", "HTTP Semantics (RFC 9110)", true);
    private static readonly ServiceDescription GraphQl = new("graphql", new("ส่วนต่อประสาน GraphQL", "GraphQL interface"), "/graphql", "/graphql", "https://spec.graphql.org/September2025/", "GraphQL, September 2025", true);

    private static readonly ServiceDescription Ckan = new("ckan", new("ส่วนต่อประสานของ CKAN (Action API และ DataStore)", "CKAN interface (Action API and DataStore)"), "/api/3", "/about", "https://docs.ckan.org/en/latest/api/", "CKAN Action API, version 3", true);
    private static readonly ServiceDescription Sdmx = new("sdmx", new("ส่วนต่อประสาน SDMX ของชุดข้อมูลสถิติ", "SDMX interface of statistical datasets"), "/sdmx/3.0", "/about", "https://sdmx.org/standards-2/", "SDMX 3.0", false);

    /// <summary>All that this program may have.</summary>
    public static readonly IReadOnlyList<ServiceDescription> All = [Rest, GraphQl, Ckan, Sdmx];

    private static readonly EuConcept Public = new("access-right", "PUBLIC");

    public string Address(CatalogAddresses addresses) => $"{addresses.Catalog}#{Name}";

    /// <summary>Says all of a service, and which datasets of this graph it serves.</summary>
    public void Add(RdfGraph graph, CatalogAddresses addresses, string publisher, IEnumerable<string> datasets)
    {
        var uri = Address(addresses);
        graph.Type(uri, "dcat:DataService");
        graph.Text(uri, "dct:title", Title);
        graph.Link(uri, "dcat:endpointURL", addresses.Root + Endpoint);
        graph.Link(uri, "dcat:endpointDescription", addresses.Root + Contract);
        graph.Link(uri, "dct:publisher", publisher);
        graph.Link(uri, "dct:conformsTo", Standard);
        graph.Type(Standard, "dct:Standard");
        graph.Typed(Standard, "dct:title", StandardTitle, null);
        new Authorities(graph).Link(uri, "dct:accessRights", Public, "dct:RightsStatement");
        graph.Link(uri, "dcat:landingPage", addresses.Root + "/about");
        graph.Type(addresses.Root + "/about", "foaf:Document");
        foreach (var dataset in datasets)
        {
            graph.Link(uri, "dcat:servesDataset", dataset);
        }
    }
}
