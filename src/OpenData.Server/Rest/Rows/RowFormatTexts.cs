using OpenData.Schemas;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Rest.Rows;

/// <summary>What the server says about formats.</summary>
internal static class RowFormatTexts
{
    public static LocalText UnknownSuffix(string suffix)
    {
        var known = string.Join(", ", RowFormat.All.Select(f => "." + f.Suffix).Append("." + CompressedFile.Suffix));
        return new($"ไม่มีรูปแบบ “.{ProblemTexts.Shown(suffix)}” ใช้ได้: {known}", $"There is no format “.{ProblemTexts.Shown(suffix)}”. It may be: {known}.");
    }

    public static LocalText NotAcceptable(IReadOnlyList<string> known) => new(
        $"หัวข้อ Accept ไม่มีรูปแบบที่ให้ได้ ใช้ได้: {string.Join(", ", known)}",
        $"Nothing in the Accept header can be given here. It may be: {string.Join(", ", known)}.");

    public static Problem NotMade(string key) => new(ProblemKinds.NotReady, new(
        $"ยังสร้างไฟล์ {key}.csv.gz ไม่ได้ ใช้ .csv?limit=all แทน", $"The file {key}.csv.gz could not be made just now. Take .csv?limit=all."));

    public static Problem NoCoordinates(string key) => new(ProblemKinds.NoCoordinates, new(
        $"ตาราง “{key}” ไม่มีพิกัด คือคอลัมน์ตัวเลขชื่อ latitude/longitude (หรือ lat/long/lon/lng) หรือป้าย ละติจูด/ลองจิจูด หน่วยเป็นองศา",
        $"The table “{key}” has no coordinates: two numeric columns called latitude and longitude (or lat and long, lon, lng), or labelled so, in degrees."));

    /// <summary>The problem of a format that cannot hold so much; told before anything is sent.</summary>
    public static Problem TooMuch(RowFormat format, long rows, int columns) => new(ProblemKinds.TooManyRows, new(
        $"คำตอบมี {rows} แถว {columns} คอลัมน์ แต่ {format.Name} เก็บได้ {format.MostRows} แถว {format.MostColumns} คอลัมน์ ใช้ .csv หรือแบ่งด้วย limit กับ after",
        $"The answer has {rows} rows of {columns} columns, and {format.Name} holds {format.MostRows} of {format.MostColumns}. Take .csv, or parts by limit and after."));
}
