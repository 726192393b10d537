using OpenData.Server.Rest.OpenApi;
using OpenData.Server.Rest.Parameters;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Rest.Datasets;

/// <summary>What the routes of datasets, and of their registration, do.</summary>
internal static class DatasetOperations
{
    public static readonly Operation Search = new("searchDatasets", OperationTags.Datasets, new("ค้นหาชุดข้อมูล พร้อมจำนวนตามหมวด", "Searches the datasets, and counts what was found by facet."), Answer.Json("DatasetPage") with { HasLinks = true })
    {
        More = new(
            "ค้นหาได้ทั้งภาษาไทยและอังกฤษ คำที่พิมพ์ผิดจะค้นให้อีกครั้งตามที่น่าจะหมายถึง",
            "Words are found in Thai and English, in any spelling of letters and digits; a text that finds nothing is searched once more as it may have been meant."),
        Refusals = [ProblemKinds.InvalidCursor],
    };

    public static readonly Operation Show = new("readDataset", OperationTags.Datasets, new("ชุดข้อมูลหนึ่งชุด: แบบฟอร์ม 1 และทรัพยากร", "One dataset: Form 1, and its resources."), Answer.Json("Dataset")) { Refusals = Refusals.Dataset };

    public static readonly Operation Dictionary = new("readDictionary", OperationTags.Datasets, new("พจนานุกรมข้อมูล (แบบฟอร์ม 2)", "The data dictionary (Form 2)."), Answer.Json("Form2"))
    {
        Refusals = [.. Refusals.Resource, ProblemKinds.NoDictionary],
    };

    public static readonly Operation Releases = new("listReleases", OperationTags.Releases, new("รุ่นที่เผยแพร่ของทรัพยากร", "The published releases of a resource."), Answer.Json("ReleaseList")) { Refusals = Refusals.Resource };

    public static readonly Operation Organizations = new("listOrganizations", OperationTags.Datasets, new("หน่วยงานที่มีชุดข้อมูล", "The organizations that have datasets."), Answer.Json("OrganizationList"));

    public static readonly Operation Register = new("registerDataset", OperationTags.Datasets, new("ลงทะเบียนชุดข้อมูลใหม่", "Registers a new dataset."), Answer.Made("Dataset") with { HasLocation = true })
    {
        Body = SentBody.Json("Form1"),
        Refusals = [.. Refusals.Body, ProblemKinds.AlreadyExists],
    };

    public static readonly Operation Replace = new("replaceDataset", OperationTags.Datasets, new("แก้แบบฟอร์ม 1 หรือลงทะเบียนด้วยชื่อนี้", "Replaces Form 1, or registers it by this name."), Answer.Made("Dataset") with { HasLocation = true, MayHaveBeenThere = true })
    {
        Body = SentBody.Json("Form1"),
        Headers = [Match],
        Refusals = [.. Refusals.Step, ProblemKinds.AlreadyExists, ProblemKinds.VersionRequired],
    };

    public static readonly Operation SetDictionary = new("setDictionary", OperationTags.Datasets, new("แก้พจนานุกรมข้อมูล รับ Table Schema และ CSVW ด้วย", "Sets the data dictionary; a Table Schema or CSVW metadata are taken too."), Answer.Done("TakenDictionary"))
    {
        Body = SentBody.Json("SentDictionary"),
        Headers = [Match],
        Refusals = [.. Refusals.Step, ProblemKinds.UnknownResource],
    };

    private static ParameterDescription Match => new("If-Match", ParameterKind.Text, new("ETag ที่ได้จากการอ่าน เพื่อไม่ให้ทับการแก้ของผู้อื่น", "The ETag that reading gave, so that nobody's change is lost.")) { Example = "*" };
}
