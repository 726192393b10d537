using System.Globalization;
using OpenData.GraphQL.Execution;
using OpenData.GraphQL.Types;
using OpenData.Scores;
using OpenData.Scores.Faces;
using OpenData.Scores.Indicators;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.Scores;

namespace OpenData.Server.GraphQl.Catalog;

/// <summary>Indicators, and the scores that organizations have by them: the same as REST's <c>/indicators</c> and <c>/scores</c>.</summary>
internal static class IndicatorTypes
{
    public static ObjectType Indicator() => new("Indicator", new[]
    {
        Fields.Of<Indicator>("id", "String!", "รหัสตัวชี้วัด · Its id.", i => i.Id),
        Fields.Of<Indicator>("fiscalYear", "Year!", "ใช้ตั้งแต่ปีงบประมาณ (พ.ศ.) · The fiscal year (B.E.) from which it holds.", i => (long)i.FiscalYear),
        Fields.Text<Indicator>("title", "ชื่อ · Its name.", i => i.Title, required: true),
        Fields.Text<Indicator>("owner", "ผู้กำหนด · Who asks for it.", i => i.Owner, required: true),
        Fields.Text<Indicator>("source", "เอกสารที่มา · The document it is taken from.", i => i.Source, required: true),
        Number<Indicator>("full", "คะแนนเต็ม · The greatest score.", i => i.Full, required: true),
        Number<Indicator>("defined", "คะแนนของระดับที่มีเกณฑ์ · What the levels that have criteria are worth together.", i => i.Defined, required: true),
    })
    {
        Description = "ตัวชี้วัด · An indicator: how a score is computed.",
    };

    public static ObjectType Score() => new("IndicatorScore", new[]
    {
        Fields.Of<IndicatorScore>("indicator", "Indicator!", "ตัวชี้วัด · By what.", s => s.Definition),
        Fields.Of<IndicatorScore>("dataset", "String", "ชุดข้อมูลที่ได้คะแนน · The dataset that was scored; null where it is the organization.", s => s.Dataset),
        Number<IndicatorScore>("score", "คะแนน · The score; null where it cannot be known.", s => s.Score),
        Fields.Text<IndicatorScore>("working", "วิธีคิดพร้อมตัวเลข · The formula with its numbers.", s => s.Working, required: true),
        Fields.Of<IndicatorScore>("levels", "[LevelScore!]!", "ระดับ · Its levels.", s => s.Levels),
        Fields.Of<IndicatorScore>("parts", "[PartScore!]!", "ส่วนประกอบ · Its parts.", s => s.Parts),
        Fields.Of<IndicatorScore>("missing", "[LocalText!]!", "สิ่งที่ยังขาด · What is missing for the next level.", s => s.Missing),
    })
    {
        Description = "คะแนนพร้อมที่มา · A score with what it rests on.",
    };

    public static ObjectType Level() => new("LevelScore", new[]
    {
        Fields.Of<LevelScore>("number", "Int!", "ระดับที่ · Its number, from 1.", l => l.Number),
        Fields.Text<LevelScore>("title", "สิ่งที่ขอ · What it asks.", l => l.Title, required: true),
        Number<LevelScore>("points", "คะแนนของระดับ · What it is worth.", l => l.Points, required: true),
        Number<LevelScore>("earned", "คะแนนที่ได้ · What it gives.", l => l.Earned, required: true),
        Fields.Of<LevelScore>("isReached", "Boolean!", "ถึงระดับนี้ · Whether it is reached, and all before it.", l => l.IsReached),
    })
    {
        Description = "ระดับหนึ่งของคะแนน · A level of a score.",
    };

    public static ObjectType Part() => new("PartScore", new[]
    {
        Fields.Of<PartScore>("id", "String!", "รหัส · Its id.", p => p.Id),
        Fields.Text<PartScore>("title", "สิ่งที่ขอ · What is asked.", p => p.Title, required: true),
        Fields.Of<PartScore>("level", "Int", "อยู่ในระดับ · The level it belongs to.", p => p.Level),
        Fields.Of<PartScore>("state", "String!", "ผล · What became of it: met, not-met, awaits-evidence, not-defined or not-measured.", p => ScoreNames.Of(p.State)),
        Number<PartScore>("earned", "คะแนนที่ได้ · The points it gives by itself.", p => p.Earned),
        Number<PartScore>("value", "ค่าที่วัดได้ · What was measured or given.", p => p.Value),
        Fields.Text<PartScore>("reason", "เหตุผล · Why it is so.", p => p.Reason, required: true),
    })
    {
        Description = "ส่วนหนึ่งของคะแนน · A part of a score.",
    };

    public static FieldDefinition IndicatorsField() => new("indicators", "[Indicator!]!")
    {
        Description = "ตัวชี้วัดของปีงบประมาณ · The indicators of a fiscal year (B.E.); of this one where none is given.",
        Arguments = [Fields.Argument("year", "Year", "ปีงบประมาณ พ.ศ. · The fiscal year (B.E.).")],
        Resolve = context => new(IndicatorBook.Of(YearOf(context))),
    };

    public static FieldDefinition ScoresField() => new("scores", "[IndicatorScore!]")
    {
        Description = "คะแนนของหน่วยงาน · The scores of an organization; null where there is none of that name with datasets.",
        Arguments =
        [
            Fields.Argument("organization", "String!", "ชื่อย่อของหน่วยงาน · Its short name."),
            Fields.Argument("year", "Year", "ปีงบประมาณ พ.ศ. · The fiscal year (B.E.)."),
        ],
        Cost = FieldCost.Of(GraphQlServerLimits.ScoreCost),
        Resolve = async context =>
        {
            var call = Fields.Call(context.State);
            var report = await Desk(context).FindAsync(context.Arguments.Get<string>("organization")!, YearOf(context), call.Catalog, context.Cancellation);
            return report?.Indicators;
        },
    };

    private static ScoreDesk Desk(ResolveContext context) => Fields.Call(context.State).Http.RequestServices.GetRequiredService<ScoreDesk>();

    private static FiscalYear YearOf(ResolveContext context)
    {
        var asked = context.Arguments["year"] is { } year ? Convert.ToString(year, CultureInfo.InvariantCulture) : null;
        var (found, fault) = ScoreRoutes.Year(asked, Desk(context));
        return fault is null ? found : throw Fields.Call(context.State).Refused(Problem.OfQuery([fault]));
    }

    private static FieldDefinition Number<T>(string name, string description, Func<T, decimal?> read, bool required = false) =>
        Fields.Of<T>(name, required ? "Decimal!" : "Decimal", description, source => read(source)?.ToString(CultureInfo.InvariantCulture));
}
