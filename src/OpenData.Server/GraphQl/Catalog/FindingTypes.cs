using System.Globalization;
using OpenData.GraphQL.Execution;
using OpenData.GraphQL.Language;
using OpenData.GraphQL.Types;
using OpenData.Reports;
using OpenData.Rules;
using OpenData.Schemas;
using OpenData.Server.GraphQl.Shared;

namespace OpenData.Server.GraphQl.Catalog;

/// <summary>A page of findings.</summary>
internal sealed record FindingPageNode(IReadOnlyList<FindingNode> Items, long Total, PageFacts Page);

/// <summary>What reports found, page by page.</summary>
internal static class FindingTypes
{
    public static ObjectType Finding() => new("Finding", new[]
    {
        Fields.Of<FindingNode>("code", "String!", "รหัสกฎ · The code of the rule that found it.", f => f.Finding.Code),
        Fields.Of<FindingNode>("rule", "Rule", "กฎ · The rule; null where the book has it no more.", f => RuleBook.Find(f.Finding.Code)),
        Fields.Of<FindingNode>("severity", "Severity!", "ระดับ · How much it weighs.", f => f.Finding.Severity),
        Fields.Of<FindingNode>("clause", "Clause", "ข้อของเกณฑ์ · The clause it counts for; null beside the six.", f => RuleTypes.ClauseOf(f.Finding.Clause)),
        Fields.Of<FindingNode>("row", "Long", "แถว · The row as a spreadsheet shows it, from 1.", f => f.Finding.Row),
        Fields.Of<FindingNode>("line", "Long", "บรรทัด · The line of the text file where that row starts, from 1.", f => f.Finding.Line),
        Fields.Of<FindingNode>("column", "Int", "คอลัมน์ที่ · The column, from 1.", f => f.Finding.Column),
        Fields.Of<FindingNode>("header", "String", "หัวคอลัมน์ · The header of that column.", f => f.Finding.Header),
        Fields.Of<FindingNode>("value", "String", "ค่าในช่อง · The cell's text, cut where it is long.", f => f.Finding.Value),
        Fields.Of<FindingNode>("facts", "[FindingFact!]!", "ข้อเท็จจริงอื่น · What else the rule tells.", f => f.Finding.Facts),
        Fields.Text<FindingNode>("message", "สิ่งที่ผิด · What is wrong, with the place and the value.", f => Both(f, Sentences.Message), required: true),
        Fields.Text<FindingNode>("fix", "วิธีแก้ไข · How to mend it.", f => Both(f, Sentences.Fix), required: true),
    })
    {
        Description = "สิ่งที่การตรวจพบหนึ่งรายการ · One thing that a check found.",
    };

    public static ObjectType Fact() => new("FindingFact", new[]
    {
        Fields.Of<Fact>("name", "String!", "ชื่อ · Its name.", f => f.Name),
        Fields.Of<Fact>("text", "String!", "ค่าเป็นข้อความ · Its value as it reads in a sentence.", f => f.ToString()),
        Fields.Of<Fact>("number", "Long", "ค่าเป็นตัวเลข · Its value where it is a number.", f => f.Number),
    })
    {
        Description = "ข้อเท็จจริงของสิ่งที่พบ · A fact of a finding.",
    };

    public static ObjectType Connection() => new("FindingConnection", new[]
    {
        Fields.Of<FindingPageNode>("nodes", "[Finding!]!", "สิ่งที่พบของหน้านี้ · The findings of the page.", p => p.Items),
        Fields.Of<FindingPageNode>("edges", "[FindingEdge!]!", "สิ่งที่พบพร้อมตัวชี้ · The findings with their cursors.", p => p.Items),
        Fields.Of<FindingPageNode>("pageInfo", "PageInfo!", "ตำแหน่งของหน้า · Where the page stands.", p => p.Page),
        Fields.Of<FindingPageNode>("totalCount", "Long!", "จำนวนที่รายงานเก็บไว้และตรงเงื่อนไข · How many of those that the report holds match; `summary` counts all there were.", p => p.Total),
    })
    {
        Description = "สิ่งที่พบหนึ่งหน้า · A page of findings.",
    };

    public static ObjectType Edge() => new("FindingEdge", new[]
    {
        Fields.Of<FindingNode>("node", "Finding!", "สิ่งที่พบ · The finding.", f => f),
        Fields.Of<FindingNode>("cursor", "String!", "ตัวชี้ ใช้ใน after · Its cursor, for `after`.", Cursor),
    })
    {
        Description = "สิ่งที่พบกับตำแหน่งในรายการ · A finding with its place in the list.",
    };

    public static FieldDefinition FindingsField() => new("findings", "FindingConnection!")
    {
        Description = "สิ่งที่พบ เรียงตามแถว · The findings that the report holds, in order of row.",
        Arguments =
        [
            Fields.Argument("severity", "Severity", "เฉพาะระดับนี้ · Only those of this severity."),
            Fields.Argument("code", "String", "เฉพาะกฎนี้ · Only those of this rule."),
            Fields.Argument("first", "Int", $"จำนวนต่อหน้า ไม่เกิน {GraphQlServerLimits.MostFindings} · How many, {GraphQlServerLimits.MostFindings} at most.", new IntValueNode("" + GraphQlServerLimits.DefaultFindings)),
            Fields.Argument("after", "String", "ต่อจากตัวชี้นี้ · Go on after this cursor."),
        ],
        Cost = new FieldCost(1, ["first"], GraphQlServerLimits.DefaultFindings, ["nodes", "edges"]),
        Resolve = context => new(Page((ReportNode)context.Source!, context.Arguments, Fields.Call(context.State).Language)),
    };

    private static FindingPageNode Page(ReportNode report, Arguments arguments, Language language)
    {
        var first = arguments.Get<int?>("first") ?? GraphQlServerLimits.DefaultFindings;
        if (first is < 0 or > GraphQlServerLimits.MostFindings)
        {
            throw CatalogFieldTexts.TooMany(language, "first", first, GraphQlServerLimits.MostFindings);
        }

        var after = arguments.Get<string>("after") is { } cursor ? Place(cursor) ?? throw CatalogFieldTexts.WrongCursor(language) : -1;
        var matching = report.Report.Findings
            .Select((f, i) => new FindingNode(f, i))
            .Where(f => arguments["severity"] is not Severity severity || f.Finding.Severity == severity)
            .Where(f => arguments["code"] is not string code || f.Finding.Code == code)
            .ToList();
        var rest = matching.Where(f => f.Place > after).ToList();
        var items = rest.Take(first).ToList();
        return new FindingPageNode(items, matching.Count, new PageFacts(rest.Count > items.Count, matching.Count > rest.Count, items.Select(Cursor).FirstOrDefault(), items.Select(Cursor).LastOrDefault()));
    }

    private static LocalText Both(FindingNode node, Func<Finding, Language, string> sentence) =>
        new(sentence(node.Finding, Language.Thai), sentence(node.Finding, Language.English));

    /// <summary>A report never changes, so a place in it is a cursor that is good for ever.</summary>
    private static string Cursor(FindingNode node) => "f" + node.Place.ToString(CultureInfo.InvariantCulture);

    private static int? Place(string cursor) =>
        cursor.StartsWith('f') && int.TryParse(cursor.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : null;
}
