using OpenData.Schemas;

namespace OpenData.Publishing.Repair;

/// <summary>What a conversion or a repair may do to a file.</summary>
public enum RepairKind
{
    Encoding,
    ByteOrderMark,
    Separator,
    LineEnding,
    Quoting,
    TitleRow,
    BlankRow,
    IsoDate,
    TrailingSpaces,
    ThaiDigits,
    ThousandsSeparator,
    SplitNumber,
    DecimalComma,
    Unit,
    BuddhistEra,
    Placeholder,
    MergedCell,
    NoteRow,
    TotalRow,
    RepeatedHeader,
    MultiRowHeader,
    LabelSpaces,
    LineBreakInLabel,
    BlankColumn,
    BlankExtraCells,
}

/// <summary>The names of the kinds: codes for programs, words for people.</summary>
public static class RepairNames
{
    private static readonly (RepairKind Kind, string Code, LocalText Title)[] Names =
    [
        (RepairKind.Encoding, "encoding", new("แปลงรหัสอักขระเป็น UTF-8", "Encoding is now UTF-8")),
        (RepairKind.ByteOrderMark, "byte-order-mark", new("ลบ BOM ต้นไฟล์", "Byte order mark removed")),
        (RepairKind.Separator, "separator", new("เปลี่ยนตัวคั่นเป็นจุลภาค", "Separator is now the comma")),
        (RepairKind.LineEnding, "line-ending", new("ขึ้นบรรทัดด้วย CRLF", "Lines now end with CRLF")),
        (RepairKind.Quoting, "quoting", new("แก้เครื่องหมายคำพูด", "Quotes made right")),
        (RepairKind.TitleRow, "title-row", new("ลบแถวเหนือหัวคอลัมน์", "Row above the header removed")),
        (RepairKind.BlankRow, "blank-row", new("ลบแถวว่าง", "Blank row removed")),
        (RepairKind.IsoDate, "iso-date", new("เขียนวันที่ตาม ISO 8601", "Date written as ISO 8601")),
        (RepairKind.TrailingSpaces, "trailing-spaces", new("ตัดช่องว่างหัวท้าย", "Spaces at the ends removed")),
        (RepairKind.ThaiDigits, "thai-digits", new("เปลี่ยนเลขไทยเป็นอารบิก", "Thai digits are now Arabic")),
        (RepairKind.ThousandsSeparator, "thousands-separator", new("ลบตัวคั่นหลักพัน", "Thousands separator removed")),
        (RepairKind.SplitNumber, "split-number", new("ต่อตัวเลขที่ถูกจุลภาคตัด", "Number cut in two by its comma joined")),
        (RepairKind.DecimalComma, "decimal-comma", new("เปลี่ยนจุลภาคทศนิยมเป็นจุด", "Decimal comma is now a point")),
        (RepairKind.Unit, "unit", new("ลบหน่วยที่เหมือนกันทั้งคอลัมน์ (ควรระบุไว้ในพจนานุกรมข้อมูล)", "Unit removed, the same in all of the column (say it in the dictionary)")),
        (RepairKind.BuddhistEra, "buddhist-era", new("เปลี่ยน พ.ศ. เป็น ค.ศ.", "Buddhist Era is now C.E.")),
        (RepairKind.Placeholder, "placeholder", new("เปลี่ยนเครื่องหมายแทนค่าว่างเป็นเซลล์ว่าง", "Placeholder is now a blank")),
        (RepairKind.MergedCell, "merged-cell", new("เติมค่าของเซลล์ที่เคยประสานกัน", "Value of a merged cell filled down")),
        (RepairKind.NoteRow, "note-row", new("ลบแถวหมายเหตุ", "Note row removed")),
        (RepairKind.TotalRow, "total-row", new("ลบแถวผลรวม", "Total row removed")),
        (RepairKind.RepeatedHeader, "repeated-header", new("ลบหัวคอลัมน์ที่ซ้ำ", "Repeated header removed")),
        (RepairKind.MultiRowHeader, "multi-row-header", new("รวมหัวคอลัมน์หลายแถวเป็นแถวเดียว", "Header rows joined into one")),
        (RepairKind.LabelSpaces, "label-spaces", new("ตัดช่องว่างเกินในหัวคอลัมน์", "Spaces in a label removed")),
        (RepairKind.LineBreakInLabel, "line-break-in-label", new("รวมหัวคอลัมน์เป็นบรรทัดเดียว", "Label is now on one line")),
        (RepairKind.BlankColumn, "blank-column", new("ลบคอลัมน์ว่างที่ไม่มีชื่อ", "Blank column without a name removed")),
        (RepairKind.BlankExtraCells, "blank-extra-cells", new("ลบเซลล์ว่างที่เกินหัวคอลัมน์", "Blank cells beyond the header removed")),
    ];

    /// <summary>The kind's code in a log.</summary>
    public static string CodeOf(RepairKind kind) => Array.Find(Names, n => n.Kind == kind).Code;

    /// <summary>What was done, in a few words.</summary>
    public static LocalText TitleOf(RepairKind kind) => Array.Find(Names, n => n.Kind == kind).Title;
}
