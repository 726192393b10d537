using OpenData.Schemas;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Sdmx.Structure;

namespace OpenData.Server.Sdmx;

/// <summary>What the SDMX face says.</summary>
internal static class SdmxTexts
{
    public static LocalText NoStructure(string what) => new(
        $"ไม่มีโครงสร้าง “{ProblemTexts.Shown(what)}” ดูรายการที่ /sdmx/3.0/structure/dataflow",
        $"There is no structure “{ProblemTexts.Shown(what)}”. See /sdmx/3.0/structure/dataflow for those there are.");

    public static LocalText UnknownType(string type) => new(
        $"ไม่มีบริการโครงสร้างชนิด “{ProblemTexts.Shown(type)}” ที่มีคือ dataflow, datastructure, conceptscheme, codelist หรือ *",
        $"Structures of type “{ProblemTexts.Shown(type)}” are not served; there are dataflow, datastructure, conceptscheme, codelist, or *.");

    public static LocalText UnknownContext(string context) => new(
        $"ข้อมูลถามได้ด้วย dataflow หรือ datastructure ไม่ใช่ “{ProblemTexts.Shown(context)}”",
        $"Data are asked for by dataflow or datastructure, not by “{ProblemTexts.Shown(context)}”.");

    public static LocalText OneFlow { get; } = new(
        "ระบุ dataflow หนึ่งรายการ: /sdmx/3.0/data/dataflow/{agency}/{id}/{version}/{key} คำถามข้ามหลายรายการยังไม่มีบริการ",
        "Name one dataflow: /sdmx/3.0/data/dataflow/{agency}/{id}/{version}/{key}. Queries over several are not served.");

    public static LocalText UnknownParameter(string name, IReadOnlyList<string> known) => new(
        $"ไม่รู้จักพารามิเตอร์ “{ProblemTexts.Shown(name)}” ที่ใช้ได้คือ {string.Join(", ", known)}",
        $"The parameter “{ProblemTexts.Shown(name)}” is not known; there are {string.Join(", ", known)}.");

    public static LocalText NotServed(string name) => new(
        $"พารามิเตอร์ “{name}” ของ SDMX REST ไม่มีบริการที่นี่",
        $"The parameter “{name}” of SDMX REST is not served here.");

    public static LocalText Invalid(string name, string value, LocalText wanted) => new(
        $"{name}: “{ProblemTexts.Shown(value)}” ใช้ไม่ได้ ต้องเป็น{wanted.Th}",
        $"{name}: “{ProblemTexts.Shown(value)}” is not valid; it must be {wanted.En}.");

    public static LocalText UnknownComponent(string id, DataStructure structure) => new(
        $"โครงสร้าง {structure.Reference} ไม่มีองค์ประกอบ “{ProblemTexts.Shown(id)}” ที่มีคือ {string.Join(", ", structure.Components.Select(c => c.Id))}",
        $"The structure {structure.Reference} has no component “{ProblemTexts.Shown(id)}”; it has {string.Join(", ", structure.Components.Select(c => c.Id))}.");

    public static LocalText KeyTooLong(string key, DataStructure structure) => new(
        $"คีย์ “{ProblemTexts.Shown(key)}” มีส่วนมากกว่ามิติของโครงสร้าง ซึ่งคือ {string.Join('.', structure.Dimensions.Select(c => c.Id))}",
        $"The key “{ProblemTexts.Shown(key)}” has more parts than there are dimensions: {string.Join('.', structure.Dimensions.Select(c => c.Id))}.");

    public static LocalText NoTextOperator(string id, string how) => new(
        $"c[{id}]: ตัวดำเนินการ {how} ใช้กับข้อความหรือรหัสเท่านั้น",
        $"c[{id}]: the operator {how} is for texts and codes only.");

    public static LocalText TooManyValues(string id, int most) => new(
        $"c[{id}]: มีค่ามากกว่า {most} ค่า", $"c[{id}]: there are more than {most} values.");

    public static LocalText NotAcceptable(IEnumerable<string> served) => new(
        $"ไม่มีรูปแบบที่ขอใน Accept ที่มีคือ {string.Join(" ; ", served)}",
        $"None of the formats in Accept is served; there are {string.Join(" ; ", served)}.");

    public static LocalText Period { get; } = new("ปี เดือน หรือวัน เช่น 2020, 2020-01, 2020-01-31", "a year, month or day such as 2020, 2020-01, 2020-01-31");

    public static LocalText Number { get; } = new("จำนวนเต็มไม่ติดลบ", "a whole number not below zero");

    public static LocalText OfType(string type) => new($"ค่าชนิด {type}", $"a value of type {type}");
}
