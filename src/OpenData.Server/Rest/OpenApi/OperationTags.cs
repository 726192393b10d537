namespace OpenData.Server.Rest.OpenApi;

/// <summary>What operations are about, in the order of the document.</summary>
internal static class OperationTags
{
    public static readonly OperationTag Datasets = new("datasets", new("ค้นหาและอ่านชุดข้อมูล", "Datasets: found, described, registered."));
    public static readonly OperationTag Rows = new("rows", new("แถวข้อมูล กลุ่มของแถว และไฟล์ทั้งตาราง", "Rows, groups of rows, and whole tables as files."));
    public static readonly OperationTag Releases = new("releases", new("รุ่นของข้อมูล ไฟล์ต้นฉบับ และรายงานการตรวจ", "Releases, their original files, and reports of their checks."));
    public static readonly OperationTag Checks = new("checks", new("การตรวจไฟล์และกฎ", "Checks of files, and the rules."));
    public static readonly OperationTag Review = new("review", new("ขั้นตอนการพิจารณา", "The steps of a review."));
    public static readonly OperationTag Feedback = new("feedback", new("คะแนน คำถาม และคำขอข้อมูล", "Ratings, questions and requests."));
    public static readonly OperationTag Scores = new("scores", new("ตัวชี้วัด คะแนน และหลักฐาน", "Indicators, scores and evidence."));
    public static readonly OperationTag Usage = new("usage", new("สถิติการใช้งาน", "How much is used."));
    public static readonly OperationTag Accounts = new("accounts", new("บัญชีผู้ใช้ โทเค็น และบันทึกตรวจสอบ", "Accounts, tokens and the audit log."));
    public static readonly OperationTag Documents = new("documents", new("เอกสารของส่วนต่อประสาน", "Documents of the interface."));
    public static readonly OperationTag Health = new("health", new("สถานะของเซิร์ฟเวอร์", "Whether the server lives and answers."));
    public static readonly OperationTag Ckan = new("ckan", new("CKAN Action API และ DataStore", "CKAN's Action API and DataStore."));
    public static readonly OperationTag Dcat = new("dcat", new("DCAT-AP และรายการสำหรับผู้เก็บเกี่ยว", "DCAT-AP, and lists for harvesters."));
    public static readonly OperationTag Sdmx = new("sdmx", new("SDMX 3.0 ของตารางสถิติ", "SDMX 3.0 of statistical tables."));
    public static readonly OperationTag GraphQl = new("graphql", new("GraphQL", "GraphQL."));

    public static readonly IReadOnlyList<OperationTag> All =
        [Datasets, Rows, Releases, Checks, Review, Feedback, Scores, Usage, Accounts, Documents, Health, Ckan, Dcat, Sdmx, GraphQl];
}
