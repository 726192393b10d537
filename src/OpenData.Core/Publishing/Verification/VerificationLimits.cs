namespace OpenData.Publishing.Verification;

/// <summary>The numbers of a verification, each with its reason.</summary>
internal static class VerificationLimits
{
    /// <summary>Discrepancies told of one release or of the log: the first show what was done, the rest are counted.</summary>
    public const int Told = 20;

    /// <summary>Entries at a wrong place whose former place is looked for: each costs a hash for every entry of the log.</summary>
    public const int Traced = 20;

    /// <summary>Characters of a value that is shown.</summary>
    public const int Shown = 120;
}
