using OpenData.Rules;
using OpenData.Schemas;

namespace OpenData.Cli.Output;

/// <summary>The six clauses and the weights of findings, in words.</summary>
internal static class ClauseTitles
{
    public static string Of(Clause clause, Language language) => clause switch
    {
        Clause.HeaderNames => Say(language, "1 ทุกคอลัมน์มีชื่อ", "1 Every column has a name"),
        Clause.SingleHeader => Say(language, "2 หัวคอลัมน์มีบรรทัดเดียว", "2 One header line per variable"),
        Clause.NoMergedCells => Say(language, "3 ไม่ผสานเซลล์", "3 No merged cells"),
        Clause.ConsistentTypes => Say(language, "4 หนึ่งคอลัมน์ หนึ่งชนิดข้อมูล", "4 One type per column"),
        Clause.ValidDates => Say(language, "5 วันที่มีรูปแบบถูกต้อง", "5 Dates are dates"),
        Clause.SingleTable => Say(language, "6 มีตารางเดียว ไม่มีสิ่งอื่นปน", "6 Nothing but one table"),
        _ => Say(language, "นอกเหนือ 6 ข้อ", "Beside the six clauses"),
    };

    public static string Of(Severity severity, Language language) => severity switch
    {
        Severity.Error => Say(language, "ผิด", "error"),
        Severity.Warning => Say(language, "เตือน", "warning"),
        _ => Say(language, "ข้อสังเกต", "info"),
    };

    private static string Say(Language language, string thai, string english) => language == Language.Thai ? thai : english;
}
