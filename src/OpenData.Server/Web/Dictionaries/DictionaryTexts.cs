using OpenData.Schemas;

namespace OpenData.Server.Web.Dictionaries;

/// <summary>The words of the page of a data dictionary.</summary>
internal static class DictionaryTexts
{
    public static readonly LocalText Title = new("พจนานุกรมข้อมูล (แบบฟอร์ม 2)", "Data dictionary (Form 2)");
    public static readonly LocalText Intro = new(
        "บอกว่าแต่ละคอลัมน์คืออะไร ต้องมีชื่อตัวแปร ชนิด และคำอธิบายทุกคอลัมน์ ไฟล์จะถูกตรวจตามที่เขียนไว้ที่นี่",
        "Say what each column is: every column needs a name, a type and a description. Files are checked against what is written here.");
    public static readonly LocalText Drafted = new("ร่างจากไฟล์ {0} ยังไม่บันทึก อ่านทวนชนิดและคีย์ เขียนคำอธิบายของแต่ละคอลัมน์ แล้วบันทึก", "A draft from {0}, not saved yet. Look over the types and the key, write what each column means, and save it.");
    public static readonly LocalText Imported = new("อ่านไฟล์ {0} แล้ว {1} คอลัมน์ ยังไม่บันทึก อ่านทวนแล้วบันทึก", "{0} was read: {1} columns. It is not saved yet: look it over, and save it.");
    public static readonly LocalText NotRead = new("อ่านไฟล์ {0} เป็นพจนานุกรมไม่ได้ พบ {1} ข้อ สิ่งที่อยู่ในหน้านี้ไม่เปลี่ยน", "{0} could not be read as a dictionary: {1} faults. What stands on the page is as it was.");
    public static readonly LocalText Nothing = new("ยังไม่มีพจนานุกรม ทางที่ง่ายที่สุดคือส่งไฟล์ข้อมูล แล้วระบบจะร่างให้ หรือนำเข้าไฟล์พจนานุกรม หรือกรอกทีละคอลัมน์", "There is no dictionary yet. The easiest way is to give the data file, from which one is drafted; or import one, or write it column by column.");
    public static readonly LocalText GiveFile = new("ส่งไฟล์ข้อมูลเพื่อร่าง", "Give the data file, to have a draft");
    public static readonly LocalText DraftAnew = new("ร่างใหม่จากไฟล์ {0} (คอลัมน์ที่อธิบายไว้แล้วคงเดิม)", "Draft it anew from {0} (columns that are described stay)");
    public static readonly LocalText Waits = new("ไฟล์ {0} รออยู่ เมื่อบันทึกจะตรวจกับพจนานุกรมนี้ทันที", "{0} waits, and is checked against this dictionary as soon as it is saved.");
    public static readonly LocalText SaveAndCheck = new("บันทึก แล้วตรวจไฟล์", "Save, and check the file");
    public static readonly LocalText Save = new("บันทึก", "Save");
    public static readonly LocalText SaveOnly = new("บันทึกอย่างเดียว", "Only save");
    public static readonly LocalText NeedsReview = new("การแก้พจนานุกรมต้องผ่านการอนุมัติใหม่ และต้องส่งไฟล์อีกครั้งเพื่อตรวจกับฉบับใหม่", "A changed dictionary is reviewed anew, and the file is given again to be checked against it.");
    public static readonly LocalText Column = new("คอลัมน์ {0}", "Column {0}");
    public static readonly LocalText AddColumn = new("เพิ่มคอลัมน์", "Add a column");
    public static readonly LocalText RemoveColumn = new("เอาคอลัมน์นี้ออก", "Take this column out");
    public static readonly LocalText Name = new("ชื่อตัวแปร", "Name");
    public static readonly LocalText NameHint = new("a-z 0-9 _ ขึ้นต้นด้วยตัวอักษร ใช้ใน API", "Letters, digits and _; programs use it.");
    public static readonly LocalText Header = new("หัวคอลัมน์ในไฟล์ (ถ้าต่างจากชื่อ)", "Header in the file, where it is not the name");
    public static readonly LocalText LabelThai = new("ป้ายกำกับ ไทย", "Label in Thai");
    public static readonly LocalText LabelEnglish = new("ป้ายกำกับ อังกฤษ", "Label in English");
    public static readonly LocalText Type = new("ชนิด", "Type");
    public static readonly LocalText DescriptionThai = new("คำอธิบาย ไทย", "Description in Thai");
    public static readonly LocalText DescriptionEnglish = new("คำอธิบาย อังกฤษ", "Description in English");
    public static readonly LocalText UnitThai = new("หน่วย ไทย", "Unit in Thai");
    public static readonly LocalText UnitEnglish = new("หน่วย อังกฤษ", "Unit in English");
    public static readonly LocalText Role = new("บทบาท (ตารางสถิติ)", "Role (in statistics)");
    public static readonly LocalText Required = new("ต้องมีค่าทุกแถว", "Required in every row");
    public static readonly LocalText Unique = new("ห้ามซ้ำ", "No value twice");
    public static readonly LocalText Key = new("เป็นคีย์ (แยกแถวหนึ่งจากอีกแถว)", "Part of the key, which tells rows apart");
    public static readonly LocalText Codes = new("รายการรหัส บรรทัดละรหัส: รหัส=ไทย=อังกฤษ", "Codes, one to a line: code=Thai=English");
    public static readonly LocalText More = new("ขอบเขต รูปแบบ รหัส และตัวอย่าง", "Bounds, format, codes, example");
    public static readonly LocalText Calendar = new("ปฏิทินของปีและวันที่ในไฟล์", "Calendar of years and dates in the file");
    public static readonly LocalText Minimum = new("ค่าต่ำสุด", "Least value");
    public static readonly LocalText Maximum = new("ค่าสูงสุด", "Greatest value");
    public static readonly LocalText MinLength = new("ความยาวต่ำสุด", "Least length");
    public static readonly LocalText MaxLength = new("ความยาวสูงสุด", "Greatest length");
    public static readonly LocalText Pattern = new("นิพจน์ปกติ", "Pattern (regular expression)");
    public static readonly LocalText Format = new("รูปแบบ", "Format");
    public static readonly LocalText Example = new("ตัวอย่าง", "Example");
    public static readonly LocalText Whole = new("ทั้งตาราง", "The table as a whole");
    public static readonly LocalText MissingValues = new("ข้อความที่หมายถึงไม่มีข้อมูล บรรทัดละหนึ่ง (เซลล์ว่างนับอยู่แล้ว)", "Texts that mean “no value”, one to a line (the empty cell always does)");
    public static readonly LocalText References = new("การอ้างอิงชุดข้อมูลอื่น บรรทัดละหนึ่ง เช่น province_id -> provinces/provinces: id", "References to other datasets, one to a line, such as province_id -> provinces/provinces: id");
    public static readonly LocalText Import = new("นำเข้าพจนานุกรม (JSON หรือ CSV)", "Import a dictionary (JSON or CSV)");
    public static readonly LocalText ImportIt = new("นำเข้า", "Import");
    public static readonly LocalText NoImport = new("ยังไม่ได้เลือกไฟล์ที่จะนำเข้า", "No file to import was chosen.");
    public static readonly LocalText ExportCsv = new("ส่งออกเป็น CSV", "Export as CSV");
    public static readonly LocalText ExportJson = new("ส่งออกเป็น JSON", "Export as JSON");
    public static readonly LocalText None = new("–", "–");

