using OpenData.Publishing;
using OpenData.Schemas;

namespace OpenData.Tests.Publishing;

public class SampleDatasetTests
{
    [Fact]
    public void Every_sample_dataset_reads_without_error()
    {
        var folders = Folders();
        folders.Should().NotBeEmpty("the repository carries sample datasets in datasets/, a folder each with a dataset.json");

        var errors = folders.SelectMany(f => DatasetFolder.Read(f).Errors.Select(e =>
            $"{Path.GetFileName(f)}/{e.File}:{e.Error.Line} {e.Error.Pointer} {e.Error.Code}: {e.Error.Message.En} {e.Error.Fix.En}"));

        errors.Should().BeEmpty();
    }

    [Fact]
    public void Every_sample_dataset_has_the_14_mandatory_items()
    {
        var missing = Folders().SelectMany(f => DatasetFolder.Read(f).Value!.Form.MissingItems().Missing.Select(i => $"{Path.GetFileName(f)}: {i.Field}"));

        missing.Should().BeEmpty();
    }

    [Fact]
    public void Every_sample_dictionary_is_the_same_after_a_round_trip_through_json()
    {
        foreach (var dictionary in Folders().SelectMany(f => DatasetFolder.Read(f).Value!.Resources).Select(r => r.Dictionary!))
        {
            var again = DictionaryDocument.Read(DictionaryDocument.Write(dictionary).ToString());
            again.Errors.Should().BeEmpty();
            again.Value.Should().BeEquivalentTo(dictionary);
        }
    }

    private static string[] Folders()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "OpenData.sln")))
        {
            root = root.Parent;
        }

        root.Should().NotBeNull("the tests run inside the repository, where OpenData.sln is");
        var datasets = Path.Combine(root!.FullName, "datasets");
        Directory.Exists(datasets).Should().BeTrue($"the sample datasets are in {datasets}");
        return [.. Directory.GetDirectories(datasets).Where(d => File.Exists(Path.Combine(d, "dataset.json"))).Order(StringComparer.Ordinal)];
    }
}
