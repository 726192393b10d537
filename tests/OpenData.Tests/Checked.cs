using System.Globalization;
using System.Text;
using OpenData.Intake;
using OpenData.Reports;
using OpenData.Rules;
using OpenData.Schemas;
using OpenData.Tables;

namespace OpenData.Tests;

/// <summary>Bytes as a file on disk, looked at by the rooms; the file is gone when the test is.</summary>
internal sealed class Checked : IDisposable
{
    private Checked(byte[] bytes, string name)
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"opendata-test-{Guid.NewGuid():N}");
        File.WriteAllBytes(Path, bytes);
        Upload = Receiver.Inspect(Path, name);
    }

    static Checked() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Encoding Thai => Encoding.GetEncoding(874);
    public string Path { get; }
    public Upload Upload { get; }
    public TextFacts Text => Upload.Text!;

    public static Checked Of(byte[] bytes, string name = "ข้อมูล.csv") => new(bytes, name);

    public static Checked Of(string text, string name = "ข้อมูล.csv") => new(Encoding.UTF8.GetBytes(text), name);

    public Inspection Inspect(DataDictionary? dictionary = null, CheckOptions? options = null, IReferenceKeys? references = null) =>
        Inspector.Inspect(new Submission(Upload, dictionary, references), options ?? new CheckOptions());

    public Report Report(DataDictionary? dictionary = null, CheckOptions? options = null) => ReportBuilder.Build(Inspect(dictionary, options));

    /// <summary>The report of a text.</summary>
    public static Report ReportOf(string text, DataDictionary? dictionary = null, CheckOptions? options = null) => ReportOf(Encoding.UTF8.GetBytes(text), dictionary, options);

    public static Report ReportOf(byte[] bytes, DataDictionary? dictionary = null, CheckOptions? options = null)
    {
        using var file = Of(bytes);
        return file.Report(dictionary, options);
    }

    /// <summary>A report's findings as <c>code row column</c>, a dash where there is none, those about names left out unless asked for.</summary>
    public static string[] Flat(Report report, bool names = false) =>
    [
        .. report.Findings
            .Where(f => names || f.Code != "label-not-identifier")
            .Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Code} {f.Row?.ToString(CultureInfo.InvariantCulture) ?? "-"} {f.Column?.ToString(CultureInfo.InvariantCulture) ?? "-"}")),
    ];

    public static string[] Flat(string text, DataDictionary? dictionary = null, CheckOptions? options = null, bool names = false) => Flat(ReportOf(text, dictionary, options), names);

    /// <summary>How often a code was found, kept or not.</summary>
    public static long CountOf(Report report, string code) => report.Summary.Where(s => s.Code == code).Sum(s => s.Count);

    /// <summary>A dictionary written as JSON columns.</summary>
    public static DataDictionary Dictionary(string columns, string more = "")
    {
        var result = DictionaryDocument.Read($$"""{ "columns": [ {{columns}} ]{{more}} }""");
        result.Errors.Should().BeEmpty();
        return result.Value!;
    }

    /// <summary>Every row as its cells.</summary>
    public string[][] Rows()
    {
        using var reader = Table.Open(Upload).Read();
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.Text)]);
        }

        return [.. rows];
    }

    public void Dispose() => File.Delete(Path);
}
