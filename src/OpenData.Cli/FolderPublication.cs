using OpenData.Cli.Output;
using OpenData.Intake;
using OpenData.Publishing;
using OpenData.Rules;
using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Cli;

/// <summary>Takes dataset folders into the catalog: read, register, check, publish, and a table of what became of each.</summary>
/// <param name="store">Where everything is kept.</param>
/// <param name="address">Where the catalog is served, such as <c>http://127.0.0.1:8080</c>; empty where that is not known.</param>
/// <param name="terminal">Where progress, faults and the table go.</param>
/// <param name="notes">What is to be said of each release, or null.</param>
internal sealed class FolderPublication(IDataStore store, string address, Terminal terminal, string? notes = null)
{
    private readonly Registrar registrar = new(store.By(Catalog.User));
    private readonly Publisher publisher = new(store.By(Catalog.User), TimeProvider.System);

    /// <summary>Adds every folder; one that is at fault keeps none of the others out. Returns the exit code.</summary>
    public async Task<int> AddAsync(IReadOnlyList<string> folders, CancellationToken cancellation)
    {
        var table = new PublicationTable(address, terminal);
        var datasets = new List<DatasetFolder>();
        foreach (var folder in folders)
        {
            if (Read(folder, table) is { } dataset)
            {
                // All are registered before any is published, so that each can point to any other.
                await registrar.RegisterAsync(dataset, cancellation);
                datasets.Add(dataset);
            }
        }

        foreach (var dataset in ReferencedFirst(datasets))
        {
            foreach (var resource in dataset.Resources)
            {
                table.Add(dataset, resource, await PublishAsync(dataset, resource, cancellation));
            }
        }

        return table.Write();
    }

    private DatasetFolder? Read(string folder, PublicationTable table)
    {
        var result = DatasetFolder.Read(folder);
        foreach (var file in result.Errors.GroupBy(error => error.File))
        {
            DocumentFaults.Write(Path.Combine(folder, file.Key), [.. file.Select(error => error.Error)], terminal);
        }

        foreach (var file in result.Losses.GroupBy(loss => loss.File))
        {
            DocumentFaults.WriteLosses(Path.Combine(folder, file.Key), [.. file.Select(loss => loss.Loss)], terminal);
        }

        if (result.Value is null)
        {
            table.AddFaulty(folder, result.Errors.Count);
        }

        return result.Value;
    }

    /// <summary>What became of a resource's file; null where its data are kept elsewhere.</summary>
    private async Task<PublishOutcome?> PublishAsync(DatasetFolder dataset, FolderResource resource, CancellationToken cancellation)
    {
        if (resource.DataFile is not { } file)
        {
            return null;
        }

        var upload = await Task.Run(() => Receiver.Inspect(file, cancellation: cancellation), cancellation);
        var options = new CheckOptions { Threads = Environment.ProcessorCount };
        return await WorkProgress.RunAsync(
            dataset.Form.Name,
            upload.Bytes,
            terminal,
            progress => publisher.PublishAsync(dataset.Form.Name, resource.Key, upload, options, progress, notes, cancellation),
            cancellation);
    }

    /// <summary>The datasets so ordered that what one points to is published before it; a circle is cut at its first.</summary>
    private static IEnumerable<DatasetFolder> ReferencedFirst(IEnumerable<DatasetFolder> datasets)
    {
        var waiting = datasets.ToList();
        while (waiting.Count > 0)
        {
            var next = waiting.Find(dataset => !waiting.Exists(other => other != dataset && PointsTo(dataset, other))) ?? waiting[0];
            waiting.Remove(next);
            yield return next;
        }
    }

    private static bool PointsTo(DatasetFolder dataset, DatasetFolder other) =>
        dataset.Resources.SelectMany(resource => resource.Dictionary?.References ?? []).Any(reference => reference.Dataset == other.Form.Name);
}
