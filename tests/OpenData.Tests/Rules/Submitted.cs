using System.Text;
using OpenData.Intake;
using OpenData.Registry;
using OpenData.Reports;
using OpenData.Rules;
using OpenData.Schemas;

namespace OpenData.Tests.Rules;

/// <summary>A text as a submitted file, checked; the file is gone when its report is made.</summary>
internal static class Submitted
{
    /// <summary>The report of a text.</summary>
    public static Report Report(string text, DatasetForm? form = null, IReadOnlyList<DocumentError>? formErrors = null, CheckOptions? options = null)
    {
        var path = Path.Combine(Path.GetTempPath(), $"opendata-test-{Guid.NewGuid():N}.csv");
        File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        try
        {
            return ReportOf(path, form, formErrors, options);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>The report of a file.</summary>
    public static Report ReportOf(string path, DatasetForm? form = null, IReadOnlyList<DocumentError>? formErrors = null, CheckOptions? options = null) =>
        ReportBuilder.Build(Inspector.Inspect(new Submission(Receiver.Inspect(path), null, null, form) { FormErrors = formErrors ?? [] }, options ?? new CheckOptions()));

    /// <summary>A report's findings of one code as <c>row kind count</c>.</summary>
    public static string[] Kinds(Report report) =>
        [.. report.Findings.Where(f => f.Code == "personal-data").Select(f => $"{f.Row} {f.Facts[0].Text} {f.Facts[1].Number}{(f.Severity == Severity.Info ? " info" : "")}")];

    /// <summary>How often a code was found.</summary>
    public static long CountOf(Report report, string code) => report.Summary.Where(s => s.Code == code).Sum(s => s.Count);

    /// <summary>The folder of the fixtures.</summary>
    public static string Fixtures => Path.Combine(Root, "tests", "OpenData.Tests", "Rules", "Fixtures");

    /// <summary>The repository's folder.</summary>
    public static string Root
    {
        get
        {
            var root = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(root!.FullName, "OpenData.sln")))
            {
                root = root.Parent;
            }

            return root.FullName;
        }
    }

    /// <summary>The fixtures of a code, by the start of their names.</summary>
    public static IEnumerable<string> FixturesOf(string code, string start, string extension) =>
        Directory.GetFiles(Path.Combine(Fixtures, code), start + "*" + extension).Order(StringComparer.Ordinal);
}
