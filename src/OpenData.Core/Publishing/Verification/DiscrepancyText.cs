using System.Globalization;
using OpenData.Schemas;
using static OpenData.Publishing.Verification.DiscrepancyCodes;

namespace OpenData.Publishing.Verification;

/// <summary>The sentences of a verification: what was found, where, and what to do.</summary>
internal static class DiscrepancyText
{
    public static LocalText Of(Discrepancy found)
    {
        var (expected, there) = (Shown(found.Expected), Shown(found.Found));
        var (entry, row) = (Number(found.Entry), Number(found.Row));
        return found.Code switch
        {
            EntryMissing => new($"บันทึกลำดับ {entry} ถูกลบออก", $"Entry {entry} of the log was removed."),
            EntryChanged => new($"บันทึกลำดับ {entry} ({found.Object}) ถูกแก้ แฮชที่คำนวณได้คือ {there} แต่บันทึกไว้ว่า {expected}", $"Entry {entry} ({found.Object}) was changed: its content has the hash {there}, and {expected} was kept."),
            EntryMoved => new($"บันทึกถูกสลับลำดับ: ที่ลำดับ {entry} คือบันทึกที่เคยเป็นลำดับ {expected}", $"The log was reordered: at {entry} stands what was entry {expected}."),
            ChainBroken => new($"สายโซ่ขาดที่บันทึกลำดับ {entry}: อ้างถึงแฮช {there} แต่บันทึกก่อนหน้ามีแฮช {expected}", $"The chain is broken at entry {entry}: it names {there} as the hash before it, and that is {expected}."),
            LogCut => new($"ท้ายบันทึกถูกตัด: ควรมี {expected} รายการ พบ {there}", $"The end of the log was cut off: {expected} entries were written, {there} are there."),
            HeadDiffers => new($"แฮชท้ายบันทึกไม่ตรง: จดไว้ว่า {expected} พบ {there}", $"The log ends with another hash than was noted: {expected} was noted, {there} is there."),
            GuardMissing => new($"ตัวกันการแก้บันทึก {there} ถูกถอดออกจาก registry.db", $"The guard {there}, which keeps entries from being changed, was taken out of registry.db."),
            ObjectChanged => new($"{found.Object} ถูกแก้โดยไม่มีบันทึก: บันทึกลำดับ {entry} ให้แฮช {expected} พบ {there}", $"{found.Object} was changed without an entry: entry {entry} gives {expected}, and {there} is there."),
            ObjectMissing => new($"{found.Object} หายไป บันทึกลำดับ {entry} บอกว่ามีแฮช {expected}", $"{found.Object} is gone; entry {entry} says that it is there with the hash {expected}."),
            ObjectUnlogged => new($"{found.Object} ไม่มีในบันทึกเลย", $"No entry of the log tells of {found.Object}."),
            ReportEdited => new($"รายงานของ {found.Object} ถูกแก้: บันทึกลำดับ {entry} ให้แฮช {expected} พบ {there}", $"The report of {found.Object} was edited: entry {entry} gives {expected}, and {there} is there."),
            DictionaryEdited => new($"พจนานุกรมข้อมูลของ {found.Object} ถูกแก้: บันทึกลำดับ {entry} ให้แฮช {expected} พบ {there}", $"The dictionary of {found.Object} was edited: entry {entry} gives {expected}, and {there} is there."),
            FileHashEdited => new($"แฮชไฟล์ต้นฉบับของ {found.Object} ถูกแก้: บันทึกลำดับ {entry} ให้ {expected} พบ {there}", $"The file hash of {found.Object} was edited: entry {entry} gives {expected}, and {there} is there."),
            BasisEdited => new($"เงื่อนไขการตรวจของ {found.Object} ถูกแก้: บันทึกลำดับ {entry} ให้แฮช {expected} พบ {there}", $"What the check of {found.Object} rested on was edited: entry {entry} gives {expected}, and {there} is there."),
            EntryOfReleaseMissing => new($"{found.Object} เกิดจากบันทึกลำดับ {expected} แต่บันทึกนั้นไม่ได้กล่าวถึง", $"{found.Object} was made by entry {expected}, and that entry does not tell of it."),
            WrongCurrent => new($"{found.Object} ให้บริการรุ่น {there} แต่รุ่นล่าสุดคือ {expected}", $"{found.Object} answers with release {there}, and the newest is {expected}."),
            WrongOwner => new($"{found.Object} อยู่ในหน่วยงาน {there} แต่แบบฟอร์มเป็นของ {expected}", $"{found.Object} is kept as a dataset of {there}, and its form says {expected}."),
            FileMissing => new($"ไฟล์ต้นฉบับของ {found.Object} หายไปจาก originals (SHA-256 {expected})", $"The original of {found.Object} is gone from originals (SHA-256 {expected})."),
            FileSwapped => new($"ไฟล์ต้นฉบับของ {found.Object} ไม่ใช่ไฟล์เดิม: ควรเป็น SHA-256 {expected} พบ {there}", $"The original of {found.Object} is another file: its SHA-256 should be {expected} and is {there}."),
            CellChanged => new($"{found.Object} แถว {row} คอลัมน์ {found.Column}: ไฟล์ต้นฉบับให้ {expected} พบ {there}", $"{found.Object}, row {row}, column {found.Column}: the original gives {expected}, and {there} is there."),
            RowRemoved => new($"{found.Object} แถว {row} ถูกลบ", $"{found.Object}, row {row} was removed."),
            RowAdded => new($"{found.Object} แถว {row} ไม่มีในไฟล์ต้นฉบับ", $"{found.Object}, row {row} is not in the original."),
            RowsUnreadable => new($"อ่านไฟล์แถวของ {found.Object} ไม่ได้: {there}", $"The rows of {found.Object} cannot be read: {there}"),
            ReportDiffers => new($"รายงานของ {found.Object} ทำซ้ำได้ไม่ตรง บรรทัด {row}: ควรเป็น {expected} พบ {there}", $"The report of {found.Object} is another one when made again, at line {row}: it should be {expected} and is {there}."),
            Unreadable => new($"อ่าน {found.Object} หรือสิ่งที่อ้างถึงไม่ได้: {there}", $"{found.Object}, or what it refers to, cannot be read: {there}"),
            MoreLike => new($"{found.Object}: พบแบบเดียวกันอีก {there} แห่ง", $"{found.Object}: {there} more of the same."),
            RuleBookMoved => new($"รายงานของ {found.Object} ทำด้วยชุดกฎรุ่น {there} โปรแกรมนี้ใช้รุ่น {expected} จึงเทียบเฉพาะแฮช ไม่ใช่การแก้ไข", $"The report of {found.Object} was made by rule book {there}, and this program has {expected}: only its hash was compared. This is no tampering."),
            BasisUnknown => new($"{found.Object} เผยแพร่ก่อนเริ่มบันทึก จึงไม่รู้เงื่อนไขการตรวจครบ รายงานเทียบเฉพาะแฮช", $"{found.Object} was published before the log began, so that not all its check rested on is known: only the hash of its report was compared."),
            _ => new(found.Code, found.Code),
        };
    }

    private static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Shown(string? text) => text ?? "—";
}
