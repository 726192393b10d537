using System.Globalization;

namespace OpenData.Registry;

/// <summary>A release as the audit log knows it: everything the registry says of it, and the hashes of its parts.</summary>
public sealed record AuditedRelease
{
    public required long Number { get; init; }

    /// <summary>SHA-256 of the original file.</summary>
    public required string File { get; init; }

    public required string FileName { get; init; }
    public required long Bytes { get; init; }
    public required long Rows { get; init; }
    public required string Unit { get; init; }

    /// <summary>When it was published, as the registry keeps it.</summary>
    public required string Published { get; init; }

    public required long Errors { get; init; }
    public required long Warnings { get; init; }
    public required long Infos { get; init; }

    /// <summary>SHA-256 of the dictionary, as the registry keeps it.</summary>
    public required string Dictionary { get; init; }

    /// <summary>SHA-256 of the report.</summary>
    public required string Report { get; init; }

    /// <summary>SHA-256 of the basis of the check as the registry keeps it, or null.</summary>
    public string? Basis { get; init; }

    public string? Notes { get; init; }

    /// <summary>The release that it repeats, or null.</summary>
    public long? Repeats { get; init; }

    /// <summary>The hash of the record: of fifteen lines, in the order of the properties here.</summary>
    public string Hash() => CanonicalLines.Hash(
        Text(Number), File, FileName, Text(Bytes), Text(Rows), Unit, Published, Text(Errors), Text(Warnings), Text(Infos), Dictionary, Report, Basis, Notes, Repeats is { } repeats ? Text(repeats) : null);

    /// <summary>The hashes of the parts, for the entry's detail: which of them was changed can be told from it.</summary>
    public string Parts() => $"file={File} dictionary={Dictionary} report={Report}" + (Basis is null ? "" : $" basis={Basis}");

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
