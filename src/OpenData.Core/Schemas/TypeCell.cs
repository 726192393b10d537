namespace OpenData.Schemas;

/// <summary>Data types as databases, programs and Thai forms name them: <c>VARCHAR(50)</c> is text.</summary>
internal static class TypeCell
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["string"] = "text",
        ["str"] = "text",
        ["char"] = "text",
        ["character"] = "text",
        ["varchar"] = "text",
        ["varchar2"] = "text",
        ["nvarchar"] = "text",
        ["nvarchar2"] = "text",
        ["nchar"] = "text",
        ["object"] = "text",
        ["ข้อความ"] = "text",
        ["ตัวอักษร"] = "text",
        ["อักขระ"] = "text",
        ["int"] = "integer",
        ["int64"] = "integer",
        ["bigint"] = "integer",
        ["smallint"] = "integer",
        ["long"] = "integer",
        ["จำนวนเต็ม"] = "integer",
        ["float"] = "number",
        ["float64"] = "number",
        ["double"] = "number",
        ["real"] = "number",
        ["numeric"] = "decimal",
        ["money"] = "decimal",
        ["ตัวเลข"] = "number",
        ["ทศนิยม"] = "decimal",
        ["bool"] = "boolean",
        ["bit"] = "boolean",
        ["timestamp"] = "datetime",
        ["วันที่"] = "date",
        ["วันที่และเวลา"] = "datetime",
        ["เวลา"] = "time",
        ["ปี"] = "year",
        ["รหัส"] = "code",
    };

    /// <summary>Our name of the type, or the cell as it is where the type is not known.</summary>
    public static string Read(string cell)
    {
        var name = cell.Split('(')[0].Trim().ToLowerInvariant();
        return Types.GetValueOrDefault(name) ?? (DictionaryTree.Type(name) is null ? cell : name);
    }
}
