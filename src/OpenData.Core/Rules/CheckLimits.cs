namespace OpenData.Rules;

/// <summary>The numbers of the checker, each with its reason.</summary>
public static class CheckLimits
{
    /// <summary>Findings kept per code and column: enough to see the pattern, few enough to read.</summary>
    public const int Keep = 100;

    /// <summary>A value shown is cut at this many characters, so that one huge cell cannot swell a report.</summary>
    public const int ValueLength = 200;

    /// <summary>95 % of the values decide a column's type: one slip in twenty is still a slip, more is another type.</summary>
    public const double TypeThreshold = 0.95;

    /// <summary>Rows looked at to find the header; title blocks of real files are under ten rows, multi-row headers under five.</summary>
    public const int PreambleRows = 200;

    /// <summary>A file smaller than this, in bytes, is read by one thread: starting others takes longer than reading it.</summary>
    public const int ParallelBytes = 4 << 20;

    /// <summary>Distinct values counted per column; beyond it the report says null, since a code list is never that long.</summary>
    public const int Distinct = 1000;

    /// <summary>Distinct values counted per column where a dictionary is drafted: a key is told by all its values being different.</summary>
    public const int DraftDistinct = 1_000_000;

    /// <summary>Distinct values kept per column: more than the longest code list that a draft proposes.</summary>
    public const int ValuesKept = 50;

    /// <summary>Rows, and keys, remembered for uniqueness as 8-byte fingerprints: 16 MiB each at most. A store checks the keys of longer files when it loads them.</summary>
    public const int UniqueKeys = 1_500_000;

    /// <summary>Cells remembered on one thread, all columns together, so as to be counted and not looked at again: few enough to stay in the processor's cache, without which looking again is as quick.</summary>
    public const int CellsRemembered = 1 << 13;

    /// <summary>Cells remembered of one column: codes, names of provinces, days of a year.</summary>
    public const int CellsRememberedOfColumn = 1 << 10;
}
