using System.Globalization;
using System.Xml;
using OpenData.Schemas;
using OpenData.Server.Rest.Rows;

namespace OpenData.Server.Sdmx.Structure;

/// <summary>Writes structures as an SDMX-ML 3.0 structure message.</summary>
/// <param name="xml">Where it is written to.</param>
/// <param name="codelist">The id of the only code list that is asked for, or null.</param>
internal sealed class StructureXml(XmlWriter xml, string? codelist = null)
{
    public const string Message = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/message";
    public const string Structures = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/structure";
    public const string Common = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/common";
    private const string Xml = "http://www.w3.org/XML/1998/namespace";

    /// <summary>Writes the artefacts that <paramref name="wanted"/> names, in the order of the schema.</summary>
    public void Write(IReadOnlyList<DataStructure> structures, IReadOnlySet<string> wanted, string sender, DateTimeOffset prepared)
    {
        xml.WriteStartElement("mes", "Structure", Message);
        xml.WriteAttributeString("xmlns", "str", null, Structures);
        xml.WriteAttributeString("xmlns", "com", null, Common);
        WriteHeader(sender, prepared);
        xml.WriteStartElement("Structures", Message);
        WriteSome("Codelists", wanted.Contains("codelist"), structures.Where(s => s.Components.Any(c => c.IsCoded)), WriteCodelists);
        WriteSome("ConceptSchemes", wanted.Contains("conceptscheme"), structures, WriteConcepts);
        WriteSome("Dataflows", wanted.Contains("dataflow"), structures, WriteDataflow);
        WriteSome("DataStructures", wanted.Contains("datastructure"), structures, WriteDataStructure);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.Flush();
    }

