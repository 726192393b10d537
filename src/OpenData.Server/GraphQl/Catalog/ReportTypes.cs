using OpenData.GraphQL.Execution;
using OpenData.GraphQL.Types;
using OpenData.Reports;
using OpenData.Rules;

namespace OpenData.Server.GraphQl.Catalog;

/// <summary>Reports of checks.</summary>
internal static class ReportTypes
{
    public static ObjectType Report() => new("Report", new FieldMap(
    [
        Fields.Of<ReportNode>("complies", "Boolean!", "ผ่านเกณฑ์หรือไม่ · Whether no error was found.", r => r.Report.Complies),
        Fields.Of<ReportNode>("ruleBook", "String!", "รุ่นของสมุดกฎ · The version of the rule book that was used.", r => r.Report.RuleBook),
        Fields.Of<ReportNode>("file", "ReportFile!", "ไฟล์ที่ตรวจ · The file that was checked.", r => r.Report.File),
        Fields.Of<ReportNode>("dictionarySha256", "String", "พจนานุกรมที่ใช้ · The version of the dictionary that was used.", r => r.Report.Dictionary?.Sha256),
        Fields.Of<ReportNode>("counts", "FindingCounts!", "จำนวนที่พบ · How many findings there are.", r => r.Report.Counts),
        Fields.Of<ReportNode>("clauses", "[ReportClause!]!", "ผลแต่ละข้อของเกณฑ์ · The verdict of each of the six clauses.", r => r.Report.Clauses),
        Fields.Of<ReportNode>("summary", "[ReportSummary!]!", "จำนวนแยกตามกฎ · How often each rule was broken.", r => r.Report.Summary),
        Fields.Of<ReportNode>("columns", "[ReportColumn!]!", "สิ่งที่แต่ละคอลัมน์มี · What each column holds.", r => r.Report.Columns),
        FindingTypes.FindingsField(),
        Fields.Of<ReportNode>("resource", "Resource!", "ทรัพยากร · The resource whose file was checked.", r => r.Resource),
    ]))
    {
        Description = "รายงานผลการตรวจไฟล์ · What a check of a file found.",
    };

    public static ObjectType File() => new("ReportFile", new[]
    {
        Fields.Of<ReportFile>("name", "String!", "ชื่อไฟล์ · The name it came under.", f => f.Name),
        Fields.Of<ReportFile>("sha256", "String!", "SHA-256 · SHA-256 of its bytes.", f => f.Sha256),
        Fields.Of<ReportFile>("bytes", "Long!", "ขนาด · Size in bytes.", f => f.Bytes),
        Fields.Of<ReportFile>("kind", "String!", "ชนิดไฟล์ · What it is: `csv`, `xlsx`, ….", f => f.Kind),
        Fields.Of<ReportFile>("encoding", "String", "รหัสอักขระ · Its encoding, where it is a text.", f => f.Encoding),
        Fields.Of<ReportFile>("separator", "String", "ตัวคั่น · The field separator.", f => f.Separator),
        Fields.Of<ReportFile>("lineEnding", "String", "อักขระขึ้นบรรทัด · `crlf`, `lf`, `cr` or `mixed`.", f => f.LineEnding),
        Fields.Of<ReportFile>("sheet", "String", "แผ่นงาน · The sheet of a workbook.", f => f.Sheet),
        Fields.Of<ReportFile>("headerRow", "Long", "แถวหัวตาราง · The row of the header, 1 for the first.", f => f.HeaderRow),
        Fields.Of<ReportFile>("rows", "Long!", "จำนวนแถว · Number of data rows.", f => f.Rows),
        Fields.Of<ReportFile>("columns", "Int!", "จำนวนคอลัมน์ · Number of columns.", f => f.Columns),
    })
    {
        Description = "ไฟล์ที่รายงานกล่าวถึง · The file a report is about.",
    };

