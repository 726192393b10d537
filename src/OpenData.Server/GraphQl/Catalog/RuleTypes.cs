using OpenData.GraphQL.Types;
using OpenData.Reports;
using OpenData.Rules;
using OpenData.Schemas;

namespace OpenData.Server.GraphQl.Catalog;

/// <summary>The rule book.</summary>
internal static class RuleTypes
{
    public static ObjectType Rule() => new("Rule", new FieldMap(
    [
        Fields.Of<Rule>("code", "String!", "รหัสกฎ · Its stable code.", r => r.Code),
        Fields.Of<Rule>("severity", "Severity!", "ระดับ · How much it weighs.", r => r.Severity),
        Fields.Of<Rule>("clause", "Clause", "ข้อของเกณฑ์ · The clause it rests on; null beside the six.", r => ClauseOf(r.Clause)),
        Text("title", "ความผิดในไม่กี่คำ · The fault in a few words.", t => t.Title),
        Text("message", "ประโยคในรายงาน มีช่องให้เติมในปีกกา · The sentence of a report, with places in braces.", t => t.Message),
        Text("why", "ทำไมจึงผิด · Why it is a fault.", t => t.Why),
        Text("fix", "แก้อย่างไร · How to mend it.", t => t.Fix),
        Text("bad", "ตัวอย่างที่ผิด · A few lines that break it.", t => t.Bad),
        Text("good", "ตัวอย่างที่ถูก · The same lines mended.", t => t.Good),
        Fields.Text<Rule>("appliesTo", "ใช้กับอะไร · What it applies to.", RuleScope.Of, required: true),
        Fields.Of<Rule>("steps", "[LocalText!]!", "ขั้นตอนแก้ใน Excel · Steps to mend it in Excel.", r => ExcelSteps.Of(r.Code)),
    ]))
    {
        Description = "กฎข้อหนึ่งที่ใช้ตรวจไฟล์ · A rule that files are checked by.",
    };

    public static ObjectType Clause() => new("Clause", new[]
    {
        Fields.Of<Clause>("id", "String!", "รหัสข้อ · Its id in reports.", c => ReportNames.IdOf(c)),
        Fields.Of<Clause>("number", "Int!", "ข้อที่ · Its number, 1 to 6.", c => (int)c),
        Fields.Text<Clause>("title", "สิ่งที่ข้อนี้ขอ · What it asks.", ReportNames.TitleOf, required: true),
    })
    {
        Description = "ข้อหนึ่งใน 6 ข้อของเกณฑ์ · One of the six clauses of the guideline.",
    };

    public static EnumType Severity() => Fields.Enum<Severity>("Severity", "ระดับของสิ่งที่พบ · How much a finding weighs.", severity =>
        ReportNames.TitleOf(severity) is var title ? $"{title.Th} · {title.En}." : "");

    public static FieldDefinition RulesField() => new("rules", "[Rule!]!")
    {
        Description = "กฎทั้งหมด ตามลำดับในรายงาน · Every rule, in the order of the report.",
        Resolve = _ => new(RuleBook.Rules),
    };

    public static FieldDefinition RuleField() => new("rule", "Rule")
    {
        Description = "กฎหนึ่งข้อ · One rule; null where there is none of that code.",
        Arguments = [Fields.Argument("code", "String!", "รหัสกฎ · Its code.")],
        Resolve = context => new(RuleBook.Find(context.Arguments.Get<string>("code")!)),
    };

    /// <summary>The clause, or null for what lies beside the six.</summary>
    public static object? ClauseOf(Clause clause) => clause == Rules.Clause.None ? null : clause;

    private static FieldDefinition Text(string name, string description, Func<RuleText, string> read) =>
        Fields.Text<Rule>(name, description, r => new LocalText(read(r.Thai), read(r.English)), required: true);
}
