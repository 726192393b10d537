using System.Globalization;

namespace OpenData.Benchmarks;

/// <summary>The bench file with its Form 1 and its dictionary, in a folder that goes when the bench is over.</summary>
internal sealed class RecordsDataset : IDisposable
{
    private RecordsDataset(string folder) => Folder = folder;

    public string Folder { get; }
    public string File => Path.Combine(Folder, "records.csv");
    public string Dictionary => Path.Combine(Folder, "records.dictionary.json");

    public static RecordsDataset Make(string folder, long rows)
    {
        var dataset = new RecordsDataset(Directory.CreateDirectory(Path.GetFullPath(Path.Combine(folder, $"records-{rows.ToString(CultureInfo.InvariantCulture)}"))).FullName);
        foreach (var document in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Records")))
        {
            System.IO.File.Copy(document, Path.Combine(dataset.Folder, Path.GetFileName(document)), overwrite: true);
        }

        RecordsFile.Write(dataset.File, rows);
        return dataset;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
