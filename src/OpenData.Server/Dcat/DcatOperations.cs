using OpenData.Schemas;
using OpenData.Server.Dcat.Listings;
using OpenData.Server.Dcat.Rdf;
using OpenData.Server.Rest.OpenApi;
using OpenData.Server.Rest.Parameters;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Dcat;

/// <summary>What the routes of linked data, and of lists for harvesters and search engines, do.</summary>
internal static class DcatOperations
{
    private static readonly Answer Linked = Answer.Text(RdfFormat.All.Select(f => f.MediaType).Distinct());
    private static readonly ParameterDescription Suffix = new("suffix", ParameterKind.Choice, new("รูปแบบของ RDF", "The notation of RDF.")) { Allowed = [.. RdfFormat.All.Select(f => f.Suffix)] };
    private static readonly ParameterDescription Name = new("name", ParameterKind.Text, new("ชื่อย่อหรือรหัสของชุดข้อมูล ต่อด้วย .รูปแบบ ได้", "The short name or id of a dataset, with .notation behind it."));
    private static readonly LocalText OfCatalog = new("แค็ตตาล็อกเป็น DCAT-AP 3 แบ่งหน้าแบบ Hydra", "The catalog as DCAT-AP 3, paged by Hydra.");
    private static readonly LocalText OfVocabulary = new("คำศัพท์ของแบบฟอร์ม", "The vocabulary of the forms.");

    public static readonly Operation Catalog = new("readCatalog", OperationTags.Dcat, OfCatalog, Linked with { MayLeadElsewhere = true }) { Refusals = [ProblemKinds.NotAcceptable] };
    public static readonly Operation CatalogAs = new("readCatalogAs", OperationTags.Dcat, OfCatalog, Linked) { Path = [Suffix], Refusals = [ProblemKinds.UnknownFormat] };
    public static readonly Operation Dataset = new("readLinkedDataset", OperationTags.Dcat, new("ชุดข้อมูลเป็น DCAT-AP 3", "A dataset as DCAT-AP 3."), Linked with { MayLeadElsewhere = true }) { Path = [Name], Refusals = [.. Refusals.Dataset, ProblemKinds.NotAcceptable, ProblemKinds.UnknownFormat] };

    public static readonly Operation Resource = new("findLinkedResource", OperationTags.Dcat, new("ที่อยู่ของคำอธิบายทรัพยากร", "Leads to where a distribution is described."), new(StatusCodes.Status303SeeOther) { HasLocation = true })
    {
        Path = [Name, new("id", ParameterKind.Text, new("รหัสหรือชื่อย่อของทรัพยากร", "The id or key of a resource."))],
        Refusals = Refusals.Resource,
    };

    public static readonly Operation Vocabulary = new("readVocabulary", OperationTags.Dcat, OfVocabulary, Linked) { Refusals = [ProblemKinds.NotAcceptable] };
    public static readonly Operation VocabularyAs = new("readVocabularyAs", OperationTags.Dcat, OfVocabulary, Linked) { Path = [Suffix], Refusals = [ProblemKinds.UnknownFormat] };

    public static readonly Operation DataJson = new("readDataJson", OperationTags.Dcat, new("แค็ตตาล็อกเป็น DCAT-US data.json", "The catalog as DCAT-US data.json."), Answer.Json("AnyObject"));
    public static readonly Operation DcatJson = new("readDcatJson", OperationTags.Dcat, new("หน้าหนึ่งของแค็ตตาล็อกสำหรับ CKAN", "A page of the catalog, as CKAN's harvester reads it."), Answer.Json("AnyList") with { HasLinks = true });
    public static readonly Operation Feed = new("readFeed", OperationTags.Dcat, new("ฟีด Atom ของสิ่งที่เปลี่ยน", "An Atom feed of what has changed."), Answer.Text(AtomFeed.MediaType));
    public static readonly Operation SiteMap = new("readSiteMap", OperationTags.Dcat, new("แผนผังเว็บไซต์", "The site map."), Answer.Text("application/xml"));
    public static readonly Operation SiteMapPart = new("readSiteMapPart", OperationTags.Dcat, new("ส่วนหนึ่งของแผนผังเว็บไซต์", "A part of the site map."), Answer.Text("application/xml"));
    public static readonly Operation Robots = new("readRobots", OperationTags.Dcat, new("ข้อความสำหรับโปรแกรมค้นหา", "What search engines may read."), Answer.Text("text/plain"));
}
