using OpenData.GraphQL.Types;
using OpenData.Schemas;

namespace OpenData.Server.GraphQl.Catalog;

/// <summary>Data dictionaries: Form 2.</summary>
internal static class DictionaryTypes
{
    public static ObjectType Dictionary() => new("DataDictionary", new[]
    {
        Fields.Of<DataDictionary>("sha256", "String!", "รุ่นของพจนานุกรม · Its version: SHA-256 of its canonical JSON.", d => d.Sha256),
        Fields.Of<DataDictionary>("columns", "[Column!]!", "คอลัมน์ ตามลำดับในไฟล์ · The columns, in the order of the file.", d => d.Columns),
        new FieldDefinition("column", "Column")
        {
            Description = "คอลัมน์หนึ่ง · One column; null where there is none of that name.",
            Arguments = [Fields.Argument("name", "String!", "ชื่อที่โปรแกรมใช้ · Its identifier.")],
            Resolve = context => new(((DataDictionary)context.Source!).Columns.FirstOrDefault(c => c.Name == context.Arguments.Get<string>("name"))),
        },
        Fields.Of<DataDictionary>("key", "[String!]!", "คอลัมน์ที่ระบุแถว · Names of the columns that together tell one row from another.", d => d.Key),
        Fields.Of<DataDictionary>("missingValues", "[String!]!", "ข้อความที่หมายถึงไม่มีค่า · Cell texts that mean \"no value\".", d => d.MissingValues),
        Fields.Of<DataDictionary>("references", "[Reference!]!", "การอ้างอิงชุดข้อมูลอื่น · Columns whose values are found in another dataset.", d => d.References),
    })
    {
        Description = "พจนานุกรมข้อมูล (แบบฟอร์ม 2) · A data dictionary (Form 2): what every column of a table is.",
    };

    public static ObjectType Column() => new("Column", new[]
    {
        Fields.Of<DictionaryColumn>("name", "String!", "ชื่อที่โปรแกรมใช้ · The identifier that programs use.", c => c.Name),
        Fields.Of<DictionaryColumn>("header", "String!", "หัวคอลัมน์ในไฟล์ · The text of the file's header cell.", c => c.Header),
        Fields.Text<DictionaryColumn>("label", "ป้ายกำกับ · The name that people read.", c => c.Label),
        Fields.Text<DictionaryColumn>("description", "คำอธิบาย · What the values mean.", c => c.Description),
        Fields.Of<DictionaryColumn>("type", "ColumnType!", "ชนิดข้อมูล · The type of every value.", c => c.Type),
        Fields.Of<DictionaryColumn>("format", "String", "รูปแบบ · How values are written.", c => c.Format),
        Fields.Of<DictionaryColumn>("calendar", "String!", "ปฏิทิน · The calendar the file is written in: `gregorian` or `buddhist`; the API always answers in the common era.", c => Lower(c.Calendar)),
        Fields.Text<DictionaryColumn>("unit", "หน่วย · Unit of measure.", c => c.Unit),
        Fields.Of<DictionaryColumn>("required", "Boolean!", "ห้ามว่าง · Whether no value may be missing.", c => c.Required),
        Fields.Of<DictionaryColumn>("unique", "Boolean!", "ห้ามซ้ำ · Whether no value may occur twice.", c => c.Unique),
        Fields.Of<DictionaryColumn>("minimum", "String", "ค่าน้อยสุด · The least value allowed, as the file writes it.", c => c.Minimum),
        Fields.Of<DictionaryColumn>("maximum", "String", "ค่ามากสุด · The greatest value allowed, as the file writes it.", c => c.Maximum),
        Fields.Of<DictionaryColumn>("minLength", "Int", "ความยาวน้อยสุด · The least length in characters.", c => c.MinLength),
        Fields.Of<DictionaryColumn>("maxLength", "Int", "ความยาวมากสุด · The greatest length in characters.", c => c.MaxLength),
        Fields.Of<DictionaryColumn>("pattern", "String", "นิพจน์ปรกติ · A regular expression that the whole value matches.", c => c.Pattern),
        Fields.Of<DictionaryColumn>("codes", "[CodeValue!]!", "รายการรหัส · The values allowed; empty where any is.", c => c.Codes),
        Fields.Of<DictionaryColumn>("role", "String", "บทบาทในตารางสถิติ · What it is in a statistical table: `dimension`, `time`, `measure` or `attribute`.", c => c.Role == ColumnRole.None ? null : Lower(c.Role)),
        Fields.Of<DictionaryColumn>("example", "String", "ตัวอย่าง · One value, as written in the file.", c => c.Example),
    })
    {
        Description = "คอลัมน์หนึ่งของตาราง · A column of a table.",
    };

    public static EnumType Type() => Fields.Enum<ColumnType>("ColumnType", "ชนิดของคอลัมน์ · The type of a column.", type => type switch
    {
        ColumnType.Text => "ข้อความ · Any text.",
        ColumnType.Integer => "จำนวนเต็ม · A whole number of 64 bits.",
        ColumnType.Number => "ตัวเลข · A number, kept as a 64-bit float.",
        ColumnType.Decimal => "ทศนิยมครบทุกหลัก · A decimal number, kept digit for digit.",
        ColumnType.Boolean => "จริงหรือเท็จ · True or false.",
        ColumnType.Date => "วันที่ · A day.",
        ColumnType.DateTime => "วันที่และเวลา · A day and a time.",
        ColumnType.Time => "เวลา · A time of day.",
        ColumnType.Year => "ปี · A year.",
        _ => "รหัส เช่น 01 · A code: text that names a thing, such as 01.",
    });

    public static ObjectType Code() => new("CodeValue", new[]
    {
        Fields.Of<CodeValue>("code", "String!", "รหัสในไฟล์ · The value in the file.", c => c.Code),
        Fields.Text<CodeValue>("label", "ความหมาย · What it means.", c => c.Label),
    })
    {
        Description = "ค่าที่คอลัมน์รหัสมีได้ · A value that a code column may hold.",
    };

    public static ObjectType Reference() => new("Reference", new[]
    {
        Fields.Of<Reference>("columns", "[String!]!", "คอลัมน์ของตารางนี้ · Columns of this table.", r => r.Columns),
        Fields.Of<Reference>("dataset", "String!", "ชุดข้อมูลที่อ้างอิง · The name of the other dataset.", r => r.Dataset),
        Fields.Of<Reference>("resource", "String", "ทรัพยากรที่อ้างอิง · The key of its resource; null where it has only one.", r => r.Resource),
        Fields.Of<Reference>("to", "[String!]!", "คอลัมน์ปลายทาง · Columns of the other table, in the same order.", r => r.To),
    })
    {
        Description = "การอ้างอิงชุดข้อมูลอื่น · Columns whose values are found in a key of another dataset.",
    };

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
