namespace OpenData.Server.Sdmx.Structure;

/// <summary>The URNs of SDMX 3.0's information model.</summary>
internal static class SdmxUrn
{
    private const string Model = "urn:sdmx:org.sdmx.infomodel.";

    public static string DataStructure(DataStructure s) => $"{Model}datastructure.DataStructure={s.Reference}";

    public static string Dataflow(DataStructure s) => $"{Model}datastructure.Dataflow={s.Reference}";

    public static string ConceptScheme(DataStructure s) => $"{Model}conceptscheme.ConceptScheme={s.Agency}:{ConceptSchemeId(s)}({s.Version})";

    public static string Concept(DataStructure s, Component c) => $"{Model}conceptscheme.Concept={s.Agency}:{ConceptSchemeId(s)}({s.Version}).{c.Id}";

    public static string Codelist(DataStructure s, Component c) => $"{Model}codelist.Codelist={s.Agency}:{CodelistId(s, c)}({s.Version})";

    public static string Code(DataStructure s, Component c, SdmxCode code) => $"{Model}codelist.Code={s.Agency}:{CodelistId(s, c)}({s.Version}).{code.Id}";

    public static string ConceptSchemeId(DataStructure s) => $"CS_{s.Id}";

    public static string CodelistId(DataStructure s, Component c) => $"CL_{s.Id}_{c.Id}";
}
