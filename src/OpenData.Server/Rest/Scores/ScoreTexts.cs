using OpenData.Schemas;

namespace OpenData.Server.Rest.Scores;

/// <summary>What the server says about scores.</summary>
internal static class ScoreTexts
{
    public static readonly LocalText Organization = new("ชื่อหน่วยงาน ดูที่ /api/v1/scores", "the name of an organization; see /api/v1/scores");
    public static readonly LocalText Title = new("คะแนน", "Scores");
    public static readonly LocalText Intro = new(
        "คะแนนตัวชี้วัด คุณภาพข้อมูล และคุณภาพคำอธิบายข้อมูลของแต่ละหน่วยงาน พร้อมที่มาของทุกส่วนและสิ่งที่ขาด พิมพ์เป็นหลักฐานได้",
        "Indicator scores, data quality and metadata quality of each organization, with what every part rests on and what is missing. The pages print as evidence.");

    public static readonly LocalText FiscalYear = new("ปีงบประมาณ", "Fiscal year");
    public static readonly LocalText Evidence = new("หน้าหลักฐาน", "Evidence page");

    /// <summary>The years that may be asked for.</summary>
    public static LocalText YearOf(int first, int last) => new($"ปีงบประมาณ พ.ศ. {first} ถึง {last}", $"a fiscal year of the Buddhist era, {first} to {last}");
}
