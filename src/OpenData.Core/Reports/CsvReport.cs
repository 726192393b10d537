using CsvHelper;
using OpenData.Rules;
using OpenData.Schemas;

namespace OpenData.Reports;

/// <summary>The findings as CSV: RFC 4180, UTF-8, a row per finding that the report holds.</summary>
public static class CsvReport
{
    /// <summary>Writes the findings with sentences in a language; cells that a spreadsheet would run as a formula are made harmless.</summary>
    public static void Write(Report report, Language language, Stream stream)
    {
        using var csv = CsvWriter.Create(stream, new CsvWriterOptions { Injection = CsvInjection.Escape }, leaveOpen: true);
        csv.WriteRecord("code", "severity", "clause", "row", "line", "column", "header", "value", "message", "fix");
        foreach (var finding in report.Findings)
        {
            csv.WriteField(finding.Code);
            csv.WriteField(ReportNames.NameOf(finding.Severity));
            csv.WriteField(ReportNames.IdOf(finding.Clause) ?? "");
            csv.WriteField(finding.Row, default);
            csv.WriteField(finding.Line, default);
            csv.WriteField(finding.Column, default);
            csv.WriteField(Sentences.OneLine(finding.Header ?? ""));
            csv.WriteField(Sentences.OneLine(finding.Value ?? ""));
            csv.WriteField(Sentences.Message(finding, language));
            csv.WriteField(Sentences.Fix(finding, language));
            csv.EndRecord();
        }
    }
}
