using OpenData.Schemas;

namespace OpenData.Server.Web.Giving;

/// <summary>The words of the pages of a resource's file.</summary>
internal static class GivingTexts
{
    public static readonly LocalText Give = new("ส่งไฟล์", "Give a file");
    public static readonly LocalText Intro = new(
        "เลือกไฟล์ CSV ของทรัพยากรนี้ ระบบตรวจทันที ไฟล์ที่ผ่านจะรออนุมัติพร้อมชุดข้อมูล (หรือเผยแพร่ทันทีถ้าแบบฟอร์มและพจนานุกรมเผยแพร่อยู่แล้ว) ไฟล์ที่ไม่ผ่านจะบอกว่าผิดตรงไหนและแก้อย่างไร",
        "Choose this resource's CSV file. It is checked at once. A file that complies waits with the dataset for approval, or is published at once where form and dictionary are published already; of one that does not, you are told what is wrong and how to mend it.");
    public static readonly LocalText IntroWithoutDictionary = new(
        "ยังไม่มีพจนานุกรมข้อมูล ส่งไฟล์แล้วระบบจะร่างพจนานุกรมจากไฟล์ให้ท่านตรวจ",
        "There is no data dictionary yet. Give the file, and a dictionary is drafted from it for you to look over.");
    public static readonly LocalText Limit = new("ขนาดไม่เกิน {0} เป็น CSV (UTF-8 หรือ windows-874) ไฟล์ Excel ให้บันทึกเป็น CSV UTF-8 ก่อน", "At most {0}; CSV in UTF-8 or windows-874. Save an Excel workbook as CSV UTF-8 first.");
    public static readonly LocalText File = new("ไฟล์ข้อมูล", "Data file");
    public static readonly LocalText Notes = new("หมายเหตุของรุ่นนี้ (ไม่บังคับ)", "Notes on this release (optional)");
    public static readonly LocalText NotesHint = new("เช่น เพิ่มข้อมูลไตรมาส 2/2567 ทุกคนอ่านได้เมื่อเผยแพร่", "Such as: the second quarter was added. Everybody reads it once it is published.");
    public static readonly LocalText GiveAndCheck = new("ส่งและตรวจ", "Give it, and check it");
    public static readonly LocalText NothingWaits = new("ไม่มีไฟล์ที่รอซ่อม ไฟล์ที่ไม่ผ่านเก็บไว้หนึ่งวัน ส่งไฟล์อีกครั้งก่อน", "No file waits to be mended. One that was refused is kept for a day: give it again first.");
    public static readonly LocalText Outcome = new("ผลการตรวจล่าสุด", "The last check");
    public static readonly LocalText Refused = new("ไฟล์ {0} ไม่ผ่าน พบข้อผิดพลาด {1} รายการ จึงยังไม่รับไว้ ข้อมูลที่เผยแพร่อยู่ไม่เปลี่ยน", "{0} does not comply: {1} errors. It was not accepted, and what is published stays as it is.");
    public static readonly LocalText Staged = new("ไฟล์ {0} ผ่าน {1} แถว รับไว้แล้ว รอเผยแพร่พร้อมชุดข้อมูลเมื่ออนุมัติ", "{0} complies: {1} rows. It was accepted, and is published with the dataset once that is approved.");
    public static readonly LocalText Published = new("ไฟล์ {0} ผ่าน {1} แถว และเผยแพร่แล้วเป็นรุ่นที่ {2}", "{0} complies: {1} rows, published as release {2}.");
    public static readonly LocalText Unchanged = new("ไฟล์นี้ตรงกับที่รับไว้แล้วทุกไบต์ จึงไม่มีอะไรเปลี่ยน", "These very bytes were accepted before; nothing changes.");
    public static readonly LocalText Checked = new("ไฟล์ {0} ตรวจแล้ว ไม่พบข้อผิดพลาด", "{0} was checked; no errors.");
    public static readonly LocalText Whole = new("รายงานฉบับเต็ม", "The whole report");
    public static readonly LocalText Found = new("สิ่งที่พบ", "What was found");
    public static readonly LocalText Times = new("{0} แห่ง", "{0} places");
    public static readonly LocalText HowToMend = new("วิธีแก้:", "How to mend it:");
    public static readonly LocalText MoreOfRule = new("ดูเหตุผลและตัวอย่าง", "Why, with examples");
    public static readonly LocalText Mend = new("ให้ระบบแก้สิ่งที่แก้ได้แน่นอน", "Mend what is safe");
    public static readonly LocalText MendIntro = new(
        "ระบบแก้ได้ {0} จุดโดยไม่ต้องเดา สิ่งที่ไม่แน่ใจคงไว้ตามเดิม ดาวน์โหลดไฟล์ที่แก้แล้ว อ่านรายการที่แก้ แล้วส่งไฟล์นั้นในช่องด้านล่าง",
        "{0} changes can be made without guessing; what is not sure stays. Download the mended file, read what was changed, and give that file below.");
    public static readonly LocalText MendNothing = new("ไม่มีสิ่งที่แก้ได้โดยไม่ต้องเดา แก้ตามรายการข้างบนแล้วส่งใหม่", "There is nothing that can be mended without guessing. Mend it as told above, and give it again.");
    public static readonly LocalText MendLarge = new("ไฟล์ใหญ่ ระบบจะแก้ให้ตอนดาวน์โหลด", "The file is large; it is mended as you download it.");
    public static readonly LocalText Repaired = new("ดาวน์โหลดไฟล์ที่แก้แล้ว (CSV)", "Download the mended file (CSV)");
    public static readonly LocalText Changes = new("ดาวน์โหลดรายการที่แก้ ทีละเซลล์ (CSV)", "Download every change, cell by cell (CSV)");
    public static readonly LocalText Change = new("สิ่งที่แก้", "Change");
    public static readonly LocalText Number = new("จำนวน", "Number");
    public static readonly LocalText Example = new("ตัวอย่าง", "Example");
    public static readonly LocalText InRow = new("แถว {0}", "row {0}");
    public static readonly LocalText ToDictionary = new("พจนานุกรมข้อมูล", "Data dictionary");
    public static readonly LocalText NextSubmit = new("ขั้นต่อไป: กลับไปหน้าอนุมัติแล้วกดส่งให้อนุมัติ", "Next: go back to the review page, and submit.");
    public static readonly LocalText NextMend = new("ขั้นต่อไป: แก้ไฟล์ตามที่บอกด้านล่าง แล้วส่งใหม่", "Next: mend the file as told below, and give it again.");
    public static readonly LocalText DictionaryDiffers = new("ถ้าไฟล์ถูกแล้วแต่พจนานุกรมผิด ให้แก้พจนานุกรมข้อมูล", "If the file is right and the dictionary is wrong, change the data dictionary.");
}
