using System.Globalization;
using OpenData.Schemas;

namespace OpenData.Scores.Indicators;

/// <summary>What a schema cannot say of an indicator's definition.</summary>
internal sealed class IndicatorChecks(Indicator indicator, FaultList faults)
{
    public void Check()
    {
        Holder();
        Levels();
        Parts();
        Bands();
    }

    /// <summary>The formula says where the parts stand.</summary>
    private void Holder()
    {
        var wanted = indicator.Formula == Formula.Levels ? "levels" : "parts";
        if ((wanted == "levels" ? indicator.Levels.Count : indicator.Parts.Count) == 0)
        {
            faults.Add(
                "missing-field",
                "/" + wanted,
                new($"สูตรนี้ต้องมี “{wanted}” แต่ไม่มี", $"The formula needs “{wanted}”, and there are none."),
                new($"เพิ่ม “{wanted}” หรือแก้ “formula”", $"Add “{wanted}”, or mend “formula”."),
                near: "/formula");
        }

        if (indicator.Formula == Formula.Ratio && !(indicator.Parts.Any(p => p.Id == "actual") && indicator.Parts.Any(p => p.Id == "target")))
        {
            faults.Add(
                "missing-part",
                "/parts",
                new("สูตร ratio ต้องมีส่วน “actual” และ “target”", "The formula ratio needs the parts “actual” and “target”."),
                new("ตั้งรหัสของสองส่วนเป็น actual และ target", "Call the two parts actual and target."));
        }
    }

    private void Levels()
    {
        for (var i = 0; i < indicator.Levels.Count; i++)
        {
            var level = indicator.Levels[i];
            var at = JsonPointer.Element("/levels", i);
            if (level.Number != i + 1)
            {
                faults.Add(
                    "level-order",
                    at + "/level",
                    new($"ระดับนี้เป็นลำดับที่ {i + 1} แต่เขียนว่า {level.Number}", $"This level stands at place {i + 1} and says {level.Number}."),
                    new($"เขียน {i + 1} หรือเรียงระดับใหม่", $"Write {i + 1}, or put the levels in order."));
            }

            Criteria(level, at);
            Weights(level, at);
        }

        var sum = indicator.Levels.Sum(l => l.Points);
        if (indicator.Levels.Count > 0 && sum > indicator.Full)
        {
            faults.Add(
                "points-over-full",
                "/full",
                new($"คะแนนของทุกระดับรวม {Shown(sum)} เกินคะแนนเต็ม {Shown(indicator.Full)}", $"The levels are worth {Shown(sum)} together, more than the full score {Shown(indicator.Full)}."),
                new("แก้ “points” ของระดับ หรือ “full”", "Mend the levels' “points”, or “full”."));
        }
    }

    private void Criteria(IndicatorLevel level, string at)
    {
        if ((level.Undefined is null) == (level.Parts.Count == 0) || (level.Undefined is not null && level.Points > 0))
        {
            faults.Add(
                "level-without-criteria",
                at,
                new($"ระดับ {level.Number} ต้องมี “parts” หรือ “undefined” อย่างใดอย่างหนึ่ง และระดับที่ไม่มีเกณฑ์ต้องไม่มีคะแนน", $"Level {level.Number} needs either “parts” or “undefined”, and an undefined level gives no points."),
                new("ใส่เกณฑ์ใน “parts” หรือบอกเหตุผลใน “undefined” โดยไม่ใส่ “points”", "Give the criteria in “parts”, or say in “undefined” why there are none, without “points”."));
        }
    }

    private void Weights(IndicatorLevel level, string at)
    {
        if (level.Sums && level.Parts.Sum(p => p.Weight) is var sum && sum != level.Points)
        {
            faults.Add(
                "weights-do-not-add-up",
                at + "/points",
                new($"น้ำหนักของส่วนในระดับ {level.Number} รวม {Shown(sum)} แต่ระดับมี {Shown(level.Points)} คะแนน", $"The weights of level {level.Number} add up to {Shown(sum)}, and the level is worth {Shown(level.Points)}."),
                new("แก้ “weight” ของส่วน หรือ “points” ของระดับ ให้เท่ากัน", "Mend the parts' “weight” or the level's “points” so that they agree."));
        }
    }

    private void Parts()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (part, at) in Places())
        {
            if (!seen.Add(part.Id))
            {
                faults.Add(
                    "duplicate-part",
                    at + "/id",
                    new($"มีส่วนที่ใช้รหัส “{part.Id}” แล้ว", $"Another part has the id “{part.Id}” already."),
                    new("ตั้งรหัสของแต่ละส่วนให้ไม่ซ้ำกัน", "Give each part an id of its own."));
            }

            if ((part.Measure == Measure.Indicator) != (part.From is not null))
            {
                faults.Add(
                    "indicator-of-part",
                    at + "/indicator",
                    new("“indicator” ใช้คู่กับ measure “indicator” เท่านั้น", "“indicator” goes with the measure “indicator”, and only with it."),
                    new("ใส่ทั้งสองอย่าง หรือเอาออกทั้งสองอย่าง", "Give both, or neither."),
                    near: at + "/measure");
            }

            Asked(part, at);
        }
    }

    /// <summary>What only a person can know has to say what is asked of that person.</summary>
    private void Asked(IndicatorPart part, string at)
    {
        if (part.Measure is Measure.Attested or Measure.Given or Measure.PrimaryData or Measure.MonthsOnTime or Measure.MeanRating && part.Evidence.IsEmpty)
        {
            faults.Add(
                "evidence-not-described",
                at + "/evidence",
                new($"ส่วน “{part.Id}” ต้องใช้หลักฐานจากบุคคล แต่ไม่ได้บอกว่าขออะไร", $"The part “{part.Id}” needs evidence by a person, and does not say what is asked for."),
                new("เพิ่ม “evidence” เป็นภาษาไทยและอังกฤษ", "Add “evidence” in Thai and English."),
                near: at + "/measure");
        }
    }

    private void Bands()
    {
        if ((indicator.Formula == Formula.Bands) != (indicator.Bands.Count > 0))
        {
            faults.Add(
                "bands-and-formula",
                "/bands",
                new("“bands” ใช้คู่กับสูตร “bands” เท่านั้น", "“bands” goes with the formula “bands”, and only with it."),
                new("เพิ่ม “bands” หรือแก้ “formula”", "Add “bands”, or mend “formula”."),
                near: "/formula");
        }

        for (var i = 1; i < indicator.Bands.Count; i++)
        {
            if (indicator.Bands[i].From <= indicator.Bands[i - 1].From)
            {
                faults.Add(
                    "band-order",
                    JsonPointer.Element("/bands", i) + "/from",
                    new($"ช่วงนี้เริ่มที่ {Shown(indicator.Bands[i].From)} ซึ่งไม่สูงกว่าช่วงก่อนหน้า ({Shown(indicator.Bands[i - 1].From)})", $"The band begins at {Shown(indicator.Bands[i].From)}, not above the one before it ({Shown(indicator.Bands[i - 1].From)})."),
                    new("เรียงช่วงจากต่ำไปสูง", "Put the bands in order, the lowest first."));
            }
        }
    }

    private IEnumerable<(IndicatorPart Part, string At)> Places() =>
        indicator.Parts.Select((p, i) => (p, JsonPointer.Element("/parts", i)))
            .Concat(indicator.Levels.SelectMany((l, i) => l.Parts.Select((p, j) => (p, JsonPointer.Element(JsonPointer.Element("/levels", i) + "/parts", j)))));

    private static string Shown(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
