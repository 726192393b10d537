using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.Dcat.Rdf;

namespace OpenData.Server.Dcat.Descriptions;

/// <summary>Organizations as publishers, with the agency above each.</summary>
internal sealed class AgentDescription(RdfGraph graph, CatalogAddresses addresses, IReadOnlyDictionary<string, Organization> organizations)
{
    /// <summary>Says who an organization is; returns its address.</summary>
    public string Add(string name, LocalText? titleInForm = null)
    {
        var agent = addresses.Agent(name);
        var known = organizations.GetValueOrDefault(name);
        var title = known is { Title.IsEmpty: false } ? known.Title : titleInForm is { IsEmpty: false } ? titleInForm : new LocalText(name, name);
        graph.Type(agent, "foaf:Agent", "foaf:Organization", "org:Organization");
        graph.Text(agent, "foaf:name", title);
        graph.Typed(agent, "dct:identifier", name, null);
        graph.Link(agent, "foaf:page", $"{addresses.Root}/organizations/{name}");
        if (known?.Parent is { Length: > 0 } parent && parent != name)
        {
            graph.Link(agent, "org:subOrganizationOf", addresses.Agent(parent));
        }

        return agent;
    }
}
