using OpenData.Schemas;

namespace OpenData.Server.Web;

/// <summary>The words of the pages.</summary>
internal static class WebTexts
{
    public static readonly LocalText Quality = new("คุณภาพข้อมูล", "Data quality");
    public static readonly LocalText QualityFormulas = new("สูตรและจำนวนที่นับของแต่ละมิติ", "The formula and the counts of each dimension");
    public static readonly LocalText Site = new("บัญชีข้อมูลเปิด", "Open data catalog");
    public static readonly LocalText Skip = new("ข้ามไปเนื้อหา", "Skip to content");
    public static readonly LocalText MainMenu = new("เมนูหลัก", "Main menu");
    public static readonly LocalText Datasets = new("ชุดข้อมูล", "Datasets");
    public static readonly LocalText Check = new("ตรวจไฟล์", "Check a file");
    public static readonly LocalText About = new("วิธีใช้", "Help");
    public static readonly LocalText Search = new("ค้นหา", "Search");
    public static readonly LocalText SearchHint = new("คำในชื่อ คำสำคัญ หน่วยงาน คำอธิบาย หรือชื่อคอลัมน์", "Words in title, tags, organization, description or columns");
    public static readonly LocalText FoundNothingFor = new("ไม่พบ", "Nothing was found for");
    public static readonly LocalText ShowingInstead = new("จึงแสดงผลของ", "– these are the results for");
    public static readonly LocalText DidYouMean = new("หมายถึงคำนี้หรือไม่", "Did you mean");
    public static readonly LocalText OrderedBy = new("เรียงตาม", "Order by");
    public static readonly LocalText ByRelevance = new("ความเกี่ยวข้อง", "relevance");
    public static readonly LocalText ByModified = new("ปรับปรุงล่าสุด", "last updated");
    public static readonly LocalText ByTitle = new("ชื่อ", "title");
    public static readonly LocalText ByName = new("ชื่ออ้างอิง", "short name");
    public static readonly LocalText Narrow = new("กรองผลลัพธ์", "Narrow down");
    public static readonly LocalText Nothing = new("ไม่พบชุดข้อมูล", "No datasets found");
    public static readonly LocalText NextPage = new("หน้าถัดไป", "Next page");
    public static readonly LocalText Complies = new("ผ่านเกณฑ์", "Complies");
    public static readonly LocalText CompliesWithWarnings = new("ผ่านเกณฑ์ มีข้อควรแก้", "Complies, with warnings");
    public static readonly LocalText DoesNotComply = new("ไม่ผ่านเกณฑ์", "Does not comply");
    public static readonly LocalText NotPublished = new("ยังไม่เผยแพร่", "Not published");
    public static readonly LocalText Organization = new("หน่วยงาน", "Organization");
    public static readonly LocalText Modified = new("ปรับปรุง", "Updated");
    public static readonly LocalText Rows = new("แถว", "rows");
    public static readonly LocalText Form = new("คำอธิบายชุดข้อมูล (แบบฟอร์ม 1)", "Metadata (Form 1)");
    public static readonly LocalText Item = new("รายการ", "Item");
    public static readonly LocalText Value = new("ค่า", "Value");
    public static readonly LocalText Preview = new("ตัวอย่างข้อมูล", "First rows");
    public static readonly LocalText Dictionary = new("พจนานุกรมข้อมูล (แบบฟอร์ม 2)", "Data dictionary (Form 2)");
    public static readonly LocalText Field = new("ฟิลด์", "Field");
    public static readonly LocalText Type = new("ประเภท", "Type");
    public static readonly LocalText Label = new("ป้ายกำกับ", "Label");
    public static readonly LocalText Description = new("คำอธิบาย", "Description");
    public static readonly LocalText Releases = new("รุ่นที่เผยแพร่", "Releases");
    public static readonly LocalText Release = new("รุ่น", "Release");
    public static readonly LocalText Published = new("เผยแพร่เมื่อ", "Published");
    public static readonly LocalText Notes = new("หมายเหตุ", "Notes");
    public static readonly LocalText Repeats = new("ซ้ำรุ่น {0}", "repeats release {0}");
    public static readonly LocalText Compare = new("เทียบกับรุ่นก่อน", "Compared with the one before");
    public static readonly LocalText Comparison = new("สิ่งที่เปลี่ยนระหว่างสองรุ่น", "What changed between two releases");
    public static readonly LocalText Changes = new("การเปลี่ยนแปลง", "Change");
    public static readonly LocalText RowsAdded = new("แถวที่เพิ่ม", "Rows added");
    public static readonly LocalText RowsRemoved = new("แถวที่ลบ", "Rows removed");
    public static readonly LocalText RowsChanged = new("แถวที่เปลี่ยน", "Rows changed");
    public static readonly LocalText RowsSame = new("แถวที่เหมือนเดิม", "Rows that are the same");
    public static readonly LocalText FirstChanges = new("แถวที่ต่างกัน (แสดงไม่เกิน 100 แถว)", "Rows that differ (100 at most are shown)");
    public static readonly LocalText Before = new("เดิม", "Before");
    public static readonly LocalText After = new("ใหม่", "After");
    public static readonly LocalText FindingsChanged = new("สิ่งที่พบที่เพิ่มหรือหายไป", "Findings gained and lost");
    public static readonly LocalText DictionaryChanged = new("พจนานุกรมข้อมูลที่เปลี่ยน", "Dictionary items changed");
    public static readonly LocalText Added = new("เพิ่ม", "added");
    public static readonly LocalText Removed = new("ลบ", "removed");
    public static readonly LocalText Changed = new("เปลี่ยน", "changed");
    public static readonly LocalText File = new("ไฟล์", "File");
    public static readonly LocalText Original = new("ไฟล์ต้นฉบับ", "Original file");
    public static readonly LocalText WholeCsv = new("CSV ทั้งหมด", "All rows as CSV");
    public static readonly LocalText Report = new("รายงานผลการตรวจ", "Report");
    public static readonly LocalText Yes = new("ใช่", "Yes");
    public static readonly LocalText No = new("ไม่ใช่", "No");
    public static readonly LocalText CheckIntro = new(
        "เลือกไฟล์ CSV หรือ Excel แล้วรับรายงานว่าเครื่องอ่านได้ตามเกณฑ์หรือไม่ ไม่ต้องมีบัญชี และไม่เก็บไฟล์ไว้",
        "Choose a CSV or Excel file and get the report on whether machines can read it. No account is needed, and nothing is kept.");
    public static readonly LocalText FileToCheck = new("ไฟล์ข้อมูล", "Data file");
    public static readonly LocalText DictionaryToCheck = new("พจนานุกรมข้อมูล JSON (ไม่บังคับ)", "Data dictionary, JSON (optional)");
    public static readonly LocalText CheckIt = new("ตรวจ", "Check");
    public static readonly LocalText AboutIntro = new(
        "ทุกชุดข้อมูลอ่านได้ด้วยโปรแกรมโดยไม่ต้องมีบัญชี ตัวอย่างด้านล่างใช้คำสั่ง curl",
        "Every dataset can be read by programs without an account. The examples below use curl.");
    public static readonly LocalText OpenApi = new("ทุกคำสั่งของส่วนต่อประสาน ลองเรียกได้จากหน้านี้ (Swagger UI)", "Every operation of the interface, to be tried from the page (Swagger UI)");
    public static readonly LocalText Parameters = new("พารามิเตอร์ของแถวข้อมูล", "Parameters for rows");
    public static readonly LocalText Problems = new("รหัสข้อผิดพลาด", "Error codes");
    public static readonly LocalText Code = new("รหัส", "Code");
    public static readonly LocalText Status = new("สถานะ HTTP", "HTTP status");
    public static readonly LocalText Meaning = new("ความหมาย", "Meaning");
    public static readonly LocalText OpenToAll = new("ทุกชุดข้อมูลอ่านด้วยโปรแกรมได้โดยไม่ต้องมีบัญชี", "Every dataset can be read by programs without an account.");
    public static readonly LocalText Home = new("กลับหน้าแรก", "Back to the first page");
    public static readonly LocalText Found = new("พบ {0} ชุดข้อมูล", "{0} datasets");
    public static readonly LocalText OtherLanguage = new("English", "ภาษาไทย");
    public static readonly LocalText BelongsTo = new("สังกัด", "Part of");
    public static readonly LocalText WarningCount = new("ข้อควรแก้", "Warnings");
    public static readonly LocalText Rules = new("กฎการตรวจ", "Rules");
    public static readonly LocalText RulesIntro = new(
        "ทุกไฟล์ถูกตรวจด้วยกฎเหล่านี้ แต่ละกฎมีหน้าอธิบายว่าทำไมจึงผิดและแก้อย่างไร",
        "Every file is checked by these rules. Each has a page that says why it is there and how a file is mended.");
    public static readonly LocalText RuleBookVersion = new("ชุดกฎรุ่น", "Rule book");
    public static readonly LocalText Severity = new("ระดับ", "Severity");
    public static readonly LocalText Clause = new("ข้อกำหนด", "Clause");
    public static readonly LocalText AppliesTo = new("ใช้กับ", "Applies to");
    public static readonly LocalText Fault = new("สิ่งที่พบ", "Fault");
    public static readonly LocalText Why = new("เหตุผล", "Why");
    public static readonly LocalText Fix = new("วิธีแก้ไข", "How to mend it");
    public static readonly LocalText InExcel = new("ใน Excel", "In Excel");
    public static readonly LocalText Bad = new("✗ ตัวอย่างที่ผิด", "✗ A bad example");
    public static readonly LocalText Good = new("✓ ตัวอย่างที่ถูก", "✓ A good example");
    public static readonly LocalText AllRules = new("กฎทั้งหมด", "All rules");
}
