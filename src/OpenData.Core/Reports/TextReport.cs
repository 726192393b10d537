using System.Globalization;
using OpenData.Schemas;

namespace OpenData.Reports;

/// <summary>The report as plain text, for a log or a letter; a terminal shows a table of the same.</summary>
public static class TextReport
{
    /// <summary>Writes the report in a language.</summary>
    public static void Write(Report report, Language language, TextWriter writer)
    {
        var isThai = language == Language.Thai;
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Sentences.OneLine(report.File.Name)}: {(report.Complies ? isThai ? "ผ่าน" : "complies" : isThai ? "ไม่ผ่าน" : "does not comply")}"));
        foreach (var clause in report.Clauses)
        {
            writer.WriteLine($"  {(clause.Met ? "✓" : "✗")} {ReportNames.TitleOf(clause.Clause).In(language)}");
        }

        foreach (var summary in report.Summary)
        {
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ReportNames.TitleOf(summary.Severity).In(language)} {summary.Code} × {summary.Count}"));
            foreach (var finding in report.Findings.Where(f => f.Code == summary.Code && f.Severity == summary.Severity))
            {
                writer.WriteLine("    " + Sentences.Message(finding, language));
            }
        }
    }
}
