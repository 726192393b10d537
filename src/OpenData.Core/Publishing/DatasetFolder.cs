using OpenData.Publishing.Packages;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Schemas.Exchange;

namespace OpenData.Publishing;

/// <summary>A resource of a dataset folder.</summary>
/// <param name="Form">What Form 1 says of it.</param>
/// <param name="Dictionary">Its data dictionary (Form 2), or null where the data are kept elsewhere.</param>
/// <param name="DataFile">The full path of its data file, or null where the data are kept elsewhere (the form gives an address).</param>
public sealed record FolderResource(ResourceForm Form, DataDictionary? Dictionary, string? DataFile)
{
    /// <summary>Its slug, unique in the dataset.</summary>
    public string Key => Form.Key;
}

/// <summary>A fault of a document of a dataset folder.</summary>
/// <param name="File">The file's name in the folder.</param>
/// <param name="Error">What is wrong.</param>
public sealed record FolderError(string File, DocumentError Error);

/// <summary>What a document of another standard says and ours cannot.</summary>
/// <param name="File">The file's name in the folder.</param>
/// <param name="Loss">What is left out, or how it was taken instead.</param>
public sealed record FolderLoss(string File, Loss Loss);

/// <summary>A dataset folder that was read, or the faults of all its documents.</summary>
/// <param name="Value">The folder, or null where <paramref name="Errors"/> holds any.</param>
/// <param name="Errors">Every fault of every document, document by document.</param>
public sealed record FolderResult(DatasetFolder? Value, IReadOnlyList<FolderError> Errors)
{
    /// <summary>What could not be carried over from documents of other standards; empty where all are ours.</summary>
    public IReadOnlyList<FolderLoss> Losses { get; init; } = [];
}

/// <summary>
/// A dataset as a folder: <c>dataset.json</c>, and for each resource its dictionary (<c>&lt;key&gt;.dictionary.json</c> or
/// <c>.dictionary.csv</c>) and its data file (<c>&lt;key&gt;.csv</c>), or the names that the form gives. A folder with a Frictionless
/// <c>datapackage.json</c> and no <c>dataset.json</c> is one too.
/// </summary>
/// <param name="Path">The full path of the folder.</param>
/// <param name="Form">Form 1.</param>
/// <param name="Resources">The resources, in the form's order.</param>
public sealed record DatasetFolder(string Path, DatasetForm Form, IReadOnlyList<FolderResource> Resources)
{
    /// <summary>The name of Form 1 in the folder.</summary>
    public const string FormName = "dataset.json";

    /// <summary>True where a folder holds a dataset: Form 1, or a data package.</summary>
    public static bool IsThere(string path) => File.Exists(System.IO.Path.Combine(path, FormName)) || File.Exists(System.IO.Path.Combine(path, PackageFolder.DescriptorName));

    /// <summary>Reads the documents of a folder, not its data; tells every fault of every document.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static FolderResult Read(string path)
    {
        var files = new FolderFiles(path);
        var errors = new List<FolderError>();
        if (files.Find(FormName) is not { } formPath)
        {
            if (files.Find(PackageFolder.DescriptorName) is { } descriptor)
            {
                return PackageFolder.Read(files.Root, descriptor);
            }

            return new(null, [new(FormName, files.NoForm())]);
        }

        var bytes = FolderFiles.ReadDocument(formPath);
        var form = DatasetDocument.Read(bytes);
        errors.AddRange(form.Errors.Select(e => new FolderError(FormName, e)));
        if (form.Value is null)
        {
            return new(null, errors);
        }

        var losses = new List<FolderLoss>();
        var resources = form.Value.ResourceForms.Select((r, i) => ReadResource(files, r, i, errors, losses)).ToArray();
        AddLines(errors, bytes);
        return errors.Count > 0 ? new(null, errors) : new(new DatasetFolder(files.Root, form.Value, resources), []) { Losses = losses };
    }

    private static FolderResource ReadResource(FolderFiles files, ResourceForm form, int index, List<FolderError> errors, List<FolderLoss> losses)
    {
        var data = files.Find(form.FileName);
        if (data is null && (form.GivenFile is not null || form.Url is null))
        {
            errors.Add(new(FormName, files.NotFound(form.FileName, index, "file")));
        }

        var name = form.DictionaryNames.FirstOrDefault(n => files.Find(n) is not null);
        if (name is not null)
        {
            return new(form, ReadDictionary(files.Find(name)!, name, errors, losses), data);
        }

        if (data is not null || form.GivenDictionary is not null)
        {
            errors.Add(new(FormName, files.NotFound(form.DictionaryNames[0], index, "dictionary")));
        }

        return new(form, null, data);
    }

    /// <summary>Says on which line of the form a missing file is named.</summary>
    private static void AddLines(List<FolderError> errors, byte[] form)
    {
        if (errors.Exists(e => e.Error.Line == 0) && JsonSource.Parse(JsonSource.Decode(form).Text!).Source is { } source)
        {
            for (var i = 0; i < errors.Count; i++)
            {
                if (errors[i] is { Error.Line: 0 } error)
                {
                    errors[i] = error with { Error = error.Error with { Line = source.LineOf(error.Error.Pointer) } };
                }
            }
        }
    }

    private static DataDictionary? ReadDictionary(string path, string name, List<FolderError> errors, List<FolderLoss> losses)
    {
        var bytes = FolderFiles.ReadDocument(path);
        if (name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
        {
            var table = DictionaryTable.Read(bytes);
            errors.AddRange(table.Errors.Select(e => new FolderError(name, e)));
            return table.Value;
        }

        var result = DictionaryExchange.Read(bytes);
        errors.AddRange(result.Errors.Select(e => new FolderError(name, e)));
        losses.AddRange(result.Losses.Select(l => new FolderLoss(name, l)));
        return result.Value;
    }
}