    public static ObjectType Clause() => new("ReportClause", new[]
    {
        Fields.Of<ReportClause>("clause", "Clause!", "ข้อของเกณฑ์ · The clause.", c => c.Clause),
        Fields.Of<ReportClause>("met", "Boolean!", "ผ่านหรือไม่ · Whether it is met.", c => c.Met),
        Fields.Of<ReportClause>("errors", "Long!", "ต้องแก้ไข · How many errors it counts.", c => c.Errors),
        Fields.Of<ReportClause>("warnings", "Long!", "ควรแก้ไข · How many warnings it counts.", c => c.Warnings),
    })
    {
        Description = "ผลของข้อหนึ่งใน 6 ข้อ · The verdict of one of the six clauses.",
    };

    public static ObjectType Summary() => new("ReportSummary", new[]
    {
        Fields.Of<ReportSummary>("code", "String!", "รหัสกฎ · The code of the rule.", s => s.Code),
        Fields.Of<ReportSummary>("rule", "Rule", "กฎ · The rule; null where the book has it no more.", s => RuleBook.Find(s.Code)),
        Fields.Of<ReportSummary>("severity", "Severity!", "ระดับ · How much it weighs.", s => s.Severity),
        Fields.Of<ReportSummary>("count", "Long!", "จำนวนครั้ง · How often it was broken.", s => s.Count),
        Fields.Of<ReportSummary>("kept", "Int!", "จำนวนที่รายงานเก็บไว้ · How many of those findings the report holds.", s => s.Kept),
    })
    {
        Description = "จำนวนครั้งที่ผิดกฎข้อหนึ่ง · How often a rule was broken.",
    };

    public static ObjectType Column() => new("ReportColumn", new[]
    {
        Fields.Of<ReportColumn>("index", "Int!", "ตำแหน่ง · Its position, from 1.", c => c.Index),
        Fields.Of<ReportColumn>("header", "String!", "หัวคอลัมน์ · Its header cell.", c => c.Header),
        Fields.Of<ReportColumn>("name", "String!", "ชื่อที่โปรแกรมใช้ · Its identifier.", c => c.Name),
        Fields.Of<ReportColumn>("type", "String!", "ชนิด · The dictionary's type, else the type its values have.", c => c.Type),
        Fields.Of<ReportColumn>("values", "Long!", "ช่องที่มีค่า · How many cells have a value.", c => c.Values),
        Fields.Of<ReportColumn>("empty", "Long!", "ช่องว่าง · How many have none.", c => c.Empty),
        Fields.Of<ReportColumn>("min", "String", "ค่าน้อยสุด · The least value, as the file writes it.", c => c.Min),
        Fields.Of<ReportColumn>("max", "String", "ค่ามากสุด · The greatest value, as the file writes it.", c => c.Max),
        Fields.Of<ReportColumn>("distinct", "Long", "จำนวนค่าที่ต่างกัน · Number of different values, as far as they are counted.", c => c.Distinct),
    })
    {
        Description = "สิ่งที่คอลัมน์หนึ่งของไฟล์มี · What a column of the file holds.",
    };

    public static FieldDefinition ReportField() => new("report", "Report")
    {
        Description = "รายงานของทรัพยากร หรือของรุ่นหนึ่ง · The report of a resource, or of one of its releases; null where there is none.",
        Arguments =
        [
            Fields.Argument("dataset", "String!", "ชื่ออ้างอิงชุดข้อมูล · The dataset's name."),
            Fields.Argument("resource", "String!", "รหัสทรัพยากร · The resource's key."),
            Fields.Argument("release", "Int", "รุ่นที่ ถ้าไม่ให้ใช้รุ่นที่เผยแพร่อยู่ · The number of the release; what is published where none is given."),
        ],
        Cost = FieldCost.Of(GraphQlServerLimits.ReportCost),
        Resolve = FindAsync,
    };

    private static async ValueTask<object?> FindAsync(ResolveContext context)
    {
        var call = Fields.Call(context.State);
        var (dataset, resource, _) = await call.Catalog.FindAsync(context.Arguments.Get<string>("dataset")!, context.Arguments.Get<string>("resource")!, context.Cancellation);
        if (resource is null)
        {
            return null;
        }

        // A reader gets the report of what is published; only the token shows the newest check, which may be of a refused file.
        var number = context.Arguments.Get<int?>("release") ?? (call.Catalog.SeesDraftsOf(dataset!.Organization) ? null : resource.Current?.Number);
        return (await call.Reads.ReportsAsync([(new ResourceNode(dataset!, resource), number)]))[0];
    }
}
