using OpenData.Rules.Scanning;
using OpenData.Schemas;

namespace OpenData.Rules.Privacy;

/// <summary>Finds data about persons — ids, telephone numbers, addresses, accounts, names — which may not be published as open data.</summary>
public sealed class PersonalDataRule() : Rule(
    PublicCode,
    Clause.None,
    Severity.Error,
    thai: new RuleText(
        Title: "มีข้อมูลส่วนบุคคล",
        Message: "แถวที่ {row} คอลัมน์ “{header}” มี{kind} {value} (พบในคอลัมน์นี้ {count} เซลล์)",
        Why: "พ.ร.บ.คุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562 ห้ามเปิดเผยข้อมูลที่ระบุตัวบุคคลโดยไม่มีฐานทางกฎหมาย จึงเผยแพร่เป็นข้อมูลสาธารณะไม่ได้ ส่วนข้อมูลติดต่อของหน่วยงาน เช่น อีเมล .go.th หรือเบอร์กลาง มีไว้ให้ประชาชนติดต่อ จึงไม่นับ เบอร์มือถือในช่องของหน่วยงานแจ้งเป็นข้อสังเกต",
        Fix: "ลบคอลัมน์หรือค่าที่ระบุตัวบุคคลออก หรือแทนด้วยข้อมูลรวม เช่น จำนวนคนรายตำบล หากต้องใช้เชื่อมโยง ให้ใช้รหัสที่ออกใหม่ซึ่งย้อนกลับไปหาบุคคลไม่ได้ แล้วตรวจไฟล์อีกครั้งก่อนส่ง",
        Bad: """
            อำเภอ,เลขประจำตัวประชาชน,เงินสงเคราะห์
            ปัว,1-2345-67890-12-1,600
            """,
        Good: """
            อำเภอ,จำนวนผู้รับ,เงินสงเคราะห์
            ปัว,25,15000
            """),
    english: new RuleText(
        Title: "Personal data",
        Message: "Row {row}, column \"{header}\" holds {kind}: {value} ({count} such cells in the column)",
        Why: "The Personal Data Protection Act B.E. 2562 forbids disclosing what identifies a person without a legal basis, so it cannot be open data. Contact data of an agency (.go.th addresses, switchboards) are there for people to use and do not count; a mobile number in an agency's column is told as a note.",
        Fix: "Remove the column or the values that identify people, or publish totals instead, such as persons per subdistrict. If rows must be linked, give them new codes that do not lead back to a person. Check the file again before you send it.",
        Bad: """
            district,national_id,allowance
            Pua,1-2345-67890-12-1,600
            """,
        Good: """
            district,recipients,allowance
            Pua,25,15000
            """))
{
    internal const string PublicCode = "personal-data";

    /// <summary>Rows whose cells do not count as values of their columns are read as they stand.</summary>
    private const RowMarks OutsideColumns = RowMarks.Note | RowMarks.Total | RowMarks.Long;

    /// <summary>Labels of a file whose first row is data may be personal data, too.</summary>
    public override void Start(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns)
        {
            column.Watch = new PersonalWatch(column.Header, inspection.Options.Keep);
            if (PersonalText.Find(column.Header) is { Count: > 0 } pieces && FirstError(pieces) is { } piece)
            {
                findings.Add(this, Severity, inspection.Layout!.HeaderRow, inspection.Layout.HeaderLine, column.Index + 1, column.Header, piece.Masked, Kind(piece.Kind), Fact.Of("count", 1));
            }
        }
    }

    /// <inheritdoc/>
    public override void Check(OddRow row, Findings findings)
    {
        if (!row.Is(OutsideColumns))
        {
            return;
        }

        foreach (var cell in row.Cells)
        {
            if (FirstError(PersonalText.Find(cell)) is { } piece)
            {
                findings.Add(this, row.Row, row.Line, piece.Masked, Kind(piece.Kind), Fact.Of("count", 1));
            }
        }
    }

    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        foreach (var column in inspection.Columns)
        {
            column.Personal = column.Watch!.Judge(column.Values, isAmongPersons: false);
        }

        var isAmongPersons = inspection.Columns.Any(c => c.Personal.Any(v => v.Severity == Severity.Error));
        foreach (var column in inspection.Columns)
        {
            column.Personal = column.Watch!.Judge(column.Values, isAmongPersons);
            var first = column.Personal.SelectMany(v => v.Samples.Select(s => (Verdict: v, Sample: s))).OrderBy(s => s.Sample.Row).ThenBy(s => s.Verdict.Kind).Take(inspection.Options.Keep).ToList();
            foreach (var (verdict, sample) in first)
            {
                findings.Add(this, verdict.Severity, column, sample, Kind(verdict.Kind), Fact.Of("count", verdict.Count));
            }

            foreach (var verdict in column.Personal)
            {
                findings.Count(this, verdict.Severity, verdict.Count - first.Count(s => s.Verdict == verdict));
            }
        }
    }

    /// <inheritdoc/>
    public override string? Word(Fact fact, Finding finding, Language language) => fact.Name == "kind" ? PersonalKinds.TitleOf(fact.Text)?.In(language) : null;

    private static Fact Kind(PersonalKind kind) => Fact.Of("kind", PersonalKinds.NameOf(kind));

    /// <summary>In a text of its own a landline is an office's, and thirteen digits are an id only with the right check digit.</summary>
    private static PersonalPiece? FirstError(List<PersonalPiece> pieces)
    {
        foreach (var piece in pieces)
        {
            if (piece.Kind != PersonalKind.LandlineNumber && (piece.Kind != PersonalKind.NationalId || NationalIds.IsChecked(piece.Number)))
            {
                return piece;
            }
        }

        return null;
    }
}
