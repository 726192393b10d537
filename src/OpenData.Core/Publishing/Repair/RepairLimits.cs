namespace OpenData.Publishing.Repair;

/// <summary>The numbers of repair, each with its reason.</summary>
internal static class RepairLimits
{
    /// <summary>Changes of a kind that are kept to be shown: one makes it plain, three show the pattern.</summary>
    public const int Keep = 3;

    /// <summary>Ways to put a split row together that are tried: a row with more has no one right way.</summary>
    public const int WaysToJoin = 256;
}
