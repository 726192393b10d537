using System.Globalization;

namespace OpenData.Registry;

/// <summary>One entry of the audit log: who did what to which bytes, and when. It is never changed and never removed.</summary>
public sealed record AuditEntry
{
    /// <summary>What the first entry has in place of the hash before it: 64 zeros.</summary>
    public static readonly string Origin = new('0', 64);

    /// <summary>Its place in the log, from 1, without a gap.</summary>
    public required long Sequence { get; init; }

    /// <summary>The moment in UTC, <c>yyyy-MM-ddTHH:mm:ss.fffffffZ</c>, as it is hashed.</summary>
    public required string Time { get; init; }

    public required Actor Actor { get; init; }

    /// <summary>What was done, such as <c>release.published</c>; see <see cref="AuditActions"/>.</summary>
    public required string Action { get; init; }

    /// <summary>What it was done to; see <see cref="AuditObjects"/>.</summary>
    public required string Object { get; init; }

    /// <summary>SHA-256 of the object before, lower-case hex; null where it was not there.</summary>
    public string? Before { get; init; }

    /// <summary>SHA-256 of the object after, lower-case hex; null where it is not there any more.</summary>
    public string? After { get; init; }

    /// <summary>More of what happened, such as the hashes of a release's parts; null where there is no more to tell.</summary>
    public string? Detail { get; init; }

    /// <summary>The hash of the entry before this one, or <see cref="Origin"/>.</summary>
    public required string Previous { get; init; }

    /// <summary>The entry's own hash, as it is kept.</summary>
    public string Hash { get; init; } = "";

    /// <summary>The text whose UTF-8 is hashed: ten lines, the first of which is the hash of the entry before.</summary>
    public string Canonical() => CanonicalLines.Of(
        Previous, Sequence.ToString(CultureInfo.InvariantCulture), Time, Actor.Kind, Actor.Name, Action, Object, Before, After, Detail);

    /// <summary>The hash that the entry must have.</summary>
    public string ComputeHash() => CanonicalLines.HashOf(Canonical());

    /// <summary>The entry with its hash.</summary>
    public AuditEntry Sealed() => this with { Hash = ComputeHash() };
}

/// <summary>Where the audit log ends.</summary>
/// <param name="Entries">How many entries it has.</param>
/// <param name="Hash">The hash of the last one, or <see cref="AuditEntry.Origin"/> of an empty log. An auditor who notes it down knows later whether anything before it was changed.</param>
public sealed record AuditHead(long Entries, string Hash);