    private void WriteHeader(string sender, DateTimeOffset prepared)
    {
        xml.WriteStartElement("Header", Message);
        xml.WriteElementString("ID", Message, "STR" + prepared.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        xml.WriteElementString("Test", Message, "false");
        xml.WriteElementString("Prepared", Message, prepared.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        xml.WriteStartElement("Sender", Message);
        xml.WriteAttributeString("id", sender);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteSome(string name, bool asked, IEnumerable<DataStructure> structures, Action<DataStructure> write)
    {
        if (!asked || !structures.Any())
        {
            return;
        }

        Start(name);
        foreach (var structure in structures)
        {
            write(structure);
        }

        xml.WriteEndElement();
    }

    private void WriteCodelists(DataStructure structure)
    {
        foreach (var component in structure.Components.Where(c => c.IsCoded && (codelist is null || SdmxUrn.CodelistId(structure, c) == codelist)))
        {
            StartArtefact("Codelist", SdmxUrn.Codelist(structure, component), structure, SdmxUrn.CodelistId(structure, component), component.Name);
            foreach (var code in component.Codes)
            {
                StartItem("Code", SdmxUrn.Code(structure, component, code), code.Id, code.Name);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }
    }

    private void WriteConcepts(DataStructure structure)
    {
        StartArtefact("ConceptScheme", SdmxUrn.ConceptScheme(structure), structure, SdmxUrn.ConceptSchemeId(structure), structure.Name);
        foreach (var component in structure.Components)
        {
            StartItem("Concept", SdmxUrn.Concept(structure, component), component.Id, component.Name);
            WriteText("Description", component.Definition.Description);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void WriteDataflow(DataStructure structure)
    {
        StartArtefact("Dataflow", SdmxUrn.Dataflow(structure), structure, structure.Id, structure.Name);
        xml.WriteElementString("Structure", Structures, SdmxUrn.DataStructure(structure));
        xml.WriteEndElement();
    }

    private void WriteDataStructure(DataStructure structure)
    {
        StartArtefact("DataStructure", SdmxUrn.DataStructure(structure), structure, structure.Id, structure.Name);
        Start("DataStructureComponents");
        StartList("DimensionList", "DimensionDescriptor");
        var position = 0;
        foreach (var dimension in structure.Dimensions)
        {
            Start(dimension.Kind == ComponentKind.Time ? "TimeDimension" : "Dimension");
            xml.WriteAttributeString("id", dimension.Id);
            if (dimension.Kind == ComponentKind.Dimension)
            {
                xml.WriteAttributeString("position", (++position).ToString(CultureInfo.InvariantCulture));
            }

            WriteRepresentation(structure, dimension, optional: null);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        WriteAttributes(structure);
        WriteMeasures(structure);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteAttributes(DataStructure structure)
    {
        if (!structure.Attributes.Any())
        {
            return;
        }

        StartList("AttributeList", "AttributeDescriptor");
        foreach (var attribute in structure.Attributes)
        {
            Start("Attribute");
            xml.WriteAttributeString("id", attribute.Id);
            xml.WriteAttributeString("usage", attribute.Definition.Required ? "mandatory" : "optional");
            WriteRepresentation(structure, attribute, !attribute.Definition.Required);
            Start("AttributeRelationship");
            Start("Observation");
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void WriteMeasures(DataStructure structure)
    {
        StartList("MeasureList", "MeasureDescriptor");
        foreach (var measure in structure.Measures)
        {
            Start("Measure");
            xml.WriteAttributeString("id", measure.Id);
            xml.WriteAttributeString("usage", measure.Definition.Required ? "mandatory" : "optional");
            WriteRepresentation(structure, measure, !measure.Definition.Required);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>The concept of a component, and what its values are.</summary>
    private void WriteRepresentation(DataStructure structure, Component component, bool? optional)
    {
        xml.WriteElementString("ConceptIdentity", Structures, SdmxUrn.Concept(structure, component));
        Start("LocalRepresentation");
        if (optional is { } may)
        {
            xml.WriteAttributeString("minOccurs", may ? "0" : "1");
            xml.WriteAttributeString("maxOccurs", "1");
        }

        if (component.IsCoded)
        {
            xml.WriteElementString("Enumeration", Structures, SdmxUrn.Codelist(structure, component));
        }
        else
        {
            Start("TextFormat");
            xml.WriteAttributeString("textType", TextType(component));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>The data type of values without a code list.</summary>
    public static string TextType(Component component) => (component.Kind, component.Definition.Type) switch
    {
        (ComponentKind.Time, _) => "ObservationalTimePeriod",
        (_, ColumnType.Integer) => "Long",
        (_, ColumnType.Number) => "Double",
        (_, ColumnType.Decimal) => "Decimal",
        (_, ColumnType.Boolean) => "Boolean",
        (_, ColumnType.Date) => "GregorianDay",
        (_, ColumnType.DateTime) => "DateTime",
        (_, ColumnType.Year) => "GregorianYear",
        _ => "String",
    };

    private void StartArtefact(string name, string urn, DataStructure structure, string id, LocalText title)
    {
        Start(name);
        xml.WriteAttributeString("urn", urn);
        xml.WriteAttributeString("agencyID", structure.Agency);
        xml.WriteAttributeString("id", id);
        xml.WriteAttributeString("version", structure.Version);
        WriteText("Name", title);
    }

    private void StartItem(string name, string urn, string id, LocalText title)
    {
        Start(name);
        xml.WriteAttributeString("urn", urn);
        xml.WriteAttributeString("id", id);
        WriteText("Name", title);
    }

    private void StartList(string name, string id)
    {
        Start(name);
        xml.WriteAttributeString("id", id);
    }

    private void Start(string name) => xml.WriteStartElement("str", name, Structures);

    private void WriteText(string name, LocalText text)
    {
        foreach (var (language, words) in ((string, string?)[])[("th", text.Th), ("en", text.En)])
        {
            if (!string.IsNullOrWhiteSpace(words))
            {
                xml.WriteStartElement("com", name, Common);
                xml.WriteAttributeString("xml", "lang", Xml, language);
                xml.WriteString(XmlRows.Allowed(words));
                xml.WriteEndElement();
            }
        }
    }
}
