using OpenData.Schemas;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Rest.Parameters;

/// <summary>What the server says about the parameters of any request.</summary>
internal static class ParameterTexts
{
    public static ProblemError Unknown(string name, IReadOnlyList<string> known) => new(
        ProblemKinds.UnknownParameter.Code,
        new($"ไม่รู้จักพารามิเตอร์ “{Shown(name)}”", $"There is no parameter “{Shown(name)}”."),
        MayBe(name, known))
    {
        Parameter = Shown(name),
    };

    public static ProblemError Duplicate(string name) => new(
        ProblemKinds.DuplicateParameter.Code,
        new($"พารามิเตอร์ “{Shown(name)}” ถูกส่งมาเกินหนึ่งครั้ง", $"The parameter “{Shown(name)}” is given more than once."),
        new("ส่งเพียงครั้งเดียว หากต้องการหลายค่าให้ใช้ .in=ก,ข", "Give it once; for several values use .in=a,b."))
    {
        Parameter = Shown(name),
    };

    public static ProblemError Conflict(string one, string other) => new(
        ProblemKinds.ConflictingParameters.Code,
        new($"ใช้ “{one}” พร้อมกับ “{other}” ไม่ได้", $"“{one}” cannot be used together with “{other}”."),
        new("เลือกใช้อย่างใดอย่างหนึ่ง", "Use one of the two."))
    {
        Parameter = one,
    };

    public static ProblemError TooMany(int count) => new(
        ProblemKinds.TooManyParameters.Code,
        new($"คำขอมีพารามิเตอร์ {count} ตัว รับได้ไม่เกิน {ServerLimits.Parameters} ตัว", $"The query has {count} parameters; at most {ServerLimits.Parameters} are taken."),
        new("ลดจำนวนพารามิเตอร์ หรือใช้ .in=ก,ข", "Use fewer, or .in=a,b for several values of one column."));

    public static ProblemError Malformed(string name, string part) => new(
        ProblemKinds.MalformedQuery.Code,
        new($"อ่าน “{Shown(part)}” ไม่ได้ เพราะไม่ใช่ UTF-8 ที่เข้ารหัสเปอร์เซ็นต์ถูกต้อง", $"“{Shown(part)}” is not valid percent-encoded UTF-8."),
        new("เข้ารหัสอักขระเป็น UTF-8 แล้วเขียนเป็น %XX", "Encode each byte of the UTF-8 text as %XX."))
    {
        Parameter = Shown(name),
    };

    public static ProblemError OneOf(string parameter, string value, IReadOnlyList<string> known) => new(
        ProblemKinds.InvalidValue.Code,
        new($"“{parameter}” มีค่าเป็น “{Shown(value)}” ไม่ได้", $"“{parameter}” cannot be “{Shown(value)}”."),
        MayBe(value, known))
    {
        Parameter = parameter,
    };

    public static ProblemError Invalid(string parameter, string value, LocalText wanted) => new(
        ProblemKinds.InvalidValue.Code,
        new($"ค่า “{Shown(value)}” ของ “{Shown(parameter)}” ใช้ไม่ได้ ต้องเป็น{wanted.Th}", $"“{Shown(value)}” is not a value of “{Shown(parameter)}”: it takes {wanted.En}."),
        new($"เขียนเป็น{wanted.Th}", $"Write {wanted.En}."))
    {
        Parameter = Shown(parameter),
    };

    /// <summary>The form wanted of a page's size.</summary>
    public static LocalText WholeNumber(long from, long to) => new($"จำนวนเต็มตั้งแต่ {from} ถึง {to}", $"a whole number from {from} to {to}");

    /// <summary>What a mistaken name may be, the nearest first.</summary>
    public static LocalText MayBe(string given, IReadOnlyList<string> known)
    {
        var nearest = DidYouMean.Nearest(given, known);
        var all = string.Join(", ", known);
        return nearest is null
            ? new($"ใช้ได้: {all}", $"It may be: {all}.")
            : new($"หมายถึง “{nearest}” หรือไม่ ใช้ได้: {all}", $"Did you mean “{nearest}”? It may be: {all}.");
    }

    private static string Shown(string value) => ProblemTexts.Shown(value);
}
