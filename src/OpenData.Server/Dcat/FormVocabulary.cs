using OpenData.Registry;
using OpenData.Server.Dcat.Descriptions;
using OpenData.Server.Dcat.Rdf;
using OpenData.Server.Web;

namespace OpenData.Server.Dcat;

/// <summary>The vocabulary of Form 1: every item as a property and every code as a concept, from the schema and the code lists that we publish.</summary>
internal static class FormVocabulary
{
    public static RdfGraph Describe(string root)
    {
        var addresses = new CatalogAddresses(root);
        var graph = new RdfGraph(new RdfPrefixes(addresses.Vocabulary));
        var items = new FormItems(graph, addresses);
        foreach (var (key, label, list) in FormLabels.Items())
        {
            // A list is named like the first item that uses it, and cannot be property and scheme at once.
            var property = addresses.Vocabulary + key;
            graph.Type(property, "rdf:Property");
            graph.Text(property, "rdfs:label", label);
            graph.Link(property, "rdfs:isDefinedBy", addresses.Vocabulary.TrimEnd('#'));
            if (list is not null && CodeLists.Of(list).Count > 0)
            {
                var scheme = addresses.Scheme(list);
                graph.Link(property, "rdfs:seeAlso", scheme);
                graph.Type(scheme, "skos:ConceptScheme");
                graph.Text(scheme, "dct:title", label);
            }
        }

        foreach (var list in CodeLists.Names)
        {
            foreach (var entry in CodeLists.Of(list))
            {
                items.Concept(list, entry);
            }
        }

        return graph;
    }
}
