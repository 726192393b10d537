using OpenData.Registry;
using OpenData.Schemas;

namespace OpenData.Server.GraphQl.Resources;

/// <summary>The texts of Form 1 and Form 2 as descriptions of types and fields: Thai first, then English where it says something else.</summary>
internal static class Descriptions
{
    public static string OfTable(Dataset? dataset, Resource? resource, Release release) => Both(language =>
    {
        var title = dataset?.Form.Title.In(language) ?? "";
        var name = dataset?.Resources.Count > 1 ? resource?.Name.In(language) ?? "" : "";
        var rows = language == Language.Thai
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"รุ่นที่ {release.Number} จำนวน {release.Rows:N0} แถว")
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Release {release.Number}, rows: {release.Rows:N0}");
        return Sentence([Joined(title, name), dataset?.Form.Notes.In(language), rows + "."]);
    });

    public static string OfColumn(DictionaryColumn column) => Both(language =>
    {
        var thai = language == Language.Thai;
        var unit = column.Unit.In(language);
        var codes = column.Codes.Count is > 0 and <= ResourceLimits.DescribedCodes
            ? string.Join(", ", column.Codes.Select(c => $"`{c.Code}` {c.Label.In(language)}".TrimEnd()))
            : "";
        return Sentence(
        [
            Joined(column.Label.In(language), column.Description.In(language)),
            unit.Length == 0 ? null : thai ? $"หน่วย: {unit}" : $"Unit: {unit}",
            codes.Length == 0 ? null : thai ? $"รหัส: {codes}" : $"Codes: {codes}",
            column.Example is { Length: > 0 } example ? (thai ? $"ตัวอย่าง: `{example}`" : $"Example: `{example}`") : null,
        ]);
    });

    private static string Both(Func<Language, string> text)
    {
        var (thai, english) = (text(Language.Thai), text(Language.English));
        return thai == english ? thai : $"{thai}\n\n{english}";
    }

    private static string Joined(string first, string second) => first.Length == 0 || second.Length == 0 || first == second ? (first.Length == 0 ? second : first) : $"{first}: {second}";

    private static string Sentence(IEnumerable<string?> parts) => string.Join("\n", parts.Where(p => !string.IsNullOrWhiteSpace(p)));
}
