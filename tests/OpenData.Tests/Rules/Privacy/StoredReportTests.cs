using System.Text;
using OpenData.Intake;
using OpenData.Publishing;
using OpenData.Rules;
using OpenData.Schemas;
using OpenData.Tests.Store;

namespace OpenData.Tests.Rules.Privacy;

/// <summary>A file with persons in it is refused, and nothing of them stays in the store.</summary>
public class StoredReportTests
{
    [Fact]
    public async Task A_file_with_personal_data_is_refused_and_its_report_is_kept_masked()
    {
        await using var folder = new StoreFolder();
        var dictionary = StoreFolder.Dictionary(("no", ColumnType.Integer), ("note", ColumnType.Text));
        var resource = await folder.RegisterAsync(dictionary: dictionary);
        var path = Path.Combine(Path.GetTempPath(), $"opendata-test-{Guid.NewGuid():N}.csv");
        await File.WriteAllTextAsync(path, "no,note\n1,บัตร 1111111111119 somchai@example.com\n1,บัตร 1111111111119 somchai@example.com\n");
        try
        {
            var outcome = await new Publisher(folder.Store, TimeProvider.System).PublishAsync("budget", "rows", Receiver.Inspect(path), new CheckOptions());

            outcome.Should().BeOfType<PublishOutcome.Rejected>().Which.Report.Summary.Should().Contain(s => s.Code == "personal-data" && s.Count == 4);
            var report = Encoding.UTF8.GetString((await folder.Store.Registry.FindReportAsync(resource.Id, null))!);
            report.Should().Contain("1-xxxx-xxxxx-xx-9").And.NotContain("1111111111119").And.NotContain("somchai");
            foreach (var file in Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories))
            {
                using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                using var bytes = new MemoryStream();
                await stream.CopyToAsync(bytes);
                Encoding.UTF8.GetString(bytes.ToArray()).Should().NotContain("1111111111119").And.NotContain("somchai");
            }
        }
        finally
        {
            File.Delete(path);
        }
    }
}
