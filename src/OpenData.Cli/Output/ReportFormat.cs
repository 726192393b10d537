using System.Text;
using OpenData.Reports;

namespace OpenData.Cli.Output;

/// <summary>The faces of a report that <c>--format</c> can ask for.</summary>
internal static class ReportFormat
{
    public const string Text = "text";
    public const string Json = "json";
    public const string Html = "html";
    public const string Csv = "csv";
    public const string Sarif = "sarif";

    public static readonly string[] All = [Text, Json, Html, Csv, Sarif];

    /// <summary>The format asked for, else the one the output file's name ends in, else text.</summary>
    public static string Choose(string? asked, string? output) =>
        asked ?? (All.Contains(Path.GetExtension(output)?.TrimStart('.')) ? Path.GetExtension(output)![1..] : Text);

    /// <summary>Writes one report as <paramref name="format"/> asks.</summary>
    public static async Task WriteAsync(ReportPage page, string format, Stream output, Terminal terminal)
    {
        var report = page.Report;
        switch (format)
        {
            case Json:
                await output.WriteAsync(JsonReport.Write(report, terminal.Language));
                break;
            case Sarif:
                await output.WriteAsync(SarifReport.Write(report, terminal.Language));
                break;
            case Csv:
                CsvReport.Write(report, terminal.Language, output);
                break;
            case Html:
                await using (var writer = Writer(output))
                {
                    HtmlReport.Write(page, terminal.Language, writer);
                }

                break;
            default:
                await using (var writer = Writer(output))
                {
                    new ReportText(Terminal.Plain(writer), terminal.Language).Write(report);
                }

                break;
        }

        await output.FlushAsync();
    }

    public static StreamWriter Writer(Stream output) => new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
}
