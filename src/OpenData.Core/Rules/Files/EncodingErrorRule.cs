using System.Text.Unicode;
using System.Text;
using OpenData.Intake;
using OpenData.Rules.Scanning;
using OpenData.Schemas.Values;

namespace OpenData.Rules.Files;

/// <summary>Finds bytes that are not valid in the file's encoding, and Thai text that a wrong decoding has turned into other letters.</summary>
public sealed class EncodingErrorRule() : Rule(
    "encoding-error",
    Clause.None,
    Severity.Error,
    thai: new RuleText(
        Title: "ตัวอักษรเสียหาย",
        Message: "แถวที่ {row} คอลัมน์ที่ {column}: “{value}” มีตัวอักษรที่เสียหาย ({damage}) เมื่ออ่านเป็น {encoding}",
        Why: "ข้อความที่เสียหายอ่านไม่ออกทั้งคนและโปรแกรม และกู้คืนจากไฟล์นี้ได้ไม่แน่นอน มักเกิดจากการบันทึกไฟล์ภาษาไทยผิดรหัสอักขระ",
        Fix: "กลับไปที่ไฟล์ต้นฉบับที่ภาษาไทยยังถูกต้อง แล้วเลือก บันทึกเป็น → CSV UTF-8 (Comma delimited) หากไม่มีต้นฉบับ ให้พิมพ์ค่าที่เสียหายใหม่ แล้วเปิดไฟล์ตรวจด้วย ข้อมูล → จากข้อความ/CSV → 65001: Unicode (UTF-8)",
        Bad: """
            จังหวัด,ประชากร
            ¨Ñ§ËÇÑ´ªÅºØÃÕ,1594758
            """,
        Good: """
            จังหวัด,ประชากร
            จังหวัดชลบุรี,1594758
            """),
    english: new RuleText(
        Title: "Damaged characters",
        Message: "Row {row}, column {column}: \"{value}\" holds characters that are damaged ({damage}) when read as {encoding}",
        Why: "Damaged text can be read by nobody, and it cannot be restored from this file with certainty. Mostly a Thai file was saved in the wrong encoding.",
        Fix: "Go back to the original in which the Thai is still right and choose Save As → CSV UTF-8 (Comma delimited). Without one, type the damaged values again; check with Data → From Text/CSV → 65001: Unicode (UTF-8).",
        Bad: """
            จังหวัด,ประชากร
            ¨Ñ§ËÇÑ´ªÅºØÃÕ,1594758
            """,
        Good: """
            จังหวัด,ประชากร
            จังหวัดชลบุรี,1594758
            """))
{
    /// <summary>Text of windows-874 that was read as Latin-1: three or more letters between ¡ and û in a row.</summary>
    private const int MojibakeRun = 3;

    /// <inheritdoc/>
    public override ColumnTest? TestFor(ColumnProfile column, Inspection inspection) =>
        inspection.Submission.Upload.Text is { MayBeDamaged: true } ? new ColumnTest(static (ReadOnlySpan<byte> cell, in CellReading _) => DamageOf(cell) is not null, _ => true) : null;

    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        var facts = inspection.Submission.Upload.Text!;
        var encoding = Fact.Of("encoding", Decoders.NameOf(facts.Encoding));
        var isTold = false;
        foreach (var column in inspection.Columns)
        {
            isTold |= column.ResultOf(this) is { Count: > 0 };
            if (facts.MayBeDamaged && DamageOf(Encoding.UTF8.GetBytes(column.Header)) is { } damage)
            {
                isTold = true;
                findings.Add(this, Severity, inspection.Layout!.HeaderRow, inspection.Layout.HeaderLine, column.Index + 1, column.Header, column.Header, encoding, Fact.Of("damage", damage));
            }

            if (column.ResultOf(this) is { } tally)
            {
                findings.AddCells(this, column, [tally], sample => [encoding, Fact.Of("damage", DamageOf(Encoding.UTF8.GetBytes(sample.Value)) ?? "invalid-bytes")]);
            }
        }

        // Damage in a title, a note or a row that is too long is in no column, but damage all the same.
        if (facts.InvalidCount > 0 && !isTold)
        {
            findings.Add(this, encoding, Fact.Of("damage", "invalid-bytes"), Fact.Of("offset", facts.InvalidOffsets[0]));
        }
    }

    /// <summary>What is wrong with a text's characters: <c>invalid-bytes</c> or <c>mojibake</c>; null where nothing is.</summary>
    private static string? DamageOf(ReadOnlySpan<byte> cell)
    {
        if (cell.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) < 0)
        {
            return null;
        }

        if (!Utf8.IsValid(cell) || cell.IndexOf("\uFFFD"u8) >= 0 || HasUndefined(cell))
        {
            return "invalid-bytes";
        }

        return cell.IndexOfAny((byte)0xC2, (byte)0xC3) >= 0 && IsMojibake(Encoding.UTF8.GetString(cell)) ? "mojibake" : null;
    }

    /// <summary>Bytes that a code page does not define come out of the decoder as U+0080–U+009F or U+F8C1–U+F8C8, which are no letters of any text.</summary>
    private static bool HasUndefined(ReadOnlySpan<byte> cell)
    {
        for (int at; (at = cell.IndexOfAny((byte)0xC2, (byte)0xEF)) >= 0; cell = cell[(at + 1)..])
        {
            if (cell[at..] is [0xC2, >= 0x80 and <= 0x9F, ..] or [0xEF, 0xA3, >= 0x81 and <= 0x88, ..])
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMojibake(string text)
    {
        var run = 0;
        foreach (var c in text)
        {
            run = c is >= '\u00A1' and <= '\u00FB' ? run + 1 : 0;
            if (run >= MojibakeRun)
            {
                return true;
            }
        }

        return text.Contains("à¸", StringComparison.Ordinal) || text.Contains("à¹", StringComparison.Ordinal);
    }
}
