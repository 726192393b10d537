using OpenData.GraphQL.Types;

namespace OpenData.Server.GraphQl.Catalog;

/// <summary>The forms as inputs: Form 1 item by item as the published JSON schema has it, and Form 2.</summary>
internal static class FormInputs
{
    public static InputObjectType LocalText() => new("LocalTextInput",
    [
        Fields.Argument("th", "String", "ภาษาไทย · In Thai."),
        Fields.Argument("en", "String", "ภาษาอังกฤษ · In English."),
    ])
    {
        Description = "ข้อความภาษาไทย ภาษาอังกฤษ หรือทั้งสอง · A text in Thai, in English, or in both.",
    };

    public static InputObjectType Organization() => new("OrganizationInput",
    [
        Fields.Argument("name", "String!", "ชื่อย่อ · Its short name."),
        Fields.Argument("title", "LocalTextInput", "ชื่อหน่วยงาน ถ้าให้จะลงทะเบียนไปพร้อมกัน · Its name: where it is given, the agency is registered along with the dataset."),
        Fields.Argument("parent", "String", "ชื่อย่อของหน่วยงานต้นสังกัด · The short name of the agency above it; only with a title."),
    ])
    {
        Description = "หน่วยงานเจ้าของ · The agency that owns a dataset.",
    };

    public static InputObjectType Dataset() => new("DatasetInput",
    [
        Fields.Argument("name", "String!", "ชื่ออ้างอิง a-z 0-9 _ - เปลี่ยนภายหลังไม่ได้ · The name in addresses, of a-z 0-9 _ -; it never changes."),
        Fields.Argument("organization", "OrganizationInput", "หน่วยงานเจ้าของ · The agency that owns it."),
        .. FormItem.OfDataset.Select(item => Fields.Argument(item.Name, item.InputType, item.Description)),
        Fields.Argument("resources", "[ResourceInput!]", "ทรัพยากร · Its tables."),
    ])
    {
        Description = "แบบฟอร์ม 1 ทั้งฉบับ รายการที่ไม่ให้คือไม่มี · The whole of Form 1: what is not given is not there afterwards.",
    };

    public static InputObjectType Resource() => new("ResourceInput",
    [
        Fields.Argument("key", "String!", "รหัสทรัพยากร · Its name in addresses, unique in its dataset."),
        Fields.Argument("name", "LocalTextInput!", "ชื่อทรัพยากร · The name that people read."),
        .. FormItem.OfResource.Select(item => Fields.Argument(item.Name, item.InputType, item.Description)),
    ])
    {
        Description = "ทรัพยากรในแบบฟอร์ม 1 · What Form 1 says of a table.",
    };

    public static InputObjectType Dictionary() => new("DictionaryInput",
    [
        Fields.Argument("columns", "[ColumnInput!]!", "คอลัมน์ ตามลำดับในไฟล์ · The columns, in the order of the file."),
        Fields.Argument("key", "[String!]", "คอลัมน์ที่ระบุแถว · Names of the columns that together tell one row from another."),
        Fields.Argument("missingValues", "[String!]", "ข้อความที่หมายถึงไม่มีค่า · Cell texts that mean \"no value\"."),
        Fields.Argument("references", "[ReferenceInput!]", "การอ้างอิงชุดข้อมูลอื่น · Columns whose values are found in another dataset."),
    ])
    {
        Description = "แบบฟอร์ม 2 ทั้งฉบับ · The whole of Form 2.",
    };

    public static InputObjectType Column() => new("ColumnInput",
    [
        Fields.Argument("name", "String!", "ชื่อที่โปรแกรมใช้ · The identifier that programs use."),
        Fields.Argument("header", "String", "หัวคอลัมน์ในไฟล์ ถ้าไม่ใช่ name · The file's header cell, where it is not the name."),
        Fields.Argument("label", "LocalTextInput", "ป้ายกำกับ · The name that people read."),
        Fields.Argument("description", "LocalTextInput", "คำอธิบาย · What the values mean."),
        Fields.Argument("type", "ColumnType!", "ชนิดข้อมูล · The type of every value."),
        Fields.Argument("format", "String", "รูปแบบ · How values are written."),
        Fields.Argument("calendar", "String", "ปฏิทิน gregorian หรือ buddhist · The calendar: `gregorian` or `buddhist`."),
        Fields.Argument("unit", "LocalTextInput", "หน่วย · Unit of measure."),
        Fields.Argument("required", "Boolean", "ห้ามว่าง · No value may be missing."),
        Fields.Argument("unique", "Boolean", "ห้ามซ้ำ · No value may occur twice."),
        Fields.Argument("minimum", "String", "ค่าน้อยสุด · The least value, as the file writes it."),
        Fields.Argument("maximum", "String", "ค่ามากสุด · The greatest value, as the file writes it."),
        Fields.Argument("minLength", "Int", "ความยาวน้อยสุด · The least length in characters."),
        Fields.Argument("maxLength", "Int", "ความยาวมากสุด · The greatest length in characters."),
        Fields.Argument("pattern", "String", "นิพจน์ปรกติ · A regular expression that the whole value must match."),
        Fields.Argument("codes", "[CodeValueInput!]", "รายการรหัส · The values allowed."),
        Fields.Argument("role", "String", "บทบาทในตารางสถิติ · `dimension`, `time`, `measure` or `attribute`."),
        Fields.Argument("example", "String", "ตัวอย่าง · One value, as written in the file."),
    ])
    {
        Description = "คอลัมน์หนึ่งในแบบฟอร์ม 2 · A column as Form 2 describes it.",
    };

    public static InputObjectType Code() => new("CodeValueInput",
    [
        Fields.Argument("code", "String!", "รหัสในไฟล์ · The value in the file."),
        Fields.Argument("label", "LocalTextInput", "ความหมาย · What it means."),
    ])
    {
        Description = "ค่าที่คอลัมน์รหัสมีได้ · A value that a code column may hold.",
    };

    public static InputObjectType Reference() => new("ReferenceInput",
    [
        Fields.Argument("columns", "[String!]!", "คอลัมน์ของตารางนี้ · Columns of this table."),
        Fields.Argument("dataset", "String!", "ชุดข้อมูลที่อ้างอิง · The name of the other dataset."),
        Fields.Argument("resource", "String", "ทรัพยากรที่อ้างอิง · The key of its resource, where it has several."),
        Fields.Argument("to", "[String!]!", "คอลัมน์ปลายทาง · Columns of the other table, in the same order."),
    ])
    {
        Description = "การอ้างอิงชุดข้อมูลอื่น · Columns whose values are found in a key of another dataset.",
    };
}
