namespace OpenData.Tests.Rules.Privacy;

/// <summary>Real open data hold nobody: no file that is fit to publish may be accused.</summary>
public class RealFileTests
{
    public static TheoryData<string> SampleFiles => [.. Tables(Path.Combine(Submitted.Root, "datasets"))];

    [Theory]
    [MemberData(nameof(SampleFiles))]
    public void A_sample_dataset_is_not_accused(string file) => Accusations(file).Should().BeEmpty();

    [FolderFact("real/clean")]
    public void A_real_file_that_is_fit_to_publish_is_not_accused() =>
        Tables(FolderFactAttribute.PathOf("real/clean")).SelectMany(Accusations).Should().BeEmpty();

    [FolderFact("seed")]
    public void A_table_of_a_government_document_is_not_accused() =>
        Tables(FolderFactAttribute.PathOf("seed")).SelectMany(Accusations).Should().BeEmpty();

    private static IEnumerable<string> Accusations(string file)
    {
        var report = Submitted.ReportOf(Path.Combine(Submitted.Root, file));
        return report.Findings.Where(f => f.Code is "personal-data" or "formula-injection").Select(f => $"{file} {f.Code} {f.Row} {f.Header} {f.Value}");
    }

    private static IEnumerable<string> Tables(string folder) =>
        Directory.GetFiles(folder, "*.csv", SearchOption.AllDirectories).Where(f => !f.EndsWith(".dictionary.csv", StringComparison.Ordinal)).Select(f => Path.GetRelativePath(Submitted.Root, f)).Order(StringComparer.Ordinal);

    /// <summary>A fact about files that may not be copied into the repository; skipped, and seen to be skipped, where they are not at hand.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class FolderFactAttribute : FactAttribute
    {
        public FolderFactAttribute(string folder)
        {
            if (!Directory.Exists(PathOf(folder)))
            {
                Skip = $"The files of {folder} are not at hand.";
            }
        }

        public static string PathOf(string folder) => Path.Combine(Submitted.Root, "..", "shared", "data", folder);
    }
}
