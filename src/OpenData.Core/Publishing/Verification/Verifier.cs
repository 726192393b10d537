using System.Globalization;
using OpenData.Registry;
using OpenData.Store;

namespace OpenData.Publishing.Verification;

/// <summary>What a verification looked at, and what it found.</summary>
/// <param name="Head">Where the log ends; an auditor notes it down.</param>
/// <param name="Objects">How many objects the log tells of.</param>
/// <param name="Releases">How many releases were read again.</param>
/// <param name="Rows">How many rows those releases have.</param>
/// <param name="Found">What was found, notes included.</param>
public sealed record Verification(AuditHead Head, long Objects, long Releases, long Rows, IReadOnlyList<Discrepancy> Found)
{
    /// <summary>True where nothing speaks of tampering.</summary>
    public bool Proved => Found.All(f => f.IsNote);
}

/// <summary>
/// Proves a catalog: the chain of the audit log, what the registry holds against the log, and each release from its original. It reads everything
/// once and keeps a row of it in memory; nothing is written.
/// </summary>
/// <param name="store">The catalog.</param>
public sealed class Verifier(IDataStore store)
{
    /// <summary>Verifies everything.</summary>
    /// <param name="noted">The head that somebody noted down earlier, or null: an entry with that place and hash must be in the log.</param>
    /// <param name="progress">Told the name of each release before it is read, or null.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Verification> RunAsync(AuditHead? noted = null, IProgress<string>? progress = null, CancellationToken cancellation = default)
    {
        var log = new ChainCheck(store.Audit);
        var found = new List<Discrepancy>(await log.RunAsync(cancellation));
        if (noted is not null)
        {
            found.AddRange(await CheckNotedAsync(noted, cancellation));
        }

        var objects = new ObjectCheck(store.Audit, log);
        found.AddRange(await objects.RunAsync(cancellation));
        var (releases, rows) = (0L, 0L);
        foreach (var name in objects.Datasets)
        {
            foreach (var (dataset, resource, release) in await ReleasesAsync(name, found, cancellation))
            {
                progress?.Report(release.Number == 0 ? AuditObjects.Staged(dataset.Name, resource.Key) : AuditObjects.Release(dataset.Name, resource.Key, release.Number));
                found.AddRange(await new ReleaseCheck(store, dataset, resource, release).RunAsync(cancellation));
                (releases, rows) = (releases + 1, rows + release.Rows);
            }
        }

        return new Verification(log.Head, log.Newest.Count, releases, rows, found);
    }

    /// <summary>Verifies the log alone: its chain, its end and its guards. What the registry and the files hold is not looked at.</summary>
    /// <param name="noted">The head that somebody noted down earlier, or null.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Verification> CheckLogAsync(AuditHead? noted = null, CancellationToken cancellation = default)
    {
        var log = new ChainCheck(store.Audit);
        var found = new List<Discrepancy>(await log.RunAsync(cancellation));
        if (noted is not null)
        {
            found.AddRange(await CheckNotedAsync(noted, cancellation));
        }

        return new Verification(log.Head, log.Newest.Count, 0, 0, found);
    }

    private async Task<IReadOnlyList<Discrepancy>> CheckNotedAsync(AuditHead noted, CancellationToken cancellation)
    {
        await foreach (var entry in store.Audit.ReadAsync(noted.Entries - 1, 1, cancellation))
        {
            if (entry.Sequence == noted.Entries && entry.Hash == noted.Hash)
            {
                return [];
            }

            return [new Discrepancy(DiscrepancyCodes.HeadDiffers, AuditObjects.Registry) { Entry = noted.Entries, Expected = $"{noted.Entries} {noted.Hash}", Found = $"{entry.Sequence} {entry.Hash}" }];
        }

        return [new Discrepancy(DiscrepancyCodes.LogCut, AuditObjects.Registry) { Entry = noted.Entries, Expected = Text(noted.Entries), Found = Text((await store.Audit.FindHeadAsync(cancellation)).Entries) }];
    }

    /// <summary>The releases of a dataset; what cannot be read of it is told instead.</summary>
    private async Task<IReadOnlyList<(Dataset Dataset, Resource Resource, Release Release)>> ReleasesAsync(string name, List<Discrepancy> found, CancellationToken cancellation)
    {
        var all = new List<(Dataset, Resource, Release)>();
        try
        {
            var dataset = await store.Registry.FindDatasetAsync(name, cancellation);
            if (dataset is not null && dataset.Organization != dataset.Form.OwnerOrg)
            {
                // Kept beside the form, for looking it up: whoever changes it makes the dataset another organization's.
                found.Add(new Discrepancy(DiscrepancyCodes.WrongOwner, AuditObjects.Dataset(name)) { Expected = dataset.Form.OwnerOrg, Found = dataset.Organization });
            }

            foreach (var resource in dataset?.Resources ?? [])
            {
                var releases = await store.Registry.ListReleasesAsync(resource.Id, cancellation);
                all.AddRange(releases.Reverse().Concat(resource.Staged is { } staged ? [staged] : []).Select(release => (dataset!, resource, release)));
                if (releases.Count > 0 && resource.Current?.Number != releases[0].Number)
                {
                    found.Add(new Discrepancy(DiscrepancyCodes.WrongCurrent, $"{AuditObjects.Dataset(name)}/{resource.Key}") { Expected = Text(releases[0].Number), Found = Text(resource.Current?.Number ?? 0) });
                }
            }
        }
        catch (Exception unreadable) when (unreadable is Newtonsoft.Json.JsonException or System.Text.Json.JsonException or FormatException or ArgumentException)
        {
            found.Add(new Discrepancy(DiscrepancyCodes.Unreadable, AuditObjects.Dataset(name)) { Found = Discrepancies.Cut(unreadable.Message) });
        }

        return all;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
