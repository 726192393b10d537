using OpenData.Schemas;

namespace OpenData.Rules;

/// <summary>How a fault is mended in Excel, step by step, for people who have the file open beside the report.</summary>
public static partial class ExcelSteps
{
    private static readonly LocalText Save = Step(
        "บันทึกด้วยเมนู ไฟล์ > บันทึกเป็น > CSV UTF-8 (คั่นด้วยจุลภาค) แล้วตรวจซ้ำ",
        "Save with File > Save As > CSV UTF-8 (Comma delimited), and check again.");

    private static readonly LocalText Number = Step(
        "คลุมคอลัมน์ คลิกขวา > จัดรูปแบบเซลล์ > ตัวเลข เลือก “ตัวเลข” และไม่เลือกตัวคั่นหลักพัน",
        "Select the column, right-click > Format Cells > Number, choose Number and leave the thousands separator off.");

    private static readonly LocalText IsoFormat = Step(
        "คลุมคอลัมน์ คลิกขวา > จัดรูปแบบเซลล์ > กำหนดเอง พิมพ์ yyyy-mm-dd",
        "Select the column, right-click > Format Cells > Custom, and type yyyy-mm-dd.");

    private static readonly LocalText Dictionary = Step(
        "เปิดแบบฟอร์ม 2 (พจนานุกรมข้อมูล) ดูสิ่งที่กำหนดไว้ของคอลัมน์นี้ แล้วตัดสินว่าไฟล์หรือแบบฟอร์มที่ผิด",
        "Open Form 2 (the data dictionary), see what it says of this column, and decide which of the two is wrong.");

    private static readonly LocalText Form = Step(
        "เปิดแบบฟอร์ม 1 (คำอธิบายชุดข้อมูล) ไปที่รายการที่รายงานบอก",
        "Open Form 1 (the dataset's metadata) and go to the item that the report names.");

    private static readonly LocalText DeleteRow = Step(
        "คลิกเลขแถวที่รายงานบอก คลิกขวา > ลบ",
        "Click the number of the row that the report names, right-click > Delete.");

    private static readonly LocalText GoTo = Step(
        "กด Ctrl+G แล้วพิมพ์ตำแหน่งเซลล์ที่รายงานบอก เช่น C5",
        "Press Ctrl+G and type the cell that the report names, for example C5.");

    /// <summary>The steps for a code, in order; none where nothing in Excel would help.</summary>
    public static IReadOnlyList<LocalText> Of(string code) => Steps.GetValueOrDefault(code, []);

    /// <summary>The codes that have steps.</summary>
    public static IEnumerable<string> Codes => Steps.Keys;

    private static LocalText Step(string th, string en) => new(th, en);
}
