using System.Globalization;
using OpenData.Registry;
using OpenData.Store;

namespace OpenData.Publishing.Verification;

/// <summary>Reads the whole log once: no entry is missing, changed or at another place; the log ends where it ended.</summary>
internal sealed class ChainCheck(IAuditStore audit)
{
    private readonly Discrepancies found = new(AuditObjects.Registry);
    private readonly Dictionary<string, AuditEntry> newest = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> releases = new(StringComparer.Ordinal);
    private int traced;
    private long noted;

    /// <summary>The newest entry of each object; as large as the registry, not as the log.</summary>
    public IReadOnlyDictionary<string, AuditEntry> Newest => newest;

    /// <summary>Where the log really ends.</summary>
    public AuditHead Head { get; private set; } = new(0, AuditEntry.Origin);

    /// <summary>The entry that tells of a release, by the release's name.</summary>
    public long? EntryOf(string release) => releases.TryGetValue(release, out var entry) ? entry : null;

    public async Task<IEnumerable<Discrepancy>> RunAsync(CancellationToken cancellation)
    {
        var head = await audit.FindHeadAsync(cancellation);
        noted = head.Entries;
        await foreach (var entry in audit.ReadAsync(cancellation: cancellation))
        {
            Check(entry);
            Remember(entry);
            Head = new AuditHead(entry.Sequence, entry.Hash);
        }

        CheckEnd(head);
        foreach (var guard in await audit.FindMissingGuardsAsync(cancellation))
        {
            found.Add(new Discrepancy(DiscrepancyCodes.GuardMissing, AuditObjects.Registry) { Found = guard });
        }

        return found.All();
    }

    private void Check(AuditEntry entry)
    {
        for (var missing = Head.Entries + 1; missing < entry.Sequence; missing++)
        {
            found.Add(new Discrepancy(DiscrepancyCodes.EntryMissing, AuditObjects.Registry) { Entry = missing });
        }

        var computed = entry.ComputeHash();
        if (computed != entry.Hash)
        {
            found.Add(PlaceBefore(entry) is { } place
                ? new Discrepancy(DiscrepancyCodes.EntryMoved, entry.Object) { Entry = entry.Sequence, Expected = Text(place) }
                : new Discrepancy(DiscrepancyCodes.EntryChanged, entry.Object) { Entry = entry.Sequence, Expected = entry.Hash, Found = computed });
        }
        else if (entry.Previous != Head.Hash)
        {
            found.Add(new Discrepancy(DiscrepancyCodes.ChainBroken, entry.Object) { Entry = entry.Sequence, Expected = Head.Hash, Found = entry.Previous });
        }
    }

    /// <summary>The place for which an entry's hash was made, where that is another one than it stands at.</summary>
    private long? PlaceBefore(AuditEntry entry)
    {
        if (traced++ >= VerificationLimits.Traced)
        {
            return null;
        }

        for (var place = 1L; place <= Math.Max(noted, entry.Sequence + 1); place++)
        {
            if ((entry with { Sequence = place }).ComputeHash() == entry.Hash)
            {
                return place;
            }
        }

        return null;
    }

    private void Remember(AuditEntry entry)
    {
        newest[entry.Object] = entry;
        if (entry.Detail?.Contains("file=", StringComparison.Ordinal) == true)
        {
            releases[entry.Object] = entry.Sequence;
        }
    }

    private void CheckEnd(AuditHead head)
    {
        if (Head.Entries < head.Entries)
        {
            found.Add(new Discrepancy(DiscrepancyCodes.LogCut, AuditObjects.Registry) { Entry = Head.Entries + 1, Expected = Text(head.Entries), Found = Text(Head.Entries) });
        }
        else if (Head != head)
        {
            found.Add(new Discrepancy(DiscrepancyCodes.HeadDiffers, AuditObjects.Registry) { Entry = Head.Entries, Expected = $"{head.Entries} {head.Hash}", Found = $"{Head.Entries} {Head.Hash}" });
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