    /// <summary>The types, as the schema names them, in words.</summary>
    public static readonly IReadOnlyList<(string Code, LocalText Label)> Types =
    [
        ("text", new("ข้อความ (text)", "text")),
        ("code", new("รหัส (code)", "code: text that names a thing, such as 01")),
        ("integer", new("จำนวนเต็ม (integer)", "integer")),
        ("decimal", new("ทศนิยม เก็บทุกหลัก (decimal)", "decimal, kept digit for digit")),
        ("number", new("จำนวนจริง (number)", "number")),
        ("boolean", new("จริง/เท็จ (boolean)", "boolean")),
        ("date", new("วันที่ (date)", "date")),
        ("datetime", new("วันที่และเวลา (datetime)", "datetime")),
        ("time", new("เวลา (time)", "time")),
        ("year", new("ปี (year)", "year")),
    ];

    public static readonly IReadOnlyList<(string Code, LocalText Label)> Roles =
    [
        ("dimension", new("มิติ (dimension)", "dimension")),
        ("time", new("เวลา (time)", "time")),
        ("measure", new("ค่าที่วัด (measure)", "measure")),
        ("attribute", new("คุณลักษณะ (attribute)", "attribute")),
    ];

    public static readonly IReadOnlyList<(string Code, LocalText Label)> Calendars = [("gregorian", new("ค.ศ.", "C.E.")), ("buddhist", new("พ.ศ.", "B.E."))];
}
