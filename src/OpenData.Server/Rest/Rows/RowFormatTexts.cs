using OpenData.Schemas;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Rest.Rows;

/// <summary>What the server says about formats.</summary>
internal static class RowFormatTexts
{
    public static LocalText UnknownSuffix(string suffix)
    {
        var known = string.Join(", ", RowFormat.All.Select(f => "." + f.Suffix));
        return new($"ไม่มีรูปแบบ “.{ProblemTexts.Shown(suffix)}” ใช้ได้: {known}", $"There is no format “.{ProblemTexts.Shown(suffix)}”. It may be: {known}.");
    }

    public static LocalText NotAcceptable(IReadOnlyList<string> known) => new(
        $"หัวข้อ Accept ไม่มีรูปแบบที่ให้ได้ ใช้ได้: {string.Join(", ", known)}",
        $"Nothing in the Accept header can be given here. It may be: {string.Join(", ", known)}.");
}
