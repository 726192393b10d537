using OpenData.Intake;
using OpenData.Reports;
using OpenData.Rules;
using OpenData.Schemas;

namespace OpenData.Tests.Reports;

/// <summary>A checked file with its report and, while the file is there, the rows beside the findings.</summary>
internal sealed class CheckedFile(string text, string name = "data.csv", int keep = CheckLimits.Keep) : IDisposable
{
    private readonly Checked file = Checked.Of(text, name);
    private Report? report;

    public Upload Upload => file.Upload;
    public Report Report => report ??= file.Report(options: new CheckOptions { Keep = keep });
    public ReportPage Page => new(Report) { Excerpts = RowExcerpts.Read(Report, Upload) };

    public static string Html(ReportPage page, Language language = Language.English)
    {
        using var writer = new StringWriter();
        HtmlReport.Write(page, language, writer);
        return writer.ToString();
    }

    public void Dispose() => file.Dispose();
}
