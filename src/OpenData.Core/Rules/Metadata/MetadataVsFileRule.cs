using System.Globalization;
using System.Text.RegularExpressions;
using OpenData.Intake;
using OpenData.Registry;
using OpenData.Rules.Scanning;
using OpenData.Schemas;
using OpenData.Schemas.Values;

namespace OpenData.Rules.Metadata;

/// <summary>Finds where Form 1 says one thing of the file and the file another: format, years, rows, columns.</summary>
public sealed partial class MetadataVsFileRule() : Rule(
    "metadata-vs-file",
    Clause.None,
    Severity.Warning,
    thai: new RuleText(
        Title: "คำอธิบายชุดข้อมูลไม่ตรงกับไฟล์",
        Message: "แบบฟอร์ม 1 ระบุ{aspect}เป็น {stated} แต่ไฟล์เป็น {found}",
        Why: "ผู้ใช้เลือกชุดข้อมูลจากคำอธิบายก่อนเปิดไฟล์ คำอธิบายที่ไม่ตรงทำให้เลือกผิด และ มรด. 3-2:2565 ให้ตรวจความสอดคล้องระหว่างคำอธิบายกับข้อมูลจริง",
        Fix: "แก้แบบฟอร์ม 1 ให้ตรงกับไฟล์ หรือตรวจว่าส่งไฟล์ถูกฉบับแล้ว",
        Bad: """
            (แบบฟอร์ม 1: first_year_of_data 2020, last_year_of_data 2024)
            year,count
            2019,12
            2024,15
            """,
        Good: """
            (แบบฟอร์ม 1: first_year_of_data 2019, last_year_of_data 2024)
            year,count
            2019,12
            2024,15
            """),
    english: new RuleText(
        Title: "Metadata differ from the file",
        Message: "Form 1 states {aspect} as {stated}, but the file has {found}",
        Why: "People choose a dataset by its description before they open it. One that is wrong misleads them, and \"มรด. 3-2:2565\" asks that metadata be compared with the data they describe.",
        Fix: "Correct Form 1, or make sure that this is the right file.",
        Bad: """
            (Form 1: first_year_of_data 2020, last_year_of_data 2024)
            year,count
            2019,12
            2024,15
            """,
        Good: """
            (Form 1: first_year_of_data 2019, last_year_of_data 2024)
            year,count
            2019,12
            2024,15
            """))
{
    /// <inheritdoc/>
    public override void Start(Inspection inspection, Findings findings)
    {
        if (inspection.Submission.Form is { } form)
        {
            Format(form, inspection.Submission, findings);
        }
    }

    /// <inheritdoc/>
    public override void Finish(Inspection inspection, Findings findings)
    {
        if (inspection.Submission.Form is not { } form)
        {
            return;
        }

        Years(form, inspection, findings);
        if (inspection.Submission.Resource is { } resource)
        {
            var description = resource.Description.In(Language.Thai);
            Size(findings, "rows", Only(Rows(), description), inspection.DataRows);
            Size(findings, "columns", Only(Columns(), description), inspection.Columns.Count);
        }
    }

    /// <inheritdoc/>
    public override string? Word(Fact fact, Finding finding, Language language) => fact.Name != "aspect" ? null : (fact.Text, language) switch
    {
        ("format", Language.Thai) => "รูปแบบไฟล์",
        ("format", _) => "the format",
        ("years", Language.Thai) => "ช่วงปีของข้อมูล",
        ("years", _) => "the years of the data",
        ("rows", Language.Thai) => "จำนวนแถว",
        ("rows", _) => "the number of rows",
        (_, Language.Thai) => "จำนวนคอลัมน์",
        _ => "the number of columns",
    };

    private void Format(DatasetForm form, Submission submission, Findings findings)
    {
        var kind = submission.Upload.Kind;
        var found = kind is FileKind.Xlsx or FileKind.Xls ? "xls" : FileKinds.NameOf(kind);
        var stated = submission.Resource?.Format is { } given ? [CodeLists.CodeOf("data_format", given) ?? given] : form.DataFormat;
        if (stated.Count > 0 && !stated.Any(s => s == found || s is "unknown" or "other" or "database"))
        {
            Tell(findings, "format", string.Join(", ", stated), FileKinds.NameOf(kind));
        }
    }

    /// <summary>Data outside the years that the dataset states; where the years are this file's own, also years that it lacks.</summary>
    private void Years(DatasetForm form, Inspection inspection, Findings findings)
    {
        var own = inspection.Submission.Resource?.Json;
        var (first, last) = ((long?)(own?["resource_first_year_of_data"] ?? form.Json["first_year_of_data"]), (long?)(own?["resource_last_year_of_data"] ?? form.Json["last_year_of_data"]));
        if ((first is null && last is null) || YearsOf(inspection) is not var (from, until))
        {
            return;
        }

        var isOwn = own?["resource_first_year_of_data"] is not null || form.ResourceForms.Count == 1;
        if (from < first || until > last || (isOwn && (from > first || until < last)))
        {
            Tell(findings, "years", $"{first?.ToString(CultureInfo.InvariantCulture) ?? "…"}–{last?.ToString(CultureInfo.InvariantCulture) ?? "…"}", string.Create(CultureInfo.InvariantCulture, $"{from}–{until}"));
        }
    }

    /// <summary>The first and the last year (C.E.) of the column that tells the time: the dictionary's, else the only year, else the only date.</summary>
    private static (int From, int Until)? YearsOf(Inspection inspection)
    {
        var columns = inspection.Columns;
        ColumnProfile[][] choices =
        [
            [.. columns.Where(c => c.Dictionary?.Role == ColumnRole.Time)],
            [.. columns.Where(c => c.Type == ColumnType.Year)],
            [.. columns.Where(c => c.Type.IsCalendar())],
        ];
        return choices.FirstOrDefault(c => c.Length > 0) is [var only] && YearOf(only.Least) is { } from && YearOf(only.Greatest) is { } until ? (from, until) : null;
    }

    private static int? YearOf(string? value)
    {
        if (value is null)
        {
            return null;
        }

        var reading = CellReader.Read(value);
        return reading.Shape switch
        {
            Shape.Integer when reading.Mantissa is >= 1000 and <= 2999 => (int)(reading.Mantissa >= IsoDates.FirstBuddhistYear ? reading.Mantissa - IsoDates.BuddhistOffset : reading.Mantissa),
            Shape.IsoDate or Shape.IsoDateTime when !reading.Marks.HasFlag(ShapeMarks.Impossible) && value.Length >= 4 && int.TryParse(value.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                => year >= IsoDates.FirstBuddhistYear ? year - IsoDates.BuddhistOffset : year,
            _ => null,
        };
    }

    private void Size(Findings findings, string aspect, long? stated, long found)
    {
        if (stated is { } said && said != found)
        {
            Tell(findings, aspect, said.ToString(CultureInfo.InvariantCulture), found.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The number that a description gives, where it gives just one.</summary>
    private static long? Only(Regex pattern, string text) =>
        pattern.Matches(text) is [var only] && long.TryParse(only.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : null;

    private void Tell(Findings findings, string aspect, string stated, string found) =>
        findings.Add(this, Fact.Of("aspect", aspect), Fact.Of("stated", stated), Fact.Of("found", found));

    [GeneratedRegex(@"([\d,]+)\s*(?:แถว|rows?\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Rows();

    [GeneratedRegex(@"([\d,]+)\s*(?:คอลัมน์|columns?\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Columns();
}
