namespace OpenData.Schemas;

/// <summary>What the choices of a data dictionary are called in a sentence.</summary>
internal static class DictionaryLabels
{
    private static readonly Dictionary<string, LocalText> Labels = new(StringComparer.Ordinal)
    {
        ["type/text"] = new("ข้อความ", "any text"),
        ["type/integer"] = new("จำนวนเต็ม", "whole number"),
        ["type/number"] = new("ตัวเลข", "number"),
        ["type/decimal"] = new("เลขทศนิยมที่เก็บครบทุกหลัก เช่น จำนวนเงิน", "decimal kept digit for digit, such as money"),
        ["type/boolean"] = new("จริง/เท็จ", "true or false"),
        ["type/date"] = new("วันที่", "date"),
        ["type/datetime"] = new("วันที่และเวลา", "date and time"),
        ["type/time"] = new("เวลา", "time of day"),
        ["type/year"] = new("ปี", "year"),
        ["type/code"] = new("รหัส เช่น 01", "code, such as 01"),
        ["calendar/gregorian"] = new("ค.ศ.", "C.E."),
        ["calendar/buddhist"] = new("พ.ศ.", "B.E."),
        ["role/dimension"] = new("มิติ", "what the figures are broken down by"),
        ["role/time"] = new("เวลา", "the period"),
        ["role/measure"] = new("ค่าสถิติ", "the figure"),
        ["role/attribute"] = new("คุณลักษณะ", "a note on the figure"),
    };

    public static LocalText? Of(string field, string code) => Labels.GetValueOrDefault(field + "/" + code);

    /// <summary>What a column type is called.</summary>
    public static LocalText Of(ColumnType type) => Of("type", type.ToString().ToLowerInvariant())!;
}
