using OpenData.Registry;
using OpenData.Registry.Vocabularies;
using OpenData.Schemas;
using OpenData.Server.Dcat.Rdf;
using OpenData.Server.Web;

namespace OpenData.Server.Dcat.Descriptions;

/// <summary>The catalog, or a page of it, as one graph: its datasets with their records, publishers and services.</summary>
internal sealed class CatalogDescription
{
    private const string Profile = "http://data.europa.eu/r5r/";
    private readonly CatalogAddresses addresses;
    private readonly AgentDescription agents;
    private readonly IReadOnlyList<ServiceDescription> services;

    public CatalogDescription(string root, IReadOnlyDictionary<string, Organization> organizations, IReadOnlyList<ServiceDescription> services)
    {
        this.services = services;
        addresses = new CatalogAddresses(root);
        Graph = new RdfGraph(new RdfPrefixes(addresses.Vocabulary));
        agents = new AgentDescription(Graph, addresses, organizations);
    }

    public RdfGraph Graph { get; }

    /// <summary>Says a page of the catalog.</summary>
    public CatalogDescription Add(CatalogSlice slice)
    {
        var uri = Describe();
        slice.Paging?.Add(Graph);
        Graph.Moment(uri, "dct:issued", slice.Issued);
        Graph.Moment(uri, "dct:modified", slice.Modified);
        foreach (var service in services)
        {
            Graph.Link(uri, "dcat:service", service.Address(addresses));
        }

        Add(slice.Datasets, uri);
        return this;
    }

    /// <summary>Says one dataset alone, with the catalog that it is of.</summary>
    public CatalogDescription Add(Dataset dataset)
    {
        Add([dataset], Describe());
        return this;
    }

    private void Add(IReadOnlyList<Dataset> datasets, string catalog)
    {
        var description = new DatasetDescription(Graph, addresses, agents, services);
        var uris = new List<string>(datasets.Count);
        foreach (var dataset in datasets)
        {
            var uri = description.Add(dataset);
            uris.Add(uri);
            Graph.Link(catalog, "dcat:dataset", uri);
            Record(catalog, uri, dataset);
        }

        foreach (var service in services)
        {
            service.Add(Graph, addresses, Publisher(), service.ServesEvery ? uris : []);
        }
    }

    private void Record(string catalog, string uri, Dataset dataset)
    {
        var record = uri + "#record";
        Graph.Link(catalog, "dcat:record", record);
        Graph.Type(record, "dcat:CatalogRecord");
        Graph.Link(record, "foaf:primaryTopic", uri);
        Graph.Moment(record, "dct:issued", dataset.Created);
        Graph.Moment(record, "dct:modified", dataset.Modified);
        Graph.Link(record, "dct:conformsTo", Profile);
        Graph.Type(Profile, "dct:Standard");
        Graph.Typed(Profile, "dct:title", "DCAT-AP 3.0.1", null);
    }

    private string Describe()
    {
        var uri = addresses.Catalog;
        Graph.Type(uri, "dcat:Catalog");
        Graph.Text(uri, "dct:title", WebTexts.Site);
        Graph.Text(uri, "dct:description", DcatTexts.Catalog);
        Graph.Link(uri, "dct:publisher", Publisher());
        Graph.Link(uri, "foaf:homepage", addresses.Root + "/");
        Graph.Type(addresses.Root + "/", "foaf:Document");
        Graph.Link(uri, "dcat:themeTaxonomy", EuAuthority.Themes);
        Graph.Type(EuAuthority.Themes, "skos:ConceptScheme");
        Graph.Text(EuAuthority.Themes, "dct:title", DcatTexts.Themes);
        var authorities = new Authorities(Graph);
        foreach (var language in (string[])["th", "en"])
        {
            authorities.Link(uri, "dct:language", EuAuthority.Language(language), "dct:LinguisticSystem");
        }

        authorities.Link(uri, "dct:spatial", Places.Country, "dct:Location");
        return uri;
    }

    /// <summary>Who runs the catalog: all we know of them is what the site is called.</summary>
    private string Publisher()
    {
        var publisher = addresses.Catalog + "#publisher";
        Graph.Type(publisher, "foaf:Agent");
        Graph.Text(publisher, "foaf:name", WebTexts.Site);
        Graph.Link(publisher, "foaf:homepage", addresses.Root + "/");
        return publisher;
    }
}

/// <summary>Some datasets of the catalog, with when the whole of it began and last changed.</summary>
internal sealed record CatalogSlice(IReadOnlyList<Dataset> Datasets, DateTimeOffset Issued, DateTimeOffset Modified, Paging? Paging);
