using System.Globalization;
using OpenData.Registry;
using OpenData.Store;

namespace OpenData.Publishing.Verification;

/// <summary>Compares every object of the registry with what the log told of it last.</summary>
internal sealed class ObjectCheck(IAuditStore audit, ChainCheck log)
{
    private static readonly (string Part, string Code)[] Parts =
    [
        ("file", DiscrepancyCodes.FileHashEdited), ("dictionary", DiscrepancyCodes.DictionaryEdited), ("report", DiscrepancyCodes.ReportEdited), ("basis", DiscrepancyCodes.BasisEdited),
    ];

    /// <summary>The names of the datasets that are there.</summary>
    public List<string> Datasets { get; } = [];

    public async Task<IReadOnlyList<Discrepancy>> RunAsync(CancellationToken cancellation)
    {
        var found = new List<Discrepancy>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { AuditObjects.Registry };
        await foreach (var one in audit.ListObjectsAsync(cancellation))
        {
            seen.Add(one.Object);
            if (one.Object.Split('/') is ["dataset", var dataset])
            {
                Datasets.Add(dataset);
            }

            found.AddRange(Check(one));
        }

        found.AddRange(log.Newest.Values
            .Where(entry => entry.After is not null && !seen.Contains(entry.Object))
            .OrderBy(entry => entry.Sequence)
            .Select(entry => new Discrepancy(DiscrepancyCodes.ObjectMissing, entry.Object) { Entry = entry.Sequence, Expected = entry.After }));
        return found;
    }

    private IEnumerable<Discrepancy> Check(AuditedObject one)
    {
        if (one.Parts is not null && one.Entry is { } entry && log.EntryOf(one.Object) != entry)
        {
            yield return new Discrepancy(DiscrepancyCodes.EntryOfReleaseMissing, one.Object) { Entry = entry, Expected = entry.ToString(CultureInfo.InvariantCulture) };
        }

        if (!log.Newest.TryGetValue(one.Object, out var told))
        {
            // A draft's state is told with its first change.
            if (!one.Object.EndsWith("/state", StringComparison.Ordinal) || one.Hash != CanonicalLines.Hash("draft"))
            {
                yield return new Discrepancy(DiscrepancyCodes.ObjectUnlogged, one.Object) { Found = one.Hash };
            }
        }
        else if (told.After != one.Hash)
        {
            foreach (var difference in Differences(one, told))
            {
                yield return difference;
            }
        }
    }

    /// <summary>Which parts of the object are others; the object as a whole where none of them is.</summary>
    private static List<Discrepancy> Differences(AuditedObject one, AuditEntry told)
    {
        var (then, now) = (Read(told.Detail), Read(one.Parts));
        var changed = Parts
            .Where(p => then.GetValueOrDefault(p.Part) != now.GetValueOrDefault(p.Part))
            .Select(p => new Discrepancy(p.Code, one.Object) { Entry = told.Sequence, Expected = then.GetValueOrDefault(p.Part), Found = now.GetValueOrDefault(p.Part) })
            .ToList();
        if (one.Object.EndsWith("/report", StringComparison.Ordinal))
        {
            changed.Add(new Discrepancy(DiscrepancyCodes.ReportEdited, one.Object) { Entry = told.Sequence, Expected = told.After, Found = one.Hash });
        }

        return changed.Count > 0 ? changed : [new Discrepancy(DiscrepancyCodes.ObjectChanged, one.Object) { Entry = told.Sequence, Expected = told.After, Found = one.Hash }];
    }

    private static Dictionary<string, string> Read(string? parts) => (parts ?? "")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(p => p.Split('=', 2))
        .Where(p => p.Length == 2)
        .DistinctBy(p => p[0])
        .ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
}
