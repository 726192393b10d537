using OpenData.Schemas;

namespace OpenData.Publishing.Verification;

/// <summary>Something that a verification found: where it is, and what it should be. Facts only; <see cref="DiscrepancyText"/> makes the sentences.</summary>
/// <param name="Code">What it is, one of <see cref="DiscrepancyCodes"/>.</param>
/// <param name="Object">The object of the registry, named as in the audit log.</param>
public sealed record Discrepancy(string Code, string Object)
{
    /// <summary>The entry of the audit log, or null.</summary>
    public long? Entry { get; init; }

    /// <summary>The row of the release, from 1, or null.</summary>
    public long? Row { get; init; }

    /// <summary>The name of the column, or null.</summary>
    public string? Column { get; init; }

    /// <summary>What should be there: a hash, a value, a count.</summary>
    public string? Expected { get; init; }

    /// <summary>What is there.</summary>
    public string? Found { get; init; }

    /// <summary>True for what an auditor should know, though it speaks of no tampering.</summary>
    public bool IsNote => DiscrepancyCodes.Notes.Contains(Code);

    /// <summary>The sentence.</summary>
    public string In(Language language) => DiscrepancyText.Of(this).In(language);
}

/// <summary>Everything that a verification can find.</summary>
public static class DiscrepancyCodes
{
    public const string EntryMissing = "entry-missing";
    public const string EntryChanged = "entry-changed";
    public const string EntryMoved = "entry-moved";
    public const string ChainBroken = "chain-broken";
    public const string LogCut = "log-cut";
    public const string HeadDiffers = "head-differs";
    public const string GuardMissing = "guard-missing";
    public const string ObjectChanged = "object-changed";
    public const string ObjectMissing = "object-missing";
    public const string ObjectUnlogged = "object-unlogged";
    public const string ReportEdited = "report-edited";
    public const string DictionaryEdited = "dictionary-edited";
    public const string FileHashEdited = "file-hash-edited";
    public const string BasisEdited = "basis-edited";
    public const string EntryOfReleaseMissing = "entry-of-release-missing";
    public const string WrongCurrent = "wrong-current-release";
    public const string WrongOwner = "wrong-owner";
    public const string FileMissing = "file-missing";
    public const string FileSwapped = "file-swapped";
    public const string CellChanged = "cell-changed";
    public const string RowRemoved = "row-removed";
    public const string RowAdded = "row-added";
    public const string RowsUnreadable = "rows-unreadable";
    public const string ReportDiffers = "report-differs";
    public const string Unreadable = "unreadable";
    public const string MoreLike = "more-of-the-same";
    public const string RuleBookMoved = "rule-book-moved-on";
    public const string BasisUnknown = "basis-unknown";

    /// <summary>Those that speak of no tampering.</summary>
    public static readonly IReadOnlyList<string> Notes = [RuleBookMoved, BasisUnknown];
}
