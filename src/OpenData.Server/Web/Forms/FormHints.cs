using OpenData.Schemas;
using OpenData.Server.GraphQl.Catalog;

namespace OpenData.Server.Web.Forms;

/// <summary>What to write in a field, where its label does not say it all.</summary>
internal static class FormHints
{
    private static readonly LocalText Day = new("เช่น 31/3/2567 หรือ 2024-03-31 พ.ศ. หรือ ค.ศ. ก็ได้ ระบบเก็บเป็น ค.ศ.", "Such as 2024-03-31 or 31/3/2567: C.E. or B.E.; it is kept in C.E.");
    private static readonly LocalText Year = new("พ.ศ. หรือ ค.ศ. ก็ได้ เช่น 2567 ระบบเก็บเป็น ค.ศ.", "C.E. or B.E., such as 2024; it is kept in C.E.");
    private static readonly LocalText Several = new("เลือกได้หลายข้อ", "Choose one or several.");
    private static readonly LocalText ForOther = new("กรอกเมื่อเลือก “อื่นๆ”", "Only where “other” was chosen.");

    private static readonly Dictionary<string, LocalText> Dataset = new(StringComparer.Ordinal)
    {
        ["name"] = new("ตัวพิมพ์เล็ก a-z ตัวเลข _ และ - อย่างน้อย 2 ตัว เช่น provinces-2567 ใช้เป็นที่อยู่ของหน้า และเปลี่ยนภายหลังไม่ได้", "Small letters a-z, digits, _ and -, 2 at least, such as provinces-2567. It is the page's address and does not change later."),
        ["owner_org"] = new("หน่วยงานเจ้าของข้อมูลที่ท่านเป็นเจ้าหน้าที่", "The agency that owns the data, for which you are an officer."),
        ["title"] = new("บอกว่าเป็นข้อมูลอะไร ของที่ไหน ปีใด", "Say what the data are, of where, and of which year."),
        ["maintainer"] = new("ชื่อกลุ่มงานหรือตำแหน่งก็ได้ ไม่ต้องเป็นชื่อบุคคล", "A unit or a post will do; it need not be a person."),
        ["maintainer_email"] = new("เช่น saraban@agency.go.th หรือพิมพ์ unknown ถ้าไม่ทราบ", "Such as saraban@agency.go.th, or the word unknown."),
        ["tag_string"] = new("คำละบรรทัด หรือคั่นด้วยจุลภาค", "One to a line, or with commas between them."),
        ["data_category"] = new("ชุดข้อมูลจะเผยแพร่ได้ต่อเมื่อเป็นข้อมูลสาธารณะ", "Only public data can be published."),
        ["data_classification"] = new("ชุดข้อมูลจะเผยแพร่ได้ต่อเมื่อเป็นชั้นเปิดเผย", "Only the open level can be published."),
        ["license_id"] = new("บอกผู้ใช้ว่านำข้อมูลไปทำอะไรได้ หากไม่ระบุ จะเผยแพร่ไม่ได้", "What people may do with the data; without a licence they cannot be published."),
        ["data_source"] = new("ระบบงาน ทะเบียน หรือการสำรวจที่ได้ข้อมูลมา", "The system, register or survey that the data come from."),
        ["update_frequency_interval"] = new("เช่น 1 ถ้าปรับปรุงทุก 1 หน่วยเวลาที่เลือกไว้", "Such as 1, where each unit chosen above brings an update."),
    };

    private static readonly Dictionary<string, LocalText> Resource = new(StringComparer.Ordinal)
    {
        ["key"] = new("ตัวพิมพ์เล็ก a-z ตัวเลข _ และ - เช่น provinces ใช้ในที่อยู่ของข้อมูล", "Small letters a-z, digits, _ and -, such as provinces. It is part of the data's address."),
        ["name"] = new("ชื่อที่คนอ่าน ถ้าเว้นว่าง ใช้ชื่อชุดข้อมูล", "The name that people read; the dataset's title where it is left empty."),
        ["format"] = new("เช่น CSV", "Such as CSV."),
        ["url"] = new("กรอกเฉพาะเมื่อไฟล์อยู่ที่อื่น ถ้าจะส่งไฟล์เข้าระบบนี้ ให้เว้นว่าง", "Only where the file is kept elsewhere; leave it empty to give the file here."),
        ["file"] = new("ชื่อไฟล์ข้อมูลเมื่อใช้โฟลเดอร์ ปกติเว้นว่าง", "The name of the data file in a folder; usually left empty."),
        ["dictionary"] = new("ชื่อไฟล์พจนานุกรมเมื่อใช้โฟลเดอร์ ปกติเว้นว่าง", "The name of the dictionary in a folder; usually left empty."),
    };

    public static LocalText OfDataset(string key) => Dataset.GetValueOrDefault(key) ?? LocalText.Empty;

    public static LocalText OfResource(string key) => Resource.GetValueOrDefault(key) ?? LocalText.Empty;

    /// <summary>The hint of an item: its own, or that of its kind.</summary>
    public static LocalText Of(string key, FormItemKind kind, bool isOfResource) =>
        key.EndsWith("_other", StringComparison.Ordinal) ? ForOther
        : (isOfResource ? Resource : Dataset).TryGetValue(key, out var own) ? own
        : key.EndsWith("_year_of_data", StringComparison.Ordinal) ? Year
        : kind == FormItemKind.Date ? Day
        : kind == FormItemKind.Codes ? Several
        : LocalText.Empty;
}
