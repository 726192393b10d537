using System.Text;
using System.Xml;

namespace OpenData.Server.Dcat.Rdf;

/// <summary>Writes a graph as RDF/XML (RDF 1.1 XML Syntax), a description for each subject.</summary>
internal static class RdfXmlWriter
{
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    // Entitize: a carriage return in a value would otherwise be read as a line feed.
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize };

    public static byte[] Write(RdfGraph graph)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            xml.WriteStartElement("rdf", "RDF", Rdf);
            foreach (var (prefix, address) in graph.Prefixes.All.Where(p => p.Prefix != "rdf"))
            {
                xml.WriteAttributeString("xmlns", prefix, null, address);
            }

            foreach (var (subject, statements) in graph.Subjects)
            {
                Describe(xml, subject, statements, graph.Prefixes);
            }

            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void Describe(XmlWriter xml, string subject, IReadOnlyList<RdfStatement> statements, RdfPrefixes prefixes)
    {
        xml.WriteStartElement("Description", Rdf);
        xml.WriteAttributeString("about", Rdf, subject);
        foreach (var statement in statements)
        {
            var (address, local) = prefixes.Split(statement.Predicate);
            xml.WriteStartElement(local, address);
            Term(xml, statement.Object, prefixes);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Term(XmlWriter xml, RdfTerm term, RdfPrefixes prefixes)
    {
        switch (term)
        {
            case RdfAddress address:
                xml.WriteAttributeString("resource", Rdf, address.Address);
                break;
            case RdfValue value:
                if (value.Language is { } language)
                {
                    xml.WriteAttributeString("xml", "lang", null, language);
                }
                else if (value.Datatype is { } datatype)
                {
                    xml.WriteAttributeString("datatype", Rdf, prefixes.Expand(datatype));
                }

                xml.WriteString(value.Text);
                break;
        }
    }
}
