using System.Text;
using OpenData.Intake;
using OpenData.Reports;
using OpenData.Rules;
using OpenData.Schemas;

namespace OpenData.Tests.Reports;

/// <summary>A file of a few lines, checked, with its rows at hand.</summary>
internal sealed class CheckedFile : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("opendata-report-").FullName;

    public CheckedFile(string text, string name = "data.csv", int keep = CheckLimits.Keep)
    {
        var path = Path.Combine(folder, "upload");
        File.WriteAllBytes(path, Encoding.UTF8.GetBytes(text));
        Upload = Receiver.Inspect(path, name);
        Report = ReportBuilder.Build(Inspector.Inspect(new Submission(Upload, null), new CheckOptions { Keep = keep }));
    }

    public Upload Upload { get; }
    public Report Report { get; }

    public ReportPage Page => new(Report) { Excerpts = RowExcerpts.Read(Report, Upload) };

    public static string Html(ReportPage page, Language language = Language.English)
    {
        using var writer = new StringWriter();
        HtmlReport.Write(page, language, writer);
        return writer.ToString();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
