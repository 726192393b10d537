using OpenData.Schemas;
using OpenData.Server.Rest.Parameters;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Rest.RowQueries;

/// <summary>What the server says about queries for groups.</summary>
internal static class GroupTexts
{
    /// <summary>The label of how many rows a group has.</summary>
    public static readonly LocalText Count = new("จำนวนแถว", "Number of rows");

    public static ProblemError UnknownTerm(string parameter, string term, IReadOnlyList<string> known) => new(
        ProblemKinds.InvalidValue.Code,
        new($"“{ProblemTexts.Shown(term)}” ใน “{ProblemTexts.Shown(parameter)}” ไม่ใช่คอลัมน์ของ group_by และไม่ใช่ฟังก์ชัน", $"“{ProblemTexts.Shown(term)}” in “{ProblemTexts.Shown(parameter)}” is neither a column of group_by nor a function."),
        ParameterTexts.MayBe(term, known))
    {
        Parameter = ProblemTexts.Shown(parameter),
    };

    public static ProblemError NotGroupedBy(string parameter, string column) => new(
        ProblemKinds.InvalidValue.Code,
        new($"คอลัมน์ “{column}” ใน “{ProblemTexts.Shown(parameter)}” ไม่อยู่ใน group_by", $"The column “{column}” in “{ProblemTexts.Shown(parameter)}” is not among those of group_by."),
        new($"เพิ่ม {column} ใน group_by หรือใช้ฟังก์ชัน เช่น min({column})", $"Add {column} to group_by, or use a function such as min({column})."))
    {
        Parameter = ProblemTexts.Shown(parameter),
    };

    public static ProblemError Twice(string parameter, string term) => new(
        ProblemKinds.InvalidValue.Code,
        new($"“{ProblemTexts.Shown(term)}” อยู่ใน “{parameter}” สองครั้ง", $"“{ProblemTexts.Shown(term)}” stands in “{parameter}” twice."),
        new("ใส่ครั้งเดียว", "Give it once."))
    {
        Parameter = parameter,
    };
}
