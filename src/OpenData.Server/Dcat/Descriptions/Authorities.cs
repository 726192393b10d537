using OpenData.Registry.Vocabularies;
using OpenData.Schemas;
using OpenData.Server.Dcat.Rdf;

namespace OpenData.Server.Dcat.Descriptions;

/// <summary>Concepts of the EU's authority tables, each with the class and the table that DCAT-AP wants to see beside it.</summary>
internal sealed class Authorities(RdfGraph graph)
{
    /// <summary>Points to a concept that is of a class of its own, such as a frequency.</summary>
    public void Link(string subject, string predicate, EuConcept? concept, string type)
    {
        if (concept is null)
        {
            return;
        }

        graph.Link(subject, predicate, concept.Address);
        graph.Type(concept.Address, type);
        graph.Link(concept.Address, "skos:inScheme", concept.Scheme);
    }

    /// <summary>Points to a concept that is a <c>skos:Concept</c>, which needs a label.</summary>
    public void LinkConcept(string subject, string predicate, EuConcept? concept, LocalText label)
    {
        Link(subject, predicate, concept, "skos:Concept");
        if (concept is not null)
        {
            graph.Text(concept.Address, "skos:prefLabel", label);
        }
    }
}
